import { invariant } from '../../shared/assert.ts'
import { groupOf } from '../../shared/domain/codec.ts'
import type { AnyRow } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import { speaksForColleagues } from '../../shared/rules/guests/what-guests-see.ts'
import { keyOf } from './row-book.ts'
import { joinHolds, lockFamilies } from './families.ts'
import { audienceOf, isAged, isFresh, isUnbounded } from './scope.ts'
import type { FeedChange, FeedRowChange, FeedScopeChange, HubTx, RowRef } from './store.ts'
import type { ScopeRule } from './store.ts'

/** A row that was written: as it was before the transaction, and as it is. */
export type Written = { readonly ref: RowRef; readonly before: AnyRow | null; readonly row: AnyRow | null }

function feedChange({ ref, before, row }: Written): FeedRowChange | null {
  const stands = row ?? before
  // Made and removed within one transaction: nobody ever saw it.
  if (!stands) return null
  const groupId = groupOf(ref.table, stands)
  const groupBefore = before && groupOf(ref.table, before)
  const agentId = tables[ref.table].scope === 'agent' ? String(stands['agentId']) : null
  return {
    kind: row ? 'row' : 'tombstone',
    table: ref.table,
    rowId: ref.id,
    groupId,
    prevGroupIds: groupBefore !== null && groupBefore !== groupId ? [groupBefore] : [],
    agentId,
  }
}

type Concerned = {
  readonly touched: Set<string>
  readonly made: Set<string>
  readonly removed: Set<string>
  /** Whose tickets guests may see others of than before, whoever holds the customer. */
  readonly resighted: Set<string>
}

/** Rows that hold a customer on somebody's laptop, or keep it fresh. */
const HOLDING: ReadonlySet<string> = new Set(['keeps', 'leases', 'followUps', 'promises'])

/** Customers whose audience may be another now, those made and those removed in this transaction. */
function concerned(written: readonly Written[], rule: ScopeRule): Concerned {
  const touched = new Set<string>()
  const made = new Set<string>()
  const removed = new Set<string>()
  const resighted = new Set(rule.scopeGuests ? resightedBy(written) : [])
  for (const { ref, before, row } of written) {
    if (ref.table === 'customers' && !before && row) {
      made.add(ref.id)
      touched.add(ref.id)
    }
    if (ref.table === 'customers' && !row) removed.add(ref.id)
    if (ref.table === 'customers' && before?.['mergedIntoId'] !== row?.['mergedIntoId'])
      for (const id of [ref.id, before?.['mergedIntoId'], row?.['mergedIntoId']])
        if (typeof id === 'string') touched.add(id)
    const isMoved = ref.table === 'threads' ? hasMoved(before, row, rule) : HOLDING.has(ref.table)
    if (!isMoved) continue
    for (const each of [before, row])
      if (typeof each?.['customerId'] === 'string') touched.add(each['customerId'])
  }
  return { touched, made, removed, resighted }
}

/** Customers of threads that came to or left a team's tickets, and of what says that a colleague had better answer. */
function resightedBy(written: readonly Written[]): readonly string[] {
  const newTickets = new Set(
    written.flatMap(({ ref, before }) => (ref.table === 'tickets' && !before ? [ref.id] : [])),
  )
  const isOfNewTicket = (row: AnyRow | null): boolean => newTickets.has(String(row?.['ticketId']))
  return written.flatMap(({ ref, before, row }) => {
    const isMoved = ref.table === 'threads' && before?.['teamId'] !== row?.['teamId'] && !isOfNewTicket(row)
    const customerId = (row ?? before)?.['customerId']
    return (isMoved || speaksForColleagues(ref.table)) && typeof customerId === 'string' ? [customerId] : []
  })
}

const PLACE = ['customerId', 'teamId', 'assigneeId']
function hasMoved(before: AnyRow | null, row: AnyRow | null, rule: ScopeRule): boolean {
  if (PLACE.some(column => before?.[column] !== row?.[column])) return true
  // One that was fresh and is fresh says nothing new, and that is nearly all that ever happens to threads.
  return isAged(rule) && !(isFreshRow(before, rule) && isFreshRow(row, rule))
}

function isFreshRow(row: AnyRow | null, rule: ScopeRule): boolean {
  if (!row) return false
  const isOpen = row['state'] !== 'solved' && row['state'] !== 'closed'
  const lastActivityAtMs = Number(row['lastActivityAtMs'])
  return isFresh({ teamId: null, assigneeId: null, isOpen, lastActivityAtMs }, rule)
}

/** Whose teams are others: what they have fetched may not be theirs to fetch any more. */
async function keptByMovers(tx: HubTx, written: readonly Written[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const { ref, before, row } of written) {
    if (ref.table !== 'agents' || JSON.stringify(before?.['teamIds']) === JSON.stringify(row?.['teamIds']))
      continue
    const keeps = await tx.many({ table: 'keeps', where: { agentId: ref.id }, above: null })
    found.push(...keeps.flatMap(keep => (typeof keep['customerId'] === 'string' ? [keep['customerId']] : [])))
  }
  return found
}

/** An agent who wants less, or more again, is sent to a fresh snapshot. */
async function settleLimits(tx: HubTx, written: readonly Written[]): Promise<void> {
  for (const { ref, before, row } of written) {
    const agentId = (row ?? before)?.['agentId']
    if (ref.table === 'scopePolicies' && typeof agentId === 'string') await tx.bumpScopeStamp(agentId)
  }
}

/** Whoever becomes a guest where audiences name no teams would see either nothing or everything. */
function assertKeptForGuests(rule: ScopeRule, written: readonly Written[]): void {
  const isGuest = ({ ref, row }: Written): boolean => ref.table === 'agents' && row?.['role'] === 'guest'
  invariant(rule.scopeGuests || !written.some(isGuest), 'audiences are kept before somebody is a guest')
}

/** Writes the audiences that changed; answers the scope entries that tell laptops. */
async function settleAudiences(
  tx: HubTx,
  rule: ScopeRule,
  written: readonly Written[],
): Promise<readonly FeedScopeChange[]> {
  const { touched, made, removed, resighted } = concerned(written, rule)
  // The tombstones go to everybody; an audience of nobody keeps "everybody's, having no threads" from being said.
  await tx.setAudiences(new Map([...removed].map(id => [id, []])))
  // Where everybody gets everything nothing can move; new customers only get their audience.
  const moved = isUnbounded(rule) ? made : touched
  if (!isUnbounded(rule)) for (const id of await keptByMovers(tx, written)) touched.add(id)
  const ids = [...new Set([...moved, ...resighted])].filter(id => !removed.has(id)).toSorted()
  return ids.length === 0 ? [] : recomputeAudiences(tx, { rule, customerIds: ids, made, resighted })
}

type Recompute = {
  readonly rule: ScopeRule
  readonly customerIds: readonly string[]
  /** Customers whose rows are all new in the feed: they need no scope entry, their rows come by themselves. */
  readonly made: ReadonlySet<string>
  /** Customers who get an entry though the same people hold them. */
  readonly resighted?: ReadonlySet<string>
}

/** Sets the audiences of customers from their rows as written; answers a scope entry for each that changed. */
export async function recomputeAudiences(
  tx: HubTx,
  { rule, customerIds, made, resighted }: Recompute,
): Promise<readonly FeedScopeChange[]> {
  const { before, families } = await lockFamilies(tx, rule, customerIds)
  const all = families.flat()
  const places = isUnbounded(rule) ? [] : await tx.threadPlaces(all)
  const holds = isUnbounded(rule) ? null : await tx.groupHolds(all, rule.scopeAsOfMs)
  const byCustomer = Map.groupBy(places, place => place.customerId)
  const changed = new Map<string, readonly string[]>()
  const entries: FeedScopeChange[] = []
  for (const family of families) {
    const keys = audienceOf(
      rule,
      family.flatMap(id => byCustomer.get(id) ?? []),
      joinHolds(family.flatMap(id => holds?.get(id) ?? [])),
    )
    for (const groupId of family) {
      const keysBefore = before.get(groupId) ?? []
      const isSame = keysBefore.join(' ') === keys.join(' ')
      if (!isSame) changed.set(groupId, keys)
      else if (!resighted?.has(groupId)) continue
      if (!made.has(groupId)) entries.push({ kind: 'scope', groupId, keysBefore })
    }
  }
  await tx.setAudiences(changed)
  return entries
}

/** What is to be published for everything written, rows first. */
export async function settle(
  tx: HubTx,
  rule: ScopeRule,
  rows: Iterable<Written>,
): Promise<readonly FeedChange[]> {
  const written = [...rows]
  assertKeptForGuests(rule, written)
  await settleLimits(tx, written)
  const scopes = await settleAudiences(tx, rule, written)
  return [...written.flatMap(entry => feedChange(entry) ?? []), ...scopes]
}

/** Version of each published row by key. */
export function versionsOf(changes: readonly FeedChange[], lastSeq: number): ReadonlyMap<string, number> {
  const first = lastSeq - changes.length + 1
  return new Map(
    changes.flatMap((change, index) =>
      change.kind === 'scope'
        ? []
        : [[keyOf({ table: change.table, id: change.rowId }), first + index] as const],
    ),
  )
}
