import { Checkbox, Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPACT_SCOPES } from '../../../shared/domain/incidents.ts'
import type { Impact } from '../../../shared/domain/incidents.ts'
import report from '../../components/report.module.css'
import { WhenInput } from '../../components/when-input.tsx'
import { impactEdits } from '../../data/incident-intents.ts'
import { useAction } from '../../data/use-action.ts'
import { now } from '../../lib/clock.ts'
import classes from './incidents.module.css'
import { RecordForm } from './record-form.tsx'

type OutageFormProps = { readonly impact: Impact; readonly onDone: () => void }

type Times = Pick<Impact, 'scope' | 'downSinceMs' | 'restoredAtMs' | 'resolvedAtMs'>

/** Down, then restored, then resolved, and none of it still to come. */
function isOrdered({ downSinceMs, restoredAtMs, resolvedAtMs }: Times): boolean {
  const times = [downSinceMs, restoredAtMs, resolvedAtMs].filter(atMs => atMs !== null)
  return times.every((atMs, index) => atMs >= (times[index - 1] ?? 0) && atMs <= now())
}

/** When it went down, worked again and was resolved, as it was in truth: people hear of it later. */
export function OutageForm({ impact, onDone }: OutageFormProps) {
  const { t } = useTranslation()
  // Taken once when the form opens: what arrives meanwhile is asked about on saving.
  const [before] = useState(impact)
  const [times, setTimes] = useState<Times>(before)
  const action = useAction('impact.edit')
  const isReady = isOrdered(times)
  const save = async (): Promise<void> => {
    const fields = impactEdits(before, times)
    const done = fields.length === 0 || (await action.run({ impactId: before.id, fields })) !== null
    if (done) onDone()
  }
  return (
    <RecordForm
      action={action}
      isReady={isReady}
      saveLabel={t('common.save')}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <TimeFields times={times} onChange={change => setTimes({ ...times, ...change })} />
      {!isReady && (
        <p className={classes['missing']} role="status">
          {t('outages.notOrdered')}
        </p>
      )}
    </RecordForm>
  )
}

type TimeFieldsProps = { readonly times: Times; readonly onChange: (change: Partial<Times>) => void }

function TimeFields({ times, onChange }: TimeFieldsProps) {
  const { t } = useTranslation()
  const { scope, downSinceMs, restoredAtMs, resolvedAtMs } = times
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <div>
          <p className={report['label']}>{t('impact.since')}</p>
          <WhenInput
            label={t('impact.since')}
            valueMs={downSinceMs}
            onChange={atMs => onChange({ downSinceMs: atMs })}
            isBare
          />
        </div>
        <SegmentedControl<Times['scope']>
          aria-label={t('impact.scopeLabel')}
          value={scope}
          onChange={next => onChange({ scope: next })}
          data={IMPACT_SCOPES.map(value => ({ value, label: t(`impactScope.${value}`) }))}
        />
      </Group>
      <MaybeWhen
        label={t('outages.worksAgain')}
        valueMs={restoredAtMs}
        // What does not work again is not resolved, and what is resolved works.
        onChange={atMs => onChange({ restoredAtMs: atMs, resolvedAtMs: atMs === null ? null : resolvedAtMs })}
      />
      <MaybeWhen
        label={t('impact.resolve')}
        valueMs={resolvedAtMs}
        onChange={atMs => onChange({ resolvedAtMs: atMs, restoredAtMs: restoredAtMs ?? atMs })}
      />
    </>
  )
}

type MaybeWhenProps = {
  readonly label: string
  readonly valueMs: number | null
  readonly onChange: (atMs: number | null) => void
}

/** A moment that may not have come yet. */
function MaybeWhen({ label, valueMs, onChange }: MaybeWhenProps) {
  return (
    <div className={classes['maybe']}>
      <Checkbox
        label={label}
        checked={valueMs !== null}
        onChange={event => onChange(event.currentTarget.checked ? now() : null)}
      />
      {valueMs !== null && <WhenInput label={label} valueMs={valueMs} onChange={onChange} isBare />}
    </div>
  )
}
