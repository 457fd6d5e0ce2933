import type { Order } from '../../domain/commerce.ts'
import type { Customer } from '../../domain/people.ts'
import type { Portrait } from '../../domain/portrait.ts'
import type { JOURNEY_STAGES } from '../../domain/values.ts'
import type { Health } from '../health/health.ts'

const DAY_MS = 86_400_000
/** A renewal that is this near is what the relationship is about; shortly after it still is. */
export const RENEWAL_NEAR_MS = 60 * DAY_MS
const RENEWAL_PAST_MS = 14 * DAY_MS
/** After the first delivery they are still finding their feet. */
export const FIRST_WEEKS_MS = 30 * DAY_MS
/** Whoever was a customer so long before the only order that is known has bought before. */
const KNOWN_BEFORE_MS = 90 * DAY_MS
/** Neither bought nor written for so long, and nothing in use. */
export const GONE_AFTER_MS = 730 * DAY_MS
/** A customer who was lost and buys again is none. */
const BACK_WITHIN_MS = 90 * DAY_MS

export type JourneyStage = (typeof JOURNEY_STAGES)[number]

/** What the rows of one customer say. */
export type StageFacts = {
  readonly orders: readonly Pick<Order, 'id' | 'number' | 'state' | 'placedAtMs' | 'deliveredAtMs'>[]
  /** Plans that run, by name. */
  readonly plans: readonly { readonly id: string; readonly name: string }[]
  /** Needs somebody has written down and that were not bought yet. */
  readonly needs: readonly { readonly id: string; readonly occasion: string }[]
  readonly assetsInUse: number
  readonly openTickets: number
  readonly renewsAtMs: number | null
  readonly lastContactAtMs: number | null
  readonly health: Pick<Health, 'score' | 'band'> | null
  /** As it stands on the customer's row. */
  readonly recorded: Customer['journeyStage']
  /** As it stands on the customer's row; null: not known. */
  readonly customerSinceMs: number | null
  readonly nowMs: number
}

/** Why: the name of the reason, and what it is about. */
export type StageReason = {
  readonly key:
    | 'recorded-lost'
    | 'long-gone'
    | 'poor-health'
    | 'renewal'
    | 'plan'
    | 'first-order'
    | 'order-on-its-way'
    | 'need'
    | 'bought'
    | 'owns'
    | 'asks'
  readonly text: string
  readonly atMs: number | null
}
export type DerivedStage = { readonly stage: JourneyStage; readonly reason: StageReason }

const because = (
  stage: JourneyStage,
  key: StageReason['key'],
  { text = '', atMs = null }: { readonly text?: string; readonly atMs?: number | null } = {},
): DerivedStage => ({ stage, reason: { key, text, atMs } })

const isBought = ({ state }: StageFacts['orders'][number]): boolean =>
  state !== 'cancelled' && state !== 'returned'

function gone(facts: StageFacts, newestMs: number | null): DerivedStage | null {
  const { recorded, nowMs, assetsInUse, lastContactAtMs } = facts
  if (recorded === 'lost' && (newestMs === null || nowMs - newestMs > BACK_WITHIN_MS))
    return because('lost', 'recorded-lost')
  const lastMs = Math.max(newestMs ?? 0, lastContactAtMs ?? 0)
  const isGone = newestMs !== null && assetsInUse === 0 && nowMs - lastMs > GONE_AFTER_MS
  return isGone ? because('lost', 'long-gone', { atMs: lastMs }) : null
}

function beginning(facts: StageFacts, orders: StageFacts['orders']): DerivedStage | null {
  const [plan] = facts.plans
  if (plan) return because('onboarding', 'plan', { text: plan.name })
  const [only, ...others] = orders
  if (!only || others.length > 0) return null
  const { customerSinceMs } = facts
  if (customerSinceMs !== null && only.placedAtMs - customerSinceMs > KNOWN_BEFORE_MS) return null
  const { number: text, deliveredAtMs, placedAtMs } = only
  if (deliveredAtMs === null && only.state !== 'delivered')
    return because('buying', 'order-on-its-way', { text, atMs: placedAtMs })
  const fromMs = deliveredAtMs ?? placedAtMs
  return facts.nowMs - fromMs < FIRST_WEEKS_MS
    ? because('onboarding', 'first-order', { text, atMs: fromMs })
    : null
}

/**
 * Where a customer stands on their way with us, by what the rows say, with the one reason that decided; null: the rows
 * say nothing. The more pressing stage comes first: lost, at risk, renewing, then beginning, using, evaluating.
 */
export function derivedStage(facts: StageFacts): DerivedStage | null {
  const { nowMs, renewsAtMs, health, assetsInUse } = facts
  const orders = facts.orders.filter(isBought).toSorted((a, b) => b.placedAtMs - a.placedAtMs)
  const [newest] = orders
  const isCustomer = orders.length > 0 || assetsInUse > 0
  const left = gone(facts, newest?.placedAtMs ?? null)
  if (left) return left
  if (isCustomer && health?.band === 'poor')
    return because('at-risk', 'poor-health', { text: String(health.score) })
  const untilMs = renewsAtMs === null ? null : renewsAtMs - nowMs
  if (isCustomer && untilMs !== null && untilMs <= RENEWAL_NEAR_MS && untilMs >= -RENEWAL_PAST_MS)
    return because('renewing', 'renewal', { atMs: renewsAtMs })
  const begun = beginning(facts, orders)
  if (begun) return begun
  if (newest) return because('using', 'bought', { text: newest.number, atMs: newest.placedAtMs })
  if (assetsInUse > 0) return because('using', 'owns', { text: String(assetsInUse) })
  const [need] = facts.needs
  if (need) return because('evaluating', 'need', { text: need.occasion })
  return facts.openTickets > 0 ? because('evaluating', 'asks') : null
}

type Said = Pick<Portrait, 'stage' | 'stageUntilMs'>

/** A person has said so, and it still holds. */
export const holdsStage = (
  portrait: Said | null,
  nowMs: number,
): portrait is Said & { stage: JourneyStage } =>
  portrait !== null &&
  portrait.stage !== null &&
  portrait.stage !== 'other' &&
  (portrait.stageUntilMs === null || portrait.stageUntilMs > nowMs)

export type StandingStage = {
  readonly stage: Customer['journeyStage']
  /** Who says so: a person, the rows, or only the customer's own row. */
  readonly from: 'person' | 'rows' | 'record'
}

/** The stage that holds: what a person said while it lasts, then the rows, then what was written down once. */
export function standingStage(
  portrait: Said | null,
  {
    derived,
    recorded,
    nowMs,
  }: { derived: DerivedStage | null; recorded: Customer['journeyStage']; nowMs: number },
): StandingStage {
  if (holdsStage(portrait, nowMs)) return { stage: portrait.stage, from: 'person' }
  return derived ? { stage: derived.stage, from: 'rows' } : { stage: recorded, from: 'record' }
}
