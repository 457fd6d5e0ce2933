import { WORK_KINDS } from '../../domain/values.ts'
import { localOf, momentOf, weekdayOf } from '../promises/local-date.ts'
import { policyInForce } from '../sla/service-levels.ts'
import type { ServiceLevels } from '../sla/service-levels.ts'
import { calendarsOf } from '../sla/versions.ts'

/** Work of guests is counted in quarters of an hour, ms. */
export const QUARTER_MS = 15 * 60_000
export const QUARTERS_AN_HOUR = 4
/** The most hours a week that are agreed with a guest. */
export const MOST_HOURS = 80
const DAYS = 7

/** The quarter of an hour a moment lies in; two acts within one are one. */
export const quarterOf = (atMs: number): number => Math.floor(atMs / QUARTER_MS)

/** Hours of so many quarters. */
export const hoursOf = (quarters: number): number => quarters / QUARTERS_AN_HOUR

type Levels = Pick<ServiceLevels, 'policies' | 'calendars'>

/** The clock a team works by: that of the opening hours promised for its kind of work; UTC where none are. */
export function zoneOfTeam(kind: string | null, levels: Levels, nowMs: number): string {
  const own = WORK_KINDS.filter(each => each === kind)
  const policies = [...own, ...WORK_KINDS].flatMap(each => policyInForce(levels, each, nowMs) ?? [])
  const [calendar] = policies.flatMap(calendarsOf).flatMap(id => levels.calendars.get(id) ?? [])
  return calendar?.timeZone ?? 'UTC'
}

/** The week of a moment on a zone's clock, Monday to Monday, ms. */
export function weekIn(timeZone: string, nowMs: number): { readonly fromMs: number; readonly endMs: number } {
  const { dayNumber } = localOf(nowMs, timeZone)
  const monday = dayNumber + 1 - weekdayOf(dayNumber)
  return { fromMs: momentOf(monday, 0, timeZone), endMs: momentOf(monday + DAYS, 0, timeZone) }
}
