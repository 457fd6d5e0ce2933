import { groupOf } from '../../shared/domain/codec.ts'
import type { AnyRow } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import { keyOf } from './row-book.ts'
import { audienceOf } from './scope.ts'
import type { FeedChange, FeedRowChange, FeedScopeChange, HubTx, RowRef, ScopePolicy } from './store.ts'

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

type Concerned = { readonly touched: Set<string>; readonly made: Set<string>; readonly removed: Set<string> }

/** Customers whose audience may be another now, those made and those removed in this transaction. */
function concerned(written: readonly Written[]): Concerned {
  const touched = new Set<string>()
  const made = new Set<string>()
  const removed = new Set<string>()
  for (const { ref, before, row } of written) {
    if (ref.table === 'customers' && !before && row) {
      made.add(ref.id)
      touched.add(ref.id)
    }
    if (ref.table === 'customers' && !row) removed.add(ref.id)
    if (ref.table !== 'threads' || !hasMoved(before, row)) continue
    for (const thread of [before, row]) if (thread) touched.add(String(thread['customerId']))
  }
  return { touched, made, removed }
}

const PLACE = ['customerId', 'teamId', 'assigneeId']
const hasMoved = (before: AnyRow | null, row: AnyRow | null): boolean =>
  PLACE.some(column => before?.[column] !== row?.[column])

/** Writes the audiences that changed; answers the scope entries that tell laptops. */
async function settleAudiences(
  tx: HubTx,
  policy: ScopePolicy,
  written: readonly Written[],
): Promise<readonly FeedScopeChange[]> {
  const { touched, made, removed } = concerned(written)
  // The tombstones go to everybody; an audience of nobody keeps "everybody's, having no threads" from being said.
  await tx.setAudiences(new Map([...removed].map(id => [id, []])))
  // Where everybody gets everything nothing can move; new customers only get their audience.
  const ids = [...(policy === 'everything' ? made : touched)].filter(id => !removed.has(id)).toSorted()
  return ids.length === 0 ? [] : recomputeAudiences(tx, { policy, customerIds: ids, made })
}

type Recompute = {
  readonly policy: ScopePolicy
  readonly customerIds: readonly string[]
  /** Customers whose rows are all new in the feed: they need no scope entry, their rows come by themselves. */
  readonly made: ReadonlySet<string>
}

/** Sets the audiences of customers from their threads as written; answers a scope entry for each that changed. */
export async function recomputeAudiences(
  tx: HubTx,
  { policy, customerIds, made }: Recompute,
): Promise<readonly FeedScopeChange[]> {
  const before = await tx.lockAudiences(customerIds)
  const places = policy === 'everything' ? [] : await tx.threadPlaces(customerIds)
  const byCustomer = Map.groupBy(places, place => place.customerId)
  const changed = new Map<string, readonly string[]>()
  const entries: FeedScopeChange[] = []
  for (const groupId of customerIds) {
    const keysBefore = before.get(groupId) ?? []
    const keys = audienceOf(policy, byCustomer.get(groupId) ?? [])
    if (keysBefore.join(' ') === keys.join(' ')) continue
    changed.set(groupId, keys)
    if (!made.has(groupId)) entries.push({ kind: 'scope', groupId, keysBefore })
  }
  await tx.setAudiences(changed)
  return entries
}

/** What is to be published for everything written, rows first. */
export async function settle(
  tx: HubTx,
  policy: ScopePolicy,
  rows: Iterable<Written>,
): Promise<readonly FeedChange[]> {
  const written = [...rows]
  const scopes = await settleAudiences(tx, policy, written)
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
