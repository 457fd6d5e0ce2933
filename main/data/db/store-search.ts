import type { WireRow } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { documents } from '../search/documents.ts'
import type { SearchDocument } from '../search/documents.ts'
import type { Connection, SqlValue } from './types.ts'
import { all, get, run, statement } from './statement.ts'
import { fromSql, shape } from './row-codec.ts'
import { indexName, searchLeftovers } from './search-leftovers.ts'
import type { SearchLeftovers } from './search-leftovers.ts'
import { inTransaction } from './write.ts'
import type { Database } from './write.ts'

/** A row as the index knows it: the fields whose text stands in the index, unless it is still to be indexed. */
export type Indexed = { readonly localId: number; readonly fields: WireRow; readonly isIndexed: boolean }

/** Keeps the search index beside the rows, in the same transaction. */
export type SearchIndex = {
  readonly covers: (table: TableName) => boolean
  /** True when one of the fields is part of the searched text. */
  readonly concerns: (table: TableName, fields: readonly string[]) => boolean
  /** Call before the row changes or goes; null when there is no row. */
  readonly before: (table: TableName, id: string) => Indexed | null
  /** Call after the row changed or came. */
  readonly update: (change: IndexChange) => void
  readonly forget: (table: TableName, indexed: Indexed) => void
  /** The same of rows that go together. See search-leftovers.ts. */
  /** See SearchLeftovers. */
  readonly customersLeave: SearchLeftovers['customersLeave']
  readonly forgetMany: (table: TableName, rows: readonly Omit<Indexed, 'isIndexed'>[]) => void
  /** True when every row of the table is still to be indexed by `step`: a fill need not care. */
  readonly isAllDeferred: (table: TableName) => boolean
  /** Leaves the indexing of an empty table to `step`. */
  readonly defer: (table: TableName) => void
  /** Leaves the indexing of rows that come from now on to `step`. */
  readonly deferNew: (table: TableName) => void
  /** Indexes some of the rows that were deferred, or takes out what is left of others. True while there is more. */
  readonly step: () => boolean
}
export type IndexChange = {
  readonly table: TableName
  readonly localId: number
  /** The whole row, or at least its searched fields. */
  readonly row: WireRow
  readonly replaced: Indexed | null
}

/** A step holds the writer for a few milliseconds. */
const STEP_CHARACTERS = 60_000
const STEP_ROWS = 200

type Reading = { readonly document: SearchDocument; readonly select: string }
const readings = new Map<TableName, Reading>(
  [...documents].map(([table, document]) => {
    const names = document.fields.map(field => shape(table).byKey.get(field)?.name ?? field)
    return [table, { document, select: `SELECT local_id, ${names.join(', ')} FROM ${shape(table).name}` }]
  }),
)

/** Columns whose text is searched; null where nothing is. */
export const searchedColumns = (table: TableName): readonly string[] | null =>
  readings.get(table)?.document.fields.map(field => shape(table).byKey.get(field)?.name ?? field) ?? null

function fieldsFrom(table: TableName, values: readonly SqlValue[]): WireRow {
  const fields: Record<string, unknown> = {}
  for (const [index, field] of (readings.get(table)?.document.fields ?? []).entries()) {
    const column = shape(table).byKey.get(field)
    if (column) fields[field] = fromSql(column, values[index + 1] ?? null)
  }
  return fields
}

const textOf = (table: TableName, row: WireRow): string => readings.get(table)?.document.text(row) ?? ''

function addText(db: Connection, table: TableName, entry: { localId: number; text: string }): void {
  if (entry.text === '') return
  run(db, `INSERT INTO ${indexName(table)} (rowid, text) VALUES (?, ?)`, [entry.localId, entry.text])
}

function removeText(db: Connection, table: TableName, { localId, fields, isIndexed }: Indexed): void {
  const text = isIndexed ? textOf(table, fields) : ''
  if (text === '') return
  const name = indexName(table)
  run(db, `INSERT INTO ${name} (${name}, rowid, text) VALUES ('delete', ?, ?)`, [localId, text])
}

const isSame = (left: unknown, right: unknown): boolean =>
  left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right))

/** Most changes of a ticket are not about its words: then no text has to be made. */
const hasSameFields = (table: TableName, before: WireRow, after: WireRow): boolean =>
  (readings.get(table)?.document.fields ?? []).every(field => isSame(before[field], after[field] ?? null))

/** Tables whose rows above a local_id are still to be indexed, kept beside the database's own record of it. */
type Progress = Map<TableName, number>

function loadProgress(db: Connection): Progress {
  const rows = all<{ table_name: TableName; up_to_local_id: number }>(
    db,
    'SELECT table_name, up_to_local_id FROM search_progress ORDER BY table_name',
  )
  return new Map(rows.map(row => [row.table_name, row.up_to_local_id]))
}

function setProgress(
  database: Database,
  progress: Progress,
  entry: { table: TableName; upTo: number | null },
): void {
  const tx = inTransaction(database)
  const { table, upTo } = entry
  const former = progress.get(table)
  database.current.undo.push(() => {
    if (former === undefined) progress.delete(table)
    else progress.set(table, former)
  })
  if (upTo === null) {
    progress.delete(table)
    run(tx, 'DELETE FROM search_progress WHERE table_name = ?', [table])
    return
  }
  progress.set(table, upTo)
  run(
    tx,
    `INSERT INTO search_progress (table_name, up_to_local_id) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET up_to_local_id = excluded.up_to_local_id`,
    [table, upTo],
  )
}

function indexSome(database: Database, progress: Progress): void {
  const [next] = progress
  if (!next) return
  const [table, upTo] = next
  const sql = `${readings.get(table)?.select ?? ''} WHERE local_id > ? ORDER BY local_id LIMIT ${STEP_ROWS}`
  let characters = 0
  let last = upTo
  let isCut = false
  const found = statement(database.db, sql).raw(true).all(upTo) as SqlValue[][]
  for (const values of found) {
    if (characters > STEP_CHARACTERS) {
      isCut = true
      break
    }
    last = Number(values[0])
    const text = textOf(table, fieldsFrom(table, values))
    addText(database.db, table, { localId: last, text })
    characters += text.length
  }
  const isDone = !isCut && found.length < STEP_ROWS
  setProgress(database, progress, { table, upTo: isDone ? null : last })
}

export function searchIndex(database: Database): SearchIndex {
  const { db } = database
  const progress = loadProgress(db)
  const leftovers = searchLeftovers(database)
  const isDeferred = (table: TableName, localId: number): boolean =>
    localId > (progress.get(table) ?? Infinity)
  return {
    covers: table => readings.has(table),
    concerns: (table, fields) => {
      const searched = readings.get(table)?.document.fields
      return searched !== undefined && fields.some(field => searched.includes(field))
    },
    before: (table, id) => {
      const values = statement(db, `${readings.get(table)?.select ?? ''} WHERE id = ?`)
        .raw(true)
        .get(id)
      if (!values) return null
      const localId = Number((values as SqlValue[])[0])
      const fields = fieldsFrom(table, values as SqlValue[])
      return { localId, fields, isIndexed: !isDeferred(table, localId) }
    },
    update: ({ table, localId, row, replaced }) => {
      if (isDeferred(table, localId) || (replaced && hasSameFields(table, replaced.fields, row))) return
      if (replaced) removeText(db, table, replaced)
      addText(db, table, { localId, text: textOf(table, row) })
    },
    forget: (table, indexed) => removeText(db, table, indexed),
    customersLeave: leftovers.customersLeave,
    forgetMany: (table, rows) => {
      const indexed = rows.filter(({ localId }) => !isDeferred(table, localId))
      leftovers.whileLeaving(table, indexed.length, () => {
        for (const row of indexed) removeText(db, table, { ...row, isIndexed: true })
      })
    },
    isAllDeferred: table => progress.get(table) === 0,
    defer: table => {
      if (!readings.has(table) || progress.has(table)) return
      const isEmpty = get(db, `SELECT 1 AS one FROM ${shape(table).name} LIMIT 1`) === null
      if (isEmpty) setProgress(database, progress, { table, upTo: 0 })
    },
    deferNew: table => {
      if (!readings.has(table) || progress.has(table)) return
      const sql = `SELECT coalesce(max(local_id), 0) AS up_to FROM ${shape(table).name}`
      setProgress(database, progress, { table, upTo: get<{ up_to: number }>(db, sql)?.up_to ?? 0 })
    },
    step: () => {
      if (progress.size === 0) return leftovers.step()
      indexSome(database, progress)
      return true
    },
  }
}
