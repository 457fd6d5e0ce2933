import { splitWireRow, toDomain } from '../../shared/domain/codec.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { isTableName, tableNames } from '../../shared/domain/tables.ts'
import type { FeedEntry } from '../../shared/protocol/pull.ts'
import { PULL_LIMIT } from '../../shared/protocol/version.ts'
import { shape, toSql } from '../../main/data/db/row-codec.ts'
import type { Connection, SqlValue } from '../../main/data/db/types.ts'
import type { Remote } from '../../main/data/remote/remote.ts'
import { hashTables, keyColumns } from './rows-in-memory.ts'
import type { BoundRows } from './rows-in-memory.ts'

export type ChangedRows = {
  /** In the order of the feed, cut where the table changes. */
  readonly parts: readonly BoundRows[]
  readonly idsOf: ReadonlyMap<TableName, readonly string[]>
  readonly rowCount: number
  readonly upToSeq: number
}

async function entriesBehind(
  remote: Remote,
  from: string,
): Promise<{ entries: readonly FeedEntry[]; upToSeq: number }> {
  const entries: FeedEntry[] = []
  for (let cursor = from; ;) {
    const answer = await remote.pull({ cursor, limit: PULL_LIMIT })
    if (!answer.ok || answer.value.kind !== 'page') throw new Error('The pull before the measurement failed')
    entries.push(...answer.value.entries)
    cursor = answer.value.cursor
    if (!answer.value.more) return { entries, upToSeq: answer.value.upTo ?? 0 }
  }
}

/** Everything behind a cursor as statements bind it: the rows a catch-up brings, already in memory. */
export async function changedRows(remote: Remote, from: string): Promise<ChangedRows> {
  const { entries, upToSeq } = await entriesBehind(remote, from)
  const parts: { table: TableName; rows: SqlValue[][] }[] = []
  const idsOf = new Map<TableName, string[]>()
  for (const entry of entries) {
    if (entry.kind !== 'row' || !isTableName(entry.table))
      throw new Error(`Not a change of a row: ${entry.kind}`)
    const { table } = entry
    const { row } = splitWireRow(table, entry.row)
    const values = [...shape(table).columns.map(column => toSql(column, row[column.key])), null, entry.seq]
    const last = parts.at(-1)
    if (last?.table === table) last.rows.push(values)
    else parts.push({ table, rows: [values] })
    idsOf.set(table, [...(idsOf.get(table) ?? []), toDomain(table, row).id])
  }
  return { parts, idsOf, rowCount: entries.length, upToSeq }
}

/** Reads the changed rows back. */
export function hashChanged({ handle }: Connection, { idsOf }: ChangedRows): { hash: string; rows: number } {
  return hashTables(table => {
    const ids = tableNames.includes(table) ? (idsOf.get(table) ?? []) : []
    const { name, byKey } = shape(table)
    const list = keyColumns(table).map(key => byKey.get(key)?.name ?? key)
    const sql = `SELECT ${list.join(', ')}, feed_version FROM ${name} WHERE id IN (SELECT value FROM json_each(?))`
    return handle.prepare(sql).raw(true).iterate(JSON.stringify(ids)) as Iterable<unknown[]>
  })
}
