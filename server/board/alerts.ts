import type { BoardAlert, BoardLaptop } from '../../shared/protocol/board.ts'
import type { WaitingApprovals } from './approvals.ts'
import type { ThreadFact } from './facts.ts'
import type { Rising } from './mentions.ts'
import { isSilent } from './people.ts'
import type { Work } from './work.ts'

/** So many rows an alert names; its count is the whole. */
const NAMED = 50

export type AlertInput = {
  readonly nowMs: number
  readonly work: Work
  readonly laptops: readonly BoardLaptop[]
  readonly rising: readonly Rising[]
  readonly unhappy: Iterable<readonly [customerId: string, atMs: number]>
  readonly approvals: WaitingApprovals | null
  /** The record that stands for the person a record is of. */
  readonly personOf: (customerId: string) => string
}

const EMPTY = { teamId: null, workKind: null, agentId: null, issueId: null, threadIds: [], ticketIds: [] }
const byWait = (a: ThreadFact, b: ThreadFact): number =>
  (a.waitingSinceMs ?? 0) - (b.waitingSinceMs ?? 0) || (a.id < b.id ? -1 : 1)

/** Everything a supervisor should act on, the worst first. */
export function alertsOf(input: AlertInput): readonly BoardAlert[] {
  return [
    ...late(input, 'bad'),
    ...silent(input),
    ...unhappy(input),
    ...rising(input),
    ...waiting(input),
    ...late(input, 'warning'),
  ]
}

const queueOf = ({ teamId, kind }: ThreadFact): string => `${teamId ?? ''}/${kind}`

type Lateness = { readonly kind: string; readonly severity: BoardAlert['severity']; readonly atMs: number }

const isRestored = ({ kind, restoredAtMs }: ThreadFact): boolean =>
  kind === 'support' && restoredAtMs !== null

/**
 * The worst that can be said of the clocks of a thread: a customer waits for a reply that is overdue, or what was to be
 * resolved or restored by now is not, or some clock is about to run out. Null when all is well.
 */
function latenessOf(thread: ThreadFact, nowMs: number): Lateness | null {
  const { state, waitingSinceMs, dueAtMs, answeredAtMs, clocks } = thread
  // Imported rows may say when they are due without clocks.
  const replyDueMs =
    clocks.length === 0 ? dueAtMs : (clocks.find(({ name }) => name !== 'solve')?.dueAtMs ?? null)
  if (state === 'open' && waitingSinceMs !== null && replyDueMs !== null && replyDueMs < nowMs) {
    const kind = answeredAtMs === null ? 'first-reply-breached' : 'reply-overdue'
    return { kind, severity: 'bad', atMs: replyDueMs }
  }
  const running = isRestored(thread) ? clocks.filter(({ name }) => name !== 'solve') : clocks
  const missed = running.find(clock => clock.name === 'solve' && clock.dueAtMs < nowMs)
  if (missed) return { kind: 'target-missed', severity: 'bad', atMs: missed.dueAtMs }
  const soon = running
    .filter(({ warnAtMs, dueAtMs: due }) => warnAtMs !== null && warnAtMs <= nowMs && due >= nowMs)
    .toSorted((a, b) => a.dueAtMs - b.dueAtMs)[0]
  return soon ? { kind: 'due-soon', severity: 'warning', atMs: soon.dueAtMs } : null
}

type LateThread = Lateness & { readonly thread: ThreadFact }

/** One line for each queue and kind of lateness, the most threads first. */
function late(input: AlertInput, severity: BoardAlert['severity']): readonly BoardAlert[] {
  const { nowMs, work } = input
  const found = [...work.threads()].flatMap((thread): readonly LateThread[] => {
    const lateness = latenessOf(thread, nowMs)
    return lateness?.severity === severity ? [{ ...lateness, thread }] : []
  })
  return [...Map.groupBy(found, ({ kind, thread }) => `${kind}/${queueOf(thread)}`)]
    .toSorted(([keyA, a], [keyB, b]) => b.length - a.length || (keyA < keyB ? -1 : 1))
    .flatMap(([id, group]) => {
      const sorted = group.toSorted((a, b) => a.atMs - b.atMs || (a.thread.id < b.thread.id ? -1 : 1))
      const [first] = sorted
      if (!first) return []
      const threads = sorted.map(({ thread }) => thread)
      return [
        {
          ...EMPTY,
          id,
          kind: first.kind,
          severity,
          count: threads.length,
          sinceMs: first.atMs,
          teamId: first.thread.teamId,
          workKind: first.thread.kind,
          threadIds: threads.slice(0, NAMED).map(({ id: threadId }) => threadId),
          ticketIds: namesOf(threads),
        },
      ]
    })
}

function silent({ nowMs, laptops }: AlertInput): readonly BoardAlert[] {
  return laptops
    .filter(laptop => isSilent(laptop, nowMs))
    .map(({ clientId, agentId, unsentTickets, unsent, reportedAtMs }) => ({
      ...EMPTY,
      id: `laptop-silent/${clientId}`,
      kind: 'laptop-silent',
      severity: 'bad',
      count: unsentTickets ?? unsent ?? 0,
      sinceMs: reportedAtMs,
      agentId,
    }))
}

/** One bad experience is behind them, the next would be the second: those of them who wait now, each person once. */
function unhappy({ work, unhappy: customers, personOf }: AlertInput): readonly BoardAlert[] {
  const waiting = new Set([...work.waitingCustomers()].map(personOf))
  const ids = new Set([...customers].map(([id]) => personOf(id)).filter(id => waiting.has(id)))
  if (ids.size === 0) return []
  const threads = [...work.threads()]
    .filter(
      ({ customerId, state, waitingSinceMs }) =>
        state === 'open' && waitingSinceMs !== null && ids.has(personOf(customerId)),
    )
    .toSorted(byWait)
  return [
    {
      ...EMPTY,
      id: 'bad-experience',
      kind: 'bad-experience',
      severity: 'warning',
      count: ids.size,
      sinceMs: threads[0]?.waitingSinceMs ?? null,
      threadIds: threads.slice(0, NAMED).map(({ id }) => id),
      ticketIds: namesOf(threads),
    },
  ]
}

/** Somebody has promised an amount and cannot give it: one line, however many wait. */
function waiting({ approvals }: AlertInput): readonly BoardAlert[] {
  if (!approvals) return []
  const { count, sinceMs, ticketIds } = approvals
  const id = 'approvals-waiting'
  return [
    { ...EMPTY, id, kind: id, severity: 'warning', count, sinceMs, ticketIds: ticketIds.slice(0, NAMED) },
  ]
}

function rising({ rising: issues }: AlertInput): readonly BoardAlert[] {
  return issues.map(({ issueId, ticketIds, sinceMs }) => ({
    ...EMPTY,
    id: `issue-rising/${issueId}`,
    kind: 'issue-rising',
    severity: 'warning',
    count: ticketIds.length,
    sinceMs,
    issueId,
    ticketIds: ticketIds.slice(0, NAMED),
  }))
}

const namesOf = (threads: readonly ThreadFact[]): string[] =>
  [...new Set(threads.map(({ ticketId }) => ticketId))].slice(0, NAMED)
