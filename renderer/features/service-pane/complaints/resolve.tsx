import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/cases.ts'
import { FormInPlace } from '../../../components/form-in-place.tsx'
import { editComplaint } from '../../../data/case-intents.ts'

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
    <FormInPlace saveLabel={t('cases.resolve')} onSave={resolve} onCancel={onClose}>
      <TextInput
        autoFocus
        dir="auto"
        aria-label={t('cases.howItEnded')}
        placeholder={t('cases.howItEnded')}
        maxLength={2_000}
        value={outcome}
        onChange={event => setOutcome(event.currentTarget.value)}
      />
    </FormInPlace>
  )
}
