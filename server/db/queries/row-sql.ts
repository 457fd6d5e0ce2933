import type { Column } from '../../../shared/domain/table.ts'
import { columnName, sqlTableName } from '../../../shared/domain/table.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'

const TYPES: Readonly<Record<Column['kind'], string>> = {
  text: 'text',
  integer: 'bigint',
  real: 'double precision',
  flag: 'boolean',
  json: 'jsonb',
}

/** Pieces of SQL for one table of the registry. */
export type RowSql = {
  readonly table: string
  readonly keys: readonly string[]
  /** `t.id, t.customer_id, …` for the alias t. */
  readonly columns: string
  /** SQL name of a column by its key. */
  readonly nameOf: (key: string) => string
  /** `t.customer_id AS "customerId", …` for the alias t. */
  readonly select: string
  /** `v("id" text, …)` for json_to_recordset: rows go in as they travel. */
  readonly recordOf: (keys: readonly string[]) => string
  /** `json_build_array(t.id, …)` in the order of the registry. */
  readonly jsonArray: string
  /** Columns of free text, which may be large. */
  readonly bulky: readonly string[]
}

const BULKY = new Set(['body', 'bodyText', 'bodyHtml'])

function makeRowSql(name: TableName): RowSql {
  const columns: Readonly<Record<string, Column>> = tables[name].columns
  const keys = Object.keys(columns)
  const columnOf = (key: string): Column => {
    const column = columns[key]
    if (!column) throw new Error(`No column ${key} in ${name}`)
    return column
  }
  const nameOf = (key: string): string => columnName(key, columnOf(key))
  return {
    table: `tandem.${sqlTableName(name)}`,
    keys,
    columns: keys.map(key => `t.${nameOf(key)}`).join(', '),
    nameOf,
    select: keys.map(key => `t.${nameOf(key)} AS "${key}"`).join(', '),
    recordOf: wanted => `v(${wanted.map(key => `"${key}" ${TYPES[columnOf(key).kind]}`).join(', ')})`,
    jsonArray: `json_build_array(${keys.map(key => `t.${nameOf(key)}`).join(', ')})`,
    bulky: keys.filter(key => BULKY.has(key) && columnOf(key).kind === 'text').map(nameOf),
  }
}

const made = new Map(tableNames.map(name => [name, makeRowSql(name)]))

export function rowSql(name: TableName): RowSql {
  const sql = made.get(name)
  if (!sql) throw new Error(`No table ${name}`)
  return sql
}
