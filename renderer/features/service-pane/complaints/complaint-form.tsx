import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SEVERITIES } from '../../../../shared/domain/cases.ts'
import type { Severity } from '../../../../shared/domain/cases.ts'
import { suggestedPlan } from '../../../../shared/rules/cases/recovery-plan.ts'
import { useAction } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { now } from '../../../lib/clock.ts'
import { makeId } from '../../../lib/make-id.ts'
import { closeCase } from '../../../stores/case-store.ts'
import { useAgent } from '../../../stores/session-store.ts'
import { CaseForm } from '../cases/case-form.tsx'
import { PlanInput } from './plan-input.tsx'
import type { PlanStep } from './plan-input.tsx'

type ComplaintFormProps = { readonly customerId: string; readonly ticketId: string | null }

/** The usual plan for it, in the agent's words. */
const plan = (severity: Severity, t: TFunction): readonly PlanStep[] =>
  suggestedPlan(severity, now()).map(({ key, dueAtMs }) => ({
    id: makeId(),
    title: t(`cases.recovery.${key}`),
    dueAtMs,
    isChosen: true,
  }))

/** A complaint: how bad, whose, and the plan to win the customer back. */
export function ComplaintForm({ customerId, ticketId }: ComplaintFormProps) {
  const { t } = useTranslation()
  const me = useAgent()
  const [title, setTitle] = useState('')
  const [severity, setSeverity] = useState<Severity>('medium')
  const [ownerId, setOwner] = useState<string | null>(me?.id ?? null)
  const [mentionsReview, setReview] = useState(false)
  const [steps, setSteps] = useState(() => plan('medium', t))
  const action = useAction('complaint.open')
  const open = async (): Promise<void> => {
    const chosen = steps.filter(step => step.isChosen && step.title.trim() !== '')
    const done = await action.run({
      complaintId: makeId(),
      customerId,
      ticketId,
      title: title.trim(),
      severity,
      ownerId,
      mentionsReview,
      steps: chosen.map(step => ({ stepId: step.id, title: step.title.trim(), dueAtMs: step.dueAtMs })),
    })
    if (done !== null) closeCase()
  }
  return (
    <CaseForm
      action={t('cases.openComplaint')}
      isReady={title.trim() !== ''}
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={open}
    >
      <TextInput
        data-autofocus
        dir="auto"
        label={t('cases.whatWentWrong')}
        maxLength={2_000}
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
      />
      <SegmentedControl<Severity>
        aria-label={t('cases.severity')}
        value={severity}
        onChange={next => {
          setSeverity(next)
          setSteps(plan(next, t))
        }}
        data={SEVERITIES.map(value => ({ value, label: t(`cases.severities.${value}`) }))}
      />
      <OwnerSelect ownerId={ownerId} onChange={setOwner} />
      <Checkbox
        label={t('cases.mentionsReview')}
        checked={mentionsReview}
        onChange={event => setReview(event.currentTarget.checked)}
      />
      <PlanInput steps={steps} onChange={setSteps} />
    </CaseForm>
  )
}

type OwnerSelectProps = {
  readonly ownerId: string | null
  readonly onChange: (ownerId: string | null) => void
}

function OwnerSelect({ ownerId, onChange }: OwnerSelectProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const agents = (directory?.agents ?? []).filter(({ isActive }) => isActive)
  return (
    <Select
      searchable
      clearable
      label={t('cases.owner')}
      value={ownerId}
      onChange={onChange}
      data={agents.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
