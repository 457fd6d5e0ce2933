import { toDomain } from '../../../shared/domain/codec.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import { newId } from '../../../shared/domain/ids.ts'
import { factsOfTicket, LOOK_BACK } from '../../../shared/rules/facts-of-ticket.ts'
import type { ActionFacts } from '../../../shared/rules/plan-actions.ts'
import type { MutateDeps } from './mutate.ts'
import type { LaptopStore } from './store.ts'
import { standsFor } from './where-it-belongs.ts'

export type ActionScope = { readonly kind: 'service' | 'support' | null }

function rowOf<Name extends TableName>(
  { rows }: LaptopStore,
  table: Name,
  id: string | null,
): Row<Name> | null {
  const found = id === null ? null : rows.get(table, id)
  return found && toDomain(table, found.row)
}

const rowsOf = <Name extends TableName>(
  { rows }: LaptopStore,
  table: Name,
  where: Readonly<Record<string, string>>,
): readonly Row<Name>[] => rows.many({ table, where, above: null }).map(({ row }) => toDomain(table, row))

function newestMessages(store: LaptopStore, ticket: Row<'tickets'>): readonly Row<'messages'>[] {
  const above = { column: 'seq', value: Math.max(0, ticket.lastMessageSeq - LOOK_BACK) }
  return store.rows
    .many({ table: 'messages', where: { ticketId: ticket.id }, above })
    .map(({ row }) => toDomain('messages', row))
}

/** A ticket as it stands on this laptop, with all that its actions may need; null when it is not here. */
export function actionFacts(
  { store, clock, random, actor }: MutateDeps,
  ticketId: string,
  { kind }: ActionScope,
): ActionFacts | null {
  const ticket = rowOf(store, 'tickets', ticketId)
  if (!ticket) return null
  const { customerId } = ticket
  const customer = rowOf(store, 'customers', standsFor(store, customerId))
  const nowMs = clock.now()
  return factsOfTicket(
    {
      ticket,
      threads: rowsOf(store, 'threads', { ticketId }),
      leases: rowsOf(store, 'leases', { ticketId }),
      issueLinks: rowsOf(store, 'issueLinks', { ticketId }),
      messages: newestMessages(store, ticket),
      contactPoints: rowsOf(store, 'contactPoints', { customerId }),
      orders: rowsOf(store, 'orders', { customerId }),
      assets: rowsOf(store, 'assets', { customerId }),
      customer,
      organisation: rowOf(store, 'organisations', customer?.organisationId ?? null),
    },
    { kind, nowMs, agent: actor(), makeId: () => newId(nowMs, random) },
  )
}
