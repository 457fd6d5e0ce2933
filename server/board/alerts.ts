import type { BoardAlert, BoardLaptop } from '../../shared/protocol/board.ts'
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
}

const EMPTY = { teamId: null, workKind: null, agentId: null, issueId: null, threadIds: [], ticketIds: [] }
const byTime = (key: 'dueAtMs' | 'waitingSinceMs') => (a: ThreadFact, b: ThreadFact) =>
  (a[key] ?? 0) - (b[key] ?? 0) || (a.id < b.id ? -1 : 1)

/** Everything a supervisor should act on, the worst first. */
export function alertsOf(input: AlertInput): readonly BoardAlert[] {
  return [...breached(input), ...silent(input), ...unhappy(input), ...rising(input)]
}

/** Customers wait although the clock that runs next ran out: one line for each queue, first replies apart. */
function breached({ nowMs, work }: AlertInput): readonly BoardAlert[] {
  const late = [...work.threads()].filter(
    ({ state, waitingSinceMs, dueAtMs }) =>
      state === 'open' && waitingSinceMs !== null && dueAtMs !== null && dueAtMs < nowMs,
  )
  const kindOf = ({ answeredAtMs }: ThreadFact): string =>
    answeredAtMs === null ? 'first-reply-breached' : 'reply-overdue'
  return [...Map.groupBy(late, thread => `${kindOf(thread)}/${thread.teamId ?? ''}/${thread.kind}`)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([key, threads]) => {
      const sorted = threads.toSorted(byTime('dueAtMs'))
      const [first] = sorted
      return {
        ...EMPTY,
        id: key,
        kind: first ? kindOf(first) : 'reply-overdue',
        severity: 'bad',
        count: threads.length,
        sinceMs: first?.dueAtMs ?? null,
        teamId: first?.teamId ?? null,
        workKind: first?.kind ?? null,
        threadIds: sorted.slice(0, NAMED).map(({ id }) => id),
        ticketIds: namesOf(sorted),
      }
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

/** One bad experience is behind them, the next would be the second: those of them who wait now. */
function unhappy({ work, unhappy: customers }: AlertInput): readonly BoardAlert[] {
  const ids = new Set([...customers].flatMap(([id]) => (work.isWaiting(id) ? [id] : [])))
  if (ids.size === 0) return []
  const threads = [...work.threads()]
    .filter(
      ({ customerId, state, waitingSinceMs }) =>
        state === 'open' && waitingSinceMs !== null && ids.has(customerId),
    )
    .toSorted(byTime('waitingSinceMs'))
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
