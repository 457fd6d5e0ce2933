import type { WireRow } from '../../../shared/domain/codec.ts'
import { tableOf } from '../../../shared/domain/codec.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import { toDomain } from '../../../shared/domain/codec.ts'
import { columnName, sqlTableName } from '../../../shared/domain/table.ts'
import type { ColumnKind } from '../../../shared/domain/table.ts'
import type { SqlValue } from './types.ts'

export type SqlColumn = {
  readonly key: string
  readonly name: string
  readonly kind: ColumnKind
  readonly nullable: boolean
}

/** How one registry table lies in SQLite: names once, so that no query spells them by hand twice. */
export type TableShape = {
  readonly table: TableName
  readonly name: string
  readonly columns: readonly SqlColumn[]
  readonly byKey: ReadonlyMap<string, SqlColumn>
  /** SELECT list of a whole row: the columns in order, then extra_json, then feed_version. */
  readonly selectList: string
}

function shapeOf(table: TableName): TableShape {
  const columns = Object.entries(tableOf(table).columns).map(([key, column]) => ({
    key,
    name: columnName(key, column),
    kind: column.kind,
    nullable: column.nullable,
  }))
  return {
    table,
    name: sqlTableName(table),
    columns,
    byKey: new Map(columns.map(column => [column.key, column])),
    selectList: [...columns.map(column => column.name), 'extra_json', 'feed_version'].join(', '),
  }
}

const shapes = Object.fromEntries(tableNames.map(table => [table, shapeOf(table)])) as Readonly<
  Record<TableName, TableShape>
>
export const shape = (table: TableName): TableShape => shapes[table]

/** SELECT list of a table under an alias, for joins; read back with `rowFromRecord`. */
export const columnsAs = (table: TableName, alias: string): string =>
  shapes[table].columns.map(column => `${alias}.${column.name} AS ${alias}_${column.name}`).join(', ')

export function toSql(column: SqlColumn, value: unknown): SqlValue {
  if (column.kind === 'json') {
    if (value === undefined || (value === null && column.nullable)) return null
    return JSON.stringify(value)
  }
  if (column.kind === 'flag') return value === null || value === undefined ? null : value === true ? 1 : 0
  return (value ?? null) as SqlValue
}

export function fromSql(column: SqlColumn, value: SqlValue): unknown {
  if (value === null) return null
  if (column.kind === 'json') return JSON.parse(value as string)
  if (column.kind === 'flag') return value === 1
  return value
}

/** A wire row from the values of `selectList`; unknown keys of a newer hub come back beside the known ones. */
export function wireFromValues(table: TableName, values: readonly SqlValue[]): WireRow {
  const { columns } = shapes[table]
  const row: Record<string, unknown> = {}
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]
    if (column) row[column.key] = fromSql(column, values[index] ?? null)
  }
  const extra = values[columns.length]
  return typeof extra === 'string' ? { ...row, ...(JSON.parse(extra) as WireRow) } : row
}

/** A domain row from a record of SQL columns, each name behind `prefix`. */
export function rowFromRecord<Name extends TableName>(
  table: Name,
  record: Readonly<Record<string, unknown>>,
  prefix = '',
): Row<Name> {
  const row: Record<string, unknown> = {}
  for (const column of shapes[table].columns) {
    row[column.key] = fromSql(column, (record[`${prefix}${column.name}`] ?? null) as SqlValue)
  }
  return toDomain(table, row)
}

/** Keys of a wire row that this version has no column for, as JSON; null when there are none. */
export function extraJson(table: TableName, row: WireRow): string | null {
  const { byKey } = shapes[table]
  let extra: Record<string, unknown> | null = null
  for (const key in row) {
    if (byKey.has(key)) continue
    extra ??= {}
    extra[key] = row[key]
  }
  return extra === null ? null : JSON.stringify(extra)
}
