import { toDomain } from '../../shared/domain/codec.ts'
import type { Row, TableName } from '../../shared/domain/tables.ts'
import { LOOK_BACK } from '../../shared/rules/facts-of-ticket.ts'
import type { TicketRows } from '../../shared/rules/facts-of-ticket.ts'
import type { HubReader } from '../sync/store.ts'

/** Those of the rows that exist, in order of id. */
export const rowsOf = async <Name extends TableName>(
  tx: HubReader,
  table: Name,
  ids: readonly string[],
): Promise<readonly Row<Name>[]> => (await tx.rows(table, ids)).map(row => toDomain(table, row))

/** Rows by an indexed column, in order of id. */
export const rowsWhere = async <Name extends TableName>(
  tx: HubReader,
  table: Name,
  where: Readonly<Record<string, string>>,
): Promise<readonly Row<Name>[]> =>
  (await tx.many({ table, where, above: null })).map(row => toDomain(table, row))

async function newestMessages(tx: HubReader, ticket: Row<'tickets'>): Promise<readonly Row<'messages'>[]> {
  const above = { column: 'seq', value: Math.max(0, ticket.lastMessageSeq - LOOK_BACK) }
  const rows = await tx.many({ table: 'messages', where: { ticketId: ticket.id }, above })
  return rows.map(row => toDomain('messages', row))
}

export const rowOf = async <Name extends TableName>(
  tx: HubReader,
  table: Name,
  id: string | null,
): Promise<Row<Name> | null> => (id === null ? null : ((await rowsOf(tx, table, [id]))[0] ?? null))

/** The record that stands for the person: up to whom it was merged into. */
export async function standingCustomer(tx: HubReader, customerId: string): Promise<Row<'customers'> | null> {
  const family = (await tx.families([customerId])).get(customerId) ?? [customerId]
  const records = new Map((await rowsOf(tx, 'customers', family)).map(row => [row.id as string, row]))
  let found = records.get(customerId) ?? null
  for (let steps = 0; found && steps < records.size; steps += 1)
    found = records.get(found.mergedIntoId ?? '') ?? found
  return found
}

/** A ticket of the hub with everything its actions look at; null when it is gone. */
export async function readTicketRows(tx: HubReader, ticketId: string): Promise<TicketRows | null> {
  const ticket = await rowOf(tx, 'tickets', ticketId)
  if (!ticket) return null
  const { customerId } = ticket
  const customer = await standingCustomer(tx, customerId)
  return {
    ticket,
    threads: await rowsWhere(tx, 'threads', { ticketId }),
    leases: await rowsWhere(tx, 'leases', { ticketId }),
    issueLinks: await rowsWhere(tx, 'issueLinks', { ticketId }),
    messages: await newestMessages(tx, ticket),
    contactPoints: await rowsWhere(tx, 'contactPoints', { customerId }),
    orders: await rowsWhere(tx, 'orders', { customerId }),
    assets: await rowsWhere(tx, 'assets', { customerId }),
    customer,
    organisation: await rowOf(tx, 'organisations', customer?.organisationId ?? null),
  }
}
