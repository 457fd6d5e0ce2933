import type { Random } from '../../../shared/clock.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import { rowsOf } from './desk.ts'
import type { Desk } from './desk.ts'
import { fresh, intend } from './desk.ts'
import { pick } from './choices.ts'

const DAY_MS = 86_400_000
/** Histories from here on have policies of age and size, days that pass, and customers that are fetched. */
const LIMITED_FROM = 1_000_000
export const hasLimits = (seed: number): boolean => seed >= LIMITED_FROM
export const LIMITED_SEED = LIMITED_FROM

/** How often, of all steps of such a history, limits are what happens as well. */
export const LIMITS_SHARE = 0.12

/** What the hub's administration does about it. */
export type HubLimit =
  | { readonly kind: 'policy'; readonly days: 7 | 30 | 180 | null; readonly megabytes: number | null }
  | { readonly kind: 'day'; readonly byMs: number }
  | { readonly kind: 'old customer'; readonly ageMs: number }

export function nextHubLimit(random: Random): HubLimit {
  const roll = random()
  if (roll < 0.3)
    return {
      kind: 'policy',
      days: pick(random, [7, 30, 180, null] as const) ?? null,
      megabytes: random() < 0.25 ? (pick(random, [0.004, 0.01]) ?? null) : null,
    }
  if (roll < 0.75) return { kind: 'day', byMs: (pick(random, [0, 1, 8, 35, 200, 500]) ?? 0) * DAY_MS }
  return { kind: 'old customer', ageMs: random() * 300 * DAY_MS }
}

/** What an agent does about it: fetches a customer, lets one go, or wants less on the own laptops. */
export function nextOwnLimit(desk: Desk, customerIds: readonly string[]): Intent | null {
  const { random, agentId } = desk
  const roll = random()
  const keep = pick(random, rowsOf(desk, 'keeps'))
  if (roll < 0.25) return keep ? intend('keep.end', { keepId: keep.id }) : null
  if (roll < 0.4) {
    const seen = rowsOf(desk, 'scopePolicies').find(({ id }) => id === agentId)?.version ?? 0
    const withoutTeamIds =
      random() < 0.5
        ? []
        : rowsOf(desk, 'teams')
            .slice(0, 1)
            .map(({ id }) => id)
    const days = pick(random, [7, 30, null] as const) ?? null
    const content = {
      queues: 'own' as const,
      alsoTeamIds: [],
      withoutTeamIds,
      days,
      megabytes: null,
      mayFetch: 'own' as const,
    }
    return intend('scopePolicy.set', { agentId: agentId, seen, content })
  }
  const customerId = pick(random, customerIds)
  const forMs = (pick(random, [1, 7, 30]) ?? 1) * DAY_MS
  return customerId
    ? intend('keep.fetch', {
        keepId: fresh(desk),
        agentId: agentId,
        customerId: customerId,
        ticketId: null,
        forMs,
      })
    : null
}
