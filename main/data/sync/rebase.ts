import type { WireRow } from '../../../shared/domain/codec.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import type { Actor, Change } from '../../../shared/mutations/define.ts'
import { actorIn } from './actor.ts'
import { applyChanges } from './apply-changes.ts'
import { isWrite, keyText, linksFrom, sameLinks } from './links.ts'
import { isLookup } from './outbox-store.ts'
import type { Link, OutboxEntry } from './outbox-store.ts'
import { predict } from './prediction.ts'
import { closureOf, lookupsOf } from './closure.ts'
import type { Closure } from './closure.ts'
import { rememberReads } from './remembered-reads.ts'
import { overlayRows } from './row-overlay.ts'
import type { LaptopStore, RowKey } from './store.ts'

/** A row of the hub, or its absence, with the number of its last change. */
export type Incoming = RowKey & { readonly version: number; readonly row: WireRow | null }

export type RebaseDeps = { readonly store: LaptopStore; readonly actor: () => Actor }
export type RebaseInput = {
  readonly incoming: readonly Incoming[]
  /** Rows to compute anew although the hub said nothing about them: their pending work changed. */
  readonly touched: readonly RowKey[]
  /** 'feed' comes in order and whole; an 'answer' may be late, so a row that is absent here may be gone since. */
  readonly source: 'feed' | 'answer'
}

/**
 * Puts the hub's truth under pending work: the connected rows are reset to their base and the intents on them run
 * again in order. Afterwards every row is its base plus what is pending. Call inside a transaction.
 */
export function rebase(around: RebaseDeps, { incoming, touched, source }: RebaseInput): void {
  const store = rememberReads(around.store)
  const deps = { ...around, store }
  const dirty = new Map<string, RowKey>(touched.map(key => [keyText(key), key]))
  for (const change of incoming) {
    if (!isNews(store, change, source)) continue
    if (changesRights(deps, change)) for (const key of everyPending(store)) dirty.set(keyText(key), key)
    const lookups = lookupsOf(store, change)
    setBase(store, change)
    const isPending =
      store.outbox.onRow(change.table, change.id).length > 0 ||
      [...lookups, ...lookupsOf(store, change)].some(key => store.outbox.onRow(key.table, key.id).length > 0)
    if (isPending) dirty.set(keyText(change), { table: change.table, id: change.id })
    // Old values of a row that moved are only known here.
    if (isPending) for (const key of lookups) dirty.set(keyText(key), key)
  }
  if (dirty.size > 0) replayConnected(deps, dirty)
}

/** Rows nothing is pending on anywhere: puts them as they come. Call only while the outbox is empty. */
export function takeIncoming(
  store: LaptopStore,
  incoming: readonly Incoming[],
  source: RebaseInput['source'],
): void {
  // Nothing has a base of its own then: nobody looks for one of each row.
  const plain = store.shadows.isEmpty() ? { ...store, shadows: { ...store.shadows, get: () => null } } : store
  for (const change of incoming) if (isNews(plain, change, source)) setBase(plain, change)
}

function isNews(
  store: LaptopStore,
  { table, id, version, row }: Incoming,
  source: RebaseInput['source'],
): boolean {
  const known = store.shadows.get({ table, id })?.version ?? store.rows.version(table, id)
  if (known !== null) return version > known
  if (row === null) return false
  // Everything up to this number is known here: what is absent was removed or left the scope after the answer was made.
  return source === 'feed' || version > Number(store.state.get('upToSeq') ?? 0)
}

/** All that is pending was predicted with the agent's rights: with others it may mean something else. */
function changesRights({ actor }: RebaseDeps, { table, id, row }: Incoming): boolean {
  if (table !== 'agents') return false
  const now = actor()
  if (now.id !== id) return false
  const next = row && actorIn(row)
  if (next?.role !== now.role || next.name !== now.name) return true
  return next.teamIds.join() !== now.teamIds.join()
}

const PENDING_PAGE = 200

/** What any unfinished intent looks at or writes. */
function* everyPending({ outbox }: LaptopStore): Generator<RowKey> {
  for (let after = 0; ;) {
    const page = outbox.page(after, PENDING_PAGE)
    for (const { links } of page) yield* links
    const last = page.at(-1)
    if (!last || page.length < PENDING_PAGE) return
    after = last.seq
  }
}

function setBase(store: LaptopStore, { table, id, version, row }: Incoming): void {
  if (store.shadows.get({ table, id })) store.shadows.put({ table, id }, { row, version })
  else if (row) store.rows.put(table, row, version)
  else store.rows.remove(table, id)
}

/** A replay can write rows it did not write before; then their other intents join in, and all runs again. */
function replayConnected(deps: RebaseDeps, dirty: ReadonlyMap<string, RowKey>): void {
  const seeds = new Map(dirty)
  for (;;) {
    const closure = closureOf(deps.store, [...seeds.values()])
    const { store, write } = overlayRows(deps.store)
    for (const key of closure.rows.values()) resetToBase(store, key)
    const surprises = closure.entries.flatMap(entry => replay({ ...deps, store }, entry, closure))
    write()
    if (surprises.length === 0) {
      for (const key of closure.rows.values()) dropIdleShadow(deps.store, key)
      return
    }
    for (const key of surprises) seeds.set(keyText(key), key)
  }
}

function resetToBase({ rows, shadows }: LaptopStore, key: RowKey): void {
  const base = shadows.get(key)
  if (!base) return
  if (base.row) rows.put(key.table, base.row, base.version)
  else rows.remove(key.table, key.id)
}

function dropIdleShadow({ outbox, shadows }: LaptopStore, key: RowKey): void {
  if (isLookup(key) || !shadows.get(key)) return
  if (!outbox.onRow(key.table, key.id).some(isWrite)) shadows.drop(key)
}

type Replayed = { readonly changes: readonly Change[]; readonly links: readonly Link[] }

/** What the entry does now; null when it cannot be said here (a defect, or an intent this version does not know). */
function outcomeOf({ store, actor }: RebaseDeps, entry: OutboxEntry): Replayed | null {
  if (!isMutationName(entry.name)) return null
  const mutation = mutationByName(entry.name)
  try {
    const { mutationId, nowMs, args, isReplayed } = entry
    const prediction = predict(store, mutation, { mutationId, nowMs, args, isReplayed, actor: actor() })
    const { decision } = prediction
    const changes = decision.kind === 'changes' ? decision.changes : []
    return { changes, links: linksFrom(prediction, changes) }
  } catch {
    // The hub decides about the intent; here it is kept, visibly unsent, without an effect on rows.
    return null
  }
}

/**
 * Runs an entry again; answers rows and look-ups outside of the closure that it has come to write and others touch. A row
 * of the closure counts as well: one that was away when the closure was drawn is found by look-ups only now.
 */
function replay(deps: RebaseDeps, entry: OutboxEntry, closure: Closure): readonly RowKey[] {
  const { store } = deps
  const outcome = outcomeOf(deps, entry)
  if (!outcome) return []
  applyChanges(store, outcome.changes)
  const before = store.outbox.linksOf(entry.mutationId)
  if (!sameLinks(before, outcome.links)) store.outbox.relink(entry.mutationId, outcome.links)
  const isForeign = ({ table, id }: RowKey): boolean =>
    store.outbox.onRow(table, id).some(other => !closure.has(other.mutationId))
  return outcome.links
    .filter(isWrite)
    .flatMap(link => [{ table: link.table, id: link.id }, ...lookupsOf(store, link)])
    .filter(key => !closure.rows.has(keyText(key)) && isForeign(key))
}
