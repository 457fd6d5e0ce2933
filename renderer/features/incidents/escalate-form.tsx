import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ESCALATION_TIERS, OPEN_ESCALATION_STATES } from '../../../shared/domain/incidents.ts'
import type { EscalationTier } from '../../../shared/domain/incidents.ts'
import { isNeeded, missingOf, REPORT_PARTS } from '../../../shared/rules/escalation/missing-parts.ts'
import type { ReportPart } from '../../../shared/rules/escalation/missing-parts.ts'
import { raisedArgs } from '../../data/incident-intents.ts'
import { useAction } from '../../data/use-action.ts'
import { listText } from '../../lib/format.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { assetPart, begun, triedOf } from './escalation-words.ts'
import type { EscalationWords } from './escalation-words.ts'
import { assetName } from './front-record.ts'
import type { FrontRecord } from './front-record.ts'
import classes from './incidents.module.css'
import { RecordForm } from './record-form.tsx'

const LINES: ReadonlySet<ReportPart> = new Set<ReportPart>(['version', 'environment'])

/** A bug as engineering needs it. What is missing is named; without it nothing is handed over. */
export function EscalateForm({ front }: { readonly front: FrontRecord }) {
  const { t } = useTranslation()
  const [words, setWords] = useState(() => begun(front))
  const action = useAction('escalation.raise')
  const missing = missingOf(words.tier, words)
  const isReady = missing.length === 0 && words.summary.trim() !== ''
  const open = front.record.escalations.filter(
    ({ ticketId, state }) => ticketId === front.view.ticket.id && OPEN_ESCALATION_STATES.includes(state),
  )
  const raise = async (): Promise<void> => {
    const { tier, summary, assetId, engineeringKey, tried, ...report } = words
    const args = raisedArgs({
      ticketId: front.view.ticket.id,
      tier,
      summary: summary.trim(),
      report: { ...report, tried: triedOf(tried) },
      assetId,
      engineeringKey: engineeringKey.trim() || null,
      seen: open.map(({ id }) => id),
    })
    if ((await action.run(args)) !== null) closeDialog()
  }
  return (
    <RecordForm
      action={action}
      isReady={isReady}
      saveLabel={t('escalate.raise')}
      onSave={() => void raise()}
      onCancel={closeDialog}
    >
      {open.length > 0 && <p className={classes['hint']}>{t('escalate.again', { count: open.length })}</p>}
      <Fields front={front} words={words} onChange={part => setWords(now => ({ ...now, ...part }))} />
      {missing.length > 0 && (
        <p className={classes['missing']} role="status">
          {t('escalate.missing', {
            parts: listText(
              missing.map(part => t(`escalate.part.${part}`)),
              'all',
            ),
          })}
        </p>
      )}
    </RecordForm>
  )
}

type FieldsProps = {
  readonly front: FrontRecord
  readonly words: EscalationWords
  readonly onChange: (part: Partial<EscalationWords>) => void
}

function Fields({ front, words, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const assets = front.card.support.assets.filter(
    ({ id, state }) => state !== 'retired' || id === words.assetId,
  )
  return (
    <>
      <SegmentedControl<EscalationTier>
        aria-label={t('escalate.tier')}
        value={words.tier}
        onChange={tier => onChange({ tier })}
        data={ESCALATION_TIERS.map(value => ({ value, label: t(`escalationTier.${value}`) }))}
      />
      <TextInput
        data-autofocus
        required
        dir="auto"
        label={t('escalate.summary')}
        maxLength={300}
        value={words.summary}
        onChange={event => onChange({ summary: event.currentTarget.value })}
      />
      {assets.length > 0 && (
        <Select
          label={t('escalate.asset')}
          clearable
          value={words.assetId}
          onChange={assetId => onChange(assetPart(assets.find(({ id }) => id === assetId) ?? null))}
          data={assets.map(asset => ({ value: asset.id, label: assetName(asset) }))}
        />
      )}
      <div className={classes['two']}>
        {REPORT_PARTS.map(part => (
          <Part key={part} part={part} words={words} onChange={onChange} />
        ))}
      </div>
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        label={t('escalate.tried')}
        description={t('escalate.triedHint')}
        value={words.tried}
        onChange={event => onChange({ tried: event.currentTarget.value })}
      />
      <TextInput
        label={t('knownIssues.field.engineeringKey')}
        placeholder="PB-881"
        maxLength={100}
        value={words.engineeringKey}
        onChange={event => onChange({ engineeringKey: event.currentTarget.value })}
      />
    </>
  )
}

type PartProps = {
  readonly part: ReportPart
  readonly words: EscalationWords
  readonly onChange: (part: Partial<EscalationWords>) => void
}

function Part({ part, words, onChange }: PartProps) {
  const { t } = useTranslation()
  const input = {
    label: t(`escalate.part.${part}`),
    dir: 'auto' as const,
    withAsterisk: isNeeded(words.tier, part),
    value: words[part],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [part]: event.currentTarget.value }),
  }
  return LINES.has(part) ? <TextInput {...input} /> : <Textarea autosize minRows={2} maxRows={8} {...input} />
}
