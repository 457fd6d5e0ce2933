import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'

/** The column that names the customer a row belongs to; null where rows belong to none. */
export function groupColumnOf(table: TableName): 'id' | 'customer_id' | null {
  if (tables[table].scope !== 'customer') return null
  return table === 'customers' ? 'id' : 'customer_id'
}

/** Tables whose rows come and go with a customer, the customers themselves last. */
export const groupTables: readonly TableName[] = [
  ...tableNames.filter(table => groupColumnOf(table) === 'customer_id'),
  'customers',
]
