import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/cases.ts'
import { SmallButton } from '../../../components/small-button.tsx'
import { editComplaint } from '../../../data/case-intents.ts'
import classes from '../cases/cases.module.css'

type ResolveProps = { readonly complaint: Complaint; readonly onClose: () => void }

/** Ends a complaint with words about how it ended for the customer. */
export function Resolve({ complaint, onClose }: ResolveProps) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState('')
  const resolve = (): void => {
    const { state, outcome: seen } = complaint
    void editComplaint(complaint, [
      { field: 'state', seen: state, value: 'resolved' },
      { field: 'outcome', seen, value: outcome.trim() || null },
    ])
    onClose()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        resolve()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <TextInput
        autoFocus
        size="xs"
        dir="auto"
        aria-label={t('cases.howItEnded')}
        placeholder={t('cases.howItEnded')}
        maxLength={2_000}
        value={outcome}
        onChange={event => setOutcome(event.currentTarget.value)}
      />
      <span className={classes['acts']}>
        <SmallButton onClick={onClose}>{t('common.cancel')}</SmallButton>
        <SmallButton onClick={resolve}>{t('cases.resolve')}</SmallButton>
      </span>
    </form>
  )
}
