import type { RowAround } from '../../../shared/contract/explain.ts'
import { tableOf } from '../../../shared/domain/codec.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { shape } from '../db/row-codec.ts'
import { all, get } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'

/** What a row is known by, the best first. */
const TITLES = [
  'title',
  'subject',
  'promise',
  'name',
  'number',
  'fileName',
  'words',
  'symptom',
  'summary',
  'otherName',
  'value',
  'text',
  'bodyText',
  'body',
  'note',
  'reason',
  'kind',
] as const
const TITLE_LENGTH = 60
/** The newest of a table. */
const MOST_A_TABLE = 30

/** Of these a customer may have thousands: those of the ticket are meant. Events explain themselves. */
const OF_TICKET: ReadonlySet<TableName> = new Set(['tickets', 'threads', 'messages', 'notes', 'attachments'])
const LEFT_OUT: ReadonlySet<TableName> = new Set(['events'])

type Around = { readonly table: TableName; readonly sql: string }

function aroundOf(table: TableName): Around {
  const { name, byKey } = shape(table)
  const titles = TITLES.filter(key => key in tableOf(table).columns).map(
    key => `nullif(CAST(r.${byKey.get(key)?.name ?? key} AS TEXT), '')`,
  )
  const title =
    titles.length === 0 ? 'NULL' : `substr(coalesce(${titles.join(', ')}, NULL), 1, ${TITLE_LENGTH})`
  const ofCustomer = table === 'customers' ? 'r.id = :customerId' : 'r.customer_id = :customerId'
  const ofTicket = table === 'tickets' ? 'r.id = :ticketId' : 'r.ticket_id = :ticketId'
  return {
    table,
    sql: `SELECT r.id, ${title} AS title, s.row_id IS NOT NULL AS is_changed FROM ${name} r
      LEFT JOIN shadows s ON s.table_name = '${table}' AND s.row_id = r.id
      WHERE ${OF_TICKET.has(table) ? ofTicket : ofCustomer} ORDER BY r.id DESC LIMIT ${MOST_A_TABLE}`,
  }
}

const around: readonly Around[] = tableNames
  .filter(table => tables[table].scope === 'customer' && !LEFT_OUT.has(table))
  .map(aroundOf)

type Found = { readonly id: string; readonly title: string | null; readonly is_changed: number }

/** Rows of the ticket and of its customer, those with work of this laptop first, else by table, the newest first. */
export function rowsAround({ db }: QueryContext, ticketId: string): readonly RowAround[] {
  const ticket = get<{ customer_id: string }>(db, 'SELECT customer_id FROM tickets WHERE id = ?', [ticketId])
  if (!ticket) return []
  const customerId = ticket.customer_id
  const rows = around.flatMap(({ table, sql }) =>
    all<Found>(db, sql, OF_TICKET.has(table) ? { ticketId } : { customerId }).map(
      ({ id, title, is_changed }): RowAround => ({ table, id, title, isChangedHere: is_changed === 1 }),
    ),
  )
  return rows.toSorted((left, right) => Number(right.isChangedHere) - Number(left.isChangedHere))
}
