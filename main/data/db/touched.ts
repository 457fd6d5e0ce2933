import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import type { ChangedTable, Database } from './write.ts'
import { noteChange } from './write.ts'
import { shape } from './row-codec.ts'
import { statement } from './statement.ts'

/** Whose rows changed, beside which: windows that show one ticket or customer ask again only when it was theirs. */
type Owner = { readonly key: string; readonly as: ChangedTable }

const ownersOf = (table: TableName): readonly Owner[] => [
  ...(table === 'tickets' ? [{ key: 'id', as: 'ofTicket' } as const] : []),
  ...(table === 'customers'
    ? (['id', 'mergedIntoId'] as const).map(key => ({ key, as: 'ofCustomer' }) as const)
    : []),
  ...(table === 'relations' ? [{ key: 'otherCustomerId', as: 'ofCustomer' } as const] : []),
  ...(['ticketId', 'otherTicketId'] as const)
    .filter(key => key in tables[table].columns)
    .map(key => ({ key, as: 'ofTicket' }) as const),
  ...('customerId' in tables[table].columns ? [{ key: 'customerId', as: 'ofCustomer' } as const] : []),
]
const owners = new Map(tableNames.map(table => [table, ownersOf(table)]))

/** The same with the columns that name them. */
const ownersByColumn = new Map(
  [...owners].map(([table, list]) => [
    table,
    list.map(({ key, as }) => ({ column: shape(table).byKey.get(key)?.name ?? key, as })),
  ]),
)
export const ownerColumns = (
  table: TableName,
): readonly { readonly column: string; readonly as: ChangedTable }[] => ownersByColumn.get(table) ?? []

const queries = new Map(
  [...owners].flatMap(([table, list]): [TableName, string][] => {
    const { name, byKey } = shape(table)
    const columns = list.map(({ key }) => byKey.get(key)?.name ?? key)
    return columns.length === 0 ? [] : [[table, `SELECT ${columns.join(', ')} FROM ${name} WHERE id = ?`]]
  }),
)

/** Notes the ticket and the customer a stored row belongs to; nothing when the row is not there. */
export function noteOwners(database: Database, table: TableName, id: string): void {
  const sql = queries.get(table)
  if (sql === undefined) return
  const values = statement(database.db, sql).raw(true).get(id) as readonly unknown[] | undefined
  for (const [index, { as }] of (owners.get(table) ?? []).entries()) {
    const value = values?.[index]
    if (typeof value === 'string') noteChange(database, as, value)
  }
}

/** The same of a row that is about to be stored. */
export function noteOwnersOf(database: Database, table: TableName, row: WireRow): void {
  for (const { key, as } of owners.get(table) ?? []) {
    const value = row[key]
    if (typeof value === 'string') noteChange(database, as, value)
  }
}
