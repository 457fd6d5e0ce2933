import { MultiSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutreachSegment } from '../../../../shared/domain/outreach.ts'
import { statedSegment } from '../../../../shared/rules/outreach/segment.ts'
import type { OutreachSetting } from '../../../../shared/rules/outreach/rules.ts'
import { VALUE_BANDS } from '../../../../shared/rules/portrait/value-band.ts'
import { act } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { capitalised } from '../../../lib/capitalised.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { count } from '../../../lib/format.ts'
import { ContentForm } from '../content-form.tsx'
import classes from '../settings-dialog.module.css'

const MOST_LETTERS = 80

type Named = { readonly id: string; readonly name: string }
type SegmentFormProps = {
  readonly rule: OutreachSetting
  readonly products: readonly Named[]
  readonly onDone: () => void
}
type Choice = { readonly value: string; readonly label: string }

/** What there is to choose from, and what was chosen before and is not there any more. */
function withChosen(choices: readonly Choice[], chosen: readonly string[]): Choice[] {
  const known = new Set(choices.map(({ value }) => value))
  const gone = chosen.filter(value => !known.has(value))
  return [...choices, ...gone.map(value => ({ value, label: value }))]
}

/** Whom a rule for reaching out is about; empty it is about everybody. */
export function SegmentForm({ rule, products, onDone }: SegmentFormProps) {
  const { t } = useTranslation()
  const { reason, days, isActive, version } = rule
  const [written, setWritten] = useState<OutreachSegment>(rule.segment ?? {})
  const change = (part: OutreachSegment): void => setWritten({ ...written, ...part })
  const segment = statedSegment(written)
  const save = () =>
    act('outreachRule.set', { reason, seen: version, content: { days, isActive, segment: argsOf(segment) } })
  return (
    <ContentForm isReady onSave={save} onDone={onDone} beside={<Fits segment={segment ?? {}} />}>
      <p className={classes['hint']}>
        {t('relation.segment.how', { name: t(`relation.outreachReason.${reason}`) })}
      </p>
      <TextInput
        autoFocus
        dir="auto"
        label={t('relation.segment.name')}
        description={t('relation.segment.nameHow')}
        maxLength={MOST_LETTERS}
        value={written.name ?? ''}
        onChange={event => change({ name: event.currentTarget.value })}
      />
      <Chosen written={written} products={products} onChange={change} />
      <Switch
        label={t('relation.segment.vipOnly')}
        checked={written.vipOnly === true}
        onChange={event => change({ vipOnly: event.currentTarget.checked })}
      />
    </ContentForm>
  )
}

/** As the rule is written: bands the rule knows, and a mark only where there is one. */
function argsOf(segment: OutreachSegment | null) {
  if (segment === null) return null
  const { bands, vipOnly, ...rest } = segment
  const known = VALUE_BANDS.filter(band => bands?.includes(band))
  return {
    ...rest,
    ...(known.length === 0 ? {} : { bands: known }),
    ...(vipOnly === true ? { vipOnly } : {}),
  }
}

type ChosenProps = {
  readonly written: OutreachSegment
  readonly products: readonly Named[]
  readonly onChange: (part: OutreachSegment) => void
}

function Chosen({ written, products, onChange }: ChosenProps) {
  const { t } = useTranslation()
  const tiers = useLiveValue('views.values', { field: 'tier' }) ?? []
  const labels = useLiveValue('views.values', { field: 'labels' }) ?? []
  const tierName = (tier: string): string => capitalised(dynamicText(`cases.tiers.${tier}`) ?? tier)
  const choices = {
    tiers: tiers.map(value => ({ value, label: tierName(value) })),
    bands: VALUE_BANDS.map(value => ({ value, label: t(`portrait.bands.${value}`) })),
    labels: labels.map(value => ({ value, label: value })),
    productIds: products.map(({ id, name }) => ({ value: id, label: name })),
  } as const
  return (['tiers', 'bands', 'labels', 'productIds'] as const).map(key => (
    <MultiSelect
      key={key}
      clearable
      searchable
      label={t(`relation.segment.${key}`)}
      data={withChosen(choices[key], written[key] ?? [])}
      value={[...(written[key] ?? [])]}
      onChange={values => onChange({ [key]: values })}
    />
  ))
}

/** How many people there are of whom the rule would be, as it is being written. */
function Fits({ segment }: { readonly segment: OutreachSegment }) {
  const { t } = useTranslation()
  const found = useLiveValue('outreach.segment', { segment })
  if (!found) return null
  return (
    <p className={classes['hint']} role="status">
      {t('relation.segment.fits', { fits: count(found.fits), count: found.of })}
      {found.unknown > 0 && ` ${t('relation.segment.unknown', { count: found.unknown })}`}
    </p>
  )
}
