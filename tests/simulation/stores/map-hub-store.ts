import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { FeedChange, HubStore, HubTx, RowRef } from '../../../server/sync/store.ts'
import { RowRefused, TryAgain } from '../../../server/sync/store.ts'
import { mapShelfWrites } from './map-hub-shelf.ts'
import { findMany, isErasure, mapReader, rowsOf } from './map-hub-reader.ts'
import type { HubState, TimedRecord } from './map-hub-state.ts'
import { UndoLog } from './undo-log.ts'
import { frozenCopy } from './frozen-copy.ts'

const NUL = String.fromCharCode(0)

function assertFits(table: TableName, fields: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(fields)) {
    const column = (tables[table].columns as Readonly<Record<string, { readonly nullable: boolean }>>)[key]
    if (!column) throw new RowRefused(`unknown column ${key}`)
    if (value === undefined || (value === null && !column.nullable)) throw new RowRefused(`${key} is missing`)
    if (JSON.stringify(value)?.includes('\\u0000') || value === NUL) throw new RowRefused(`${key} holds NUL`)
  }
}

function lockRows(state: HubState, refs: readonly RowRef[]) {
  const order = (ref: RowRef): string => `${String(tableNames.indexOf(ref.table)).padStart(3, '0')}:${ref.id}`
  return refs
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .flatMap(({ table, id }) => {
      const row = rowsOf(state, table).get(id)
      return row ? [{ table, row }] : []
    })
}

/** A transaction under way, and what it has done so far. */
type Open = {
  readonly state: HubState
  readonly undo: UndoLog
  readonly firstSeq: number
  readonly written: Set<string>
  hasPublished: boolean
}

/** A rule every transaction of the hub keeps, whatever it is for. */
export type HubRule =
  | 'the counter is taken last'
  | 'what is written stands in the feed'
  | 'an intent is decided once'
export type OnHubBreach = (rule: HubRule, facts: unknown) => void

function noteWrite(open: Open, onBreach: OnHubBreach): void {
  if (open.hasPublished) onBreach('the counter is taken last', {})
}

/** Every row that was written has an entry with a number of this transaction: else a laptop would never hear of it. */
function judge({ state, written, firstSeq }: Open, onBreach: OnHubBreach): void {
  for (const key of written) {
    const entry = state.rowFeed.get(key)
    const [table, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
    const isThere = rowsOf(state, table as TableName).has(id)
    // Made and removed by the same transaction: nobody ever saw it.
    if (!isThere && !entry) continue
    if (!entry || entry.seq <= firstSeq || entry.kind !== (isThere ? 'row' : 'tombstone'))
      onBreach('what is written stands in the feed', { key, entry, firstSeq, isThere })
  }
}

function insertRows(
  { state, undo, written }: Open,
  table: TableName,
  rows: readonly AnyRow[],
): readonly string[] {
  const target = rowsOf(state, table)
  return rows.flatMap(row => {
    assertFits(table, row)
    for (const key in tables[table].columns)
      if (row[key] === undefined) throw new RowRefused(`${key} is missing`)
    if (target.has(row.id)) return []
    undo.set(target, row.id, frozenCopy(row))
    written.add(`${table}:${row.id}`)
    return [row.id]
  })
}

function putEntry(
  { state, undo }: Open,
  change: FeedChange,
  at: { readonly seq: number; readonly atMs: number },
): void {
  if (change.kind === 'scope') {
    const record = { ...change, ...at }
    undo.set(state.scopeFeed, at.seq, record)
    state.log[at.seq - 1] = record
    return
  }
  const key = `${change.table}:${change.rowId}`
  const before = state.rowFeed.get(key)
  const earlier =
    before && before.kind !== 'scope'
      ? [...before.prevGroupIds, ...(before.groupId === null ? [] : [before.groupId])]
      : []
  const prevGroupIds = [...new Set([...earlier, ...change.prevGroupIds])].filter(id => id !== change.groupId)
  const record = { ...change, ...at, prevGroupIds }
  undo.set(state.rowFeed, key, record)
  state.log[at.seq - 1] = record
}

function publish(open: Open, changes: readonly FeedChange[], atMs: number): number {
  const { state, undo } = open
  open.hasPublished = true
  const first = state.lastSeq + 1
  undo.assign(state, 'lastSeq', state.lastSeq + changes.length)
  changes.forEach((change, index) => putEntry(open, change, { seq: first + index, atMs }))
  return state.lastSeq
}

function purgeFeed(open: Open, beforeMs: number): number {
  const { state, undo } = open
  const isTicket = (entry: TimedRecord): boolean => entry.kind === 'tombstone' && entry.table === 'tickets'
  const old = (entry: TimedRecord): boolean =>
    entry.atMs < beforeMs && entry.kind !== 'row' && !isErasure(entry) && !isTicket(entry)
  const rows = [...state.rowFeed].filter(([, entry]) => old(entry))
  const scopes = [...state.scopeFeed].filter(([, entry]) => old(entry))
  for (const [key] of rows) undo.remove(state.rowFeed, key)
  for (const [key] of scopes) undo.remove(state.scopeFeed, key)
  const highest = Math.max(state.horizonSeq, ...rows.map(([, e]) => e.seq), ...scopes.map(([, e]) => e.seq))
  undo.assign(state, 'horizonSeq', highest)
  forgetConflicts(
    open,
    rows.flatMap(([, entry]) => (entry.kind === 'scope' ? [] : [entry.rowId])),
  )
  return rows.length + scopes.length
}

function forgetConflicts({ state, undo }: Open, rowIds: readonly string[]): void {
  for (const [key, receipt] of state.receipts) {
    if (receipt.verdict.kind !== 'conflict') continue
    const ref = receipt.verdict.refs.find(({ id }) => rowIds.includes(id))
    if (ref)
      undo.set(state.receipts, key, { ...receipt, verdict: { kind: 'gone', table: ref.table, id: ref.id } })
  }
}

function rowWrites(
  open: Open,
  onBreach: OnHubBreach,
): Pick<HubTx, 'lockRows' | 'lockMany' | 'insertRows' | 'patchRows' | 'removeRows'> {
  const { state, undo } = open
  return {
    lockRows: async refs => lockRows(state, refs),
    lockMany: async reads => reads.map(read => findMany(state, read)),
    insertRows: async (table, rows) => {
      noteWrite(open, onBreach)
      return insertRows(open, table, rows)
    },
    patchRows: async (table, patches) => {
      noteWrite(open, onBreach)
      for (const { id, fields } of patches) {
        const row = rowsOf(state, table).get(id)
        if (!row) throw new RowRefused(`${table} ${id} does not exist`)
        assertFits(table, fields)
        undo.set(rowsOf(state, table), id, frozenCopy({ ...row, ...fields }))
        open.written.add(`${table}:${id}`)
      }
    },
    removeRows: async (table, ids) => {
      noteWrite(open, onBreach)
      for (const id of ids) {
        undo.remove(rowsOf(state, table), id)
        open.written.add(`${table}:${id}`)
      }
    },
  }
}

function bookWrites(
  open: Open,
  onBreach: OnHubBreach,
): Pick<
  HubTx,
  | 'lockClient'
  | 'receipts'
  | 'putReceipts'
  | 'lockAudiences'
  | 'setAudiences'
  | 'lockTicketCounter'
  | 'setTicketCounter'
  | 'publish'
> {
  const { state, undo } = open
  return {
    lockClient: async () => {},
    receipts: async (clientId, ids) => ids.flatMap(id => state.receipts.get(`${clientId}:${id}`) ?? []),
    putReceipts: async (clientId, receipts) => {
      noteWrite(open, onBreach)
      for (const receipt of receipts) {
        const key = `${clientId}:${receipt.mutationId}`
        const known = state.receipts.get(key)
        if (known) onBreach('an intent is decided once', { key, known: known.verdict, now: receipt.verdict })
        undo.set(state.receipts, key, receipt)
      }
    },
    lockAudiences: ids => mapReader(state).audiences(ids),
    setAudiences: async audiences => {
      noteWrite(open, onBreach)
      for (const [id, keys] of audiences) {
        if (keys.length === 0) undo.remove(state.audiences, id)
        else undo.set(state.audiences, id, keys)
      }
    },
    lockTicketCounter: async () => state.lastTicketNumber,
    setTicketCounter: async last => undo.assign(state, 'lastTicketNumber', last),
    publish: async (changes, atMs) => publish(open, changes, atMs),
  }
}

function adminWrites(
  open: Open,
): Pick<
  HubTx,
  | 'setScope'
  | 'setAgentCap'
  | 'setEpoch'
  | 'doubtQueued'
  | 'bumpScopeStamp'
  | 'purgeFeed'
  | 'eraseBlobs'
  | 'recordErasure'
  | 'recordExport'
  | 'recordRemoval'
  | 'recordGuest'
  | 'forgetConflicts'
  | 'savepoint'
> {
  const { state, undo } = open
  return {
    setScope: async ({ scopePolicy, ...change }) => {
      if (scopePolicy) undo.assign(state, 'scopePolicy', scopePolicy)
      undo.assign(state, 'scope', { ...state.scope, ...change })
    },
    setAgentCap: async (agentId, cap) => {
      if (cap === null) undo.remove(state.caps, agentId)
      else undo.set(state.caps, agentId, cap)
    },
    setEpoch: async epoch => undo.assign(state, 'epoch', epoch),
    doubtQueued: async _atMs => {
      const messages = rowsOf(state, 'messages')
      for (const [id, row] of messages)
        if (row['delivery'] === 'queued') undo.set(messages, id, frozenCopy({ ...row, delivery: 'unknown' }))
      const updates = rowsOf(state, 'issueUpdates')
      for (const [id, row] of updates) {
        if (row['restState'] !== 'requested' || !row['restPlan']) continue
        const restPlan = { ...row['restPlan'], mayHaveLeft: true }
        undo.set(updates, id, frozenCopy({ ...row, restPlan }))
      }
    },
    bumpScopeStamp: async agentId => {
      if (agentId === null) undo.assign(state, 'scopeStamp', state.scopeStamp + 1)
      else undo.set(state.agentStamps, agentId, (state.agentStamps.get(agentId) ?? 0) + 1)
    },
    purgeFeed: async beforeMs => purgeFeed(open, beforeMs),
    // Nobody asks for it here.
    recordErasure: async () => {},
    recordExport: async () => {},
    recordRemoval: async () => {},
    recordGuest: async () => {},
    eraseBlobs: async customerId => {
      for (const blob of state.blobs) if (blob.startsWith(`${customerId}:`)) state.blobs.delete(blob)
    },
    forgetConflicts: async rowIds => forgetConflicts(open, rowIds),
    savepoint: async fn => {
      const mark = undo.mark()
      try {
        return await fn()
      } catch (error) {
        undo.rollBackTo(mark)
        throw error
      }
    },
  }
}

export type MapHubStore = HubStore & {
  readonly state: () => HubState
  /** Puts another state in its place: a restored backup. */
  readonly replace: (state: HubState) => void
}

/** The hub's storage as maps. Transactions run one after the other, which is what serialisable means. */
export function createMapHubStore(first: HubState, onBreach: OnHubBreach = () => {}): MapHubStore {
  let state = first
  let queue: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work)
    queue = turn.catch(() => {})
    return turn
  }
  return {
    state: () => state,
    replace: next => {
      state = next
    },
    read: (_workspaceId, fn) => inTurn(() => fn(mapReader(state))),
    write: (_workspaceId, fn) =>
      inTurn(async () => {
        for (;;) {
          const open: Open = {
            state,
            undo: new UndoLog(),
            firstSeq: state.lastSeq,
            written: new Set(),
            hasPublished: false,
          }
          let last: Promise<unknown> = Promise.resolve()
          try {
            const tx = {
              ...mapReader(state),
              ...rowWrites(open, onBreach),
              ...bookWrites(open, onBreach),
              ...adminWrites(open),
              ...mapShelfWrites(open),
            }
            const result = await fn(tx, statement => {
              last = statement
              statement.catch(() => {})
            })
            await last
            judge(open, onBreach)
            return result
          } catch (error) {
            open.undo.rollBackTo(0)
            if (!(error instanceof TryAgain)) throw error
          }
        }
      }),
  }
}
