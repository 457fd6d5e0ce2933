import { SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pin, PinTone } from '../../../shared/domain/portrait.ts'
import { PIN_TONES } from '../../../shared/domain/portrait.ts'
import { marksRefusal } from '../../../shared/rules/portrait/marks.ts'
import { MOST_PIN_LETTERS } from '../../../shared/rules/portrait/pins.ts'
import { ConsentFields } from '../../components/consent-fields.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { finishedMarks, marksDraft } from '../../data/marks.ts'
import { dropPin, savePin } from '../../data/portrait-intents.ts'
import { now } from '../../lib/clock.ts'
import { nextWeek } from '../../lib/moments.ts'
import { closePortrait } from '../../stores/portrait-store.ts'
import { FormActions } from './form-actions.tsx'
import classes from './portrait.module.css'

type PinFormProps = { readonly customerId: string; readonly before: Pin | null }

/** One line at the top of the card: a fact to know or an alert to heed, until a day or until it is taken away. */
export function PinForm({ customerId, before }: PinFormProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(before?.text ?? '')
  const [tone, setTone] = useState<PinTone>(before?.tone === 'alert' ? 'alert' : 'fact')
  const [untilMs, setUntilMs] = useState(before?.untilMs ?? null)
  const [draft, setDraft] = useState(() => marksDraft(before?.marks ?? null))
  const marks = finishedMarks(draft, now())
  const refusal = marks && marksRefusal(marks)
  const words = text.trim()
  const isReady = words !== '' && refusal === null
  const save = async (): Promise<void> => {
    if (await savePin(customerId, before, { text: words, tone, untilMs, marks })) closePortrait()
  }
  const remove = async (pin: Pin): Promise<void> => {
    if (await dropPin(pin)) closePortrait()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void save()
      }}
    >
      <TextInput
        data-autofocus
        dir="auto"
        label={t('portrait.pinText')}
        maxLength={MOST_PIN_LETTERS}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <SegmentedControl<PinTone>
        aria-label={t('portrait.pinTone')}
        value={tone}
        onChange={setTone}
        data={PIN_TONES.map(value => ({ value, label: t(`portrait.tones.${value}`) }))}
      />
      <Switch
        label={t('portrait.pinEnds')}
        checked={untilMs !== null}
        onChange={event => setUntilMs(event.currentTarget.checked ? nextWeek(now()) : null)}
      />
      {untilMs !== null && <WhenInput label={t('portrait.until')} valueMs={untilMs} onChange={setUntilMs} />}
      <ConsentFields draft={draft} onChange={part => setDraft(current => ({ ...current, ...part }))} />
      {refusal !== null && (
        <p className={classes['why']} role="status">
          {t(`portrait.refusals.${refusal}`)}
        </p>
      )}
      <FormActions
        onRemove={before === null ? null : () => void remove(before)}
        removeLabel={t('portrait.unpin')}
        isDisabled={!isReady}
      />
    </form>
  )
}
