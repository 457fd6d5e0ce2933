import { toDomain } from '../../../shared/domain/codec.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import type { Message } from '../../../shared/domain/tickets.ts'
import type { Channel } from '../../../shared/domain/values.ts'
import { newId } from '../../../shared/domain/ids.ts'
import { placesFrom } from '../../../shared/rules/fill-in.ts'
import type { ActionFacts } from '../../../shared/rules/plan-actions.ts'
import { replyReceivers } from '../../../shared/rules/receivers.ts'
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

const CARRIED: readonly string[] = ['email', 'chat', 'sms', 'whatsapp', 'in-app', 'social']

/** The newest message a person wrote; automatic answers name nobody new. */
function newestMessage(store: LaptopStore, ticket: Row<'tickets'>): Message | null {
  const LOOK_BACK = 20
  const above = { column: 'seq', value: Math.max(0, ticket.lastMessageSeq - LOOK_BACK) }
  const recent = store.rows
    .many({ table: 'messages', where: { ticketId: ticket.id }, above })
    .map(({ row }) => toDomain('messages', row))
    .filter(({ authorKind }) => authorKind !== 'automation')
  return recent.toSorted((a, b) => (b.seq ?? 0) - (a.seq ?? 0))[0] ?? null
}

function replyTo(store: LaptopStore, ticket: Row<'tickets'>, customer: Row<'customers'> | null) {
  const lastMessage = newestMessage(store, ticket)
  const mails = rowsOf(store, 'contactPoints', { customerId: ticket.customerId }).filter(
    ({ kind }) => kind === 'email',
  )
  const mail = mails.find(({ isPrimary }) => isPrimary) ?? mails[0]
  const address = mail ? { name: customer?.name || null, address: mail.value } : null
  const receivers = replyReceivers({ lastMessage, customer: address, own: [], toAll: false })
  if (receivers.to.length === 0) return null
  const came = lastMessage?.channel ?? ticket.channel
  const channel: Channel = CARRIED.includes(came) && came !== 'other' ? came : 'email'
  return { ...receivers, channel }
}

const newestBy = <T>(rows: readonly T[], key: (row: T) => number): T | null =>
  rows.toSorted((a, b) => key(b) - key(a))[0] ?? null

/** A ticket as it stands on this laptop, with all that its actions may need; null when it is not here. */
export function actionFacts(
  { store, clock, random, actor }: MutateDeps,
  ticketId: string,
  { kind }: ActionScope,
): ActionFacts | null {
  const ticket = rowOf(store, 'tickets', ticketId)
  if (!ticket) return null
  const { customerId } = ticket
  // Texts name whoever stands for the person, whichever record the ticket was written for.
  const customer = rowOf(store, 'customers', standsFor(store, customerId))
  const nowMs = clock.now()
  return {
    ticket,
    threads: rowsOf(store, 'threads', { ticketId }),
    leases: rowsOf(store, 'leases', { ticketId }),
    issueIds: rowsOf(store, 'issueLinks', { ticketId }).map(({ issueId }) => issueId),
    kind,
    agentId: actor().id,
    nowMs,
    makeId: () => newId(nowMs, random),
    places: placesFrom({
      customer,
      organisation: rowOf(store, 'organisations', customer?.organisationId ?? null),
      agent: actor(),
      ticket,
      order: newestBy(rowsOf(store, 'orders', { customerId }), ({ placedAtMs }) => placedAtMs),
      asset: newestBy(rowsOf(store, 'assets', { customerId }), row => row.acquiredAtMs ?? 0),
    }),
    language: customer?.language ?? null,
    replyTo: replyTo(store, ticket, customer),
  }
}
