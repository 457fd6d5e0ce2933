import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Allowance, Approval } from '../../../shared/domain/cases.ts'
import { useMayDecide } from '../../data/use-cases.ts'
import { money } from '../../lib/format.ts'
import { SmallButton } from '../small-button.tsx'
import classes from './approvals.module.css'

export type Decided = (outcome: 'approved' | 'refused', words: string | null) => unknown

type DecideProps = {
  readonly approval: Pick<Approval, 'requestedBy' | 'currency' | 'amountMinor' | 'subjectKind'>
  readonly allowances: readonly Allowance[]
  readonly onDecide: Decided
}

/** Yes or no to an amount that waits, where it stands; or why the agent cannot say it. */
export function Decide({ approval, allowances, onDecide }: DecideProps) {
  const { t } = useTranslation()
  const [isRefusing, setRefusing] = useState(false)
  const may = useMayDecide(approval, allowances)
  if (may !== 'yes') return <span className={classes['words']}>{t(`cases.waits.${may}`)}</span>
  if (isRefusing) return <Refuse onDecide={onDecide} onClose={() => setRefusing(false)} />
  const amount = money(approval.amountMinor, approval.currency)
  return (
    <span className={classes['acts']}>
      <SmallButton onClick={() => void onDecide('approved', null)}>
        {t('cases.approve', { amount })}
      </SmallButton>
      <SmallButton onClick={() => setRefusing(true)}>{t('cases.refuse')}</SmallButton>
    </span>
  )
}

function Refuse({ onDecide, onClose }: { readonly onDecide: Decided; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const refuse = (): void => {
    void onDecide('refused', words.trim() || null)
    onClose()
  }
  return (
    <form
      className={classes['row']}
      onSubmit={event => {
        event.preventDefault()
        refuse()
      }}
    >
      <TextInput
        autoFocus
        dir="auto"
        size="xs"
        aria-label={t('cases.refuseWhy')}
        placeholder={t('cases.refuseWhy')}
        maxLength={2_000}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      />
      <SmallButton onClick={onClose}>{t('common.cancel')}</SmallButton>
      <SmallButton onClick={refuse}>{t('cases.refuse')}</SmallButton>
    </form>
  )
}
