import type { TableName } from '../../shared/domain/tables.ts'
import { groupOf } from '../../shared/domain/codec.ts'
import { tables } from '../../shared/domain/tables.ts'
import { ageClass, FRESH_DAYS, HISTORY_DAYS, tightest } from '../../shared/rules/scope-policy.ts'
import type { AgentLimits, FeedRecord, GroupHolds, ScopePolicy, ScopeRule } from './store.ts'
import type { TableRow, ThreadPlace } from './store.ts'

export const EVERYBODY = 'all'
const teamKey = (id: string): string => `team:${id}`
const agentKey = (id: string): string => `agent:${id}`

/** A guest: whose tickets they are given. `isOver`: their time is over, and nothing is theirs any more. */
export type Guesthood = { readonly teamIds: readonly string[]; readonly isOver: boolean }

/** Whose laptop it is, as far as scope goes. `policy` 'everything' makes the keys meaningless: all is in scope. */
export type Viewer = {
  readonly agentId: string
  readonly keys: readonly string[]
  readonly policy: ScopePolicy
  /** Null: a colleague, who is given rows as they stand. See sight.ts. */
  readonly guest: Guesthood | null
}
export type Audiences = ReadonlyMap<string, readonly string[]>

/** Laptops of colleagues hold everything; those of guests never do. */
const isOpenToAll = (rule: ScopeRule): boolean => rule.scopePolicy === 'everything' && !isAged(rule)
/** Every laptop holds everything: audiences say nothing. */
export const isUnbounded = (rule: ScopeRule): boolean => isOpenToAll(rule) && !rule.scopeGuests
/** Keys carry the age of closed work, so that each laptop can be given less of it. */
export const isAged = ({ scopeDays, scopeMegabytes }: ScopeRule): boolean =>
  scopeDays !== null || scopeMegabytes !== null

export type Somebody = {
  readonly id: string
  readonly teamIds: readonly string[]
  /** Of a guest: their time is over. Whoever says so names no teams either. */
  readonly isStayOver?: boolean
}
export const NO_HOLDS: GroupHolds = { createdAtMs: 0, isPromised: false, lessees: [], keepers: [] }
export const NO_LIMITS: AgentLimits = {
  days: null,
  megabytes: null,
  cap: null,
  isGuest: false,
  withoutTeamIds: [],
}

/** Behind a key: closed work of this age class. Open and fresh work has none. */
const suffixOf = (age: number | null): string => (age === FRESH_DAYS ? '' : `/${age ?? 'old'}`)
const SUFFIXES = [...HISTORY_DAYS, null].map(age => ({ age, suffix: suffixOf(age) }))

function queueKeys(
  { teamIds }: Somebody,
  rule: ScopeRule,
  { withoutTeamIds }: AgentLimits,
): readonly string[] {
  const teams = new Set([...teamIds, ...rule.scopeAlsoTeamIds].filter(id => !withoutTeamIds.includes(id)))
  return [EVERYBODY, ...[...teams].map(teamKey)]
}

/**
 * Keys an agent holds: everybody's, the own, and one for each queue, each also for the ages of closed work they get. A
 * guest holds those of the own teams only: neither what is everybody's nor what somebody gave or fetched.
 */
export function keysOf(agent: Somebody, rule: ScopeRule, limits: AgentLimits): readonly string[] {
  const keys = limits.isGuest
    ? agent.teamIds.map(teamKey)
    : [agentKey(agent.id), ...queueKeys(agent, rule, limits)]
  if (!isAged(rule)) return keys
  const days = tightest(rule.scopeDays, limits.days, limits.cap)
  const held = SUFFIXES.filter(({ age }) => days === null || (age !== null && age <= days))
  // The freshest work is always held, whatever a limit says.
  const suffixes = ['', ...held.map(({ suffix }) => suffix).filter(suffix => suffix !== '')]
  return suffixes.flatMap(suffix => keys.map(key => `${key}${suffix}`))
}

export const viewerOf = (agent: Somebody, rule: ScopeRule, limits: AgentLimits): Viewer => ({
  agentId: agent.id,
  keys: keysOf(agent, rule, limits),
  policy: isOpenToAll(rule) && !limits.isGuest ? 'everything' : 'teams',
  guest: limits.isGuest ? { teamIds: agent.teamIds, isOver: agent.isStayOver === true } : null,
})

/** Keys, without ages, of the customers an agent may fetch; null: any. */
export function findKeys(agent: Somebody, rule: ScopeRule): readonly string[] | null {
  if (rule.scopePolicy === 'everything' || rule.scopeMayFetch === 'any') return null
  return [agentKey(agent.id), ...queueKeys(agent, rule, NO_LIMITS)]
}

/** A customer with open work, or with something promised, is as fresh as can be. */
function ageOf(rule: ScopeRule, places: readonly Place[], holds: GroupHolds): number | null {
  if (!isAged(rule) || holds.isPromised || places.some(({ isOpen }) => isOpen)) return FRESH_DAYS
  const touched = places.map(({ lastActivityAtMs }) => lastActivityAtMs)
  return ageClass(Math.max(...(touched.length > 0 ? touched : [holds.createdAtMs])), rule.scopeAsOfMs)
}

type Place = Omit<ThreadPlace, 'customerId'>

/**
 * Keys that see a customer, sorted. Policy 'teams': the team and the assignee of every thread; a thread without a team
 * and a customer without threads are everybody's, so that no work waits unseen. Whoever holds a ticket offline or has
 * fetched the customer sees it as well. Where there are guests the teams are named under either policy.
 */
export function audienceOf(rule: ScopeRule, places: readonly Place[], holds: GroupHolds): readonly string[] {
  if (isUnbounded(rule)) return [EVERYBODY]
  const isEverybodys = rule.scopePolicy === 'everything' || places.length === 0
  const queues = new Set<string>(isEverybodys ? [EVERYBODY] : [])
  if (!isEverybodys || rule.scopeGuests)
    for (const { teamId } of places) queues.add(teamId === null ? EVERYBODY : teamKey(teamId))
  const assignees = isEverybodys ? [] : places.flatMap(({ assigneeId }) => assigneeId ?? [])
  const suffix = suffixOf(ageOf(rule, places, holds))
  const keys = new Set([...queues, ...assignees.map(agentKey)].map(key => `${key}${suffix}`))
  for (const agentId of holds.lessees) keys.add(agentKey(agentId))
  for (const keeper of holds.keepers) {
    const isOwn = overlaps([...queueKeys(keeper, rule, NO_LIMITS)], [...queues])
    if (isOwn || assignees.includes(keeper.id) || rule.scopeMayFetch === 'any') keys.add(agentKey(keeper.id))
  }
  return [...keys].toSorted()
}

/** Whether a thread alone makes its customer as fresh as can be: then nothing it does changes that. */
export const isFresh = ({ isOpen, lastActivityAtMs }: Place, { scopeAsOfMs }: ScopeRule): boolean =>
  isOpen || ageClass(lastActivityAtMs, scopeAsOfMs) === FRESH_DAYS

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
    // Of a customer who stays a guest may see other tickets than before: all they see comes again.
    if (isIn) return wasIn && viewer.guest === null ? 'none' : 'enter'
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
