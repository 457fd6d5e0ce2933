import i18next from 'i18next'
import type { ServiceLevels } from '../../shared/rules/sla/service-levels.ts'
import type { ShownClock } from '../../shared/rules/sla/shown-clock.ts'
import { fullMoment, span } from './format.ts'

/** Amber from the moment the policy warns at, red once it is over; standing still it alarms nobody. */
export function clockTone(
  { isPaused, dueAtMs, warnAtMs }: ShownClock,
  nowMs: number,
): 'plain' | 'warning' | 'bad' {
  if (isPaused || dueAtMs === null) return 'plain'
  if (dueAtMs < nowMs) return 'bad'
  return warnAtMs !== null && warnAtMs <= nowMs ? 'warning' : 'plain'
}

/** "first reply 21 m", "first reply 6 m over", "resolve paused". */
export function clockText({ target, isPaused, dueAtMs }: ShownClock, nowMs: number): string {
  const name = i18next.t(`target.${target}`)
  if (isPaused) return i18next.t('clock.paused', { name })
  if (dueAtMs === null) return i18next.t('clock.never', { name })
  return dueAtMs < nowMs
    ? i18next.t('clock.over', { name, span: span(nowMs - dueAtMs) })
    : i18next.t('clock.left', { name, span: span(dueAtMs - nowMs) })
}

/** When exactly, and by which promise. */
export function clockTitle(
  { isPaused, dueAtMs, policyId, calendarId }: ShownClock,
  levels: ServiceLevels,
): string {
  const policy = levels.policies.find(({ id }) => id === policyId)
  const calendar = levels.calendars.get(calendarId)
  const when = isPaused || dueAtMs === null ? [] : [i18next.t('clock.due', { time: fullMoment(dueAtMs) })]
  const promise = policy ? [i18next.t('clock.policy', { name: policy.name, version: policy.version })] : []
  return [...when, ...promise, ...(calendar ? [calendar.name] : [])].join('\n')
}
