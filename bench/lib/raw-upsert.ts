import type Sqlite from 'better-sqlite3'
import type { TableName } from '../../shared/domain/tables.ts'
import { fromSql, shape } from '../../main/data/db/row-codec.ts'
import type { Connection, SqlValue } from '../../main/data/db/types.ts'
import { documents } from '../../main/data/search/documents.ts'
import type { ChangedRows } from './changed-rows.ts'
import { upsertSql } from './raw-insert.ts'

const ROWS_PER_TRANSACTION = 2_000

/** What goes into the search index beside a row: worked out beforehand, so that only the index itself is measured. */
type SearchWork = { readonly localId: number | null; readonly before: string | null; readonly after: string }
export type Upsert = {
  readonly table: TableName
  readonly values: readonly SqlValue[]
  readonly search: SearchWork | null
}

function fieldsOf(table: TableName, values: readonly SqlValue[]): Record<string, unknown> {
  return Object.fromEntries(
    shape(table).columns.map((column, index) => [column.key, fromSql(column, values[index] ?? null)]),
  )
}

/** The rows in order, each with what the search index has of it now and should have afterwards. */
export function upsertsOf({ handle }: Connection, { parts }: ChangedRows): readonly Upsert[] {
  const now = new Map<string, string>()
  return parts.flatMap(({ table, rows }) => {
    const document = documents.get(table)
    const { name, columns } = shape(table)
    const list = columns.map(column => column.name).join(', ')
    const find = handle.prepare(`SELECT local_id, ${list} FROM ${name} WHERE id = ?`).raw(true)
    return rows.map((values): Upsert => {
      if (!document) return { table, values, search: null }
      const key = `${table}/${String(values[0])}`
      const found = find.get(values[0]) as SqlValue[] | undefined
      const after = document.text(fieldsOf(table, values))
      const before = now.get(key) ?? (found ? document.text(fieldsOf(table, found.slice(1))) : null)
      now.set(key, after)
      return {
        table,
        values,
        search: before === after ? null : { localId: found ? Number(found[0]) : null, before, after },
      }
    })
  })
}

/** The floor of a catch-up: prepared upserts, pages relaxed, with or without the search index beside them. */
export function runUpserts({ handle }: Connection, upserts: readonly Upsert[], withSearch: boolean): void {
  handle.pragma('synchronous = NORMAL')
  const prepared = new Map<string, Sqlite.Statement>()
  const statement = (sql: string): Sqlite.Statement => {
    const known = prepared.get(sql) ?? handle.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const statements = new Map(
    [...new Set(upserts.map(({ table }) => table))].map(table => [table, statement(upsertSql(table))]),
  )
  for (let at = 0; at < upserts.length; at += ROWS_PER_TRANSACTION) {
    handle.exec('BEGIN IMMEDIATE')
    for (const { table, values, search } of upserts.slice(at, at + ROWS_PER_TRANSACTION)) {
      const { lastInsertRowid } = statements.get(table)?.run(values) ?? { lastInsertRowid: 0 }
      if (!withSearch || !search) continue
      const index = `search_${shape(table).name}`
      const localId = search.localId ?? lastInsertRowid
      if (search.before)
        statement(`INSERT INTO ${index} (${index}, rowid, text) VALUES ('delete', ?, ?)`).run(
          localId,
          search.before,
        )
      if (search.after)
        statement(`INSERT INTO ${index} (rowid, text) VALUES (?, ?)`).run(localId, search.after)
    }
    handle.exec('COMMIT')
  }
}
