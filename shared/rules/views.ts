import type { Thread } from '../domain/tickets.ts'
import { priorityRank } from '../domain/values.ts'
import type { ThreadState } from '../domain/values.ts'

/** The standing views of the inbox: a closed list, each with its own count and its own index. */
export const VIEWS = ['mine', 'unassigned', 'my-teams', 'all-open', 'pending', 'snoozed', 'solved'] as const
export type ViewName = (typeof VIEWS)[number]

export const KIND_FILTERS = ['all', 'service', 'support', 'both'] as const
export type KindFilter = (typeof KIND_FILTERS)[number]

export const VIEW_SORTS = ['newest', 'waiting', 'priority', 'due'] as const
export type ViewSort = (typeof VIEW_SORTS)[number]

type ViewRule = {
  /** State of the threads it lists: one each, so that a sort is one walk along one index. */
  readonly state: ThreadState
  /** 'me': assigned to the agent. 'nobody': without an owner. 'teams': in one of the agent's teams. */
  readonly owner: 'anybody' | 'me' | 'nobody' | 'teams'
}

/** What each view lists. Queries and counts are tested against this table. */
export const viewRules: Readonly<Record<ViewName, ViewRule>> = {
  mine: { state: 'open', owner: 'me' },
  unassigned: { state: 'open', owner: 'nobody' },
  'my-teams': { state: 'open', owner: 'teams' },
  'all-open': { state: 'open', owner: 'anybody' },
  pending: { state: 'pending', owner: 'anybody' },
  snoozed: { state: 'snoozed', owner: 'anybody' },
  solved: { state: 'solved', owner: 'anybody' },
}

export type View = { readonly name: ViewName; readonly kind: KindFilter }
export type Me = { readonly id: string; readonly teamIds: readonly string[] }
type ThreadFacts = Pick<Thread, 'state' | 'kind' | 'assigneeId' | 'teamId' | 'isPaired'>

function matchesOwner(thread: ThreadFacts, owner: ViewRule['owner'], me: Me): boolean {
  switch (owner) {
    case 'anybody':
      return true
    case 'me':
      return thread.assigneeId === me.id
    case 'nobody':
      return thread.assigneeId === null
    case 'teams':
      return thread.teamId !== null && me.teamIds.includes(thread.teamId)
  }
}

/** 'service' and 'support' list threads of that kind, paired or not; 'both' lists threads of tickets with both kinds. */
export function matchesKind(thread: Pick<ThreadFacts, 'kind' | 'isPaired'>, filter: KindFilter): boolean {
  if (filter === 'all') return true
  return filter === 'both' ? thread.isPaired : thread.kind === filter
}

/** Whether a view lists a thread for this agent, before the two threads of one ticket become one row. */
export function matchesView(thread: ThreadFacts, view: View, me: Me): boolean {
  const { state, owner } = viewRules[view.name]
  return thread.state === state && matchesOwner(thread, owner, me) && matchesKind(thread, view.kind)
}

/** One row per ticket: the support thread steps back where the service thread of its ticket is in the same view. */
export function foldPairs<T extends ThreadFacts & { readonly ticketId: string }>(
  listed: readonly T[],
): readonly T[] {
  const service = new Set(listed.filter(thread => thread.kind === 'service').map(thread => thread.ticketId))
  return listed.filter(thread => thread.kind !== 'support' || !service.has(thread.ticketId))
}

/** When a thread becomes late: at its due time while somebody has to act, at the end of a snooze; null: never. */
export function lateAtMs(thread: Pick<Thread, 'state' | 'dueAtMs' | 'snoozedUntilMs'>): number | null {
  if (thread.state === 'snoozed') return thread.snoozedUntilMs
  return thread.state === 'open' || thread.state === 'pending' ? thread.dueAtMs : null
}

type SortFacts = Pick<Thread, 'id' | 'lastActivityAtMs' | 'waitingSinceMs' | 'priority' | 'dueAtMs'>
/** Rows without the key come last, in every sort. */
const LAST = Number.POSITIVE_INFINITY

const keys: Readonly<Record<ViewSort, (thread: SortFacts) => readonly number[]>> = {
  newest: thread => [-thread.lastActivityAtMs],
  waiting: thread => [thread.waitingSinceMs ?? LAST],
  priority: thread => [-priorityRank(thread.priority), -thread.lastActivityAtMs],
  due: thread => [thread.dueAtMs ?? LAST],
}

/** Order of a view: by its sort key, smaller first; among equals the later id first, so that every row has one place. */
export const compareThreads =
  (sort: ViewSort) =>
  (left: SortFacts, right: SortFacts): number => {
    const theirs = keys[sort](right)
    for (const [index, key] of keys[sort](left).entries()) {
      const other = theirs[index] ?? key
      if (key !== other) return key < other ? -1 : 1
    }
    return left.id === right.id ? 0 : left.id < right.id ? 1 : -1
  }
