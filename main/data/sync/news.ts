import type { Clock } from '../../../shared/clock.ts'
import type { Arrival, Arrivals } from '../../../shared/contract/alerts.ts'
import { toDomain } from '../../../shared/domain/codec.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { Fields as EventFacts } from '../../../shared/domain/values.ts'
import { isToldTo } from '../../../shared/rules/sla/escalation.ts'
import { mentions } from '../../../shared/rules/mentions.ts'
import type { FeedEntry } from '../../../shared/protocol/pull.ts'
import type { RebaseDeps } from './rebase.ts'
import type { LaptopStore } from './store.ts'

export type NewsDeps = RebaseDeps & {
  readonly clock: Pick<Clock, 'now'>
  /** When this laptop last looked, ms of its clock; null: never. */
  readonly lookedAtMs: () => number | null
  readonly tell: (arrivals: Arrivals) => void
}
export type News = {
  /** Before entries are taken: those of them that are news. Rows known already never are. */
  readonly read: (entries: readonly FeedEntry[]) => readonly Candidate[]
  /** After they were taken; `isMore`: another page of the same look follows, and is told with it. */
  readonly done: (candidates: readonly Candidate[], isMore: boolean) => void
}

export type Candidate = Pick<Arrival, 'id' | 'kind' | 'ticketId' | 'atMs' | 'preview'> & {
  /** The colleague whose words these are; undefined: it is about a ticket. */
  readonly byId?: string
}

/** From here on it was an absence, and what came meanwhile is one sentence. */
const AWAY_MS = 600_000
const FEW = 5
/** More than this at once is the work of an import or of a bulk action, whoever was looking. */
const MANY = 50
/** Mail can be under way for a while; what was written long before the last look is history that was brought in. */
const LATE_MS = 43_200_000
const PREVIEW_LENGTH = 140

/**
 * What others did that concerns this agent: customers' messages on own threads and on those of own teams that nobody
 * has taken, assignments, mentions, broken leases, and clocks of others that the service levels escalate. A first fill and customers that come into scope bring no news, only rows.
 */
export function createNews(deps: NewsDeps): News {
  const { clock, lookedAtMs, tell } = deps
  let found: readonly Candidate[] = []
  let sinceMs = lookedAtMs()
  let isMidway = false
  const tellAll = (): void => {
    const arrivals = found.flatMap(candidate => arrivalOf(deps, candidate) ?? [])
    found = []
    if (arrivals.length === 0) return
    const wasAway = sinceMs === null || clock.now() - sinceMs > AWAY_MS
    if (arrivals.length <= (wasAway ? FEW : MANY)) tell({ arrivals, catchUp: null })
    else {
      const ticketIds = [...new Set(arrivals.flatMap(({ ticketId }) => ticketId ?? []))]
      tell({ arrivals: [], catchUp: { count: arrivals.length, sinceMs: sinceMs ?? clock.now(), ticketIds } })
    }
  }
  return {
    read: entries => {
      if (!isMidway) sinceMs = lookedAtMs()
      const earliestMs = (sinceMs ?? clock.now()) - LATE_MS
      return entries.flatMap(entry => candidateIn(deps, entry) ?? []).filter(({ atMs }) => atMs >= earliestMs)
    },
    done: (candidates, isMore) => {
      found = [...found, ...candidates]
      isMidway = isMore
      if (!isMore && found.length > 0) tellAll()
    },
  }
}

function candidateIn({ store, actor }: RebaseDeps, entry: FeedEntry): Candidate | null {
  if (entry.kind !== 'row') return null
  const { table, id, row } = entry
  if (table === 'kudos' || table === 'coachingNotes') {
    const word = readWord(table, row, actor().id)
    return word && store.rows.version(table, id) === null ? { ...word, id } : null
  }
  if (table !== 'messages' && table !== 'events' && table !== 'notes') return null
  const candidate = readCandidate(table, row, actor())
  return candidate && store.rows.version(table, id) === null ? { ...candidate, id } : null
}

/** A colleague's thanks for this agent, or a word between the two. */
function readWord(
  table: 'kudos' | 'coachingNotes',
  row: WireRow,
  myId: string,
): Omit<Candidate, 'id'> | null {
  const [to, by, at] =
    table === 'kudos'
      ? (['toId', 'fromId', 'atMs'] as const)
      : (['receiverId', 'writerId', 'writtenAtMs'] as const)
  if (row[to] !== myId || row[by] === myId) return null
  const kind = table === 'kudos' ? 'thanks' : 'coaching'
  const preview = firstWords(row['words'])
  return { kind, ticketId: null, atMs: Number(row[at]), preview, byId: textOf(row[by]) }
}

type Reader = 'messages' | 'events' | 'notes'
type Me = ReturnType<RebaseDeps['actor']>

/** Fields are looked at one by one: rows come over the wire, and are checked where they are taken. */
function readCandidate(table: Reader, row: WireRow, me: Me): Omit<Candidate, 'id'> | null {
  const ticketId = row['ticketId']
  if (typeof ticketId !== 'string') return null
  switch (table) {
    case 'messages':
      return row['direction'] === 'in'
        ? {
            kind: 'message',
            ticketId,
            atMs: Number(row['writtenAtMs']),
            preview: firstWords(row['bodyText']),
          }
        : null
    case 'events':
      return readEvent(row, ticketId, me)
    case 'notes':
      return row['authorId'] !== me.id && mentions(textOf(row['body']), me.name)
        ? { kind: 'mention', ticketId, atMs: Number(row['createdAtMs']), preview: firstWords(row['body']) }
        : null
  }
}

function readEvent(row: WireRow, ticketId: string, me: Me): Omit<Candidate, 'id'> | null {
  if (row['actorId'] === me.id) return null
  const atMs = Number(row['atMs'])
  if (assigns(row, me.id)) return { kind: 'assigned', ticketId, atMs, preview: '' }
  const facts = EventFacts.safeParse(row['facts']).data
  if (row['type'] === 'ticket.lease-broken' && facts?.['holderId'] === me.id)
    return { kind: 'lease-broken', ticketId, atMs, preview: '' }
  if (row['type'] !== 'sla.escalated' || !facts || !isToldTo(me, facts)) return null
  const kind = facts['on'] === 'warning' ? 'sla-warning' : 'sla-breach'
  return { kind, ticketId, atMs, preview: textOf(facts['target']) }
}

function assigns(row: WireRow, agentId: string): boolean {
  const facts = row['facts'] as Readonly<Record<string, unknown>> | null
  return (
    row['type'] === 'thread.assigned' &&
    facts?.['assigneeAfter'] === agentId &&
    facts['assigneeBefore'] !== agentId
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function firstWords(text: unknown): string {
  const line = textOf(text).replace(/\s+/gu, ' ').trim()
  return line.length <= PREVIEW_LENGTH ? line : `${line.slice(0, PREVIEW_LENGTH).trimEnd()}…`
}

/** Null for what does not concern this agent, or is gone again. */
function arrivalOf({ store, actor }: RebaseDeps, { byId, ...candidate }: Candidate): Arrival | null {
  if (candidate.ticketId === null) {
    const customerName = textOf(store.rows.get('agents', byId ?? '')?.row['name'])
    return { ...candidate, customerId: '', customerName, subject: '' }
  }
  const ticket = store.rows.get('tickets', candidate.ticketId)?.row
  if (!ticket) return null
  if (candidate.kind === 'message' && !concerns(threadsOf(store, candidate.ticketId), actor())) return null
  const customerId = textOf(ticket['customerId'])
  return {
    ...candidate,
    customerId,
    customerName: textOf(store.rows.get('customers', customerId)?.row['name']),
    subject: textOf(ticket['subject']),
  }
}

const threadsOf = (store: LaptopStore, ticketId: string): readonly Thread[] =>
  store.rows
    .many({ table: 'threads', where: { ticketId }, above: null })
    .map(({ row }) => toDomain('threads', row))

const concerns = (threads: readonly Thread[], me: Me): boolean =>
  threads.some(
    ({ assigneeId, teamId }) =>
      assigneeId === me.id || (assigneeId === null && teamId !== null && me.teamIds.includes(teamId)),
  )
