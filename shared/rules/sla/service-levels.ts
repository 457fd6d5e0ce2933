import type { Calendar, SlaPolicy, SlaTarget } from '../../domain/service-levels.ts'
import type { Priority, WorkKind } from '../../domain/values.ts'
import { ALWAYS_OPEN, createOpenTime } from './open-time.ts'
import type { OpenTime } from './open-time.ts'

/** The promises of a workspace: all versions of its policies, and the hours they count in. */
export type ServiceLevels = {
  readonly policies: readonly SlaPolicy[]
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly openTime: (calendarId: string) => OpenTime
}

/** Calendars never change, so what was worked out about one holds for as long as the process lives. */
const worked = new Map<string, OpenTime>()
const REMEMBERED = 500

function openTimeOf(calendar: Calendar): OpenTime {
  const { timeZone, week, holidays } = calendar
  const key = JSON.stringify([timeZone, week, holidays])
  const known = worked.get(key)
  if (known) return known
  const made = createOpenTime(calendar)
  if (worked.size >= REMEMBERED) worked.clear()
  worked.set(key, made)
  return made
}

/** A calendar that is not here counts around the clock: stricter than it should be, until it comes. */
export function serviceLevels(policies: readonly SlaPolicy[], calendars: readonly Calendar[]): ServiceLevels {
  const byId = new Map(calendars.map(calendar => [calendar.id, calendar]))
  return {
    policies,
    calendars: byId,
    openTime: calendarId => {
      const calendar = byId.get(calendarId)
      return calendar ? openTimeOf(calendar) : ALWAYS_OPEN
    },
  }
}

export const NO_SERVICE_LEVELS: ServiceLevels = serviceLevels([], [])

/** The newest version for a kind of work that holds at a moment; null when nothing is promised. */
export function policyInForce(
  { policies }: Pick<ServiceLevels, 'policies'>,
  kind: WorkKind | 'other',
  atMs: number,
): SlaPolicy | null {
  const valid = policies.filter(policy => policy.kind === kind && policy.validFromMs <= atMs)
  return valid.reduce<SlaPolicy | null>(
    (newest, policy) => (newest === null || policy.version > newest.version ? policy : newest),
    null,
  )
}

/** The targets of a tier's own, where the policy has some; else null. */
export const tierOf = ({ tiers }: Pick<SlaPolicy, 'tiers'>, tier: string | null): string | null =>
  tiers.some(each => each.tier === tier) ? tier : null

/**
 * What a policy promises for a priority to customers of a tier; a priority of a newer hub counts as normal. A tier with
 * targets of its own has none but those.
 */
export function targetOf(
  { targets, tiers }: Pick<SlaPolicy, 'targets' | 'tiers'>,
  priority: Priority | 'other',
  tier: string | null = null,
): SlaTarget | null {
  const own = tiers.find(each => each.tier === tier)?.targets ?? targets
  const target = own[priority === 'other' ? 'normal' : priority] ?? null
  if (target === null) return null
  const { firstMinutes, nextMinutes, solveMinutes } = target
  return firstMinutes === null && nextMinutes === null && solveMinutes === null ? null : target
}
