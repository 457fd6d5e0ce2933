import type { AnyRow, Row, TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'
import type {
  FeedRecord,
  FeedRowChange,
  HubReader,
  OwnQueues,
  RowRef,
  SnapshotQuery,
  StandingRow,
  WorkspaceSettings,
} from '../../../server/sync/store.ts'
import { mapIssueCounts } from './map-issue-counts.ts'
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

function ownCustomers(state: HubState, { agentId, teamIds, limit }: OwnQueues): readonly string[] {
  const newest = (pick: (row: AnyRow) => boolean): readonly string[] =>
    [...rowsOf(state, 'threads').values()]
      .filter(row => OPEN_STATES.includes(row['state']) && pick(row))
      .toSorted((a, b) => Number(b['lastActivityAtMs']) - Number(a['lastActivityAtMs']))
      .map(row => String(row['customerId']))
  const own = newest(row => row['assigneeId'] === agentId)
  const ofTeams = newest(row => teamIds.includes(String(row['teamId'])))
  return [...new Set([...own, ...ofTeams])].slice(0, limit)
}

/** Same scope test as the feed's: whole tables for everybody, customers by audience, private rows by owner. */
function isInSnapshot(state: HubState, query: SnapshotQuery, row: AnyRow): boolean {
  const { scope, groupColumn } = tables[query.table]
  if (scope === 'agent') return row['agentId'] === query.agentId
  if (scope === 'workspace' || groupColumn === null) return true
  const customerId = String(row[groupColumn])
  if (query.customerIds && !query.customerIds.includes(customerId)) return false
  if (query.keys === null) return true
  const audience = state.audiences.get(customerId) ?? []
  return audience.some(key => query.keys?.includes(key))
}

function snapshotRows(state: HubState, query: SnapshotQuery) {
  const columns = Object.keys(tables[query.table].columns)
  const rows = [...rowsOf(state, query.table).values()]
    .filter(row => row.id > query.after && isInSnapshot(state, query, row))
    .toSorted(byId)
    .slice(0, query.limit)
  const lines = rows.map(row => JSON.stringify(columns.map(column => row[column])))
  return {
    lines: new TextEncoder().encode(lines.join('\n')),
    count: rows.length,
    lastId: rows.at(-1)?.id ?? query.after,
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
    ownCustomers: async own => ownCustomers(state, own),
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
    agentStamp: async agentId => state.agentStamps.get(agentId) ?? 0,
    missingBlobs: async blobs => blobs.filter(blob => !state.blobs.has(`${blob.customerId}:${blob.sha256}`)),
  }
}
