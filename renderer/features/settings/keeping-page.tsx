import { Button, Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeepingAnswer } from '../../../shared/protocol/keeping.ts'
import { RETENTION_LIMITS, retentionRuleOf } from '../../../shared/rules/retention/retention-rule.ts'
import type { RetentionMonths } from '../../../shared/rules/retention/retention-rule.ts'
import { FormError } from '../../components/form-error.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { act, useAction } from '../../data/use-action.ts'
import { useTeamRule } from '../../data/use-team-rule.ts'
import { calendarDate } from '../../lib/format.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import { Row } from './rows.tsx'
import classes from './settings-dialog.module.css'

const PARTS = ['serviceMonths', 'supportMonths', 'customerMonths', 'postMonths'] as const
type Seen = { readonly months: RetentionMonths; readonly answer: KeepingAnswer }

const isSame = (one: RetentionMonths, other: RetentionMonths): boolean =>
  PARTS.every(part => one[part] === other[part])

/** How long what is over is kept: nothing is removed before somebody has seen how much that would be. */
export function KeepingPage() {
  const { t } = useTranslation()
  const content = useTeamRule('retention')
  const [edited, setEdited] = useState<Partial<RetentionMonths>>({})
  const [seen, setSeen] = useState<Seen | null>(null)
  const { run, isBusy, error } = useAction('keeping.preview')
  const isAway = useIsAway()
  if (content === undefined) return <Skeleton rows={4} />
  const { removesByItself, ...standing } = retentionRuleOf(content)
  const months = { ...standing, ...edited }
  const hasSeen = seen !== null && isSame(seen.months, months)
  const look = async (): Promise<void> => {
    const answer = await run(months)
    if (answer) setSeen({ months, answer })
  }
  const save = async (isOn: boolean): Promise<void> => {
    const values = isOn ? { ...months, removesByItself: true } : { removesByItself: false }
    const before: Record<string, unknown> = { ...content }
    const was = Object.keys(values).map(name => [name, plain(before[name])] as const)
    const saved = await act('teamRule.set', { key: 'retention', values, seen: Object.fromEntries(was) })
    if (saved) setEdited({})
  }
  return (
    <>
      <p className={classes['hint']}>{t('keeping.how')}</p>
      <MonthRows months={months} onChange={part => setEdited(all => ({ ...all, ...part }))} />
      <p className={classes['hint']}>{t('keeping.exempt')}</p>
      <FormError error={error} />
      {hasSeen && <Preview answer={seen.answer} />}
      <Group gap={8} my={8}>
        <Button size="xs" variant="default" loading={isBusy} disabled={isAway} onClick={() => void look()}>
          {t(isAway ? 'erase.whenOnline' : 'keeping.look')}
        </Button>
        <SwitchOn isOn={removesByItself} hasSeen={hasSeen} isEdited={!isSame(standing, months)} save={save} />
      </Group>
      <p className={classes['hint']}>{t(removesByItself ? 'keeping.isOn' : 'keeping.isOff')}</p>
      {seen && <Removed removed={seen.answer.removed} />}
    </>
  )
}

type MonthsProps = {
  readonly months: RetentionMonths
  readonly onChange: (part: Partial<RetentionMonths>) => void
}

function MonthRows({ months, onChange }: MonthsProps) {
  const { t } = useTranslation()
  return PARTS.map(part => (
    <Row key={part} label={t(`keeping.${part}`)} hint={t(`keeping.${part}Hint`)}>
      <NumberInput
        aria-label={t(`keeping.${part}`)}
        size="xs"
        w={96}
        allowDecimal={false}
        value={months[part]}
        min={0}
        max={RETENTION_LIMITS[part]?.[1] ?? 0}
        onChange={next => {
          if (typeof next === 'number') onChange({ [part]: next })
        }}
      />
    </Row>
  ))
}

const plain = (value: unknown): number | boolean | null =>
  typeof value === 'number' || typeof value === 'boolean' ? value : null

type SwitchProps = {
  readonly isOn: boolean
  readonly hasSeen: boolean
  readonly isEdited: boolean
  readonly save: (isOn: boolean) => Promise<void>
}

/** On only for what was looked at; off at any time. */
function SwitchOn({ isOn, hasSeen, isEdited, save }: SwitchProps) {
  const { t } = useTranslation()
  return (
    <>
      {(!isOn || isEdited) && (
        <Button size="xs" data-danger disabled={!hasSeen} onClick={() => void save(true)}>
          {t(isOn ? 'keeping.change' : 'keeping.switchOn')}
        </Button>
      )}
      {isOn && (
        <Button size="xs" variant="default" onClick={() => void save(false)}>
          {t('keeping.switchOff')}
        </Button>
      )}
    </>
  )
}

function Preview({ answer }: { readonly answer: KeepingAnswer }) {
  const { t } = useTranslation()
  const { tickets, ofCustomers, customers, posts, holds } = answer
  return (
    <ul className={classes['standing']} aria-label={t('keeping.preview')} aria-live="polite">
      <li>
        {t('keeping.wouldRemove', {
          tickets: t('keeping.tickets', { count: tickets }),
          people: t('keeping.ofPeople', { count: ofCustomers }),
        })}
      </li>
      <li>{t('keeping.wouldErase', { count: customers })}</li>
      {posts > 0 && <li>{t('keeping.wouldRemovePosts', { count: posts })}</li>}
      {holds > 0 && <li>{t('keeping.held', { count: holds })}</li>}
    </ul>
  )
}

function Removed({ removed }: Pick<KeepingAnswer, 'removed'>) {
  const { t } = useTranslation()
  if (removed.length === 0) return null
  return (
    <section aria-label={t('keeping.removed')}>
      <h3 className={classes['part']}>{t('keeping.removed')}</h3>
      <ul className={classes['standing']}>
        {removed.map(({ day, tickets, customers, posts }) => (
          <li key={day}>
            {[
              calendarDate(Date.parse(`${day}T12:00:00Z`)),
              t('keeping.tickets', { count: tickets }),
              t('keeping.people', { count: customers }),
              posts > 0 ? t('keeping.posts', { count: posts }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
