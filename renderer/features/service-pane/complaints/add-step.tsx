import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/cases.ts'
import { FormInPlace } from '../../../components/form-in-place.tsx'
import { WhenInput } from '../../../components/when-input.tsx'
import { act } from '../../../data/use-action.ts'
import { now } from '../../../lib/clock.ts'
import { makeId } from '../../../lib/make-id.ts'
import { tomorrowMorning } from '../../../lib/moments.ts'

type AddStepProps = { readonly complaint: Complaint; readonly onClose: () => void }

/** Another step of the plan, where the plan stands. */
export function AddStep({ complaint, onClose }: AddStepProps) {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const [dueAtMs, setDue] = useState(() => tomorrowMorning(now()))
  const add = (): void => {
    const step = { stepId: makeId(), complaintId: complaint.id, title: title.trim(), dueAtMs }
    void act('complaint.addStep', step)
    onClose()
  }
  return (
    <FormInPlace saveLabel={t('common.add')} canSave={title.trim() !== ''} onSave={add} onCancel={onClose}>
      <TextInput
        autoFocus
        dir="auto"
        aria-label={t('cases.step')}
        placeholder={t('cases.step')}
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
      />
      <WhenInput label={t('service.due')} valueMs={dueAtMs} onChange={setDue} />
    </FormInPlace>
  )
}
