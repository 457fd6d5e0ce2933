import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortraitView } from '../../../shared/contract/portrait.ts'
import { JOURNEY_STAGES } from '../../../shared/domain/values.ts'
import { StageFacts } from '../../components/stage-facts.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { sayStage } from '../../data/portrait-intents.ts'
import { now, useNow } from '../../lib/clock.ts'
import { closePortrait } from '../../stores/portrait-store.ts'
import { FormActions } from './form-actions.tsx'
import classes from './portrait.module.css'

type StageFormProps = { readonly customerId: string; readonly portrait: PortraitView }

const MONTH_MS = 30 * 86_400_000

/** Says where they stand against the rows: why, and until when the rows stay silent. */
export function StageForm({ customerId, portrait }: StageFormProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { said, stage: standing } = portrait
  const [stage, setStage] = useState(standing.stage ?? 'using')
  const [reason, setReason] = useState(said?.stageReason ?? '')
  const [untilMs, setUntilMs] = useState<number | null>(() => now() + MONTH_MS)
  const wanted = JOURNEY_STAGES.find(known => known === stage) ?? 'using'
  const isSaid = said !== null && said.stage !== null
  const say = async (wish: typeof wanted | null): Promise<void> => {
    const words = reason.trim() === '' ? null : reason.trim()
    const why = wish === null ? { reason: null, untilMs: null } : { reason: words, untilMs }
    if (await sayStage(customerId, portrait, { stage: wish, ...why })) closePortrait()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void say(wanted)
      }}
    >
      <div className={classes['about']}>
        <StageFacts portrait={portrait} nowMs={nowMs} />
      </div>
      <NativeSelect
        data-autofocus
        label={t('customer.stage')}
        value={wanted}
        data={JOURNEY_STAGES.map(value => ({ value, label: t(`stage.${value}`) }))}
        onChange={event => setStage(JOURNEY_STAGES.find(one => one === event.currentTarget.value) ?? 'using')}
      />
      <TextInput
        dir="auto"
        label={t('portrait.stageReason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Switch
        label={t('portrait.stageEnds')}
        checked={untilMs !== null}
        onChange={event => setUntilMs(event.currentTarget.checked ? now() + MONTH_MS : null)}
      />
      {untilMs !== null && (
        <WhenInput label={t('portrait.until')} valueMs={untilMs} onChange={setUntilMs} isBare />
      )}
      <FormActions
        onRemove={isSaid ? () => void say(null) : null}
        removeLabel={t('portrait.letRows')}
        isDisabled={false}
      />
    </form>
  )
}
