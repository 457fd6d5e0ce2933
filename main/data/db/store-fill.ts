import type { WireRow } from '../../../shared/domain/codec.ts'
import { isOfColumn, splitWireRow } from '../../../shared/domain/codec.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { FillPart } from '../sync/store.ts'
import type { SqlValue, WritableDb } from './types.ts'
import { statement } from './statement.ts'
import { shape, toSql } from './row-codec.ts'
import type { SqlColumn } from './row-codec.ts'
import type { SearchIndex } from './store-search.ts'

/** Rows that are newer here stay: they came by a live hint or a push while the snapshot was read. */
function fillSql(table: TableName): string {
  const { name, columns } = shape(table)
  const names = [...columns.map(column => column.name), 'extra_json', 'feed_version']
  const updates = names.filter(column => column !== 'id').map(column => `${column} = excluded.${column}`)
  return `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')} WHERE excluded.feed_version > ${name}.feed_version`
}

type Place = { readonly column: SqlColumn; readonly from: number }

function placesOf({ table, columns }: FillPart): readonly Place[] {
  return shape(table).columns.map(column => {
    const from = columns.indexOf(column.key)
    if (from < 0)
      throw new AppError(ErrorCode.BadAnswer, 'A snapshot lacks a column', { table, column: column.key })
    return { column, from }
  })
}

/** Inserts values as they came, without making objects of them: most of a first fill is this loop. */
function insertAll(db: WritableDb, part: FillPart): void {
  const { table, columns, rows, version } = part
  const places = placesOf(part)
  const unknown = columns.flatMap((key, from) => (shape(table).byKey.has(key) ? [] : [{ key, from }]))
  const insert = statement(db, fillSql(table))
  const values: SqlValue[] = Array.from({ length: places.length + 2 }, () => null)
  values[places.length + 1] = version
  for (const row of rows) {
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index]
      if (!place) continue
      const value = row[place.from]
      if (!isOfColumn(place.column, value)) {
        throw new AppError(ErrorCode.BadAnswer, 'A row does not fit its table', {
          table,
          column: place.column.key,
        })
      }
      values[index] = toSql(place.column, value)
    }
    const extra = Object.fromEntries(unknown.map(({ key, from }) => [key, row[from]]))
    values[places.length] = unknown.length === 0 ? null : JSON.stringify(extra)
    insert.run(values)
  }
}

/** A row of a part as an object; refuses what does not fit. */
export function partRow({ table, columns }: FillPart, values: readonly unknown[]): WireRow {
  const row = Object.fromEntries(columns.map((key, index) => [key, values[index]]))
  return splitWireRow(table, row).row
}

/** Beside rows that are searched already each one is put like any other, so that the index follows. */
function putAll(db: WritableDb, search: SearchIndex, part: FillPart): void {
  const { table } = part
  const insert = statement(db, fillSql(table))
  const { columns, byKey } = shape(table)
  for (const values of part.rows) {
    const row = partRow(part, values)
    const extra = Object.fromEntries(Object.entries(row).filter(([key]) => !byKey.has(key)))
    const extraText = Object.keys(extra).length === 0 ? null : JSON.stringify(extra)
    const replaced = search.before(table, String(row['id']))
    const { changes, lastInsertRowid } = insert.run([
      ...columns.map(column => toSql(column, row[column.key])),
      extraText,
      part.version,
    ])
    if (changes > 0)
      search.update({ table, localId: replaced?.localId ?? Number(lastInsertRowid), row, replaced })
  }
}

export function fillPart(db: WritableDb, search: SearchIndex, part: FillPart): void {
  search.defer(part.table)
  if (search.covers(part.table) && !search.isAllDeferred(part.table)) putAll(db, search, part)
  else insertAll(db, part)
}
