import { Button, NumberInput, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fields } from '../../../shared/domain/values.ts'
import { MOST_POINTS, TIER_PLACES, tierKey, tierValues } from '../../../shared/rules/cases/loyalty-rule.ts'
import type { TierPlace, TierValues } from '../../../shared/rules/cases/loyalty-rule.ts'
import { act } from '../../data/use-action.ts'
import { useTeamRule } from '../../data/use-team-rule.ts'
import classes from './settings-dialog.module.css'

type Edited = Readonly<Partial<Record<TierPlace, Partial<TierValues>>>>

/** Tiers of customers, what each takes, and what whoever has it may count on; saved together. */
export function LoyaltyForm() {
  const { t } = useTranslation()
  const content = useTeamRule('loyalty')
  const [edited, setEdited] = useState<Edited>({})
  if (content === undefined) return null
  const change = (place: TierPlace, part: Partial<TierValues>): void =>
    setEdited(before => ({ ...before, [place]: { ...before[place], ...part } }))
  const save = async (): Promise<void> => {
    const values = valuesOf(edited)
    const seen = Object.fromEntries(Object.keys(values).map(key => [key, content?.[key] ?? null]))
    if (await act('teamRule.set', { key: 'loyalty', values, seen })) setEdited({})
  }
  return (
    <section aria-label={t('loyalty.tiers')}>
      <h3 className={classes['part']}>{t('loyalty.tiers')}</h3>
      <p className={classes['hint']}>{t('loyalty.how')}</p>
      {TIER_PLACES.map((place, index) => (
        <TierFields
          key={place}
          number={index + 1}
          values={{ ...tierValues(content, place), ...edited[place] }}
          onChange={part => change(place, part)}
        />
      ))}
      {Object.keys(edited).length > 0 && (
        <p>
          <Button size="xs" onClick={() => void save()}>
            {t('between.saveRule')}
          </Button>
        </p>
      )}
    </section>
  )
}

/** What was written anew, by the names the rule keeps it under. */
const valuesOf = (edited: Edited): Fields =>
  Object.fromEntries(
    TIER_PLACES.flatMap(place => {
      const { name, points, benefits } = edited[place] ?? {}
      return [
        ...(name === undefined ? [] : [[tierKey(place, 'name'), name.trim()] as const]),
        ...(points === undefined ? [] : [[tierKey(place, 'points'), points] as const]),
        ...(benefits === undefined ? [] : [[tierKey(place, 'benefits'), benefits.trim()] as const]),
      ]
    }),
  )

type TierFieldsProps = {
  readonly number: number
  readonly values: TierValues
  readonly onChange: (part: Partial<TierValues>) => void
}

function TierFields({ number, values: { name, points, benefits }, onChange }: TierFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['tier']} role="group" aria-label={name || t('loyalty.tier', { number })}>
      <TextInput
        size="xs"
        dir="auto"
        label={t('loyalty.tier', { number })}
        maxLength={60}
        value={name}
        onChange={event => onChange({ name: event.currentTarget.value })}
      />
      <NumberInput
        size="xs"
        label={t('loyalty.points')}
        allowDecimal={false}
        thousandSeparator=" "
        min={0}
        max={MOST_POINTS}
        value={points}
        onChange={next => {
          if (typeof next === 'number') onChange({ points: next })
        }}
      />
      <Textarea
        size="xs"
        dir="auto"
        label={t('loyalty.benefits')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2_000}
        value={benefits}
        onChange={event => onChange({ benefits: event.currentTarget.value })}
      />
    </div>
  )
}
