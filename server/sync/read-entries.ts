import { invariant } from '../../shared/assert.ts'
import { groupOf } from '../../shared/domain/codec.ts'
import type { FeedEntry } from '../../shared/protocol/pull.ts'
import { keyOf } from './row-book.ts'
import type { Audiences, Meaning, Viewer } from './scope.ts'
import { meaningOf } from './scope.ts'
import { organisationsAlong, sightOf } from './sight.ts'
import type { Sight } from './sight.ts'
import type { FeedRecord, HubReader, TableRow } from './store.ts'
import { together } from './together.ts'

/** Feed entries looked at for one page, at most: an agent with a narrow scope passes over many. */
const SCAN_LIMIT = 10_000

export type EntryQuery = {
  readonly viewer: Viewer
  readonly after: number
  /** The feed's highest number of this transaction. */
  readonly upTo: number
  readonly limit: number
}
export type Entries = {
  readonly entries: readonly FeedEntry[]
  /** Everything up to here has been looked at. */
  readonly seq: number
}

type Judged = { readonly record: FeedRecord; readonly meaning: Exclude<Meaning, 'none'> }

/** Entries that concern the viewer, until `limit` rows are together, the feed ends or enough has been passed over. */
export async function readEntries(
  tx: HubReader,
  { viewer, after, upTo, limit }: EntryQuery,
): Promise<Entries> {
  const entries: FeedEntry[] = []
  let seq = after
  for (let scanned = 0, rows = 0; seq < upTo && rows < limit && scanned < SCAN_LIMIT;) {
    const records = await tx.feed({ after: seq, limit: limit - rows })
    const part = await toEntries(tx, { viewer, judged: await judge(tx, viewer, records), room: limit - rows })
    entries.push(...part.entries)
    scanned += records.length
    rows += part.rows
    seq = part.cutAt ?? records.at(-1)?.seq ?? upTo
    if (part.cutAt !== null) break
  }
  return { entries, seq }
}

async function judge(
  tx: HubReader,
  viewer: Viewer,
  records: readonly FeedRecord[],
): Promise<readonly Judged[]> {
  const audiences = viewer.policy === 'everything' ? new Map() : await tx.audiences(groupsOf(records))
  return records.flatMap(record => {
    const meaning = meaningOf(record, viewer, audiences as Audiences)
    return meaning === 'none' ? [] : [{ record, meaning }]
  })
}

function groupsOf(records: readonly FeedRecord[]): readonly string[] {
  const groups = records.flatMap(record =>
    record.kind === 'scope'
      ? [record.groupId]
      : [...(record.groupId ?? '').split(' '), ...record.prevGroupIds],
  )
  return [...new Set(groups)].filter(id => id !== '')
}

type Part = { readonly entries: readonly FeedEntry[]; readonly rows: number; readonly cutAt: number | null }

type Wanted = { readonly viewer: Viewer; readonly judged: readonly Judged[]; readonly room: number }

async function toEntries(tx: HubReader, { viewer, judged, room }: Wanted): Promise<Part> {
  const rows = await readRows(tx, judged)
  const sight = await sightOf(tx, viewer, [...rows.values()])
  const along = await organisationsAlong(tx, viewer, [...rows.values()])
  const entries: FeedEntry[] = []
  let count = 0
  for (const [index, { record, meaning }] of judged.entries()) {
    const entry = await toEntry({ tx, viewer, sight, rows }, { record, meaning })
    const all = entry ? [entry, ...withOrganisation(entry, along)] : []
    entries.push(...all)
    count += entry?.kind === 'enter' ? 1 + entry.rows.length : Math.max(1, all.length)
    const isLast = index === judged.length - 1
    // A customer with thousands of rows fills the page by itself; what follows comes with the next.
    if (count >= room && !isLast) return { entries, rows: count, cutAt: record.seq }
  }
  return { entries, rows: count, cutAt: null }
}

/** Behind the customer, so that whoever lets go what no customer names finds it named. */
function withOrganisation(entry: FeedEntry, along: readonly TableRow[]): readonly FeedEntry[] {
  if (entry.kind !== 'row' || entry.table !== 'customers') return []
  const { seq } = entry
  const own = along.filter(({ row }) => row.id === entry.row['organisationId'])
  return own.map(({ table, row }) => ({ kind: 'row', seq, table, id: row.id, row }))
}

async function readRows(tx: HubReader, judged: readonly Judged[]): Promise<ReadonlyMap<string, TableRow>> {
  const found = new Map<string, TableRow>()
  const wanted = judged.flatMap(({ record, meaning }) =>
    meaning === 'row' && record.kind === 'row' ? [record] : [],
  )
  const byTable = [...Map.groupBy(wanted, record => record.table)]
  const read = byTable.map(([table, records]) =>
    tx.rows(
      table,
      records.map(record => record.rowId),
    ),
  )
  for (const [index, rows] of (await together(read)).entries()) {
    const table = byTable[index]?.[0]
    if (table) for (const row of rows) found.set(keyOf({ table, id: row.id }), { table, row })
  }
  return found
}

type Looked = {
  readonly tx: HubReader
  readonly viewer: Viewer
  readonly sight: Sight
  readonly rows: ReadonlyMap<string, TableRow>
}

/** Null: nothing of it is for this viewer, and nothing of it ever was. */
async function toEntry(
  { tx, viewer, sight, rows }: Looked,
  { record, meaning }: Judged,
): Promise<FeedEntry | null> {
  const { seq } = record
  if (record.kind === 'scope') {
    const customerId = record.groupId
    return meaning === 'enter'
      ? enterEntry(tx, viewer, { seq, customerId })
      : { kind: 'leave', seq, customerId }
  }
  const { table, rowId: id } = record
  if (meaning !== 'row') return { kind: meaning === 'evict' ? 'evict' : 'tombstone', seq, table, id }
  const stands = rows.get(keyOf({ table, id }))
  invariant(stands, 'every row entry of the feed has its row')
  const row = sight.seen(stands)
  if (row) return { kind: 'row', seq, table, id, row }
  return sight.isHidden(stands) ? { kind: 'evict', seq, table, id } : null
}

type Entering = { readonly seq: number; readonly customerId: string }

/** The whole customer, whatever the age of its rows: the laptop has nothing of it, or other tickets than it is to have. */
async function enterEntry(tx: HubReader, viewer: Viewer, { seq, customerId }: Entering): Promise<FeedEntry> {
  const rows = await tx.groupRows([customerId])
  invariant(
    rows.every(({ table, row }) => groupOf(table, row) === customerId),
    'a group holds its own rows only',
  )
  const sight = await sightOf(tx, viewer, rows)
  const seen = rows.flatMap(({ table, row }) => {
    const given = sight.seen({ table, row })
    return given ? [{ table, id: given.id, row: given }] : []
  })
  const along = await organisationsAlong(tx, viewer, rows)
  const organisations = along.map(({ table, row }) => ({ table, id: row.id, row }))
  return { kind: 'enter', seq, customerId, rows: [...seen, ...organisations] }
}
