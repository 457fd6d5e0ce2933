import type { Agent } from '../../shared/domain/people.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { groupOf } from '../../shared/domain/codec.ts'
import { tables } from '../../shared/domain/tables.ts'
import type { FeedRecord, ScopePolicy, TableRow, ThreadPlace } from './store.ts'

export const EVERYBODY = 'all'
const teamKey = (id: string): string => `team:${id}`
const agentKey = (id: string): string => `agent:${id}`

/** Whose laptop it is, as far as scope goes. `policy` 'everything' makes the keys meaningless: all is in scope. */
export type Viewer = {
  readonly agentId: string
  readonly keys: readonly string[]
  readonly policy: ScopePolicy
}
export type Audiences = ReadonlyMap<string, readonly string[]>

/** Keys an agent holds: everybody's, the own, and one for each team. */
export function keysOf({ id, teamIds }: Pick<Agent, 'id' | 'teamIds'>): readonly string[] {
  return [EVERYBODY, agentKey(id), ...teamIds.map(teamKey)]
}

/**
 * Keys that see a customer, sorted. Policy 'teams': the team and the assignee of every thread; a thread without a team
 * and a customer without threads are everybody's, so that no work waits unseen.
 */
export function audienceOf(
  policy: ScopePolicy,
  places: readonly Omit<ThreadPlace, 'customerId'>[],
): readonly string[] {
  if (policy === 'everything' || places.length === 0) return [EVERYBODY]
  const keys = new Set<string>()
  for (const { teamId, assigneeId } of places) {
    keys.add(teamId === null ? EVERYBODY : teamKey(teamId))
    if (assigneeId !== null) keys.add(agentKey(assigneeId))
  }
  return [...keys].toSorted()
}

export function overlaps(mine: readonly string[], audience: readonly string[]): boolean {
  return audience.some(key => mine.includes(key))
}

/** Whether a customer is in scope. A customer without an audience is in nobody's. */
export function isInScope(viewer: Viewer, groupId: string, audiences: Audiences): boolean {
  if (viewer.policy === 'everything') return true
  return overlaps(viewer.keys, audiences.get(groupId) ?? [])
}

/** Whether a row may be on the viewer's laptop. */
export function maySee(viewer: Viewer, { table, row }: TableRow, audiences: Audiences): boolean {
  const { scope } = tables[table]
  switch (scope) {
    case 'workspace':
      return true
    case 'agent':
      return row['agentId'] === viewer.agentId
    case 'customer':
      return isInScope(viewer, groupOf(table, row) ?? '', audiences)
  }
}

/** What a feed entry means to one laptop. */
export type Meaning = 'row' | 'tombstone' | 'evict' | 'enter' | 'leave' | 'none'

/**
 * Judges one entry by the audiences as they stand now. A scope entry is judged by itself: the laptop may stand at any
 * point between two of them, and a repeated enter or leave changes nothing, while a missing one would never be made up.
 * Tombstones of customers' rows go to everybody: they carry an id only, and what was erased must also leave a laptop
 * that kept it for pending work after the customer left its scope.
 */
export function meaningOf(record: FeedRecord, viewer: Viewer, audiences: Audiences): Meaning {
  if (record.kind === 'scope') {
    const isIn = isInScope(viewer, record.groupId, audiences)
    const wasIn = overlaps(viewer.keys, record.keysBefore)
    if (isIn) return wasIn ? 'none' : 'enter'
    return wasIn ? 'leave' : 'none'
  }
  const { kind, table, groupId, prevGroupIds, agentId } = record
  switch (scopeOf(table)) {
    case 'workspace':
      return kind
    case 'agent':
      return agentId === viewer.agentId ? kind : 'none'
    case 'customer':
      if (kind === 'tombstone' || isInScope(viewer, groupId ?? '', audiences)) return kind
      return prevGroupIds.some(id => isInScope(viewer, id, audiences)) ? 'evict' : 'none'
  }
}

const scopeOf = (table: TableName): 'workspace' | 'customer' | 'agent' => tables[table].scope
