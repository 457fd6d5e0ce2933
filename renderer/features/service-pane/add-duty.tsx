import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addFollowUp, addPromise } from '../../data/customer-intents.ts'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { now } from '../../lib/clock.ts'
import { tomorrowMorning } from '../../lib/moments.ts'
import { useAgent } from '../../stores/session-store.ts'
import { FollowUpFields } from './follow-up-fields.tsx'
import type { How } from './follow-up-fields.tsx'

type AddDutyProps = {
  readonly customerId: string
  readonly ticketId: string | null
  readonly onDone: () => void
}
type Kind = 'promise' | 'followUp'

/** A promise to keep or a follow-up to make: what, and by when. */
export function AddDuty({ customerId, ticketId, onDone }: AddDutyProps) {
  const { t } = useTranslation()
  const agent = useAgent()
  const [kind, setKind] = useState<Kind>('promise')
  const [text, setText] = useState('')
  const [dueAtMs, setDueAtMs] = useState(() => tomorrowMorning(now()))
  const [how, setHow] = useState<How>({ channel: null, macroId: null })
  const add = async (): Promise<void> => {
    const what = { customerId, ticketId, text: text.trim(), dueAtMs, ownerId: agent?.id ?? null }
    const done = await (kind === 'promise' ? addPromise(what) : addFollowUp({ ...what, ...how }))
    if (done !== null) onDone()
  }
  return (
    <FormInPlace
      saveLabel={t('common.add')}
      canSave={text.trim() !== ''}
      onSave={() => void add()}
      onCancel={onDone}
    >
      <SegmentedControl<Kind>
        aria-label={t('service.whatKind')}
        value={kind}
        onChange={setKind}
        data={[
          { value: 'promise', label: t('service.promise') },
          { value: 'followUp', label: t('service.followUp') },
        ]}
      />
      <TextInput
        autoFocus
        dir="auto"
        aria-label={t(`service.text.${kind}`)}
        placeholder={t(`service.text.${kind}`)}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      {kind === 'followUp' && <FollowUpFields customerId={customerId} how={how} onChange={setHow} />}
      <WhenInput label={t('service.due')} valueMs={dueAtMs} onChange={setDueAtMs} />
    </FormInPlace>
  )
}
