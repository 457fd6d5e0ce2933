import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calendar, SlaTarget, SlaTargets } from '../../../../shared/domain/service-levels.ts'
import type { Priority, WorkKind } from '../../../../shared/domain/values.ts'
import { PRIORITIES } from '../../../../shared/domain/values.ts'
import { CLOCK_NAMES } from '../../../../shared/rules/sla/clock-names.ts'
import type { PolicyContent } from '../../../../shared/rules/sla/policy-problems.ts'
import { targetName } from '../../../../shared/rules/sla/target-name.ts'
import { newestCalendars, NOTHING_PROMISED } from '../../../../shared/rules/sla/versions.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { HoursInput } from './hours-input.tsx'
import classes from './levels.module.css'

type TargetsProps = {
  readonly kind: WorkKind
  readonly content: PolicyContent
  readonly calendars: readonly Calendar[]
  readonly isWrong: (at: string) => boolean
  readonly onChange: (part: Partial<PolicyContent>) => void
}

const EVERYBODY = -1

/** The limits for everybody, and those of tiers that have their own. */
export function Targets(props: TargetsProps) {
  const { t } = useTranslation()
  const { content, isWrong, onChange } = props
  const [place, setPlace] = useState(EVERYBODY)
  const shown = place < content.tiers.length ? place : EVERYBODY
  const tier = content.tiers[shown]
  const setTier = (part: Partial<PolicyContent['tiers'][number]>): void =>
    onChange({ tiers: content.tiers.map((each, index) => (index === shown ? { ...each, ...part } : each)) })
  const add = (): void => {
    onChange({ tiers: [...content.tiers, { tier: '', targets: content.targets }] })
    setPlace(content.tiers.length)
  }
  return (
    <section aria-label={t('levels.targets')}>
      <div className={classes['tiers']} role="group" aria-label={t('levels.tiers')}>
        {[EVERYBODY, ...content.tiers.keys()].map(index => (
          <button
            key={index}
            type="button"
            aria-pressed={index === shown}
            onClick={() => setPlace(index)}
            dir="auto"
          >
            {index === EVERYBODY ? t('levels.everybody') : content.tiers[index]?.tier || t('levels.newTier')}
          </button>
        ))}
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('levels.addTier')}
        </Button>
      </div>
      {tier && (
        <div className={classes['line']}>
          <span className={classes['label']}>{t('levels.tier')}</span>
          <TextInput
            aria-label={t('levels.tier')}
            value={tier.tier}
            error={isWrong(`tiers.${shown}`)}
            placeholder="gold"
            onChange={event => setTier({ tier: event.currentTarget.value })}
          />
          <IconButton
            label={t('levels.removeTier', { tier: tier.tier })}
            icon={<IconTrash />}
            onClick={() => {
              onChange({ tiers: content.tiers.filter((_, index) => index !== shown) })
              setPlace(EVERYBODY)
            }}
          />
        </div>
      )}
      <TargetTable
        {...props}
        targets={tier ? tier.targets : content.targets}
        at={tier ? `tiers.${shown}` : 'targets'}
        onTargets={targets => (tier ? setTier({ targets }) : onChange({ targets }))}
      />
    </section>
  )
}

type TableProps = TargetsProps & {
  readonly targets: SlaTargets
  readonly at: string
  readonly onTargets: (targets: SlaTargets) => void
}

const NOTHING = { firstMinutes: null, nextMinutes: null, solveMinutes: null }

function TargetTable({ kind, targets, calendars, at, isWrong, onTargets }: TableProps) {
  const { t } = useTranslation()
  const known = newestCalendars(calendars)
  const fallback = Object.values(targets).find(target => target)?.calendarId ?? known[0]?.id ?? ''
  const set = (priority: Priority, part: Partial<SlaTarget>): void => {
    const next = { ...NOTHING, calendarId: fallback, ...targets[priority], ...part }
    const isEmpty = CLOCK_NAMES.every(clock => next[`${clock}Minutes`] === null)
    onTargets({ ...NOTHING_PROMISED, ...targets, [priority]: isEmpty ? null : next })
  }
  // A policy may still count in an older version: it is shown as what it is.
  const nameOf = (id: string): string => calendars.find(each => each.id === id)?.name ?? ''
  const choices = (id: string) => [
    ...(known.some(each => each.id === id) || id === '' ? [] : [{ value: id, label: nameOf(id) }]),
    ...known.map(each => ({ value: each.id, label: each.name })),
  ]
  if (known.length === 0) return <p className={classes['hint']}>{t('levels.noCalendar')}</p>
  return (
    <table className={classes['targets']}>
      <caption>{t('levels.targetsHow')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('levels.priority')}</th>
          {CLOCK_NAMES.map(clock => (
            <th key={clock} scope="col">
              {t(`target.${targetName(clock, kind)}`)}
            </th>
          ))}
          <th scope="col">{t('levels.countsIn')}</th>
        </tr>
      </thead>
      <tbody>
        {PRIORITIES.toReversed().map(priority => (
          <tr key={priority}>
            <th scope="row">{t(`priority.${priority}`)}</th>
            {CLOCK_NAMES.map(clock => (
              <td key={clock}>
                <HoursInput
                  label={`${t(`priority.${priority}`)}, ${t(`target.${targetName(clock, kind)}`)}`}
                  minutes={targets[priority]?.[`${clock}Minutes`] ?? null}
                  isWrong={isWrong(`${at}.${priority}.${clock}`)}
                  onChange={minutes => set(priority, { [`${clock}Minutes`]: minutes })}
                />
              </td>
            ))}
            <td>
              <Select
                aria-label={`${t(`priority.${priority}`)}, ${t('levels.countsIn')}`}
                size="xs"
                disabled={targets[priority] === null}
                value={targets[priority]?.calendarId ?? null}
                data={choices(targets[priority]?.calendarId ?? '')}
                onChange={calendarId => calendarId && set(priority, { calendarId })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
