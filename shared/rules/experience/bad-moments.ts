import type { TicketEvent } from '../../domain/tickets.ts'
import type { ExperienceRule } from './experience-rule.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export const BAD_MOMENTS = [
  'sla-missed',
  'reopened',
  'transferred',
  'low-rating',
  'downtime',
  'promise-broken',
  'reported',
] as const
export type BadMomentKind = (typeof BAD_MOMENTS)[number]

/** One bad moment, with the row that says so: every number opens its rows. */
export type BadMoment = {
  readonly kind: BadMomentKind
  readonly table: 'events' | 'surveys' | 'impacts' | 'assets'
  readonly id: string
  readonly ticketId: string | null
  readonly atMs: number
  /** 'target' of a missed level, 'score', 'minutes' of downtime, 'times' transferred, 'cause' as reported. */
  readonly detail: Readonly<Record<string, string | number>>
}

type EvidenceEvent = Pick<TicketEvent, 'id' | 'ticketId' | 'threadId' | 'type' | 'facts' | 'atMs'>
/** What bad moments are found in: rows of one customer. */
export type Evidence = {
  readonly events: readonly EvidenceEvent[]
  readonly ratings: readonly {
    readonly id: string
    readonly ticketId: string | null
    readonly score: number
    readonly atMs: number
  }[]
  /** Outages, and what is down without one. `untilMs` null: still. */
  readonly down: readonly {
    readonly table: 'impacts' | 'assets'
    readonly id: string
    readonly ticketId: string | null
    readonly sinceMs: number
    readonly untilMs: number | null
  }[]
}

const isDoneState = (state: unknown): boolean => state === 'solved' || state === 'closed'

type Found = BadMoment | null
const moment = (event: EvidenceEvent, kind: BadMomentKind, detail: BadMoment['detail'] = {}): BadMoment => ({
  kind,
  table: 'events',
  id: event.id,
  ticketId: event.ticketId,
  atMs: event.atMs,
  detail,
})

/** A thread that somebody else has from here on; the first owner is none. */
function isTransfer({ type, facts }: EvidenceEvent): boolean {
  if (type === 'ticket.relabelled') return facts['after'] !== 'both' && facts['before'] !== 'both'
  if (type !== 'thread.assigned' && type !== 'thread.taken') return false
  const [before, after] = [facts['assigneeBefore'] ?? null, facts['assigneeAfter'] ?? null]
  return before !== null && after !== null && before !== after
}

function ofEvent(event: EvidenceEvent, rule: ExperienceRule): Found {
  const { type, facts } = event
  switch (type) {
    case 'sla.breached':
      return rule.countsMissed ? moment(event, 'sla-missed', { target: String(facts['target'] ?? '') }) : null
    case 'promise.closed':
      return rule.countsBroken && facts['after'] === 'broken' ? moment(event, 'promise-broken') : null
    case 'thread.state-changed': {
      const cameBack = isDoneState(facts['before']) && !isDoneState(facts['after'])
      return rule.countsReopened && cameBack && facts['undone'] !== true ? moment(event, 'reopened') : null
    }
    case 'experience.negative':
      return moment(event, 'reported', { cause: String(facts['cause'] ?? '') })
    default:
      return null
  }
}

type Down = Evidence['down'][number]

/** It is bad from the moment on at which it became too long, and stays so while it lasts. */
function downtime(
  { table, id, ticketId, sinceMs, untilMs }: Down,
  rule: ExperienceRule,
  nowMs: number,
): Found {
  const minutes = Math.floor(((untilMs ?? nowMs) - sinceMs) / MINUTE_MS)
  if (minutes <= rule.downMinutes) return null
  const fromMs = experienceSince(rule, nowMs)
  const becameMs = sinceMs + rule.downMinutes * MINUTE_MS
  const atMs = untilMs === null ? Math.max(fromMs + 1, becameMs) : becameMs
  return atMs > fromMs ? { kind: 'downtime', table, id, ticketId, atMs, detail: { minutes } } : null
}

/** Given to somebody and taken back at once is a slip, not a hand-over. */
const SLIP_MS = 10 * MINUTE_MS

function withoutSlips(sorted: readonly EvidenceEvent[]): readonly EvidenceEvent[] {
  const kept: EvidenceEvent[] = []
  for (const event of sorted) {
    const last = kept.at(-1)
    const isBack =
      last?.facts['assigneeBefore'] === event.facts['assigneeAfter'] &&
      last?.facts['assigneeAfter'] === event.facts['assigneeBefore'] &&
      last?.facts['before'] === event.facts['after']
    if (last && isBack && last.threadId === event.threadId && event.atMs - last.atMs <= SLIP_MS) kept.pop()
    else kept.push(event)
  }
  return kept
}

/** The hand-over with which it became too many, per ticket. */
function transfers(
  events: readonly EvidenceEvent[],
  { transfers: many }: ExperienceRule,
): readonly BadMoment[] {
  const byTicket = new Map<string, EvidenceEvent[]>()
  for (const event of events) {
    if (event.ticketId === null || !isTransfer(event)) continue
    const all = byTicket.get(event.ticketId) ?? []
    all.push(event)
    byTicket.set(event.ticketId, all)
  }
  return [...byTicket.values()].flatMap(all => {
    const sorted = withoutSlips(all.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1)))
    const last = sorted[many - 1]
    return last ? [moment(last, 'transferred', { times: sorted.length })] : []
  })
}

/** A kind counts once per ticket, with its newest row: three missed answers on one ticket are one bad experience of it. */
function oncePerTicket(moments: readonly BadMoment[]): readonly BadMoment[] {
  const seen = new Set<string>()
  return moments.filter(({ kind, ticketId }) => {
    if (ticketId === null) return true
    const key = `${kind} ${ticketId}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** From when on rows can matter, ms. */
export const experienceSince = ({ windowDays }: ExperienceRule, nowMs: number): number =>
  nowMs - windowDays * DAY_MS

/** Bad moments of one customer within the window, newest first, the same whatever the order of the rows. */
export function badMoments(evidence: Evidence, rule: ExperienceRule, nowMs: number): readonly BadMoment[] {
  const fromMs = experienceSince(rule, nowMs)
  const events = evidence.events.filter(({ atMs }) => atMs > fromMs)
  const found: BadMoment[] = [
    ...events.flatMap(event => ofEvent(event, rule) ?? []),
    ...transfers(events, rule),
  ]
  for (const { id, ticketId, score, atMs } of evidence.ratings)
    if (score <= rule.ratingAtMost && atMs > fromMs)
      found.push({ kind: 'low-rating', table: 'surveys', id, ticketId, atMs, detail: { score } })
  found.push(...evidence.down.flatMap(each => downtime(each, rule, nowMs) ?? []))
  return oncePerTicket(found.toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1)))
}
