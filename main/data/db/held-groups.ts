import { tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { groupColumnOf } from './group-tables.ts'
import type { Connection } from './types.ts'
import { all, get } from './statement.ts'
import { shape } from './row-codec.ts'

/** From the few rows with work to their customers: what a customer has may be ten thousand rows. */
const workedOnSql = (table: TableName, groupColumn: string): string => `
  SELECT DISTINCT r.${groupColumn} AS id FROM (
    SELECT row_id FROM shadows WHERE table_name = :table
    UNION SELECT row_id FROM outbox_rows WHERE table_name = :table) w
  CROSS JOIN ${shape(table).name} r ON r.id = w.row_id
  WHERE r.${groupColumn} IN (SELECT value FROM json_each(:asked))`

const workedOn = new Map(
  tableNames.flatMap((table): [TableName, string][] => {
    const column = groupColumnOf(table)
    return column === null ? [] : [[table, workedOnSql(table, column)]]
  }),
)

const TABLES = 'SELECT table_name AS "table" FROM shadows UNION SELECT table_name FROM outbox_rows'
const WRITTEN_ON = `
  SELECT DISTINCT t.customer_id AS id FROM drafts d CROSS JOIN tickets t ON t.id = d.ticket_id
  WHERE t.customer_id IN (SELECT value FROM json_each(:asked))`

/** Those of the customers with rows that unfinished work touches or looks at, or with a draft on a ticket. */
export function heldGroups(db: Connection, customerIds: readonly string[]): ReadonlySet<string> {
  const asked = JSON.stringify(customerIds)
  const held = new Set<string>()
  const add = (sql: string, params: Readonly<Record<string, string>>): void => {
    for (const { id } of all<{ id: string }>(db, sql, params)) held.add(id)
  }
  if (get(db, 'SELECT 1 AS one FROM drafts LIMIT 1')) add(WRITTEN_ON, { asked })
  for (const { table } of all<{ table: TableName }>(db, TABLES)) {
    const sql = workedOn.get(table)
    if (sql !== undefined) add(sql, { table, asked })
  }
  return held
}
