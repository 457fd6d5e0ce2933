import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Allowance, Approval } from '../../../../shared/domain/cases.ts'
import { SmallButton } from '../../../components/small-button.tsx'
import { decideApproval } from '../../../data/case-intents.ts'
import { useMayDecide } from '../../../data/use-cases.ts'
import { money } from '../../../lib/format.ts'
import classes from '../cases/cases.module.css'

type DecideProps = { readonly approval: Approval; readonly allowances: readonly Allowance[] }

/** Yes or no to an amount that waits, where it stands; or why the agent cannot say it. */
export function Decide({ approval, allowances }: DecideProps) {
  const { t } = useTranslation()
  const [isRefusing, setRefusing] = useState(false)
  const may = useMayDecide(approval, allowances)
  if (may !== 'yes') return <span className={classes['words']}>{t(`cases.waits.${may}`)}</span>
  if (isRefusing) return <Refuse approval={approval} onClose={() => setRefusing(false)} />
  const amount = money(approval.amountMinor, approval.currency)
  return (
    <span className={classes['acts']}>
      <SmallButton onClick={() => void decideApproval(approval, 'approved', null)}>
        {t('cases.approve', { amount })}
      </SmallButton>
      <SmallButton onClick={() => setRefusing(true)}>{t('cases.refuse')}</SmallButton>
    </span>
  )
}

function Refuse({ approval, onClose }: { readonly approval: Approval; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const refuse = (): void => {
    void decideApproval(approval, 'refused', words.trim() || null)
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
