import type { AnyRow, Row, TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'
import type {
  FeedRecord,
  FeedRowChange,
  HubReader,
  OwnQueues,
  OwnTicket,
  RowRef,
  SnapshotQuery,
  SnapshotRows,
  StandingRow,
  VisiblePage,
  WorkspaceSettings,
} from '../../../server/sync/store.ts'
import type { SnapshotAfter } from '../../../server/sync/cursor.ts'
import { mapIssueCounts } from './map-issue-counts.ts'
import { mapShelfReads } from './map-hub-shelf.ts'
import { limitsOf, mapScopeReads, scopeOf } from './map-hub-scope.ts'
import type { HubState, TimedRecord } from './map-hub-state.ts'

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0
const OPEN_STATES: readonly unknown[] = ['open', 'pending', 'snoozed']

export function rowsOf(state: HubState, table: TableName): Map<string, AnyRow> {
  const rows = state.rows.get(table)
  if (!rows) throw new Error(`No such table: ${table}`)
  return rows
}

function matches(row: AnyRow, { where, above }: ManyRead): boolean {
  for (const key in where) if (row[key] !== where[key]) return false
  const value = above && row[above.column]
  return above === null || (typeof value === 'number' && value > above.value)
}

export function findMany(state: HubState, read: ManyRead): readonly AnyRow[] {
  assertIndexed(read)
  const found: AnyRow[] = []
  for (const row of rowsOf(state, read.table).values()) if (matches(row, read)) found.push(row)
  return found.length < 2 ? found : found.toSorted(byId)
}

function standing(state: HubState, ref: RowRef): StandingRow {
  const row = rowsOf(state, ref.table).get(ref.id) ?? null
  const version = state.rowFeed.get(`${ref.table}:${ref.id}`)?.seq ?? 0
  return { table: ref.table, id: ref.id, version, row }
}

function ownTickets(state: HubState, { agentId, teamIds, limit }: OwnQueues): readonly OwnTicket[] {
  const newest = (pick: (row: AnyRow) => boolean): readonly AnyRow[] =>
    [...rowsOf(state, 'threads').values()]
      .filter(row => OPEN_STATES.includes(row['state']) && pick(row))
      .toSorted((a, b) => Number(b['lastActivityAtMs']) - Number(a['lastActivityAtMs']))
  const own = newest(row => row['assigneeId'] === agentId)
  const ofTeams = newest(row => teamIds.includes(String(row['teamId'])))
  const found = new Map([...own, ...ofTeams].map(row => [String(row['ticketId']), String(row['customerId'])]))
  return [...found].slice(0, limit).map(([ticketId, customerId]) => ({ ticketId, customerId }))
}

const visibleCustomers = (state: HubState, { keys, from, limit }: VisiblePage): readonly string[] =>
  [...state.audiences]
    .filter(([customerId, audience]) => customerId >= from && audience.some(key => keys.includes(key)))
    .map(([customerId]) => customerId)
    .toSorted()
    .slice(0, limit)

const placeIn = (query: SnapshotQuery, row: AnyRow): SnapshotAfter => {
  const { scope, groupColumn } = tables[query.table]
  const isGrouped = query.of.kind === 'customers' && scope === 'customer'
  return { customerId: isGrouped ? String(row[groupColumn ?? 'id']) : '', id: row.id }
}

const isBehind = (place: SnapshotAfter, after: SnapshotAfter): boolean =>
  place.customerId === after.customerId ? place.id > after.id : place.customerId > after.customerId

/** Same choice as the database makes: whole tables for everybody, private rows by owner, others as asked. */
function isInSnapshot({ table, of, agentId }: SnapshotQuery, row: AnyRow): boolean {
  const { scope, groupColumn } = tables[table]
  if (scope === 'agent') return row['agentId'] === agentId
  if (scope === 'workspace' || groupColumn === null || of.kind === 'all') return true
  const customerId = String(row[groupColumn])
  if (of.kind === 'customers') return of.customerIds.includes(customerId)
  const ticketId = table === 'tickets' ? row.id : row['ticketId']
  return of.tickets.some(
    own => own.customerId === customerId && (ticketId === undefined || own.ticketId === ticketId),
  )
}

function snapshotRows(state: HubState, query: SnapshotQuery): SnapshotRows {
  const columns = Object.keys(tables[query.table].columns)
  const rows = [...rowsOf(state, query.table).values()]
    .filter(row => isInSnapshot(query, row) && isBehind(placeIn(query, row), query.after))
    .toSorted((a, b) => (isBehind(placeIn(query, a), placeIn(query, b)) ? 1 : -1))
    .slice(0, query.limit)
  const lines = rows.map(row => JSON.stringify(columns.map(column => row[column])))
  const last = rows.at(-1)
  return {
    lines,
    count: rows.length,
    last: last ? placeIn(query, last) : query.after,
    isEnd: rows.length < query.limit,
  }
}

/** Customers are removed only when the person is erased. */
export const isErasure = (entry: TimedRecord): entry is TimedRecord & FeedRowChange =>
  entry.kind === 'tombstone' && entry.table === 'customers'

const isGone = (state: HubState, table: TableName, id: string): boolean =>
  state.rowFeed.get(`${table}:${id}`)?.kind === 'tombstone'

/** The erased customer a removed row of the ticket belonged to. */
export function erasedBehind(state: HubState, ticketId: string): string | null {
  const entry = state.rowFeed.get(`tickets:${ticketId}`)
  const customerId = entry?.kind === 'tombstone' ? entry.groupId : null
  return customerId !== null && isGone(state, 'customers', customerId) ? customerId : null
}

/** Removed rows of these customers. */
export const formerRows = (state: HubState, customerIds: readonly string[]): readonly RowRef[] =>
  [...state.rowFeed.values()].flatMap(entry =>
    entry.kind === 'tombstone' && customerIds.includes(String(entry.groupId))
      ? [{ table: entry.table, id: entry.rowId }]
      : [],
  )

const standsIn = (state: HubState, record: TimedRecord): boolean =>
  record.kind === 'scope'
    ? state.scopeFeed.has(record.seq)
    : state.rowFeed.get(`${record.table}:${record.rowId}`)?.seq === record.seq

function feedPage(state: HubState, after: number, limit: number): readonly FeedRecord[] {
  const page: FeedRecord[] = []
  for (let seq = after + 1; seq <= state.lastSeq && page.length < limit; seq += 1) {
    const record = state.log[seq - 1]
    if (!record || !standsIn(state, record)) continue
    const { atMs: _atMs, ...entry } = record
    page.push(entry)
  }
  return page
}

function groupRows(state: HubState, customerIds: readonly string[]) {
  return tableNames.flatMap(table => {
    const { groupColumn } = tables[table]
    if (groupColumn === null) return []
    return [...rowsOf(state, table).values()]
      .filter(row => customerIds.includes(String(row[groupColumn])))
      .toSorted(byId)
      .map(row => ({ table, row }))
  })
}

const erasedSince = (state: HubState, seq: number): readonly string[] =>
  [...state.rowFeed.values()]
    .flatMap(entry => (isErasure(entry) && entry.seq > seq ? [entry] : []))
    .toSorted((a, b) => a.seq - b.seq)
    .map(entry => entry.rowId)

const settingsOf = (state: HubState): WorkspaceSettings => ({
  ...scopeOf(state),
  id: state.workspaceId,
  name: 'Simulated',
  slug: 'simulated',
  epoch: state.epoch,
  scopeStamp: state.scopeStamp,
})

/** The reading half of the map storage. Every answer is a value of its own: later writes do not change it. */
export function mapReader(state: HubState): HubReader {
  return {
    ...mapScopeReads(state),
    ...mapIssueCounts(state),
    workspaceId: state.workspaceId,
    settings: async () => settingsOf(state),
    viewer: async agentId => ({
      settings: settingsOf(state),
      agent: (rowsOf(state, 'agents').get(agentId) as Row<'agents'> | undefined) ?? null,
      agentStamp: state.agentStamps.get(agentId) ?? 0,
      limits: limitsOf(state, agentId),
      head: { seq: state.lastSeq, horizonSeq: state.horizonSeq },
    }),
    rows: async (table, ids) => ids.flatMap(id => rowsOf(state, table).get(id) ?? []).toSorted(byId),
    many: async read => findMany(state, read),
    standing: async refs => refs.map(ref => standing(state, ref)),
    audiences: async ids =>
      new Map(
        ids.flatMap(id => (state.audiences.has(id) ? [[id, state.audiences.get(id) ?? []] as const] : [])),
      ),
    groupRows: async ids => groupRows(state, ids),
    ownTickets: async own => ownTickets(state, own),
    visibleCustomers: async page => visibleCustomers(state, page),
    customerIds: async ({ after, limit }) =>
      [...rowsOf(state, 'customers').keys()]
        .filter(id => id > after)
        .toSorted()
        .slice(0, limit),
    head: async () => ({ seq: state.lastSeq, horizonSeq: state.horizonSeq }),
    feed: async ({ after, limit }) => feedPage(state, after, limit),
    erasedSince: async seq => erasedSince(state, seq),
    formerRows: async ids => formerRows(state, ids),
    erasedBehind: async ids => ids.flatMap(id => erasedBehind(state, id) ?? [])[0] ?? null,
    expectedRows: async () => [...state.rows.values()].reduce((sum, rows) => sum + rows.size, 0),
    snapshotRows: async query => snapshotRows(state, query),
    ...mapShelfReads(state),
    agentStamp: async agentId => state.agentStamps.get(agentId) ?? 0,
    missingBlobs: async blobs => blobs.filter(blob => !state.blobs.has(`${blob.customerId}:${blob.sha256}`)),
  }
}
