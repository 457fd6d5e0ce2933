import type { Outreach, OutreachReason, OutreachSegment } from '../../domain/outreach.ts'
import type { OutreachSetting } from './rules.ts'

const DAY_MS = 86_400_000
/** What happened longer ago is no occasion any more. */
export const OCCASION_LASTS_MS = 14 * DAY_MS
/** Whoever heard from us within this time is not written to again. */
export const REST_MS = 3 * DAY_MS

/** Something that may be worth a word; the rule says whether it is. */
export type Candidate = {
  readonly customerId: string
  readonly reason: OutreachReason
  readonly occasion: string
  /** The last contact, the delivery, the end of the incident, the day of renewal, when they got it; ms. */
  readonly atMs: number
  /** What it is about, in the words of the row: an order's number, a subject, an asset with its version. */
  readonly about: string
  readonly ticketId: string | null
}

/** What has to be known of a customer. */
export type ReachFacts = {
  readonly customerId: string
  readonly name: string
  readonly organisationName: string | null
  readonly preferredChannel: string | null
  readonly yearlyValueMinor: number | null
  readonly currency: string | null
  /** Something does not work, and function is not restored (`silenceOf`). */
  readonly hasIncident: boolean
  /** The customer said not to be written to unasked (`refusesOutreach`). */
  readonly hasRefused: boolean
  /** The customer waits for an answer of ours. */
  readonly isWaiting: boolean
  /** When somebody last wrote, they or we; null: never. */
  readonly lastContactAtMs: number | null
}

/** Why somebody is not reached out to now, though there is a reason. */
export type HeldBack = 'refused' | 'support-open' | 'waiting' | 'contacted-lately'

export type OutreachEntry = Candidate &
  Omit<ReachFacts, 'hasIncident' | 'hasRefused' | 'isWaiting'> & {
    /** Whom the rule is about; null: everybody. */
    readonly segment: OutreachSegment | null
  }
export type OutreachChoice = {
  readonly entries: readonly OutreachEntry[]
  /** How many there are in all, whatever is shown. */
  readonly total: number
  /** How many by reason, the more pressing first; reasons of nobody are left out. */
  readonly reasons: readonly { readonly reason: OutreachReason; readonly count: number }[]
  readonly held: readonly { readonly why: HeldBack; readonly count: number }[]
}

/**
 * Whoever said not to hear from us unasked does not. Nobody is offered something while what they have does not work, nor written to over an answer they wait for. It is
 * the other way round as well: the moment support is done, what was held back is there.
 */
export function heldBack(
  facts: Omit<ReachFacts, 'name'>,
  nowMs: number,
  reason: OutreachReason,
): HeldBack | null {
  if (facts.hasRefused) return 'refused'
  if (facts.hasIncident) return 'support-open'
  if (facts.isWaiting) return 'waiting'
  const { lastContactAtMs } = facts
  // To ask how it went after support is a contact of its own kind.
  const isLate = lastContactAtMs === null || nowMs - lastContactAtMs >= REST_MS || reason === 'after-incident'
  return isLate ? null : 'contacted-lately'
}

/** Is it time for it by its rule? Contact since what happened has settled what came before it. */
export function isDue(
  { reason, atMs }: Pick<Candidate, 'reason' | 'atMs'>,
  { days, isActive }: Pick<OutreachSetting, 'days' | 'isActive'>,
  { nowMs, lastContactAtMs }: { readonly nowMs: number; readonly lastContactAtMs: number | null },
): boolean {
  if (!isActive) return false
  const span = days * DAY_MS
  const passed = nowMs - atMs
  switch (reason) {
    case 'no-contact':
      return nowMs - (lastContactAtMs ?? atMs) >= span
    case 'after-incident':
    case 'after-delivery':
      return (
        passed >= span &&
        passed < span + OCCASION_LASTS_MS &&
        (lastContactAtMs === null || lastContactAtMs <= atMs)
      )
    case 'renewal-near':
      return atMs > nowMs - DAY_MS && atMs - nowMs <= span
    case 'upgrade-due':
      return passed >= span
  }
}

/** What was decided about this very occasion; put off counts until then, and a lapse counts anew after another one. */
function isDecided(
  candidate: Candidate,
  decisions: readonly Outreach[],
  { spanMs, nowMs }: { readonly spanMs: number; readonly nowMs: number },
): boolean {
  const row = decisions.find(
    ({ customerId, reason, occasion }) =>
      customerId === candidate.customerId && reason === candidate.reason && occasion === candidate.occasion,
  )
  if (!row || row.state === 'open') return false
  if (row.state === 'snoozed') return (row.untilMs ?? 0) > nowMs
  return candidate.reason !== 'no-contact' || nowMs - row.atMs < spanMs
}

/**
 * Whom somebody has just decided about: whoever is left alone, reached or put off is not put forward for the next reason
 * at once.
 */
function restingCustomers(decisions: readonly Outreach[], nowMs: number): ReadonlySet<string> {
  const rests = ({ state, untilMs, atMs }: Outreach): boolean => {
    if (state === 'open') return false
    return state === 'snoozed' ? (untilMs ?? 0) > nowMs : nowMs - atMs < REST_MS
  }
  return new Set(decisions.filter(rests).map(({ customerId }) => customerId))
}

export type ChooseInput = {
  /** Of rules about a segment only its people. */
  readonly candidates: readonly Candidate[]
  readonly facts: ReadonlyMap<string, ReachFacts>
  readonly rules: readonly OutreachSetting[]
  readonly decisions: readonly Outreach[]
  readonly nowMs: number
}

/** The more pressing one first; of one customer only the first is shown. */
const ORDER: readonly OutreachReason[] = [
  'after-incident',
  'renewal-near',
  'after-delivery',
  'upgrade-due',
  'no-contact',
]

/** Who is to be reached out to now and why: one entry for each customer, the most pressing reason, then the nearest. */
export function chooseOutreach({ candidates, facts, rules, decisions, nowMs }: ChooseInput): OutreachChoice {
  const entries = new Map<string, OutreachEntry>()
  const held = new Map<HeldBack, Set<string>>()
  const resting = restingCustomers(decisions, nowMs)
  const ranked = candidates.toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason))
  for (const candidate of ranked) {
    const who = facts.get(candidate.customerId)
    const rule = rules.find(({ reason }) => reason === candidate.reason)
    if (!who || !rule || entries.has(candidate.customerId) || resting.has(candidate.customerId)) continue
    if (!isDue(candidate, rule, { nowMs, lastContactAtMs: who.lastContactAtMs })) continue
    if (isDecided(candidate, decisions, { spanMs: rule.days * DAY_MS, nowMs })) continue
    const why = heldBack(who, nowMs, candidate.reason)
    if (why !== null) {
      held.set(why, (held.get(why) ?? new Set()).add(candidate.customerId))
      continue
    }
    const { hasIncident: _open, hasRefused: _refused, isWaiting: _waiting, ...shown } = who
    entries.set(candidate.customerId, { ...candidate, ...shown, segment: rule.segment })
  }
  const rank = ({ reason }: OutreachEntry): number => ORDER.indexOf(reason)
  const far = ({ reason, atMs, lastContactAtMs }: OutreachEntry): number =>
    Math.abs(nowMs - (reason === 'no-contact' ? (lastContactAtMs ?? 0) : atMs))
  return {
    entries: [...entries.values()].toSorted(
      (a, b) => rank(a) - rank(b) || far(a) - far(b) || (a.customerId < b.customerId ? -1 : 1),
    ),
    total: entries.size,
    reasons: ORDER.map(reason => ({
      reason,
      count: [...entries.values()].filter(each => each.reason === reason).length,
    })).filter(({ count }) => count > 0),
    held: [...held].map(([why, customers]) => ({ why, count: customers.size })),
  }
}
