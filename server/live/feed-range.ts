import { groupOf } from '../../shared/domain/codec.ts'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import type { FeedEntry } from '../../shared/protocol/pull.ts'
import type { Audiences, Meaning } from '../sync/scope.ts'
import type { Viewer } from '../sync/scope.ts'
import { isUnbounded, meaningOf } from '../sync/scope.ts'
import type { FeedRecord, HubReader, HubStore, ScopeRule } from '../sync/store.ts'
import { together } from '../sync/together.ts'
import type { FeedPart } from '../sync/feed-part.ts'
import { MOST_IN_A_HINT } from '../sync/feed-part.ts'
import { readersOf, readersWithoutLimits } from './readers-of.ts'
import type { LiveReader } from './sink.ts'

type RangeContent = {
  readonly viewerOf: (reader: LiveReader) => Viewer
  /** Everybody may see every customer, and nothing of it is private or about who sees what: one reader stands for all. */
  readonly isSameForAll: boolean
  readonly records: readonly FeedRecord[]
  readonly audiences: Audiences
  /** Rows as they stand, by `table/id`. */
  readonly rows: ReadonlyMap<string, AnyRow>
}

/** What changed since `fromSeq`, as one consistent view, before it is looked at with anybody's eyes. */
export type FeedRange = {
  readonly fromSeq: number
  readonly toSeq: number
  /** Null: too much for a hint; readers are given the number only and pull. */
  readonly content: RangeContent | null
  /** An agent's rights may have changed, so the readers' sessions must be looked at before anything is sent. */
  readonly touchesAgents: boolean
}

/** Reads the feed behind `fromSeq`, once for all readers of the workspace on this copy. */
export function readFeedRange(store: HubStore, workspaceId: string, fromSeq: number): Promise<FeedRange> {
  return store.read(workspaceId, async tx => {
    const [{ seq: toSeq }, records, rule] = await together([
      tx.head(),
      tx.feed({ after: fromSeq, limit: MOST_IN_A_HINT + 1 }),
      tx.settings(),
    ])
    if (records.length > MOST_IN_A_HINT) return { fromSeq, toSeq, content: null, touchesAgents: true }
    const touchesAgents = records.some(record => record.kind !== 'scope' && record.table === 'agents')
    return { fromSeq, toSeq, content: await readContent(tx, rule, records), touchesAgents }
  })
}

/** What is known from those who published it, as reading it would find it. */
export function rangeOf({ fromSeq, toSeq, rule, records, rows }: FeedPart): FeedRange {
  const viewerOf = readersWithoutLimits(rule)
  const content = { viewerOf, isSameForAll: true, records, audiences: new Map(), rows }
  return { fromSeq, toSeq, content, touchesAgents: false }
}

async function readContent(
  tx: HubReader,
  rule: ScopeRule,
  records: readonly FeedRecord[],
): Promise<RangeContent> {
  const groups = new Set(records.flatMap(groupsOf))
  const isSameForAll =
    isUnbounded(rule) &&
    records.every(record => record.kind !== 'scope' && tables[record.table].scope !== 'agent')
  const [audiences, rows, viewerOf] = await together<
    [Audiences, RangeContent['rows'], RangeContent['viewerOf']]
  >([
    isUnbounded(rule) ? Promise.resolve(new Map()) : tx.audiences([...groups]),
    readRows(tx, records),
    readersOf(tx, rule),
  ])
  return { viewerOf, isSameForAll, records, audiences, rows }
}

const groupsOf = (record: FeedRecord): readonly string[] => {
  const now = record.groupId === null ? [] : [record.groupId]
  return record.kind === 'scope' ? now : [...now, ...record.prevGroupIds]
}

async function readRows(tx: HubReader, records: readonly FeedRecord[]): Promise<ReadonlyMap<string, AnyRow>> {
  const wanted = Map.groupBy(
    records.flatMap(record => (record.kind === 'row' ? [record] : [])),
    ({ table }) => table,
  )
  const read = async ([table, refs]: readonly [TableName, readonly { readonly rowId: string }[]]) => {
    const rows = await tx.rows(
      table,
      refs.map(({ rowId }) => rowId),
    )
    return rows.map(row => [`${table}/${row.id}`, row] as const)
  }
  return new Map((await together([...wanted].map(read))).flat())
}

export type View = { readonly place: number; readonly meaning: Meaning; readonly entry: FeedEntry }

/**
 * The entries of a range as one reader gets them; null when a hint cannot say it: a customer that comes into scope
 * brings all its rows, which only the pull reads.
 */
export function viewsOf(content: RangeContent, reader: LiveReader): readonly View[] | null {
  const { records, audiences, rows } = content
  const viewer = content.viewerOf(reader)
  // What a guest is given of a row takes more looking up than a hint is worth.
  if (viewer.guest) return null
  const views: View[] = []
  for (const [place, record] of records.entries()) {
    const meaning = meaningOf(record, viewer, audiences)
    if (meaning === 'none') continue
    const entry = entryOf(record, meaning, rows)
    if (!entry) return null
    views.push({ place, meaning, entry })
  }
  return views
}

function entryOf(record: FeedRecord, meaning: Meaning, rows: RangeContent['rows']): FeedEntry | null {
  if (record.kind === 'scope') {
    return meaning === 'leave' ? { kind: 'leave', seq: record.seq, customerId: record.groupId } : null
  }
  const { seq, table, rowId: id, groupId } = record
  if (meaning === 'tombstone' || meaning === 'evict') return { kind: meaning, seq, table, id }
  const row = rows.get(`${table}/${id}`)
  // The audience was judged by the feed's customer: a row that says another one is left to the pull.
  if (!row || groupOf(table, row) !== groupId) return null
  return { kind: 'row', seq, table, id, row }
}
