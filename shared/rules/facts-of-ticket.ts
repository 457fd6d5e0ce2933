import type { Row } from '../domain/tables.ts'
import type { Message } from '../domain/tickets.ts'
import type { Channel } from '../domain/values.ts'
import { placesFrom } from './fill-in.ts'
import type { ActionFacts } from './plan-actions.ts'
import { isMachine, replyReceivers } from './receivers.ts'

/** Messages a reply looks back over to find whom it goes to. */
export const LOOK_BACK = 20

/** The rows of one ticket and its customer, read where it stands: on a laptop or on the hub. */
export type TicketRows = {
  readonly ticket: Row<'tickets'>
  readonly threads: readonly Row<'threads'>[]
  readonly leases: readonly Row<'leases'>[]
  readonly issueLinks: readonly Row<'issueLinks'>[]
  /** The newest ones, LOOK_BACK at least where there are as many. */
  readonly messages: readonly Row<'messages'>[]
  readonly contactPoints: readonly Row<'contactPoints'>[]
  readonly orders: readonly Row<'orders'>[]
  readonly assets: readonly Row<'assets'>[]
  /** Whoever stands for the person, whichever record the ticket was written for. */
  readonly customer: Row<'customers'> | null
  readonly organisation: Row<'organisations'> | null
}
type Acting = Pick<ActionFacts, 'kind' | 'nowMs' | 'makeId'> & {
  readonly agent: { readonly id: string; readonly name: string }
}

const CARRIED: readonly string[] = ['email', 'chat', 'sms', 'whatsapp', 'in-app', 'social']

const newestBy = <T>(rows: readonly T[], key: (row: T) => number): T | null =>
  rows.toSorted((a, b) => key(b) - key(a))[0] ?? null

/** The newest message a person wrote; automatic answers name nobody new. */
const newestMessage = (messages: readonly Message[]): Message | null =>
  newestBy(
    messages.filter(message => !isMachine(message)),
    ({ seq }) => seq ?? 0,
  )

/** The address of a customer mail goes to; null: there is none. */
export function mailboxOf(
  contactPoints: readonly Row<'contactPoints'>[],
  customer: Row<'customers'> | null,
): { readonly name: string | null; readonly address: string } | null {
  const mails = contactPoints.filter(({ kind }) => kind === 'email')
  const mail = mails.find(({ isPrimary }) => isPrimary) ?? mails[0]
  return mail ? { name: customer?.name || null, address: mail.value } : null
}

function replyTo({ ticket, messages, contactPoints, customer }: TicketRows): ActionFacts['replyTo'] {
  const lastMessage = newestMessage(messages)
  const mailbox = mailboxOf(contactPoints, customer)
  const receivers = replyReceivers({ lastMessage, customer: mailbox, own: [], toAll: false })
  if (receivers.to.length === 0) return null
  const came = lastMessage?.channel ?? ticket.channel
  const channel: Channel = CARRIED.includes(came) && came !== 'other' ? came : 'email'
  return { ...receivers, channel }
}

/** A ticket with all that its actions may need. */
export function factsOfTicket(rows: TicketRows, { agent, ...acting }: Acting): ActionFacts {
  const { ticket, threads, leases, issueLinks, customer, organisation, orders, assets } = rows
  return {
    ...acting,
    ticket,
    threads,
    leases,
    issueIds: issueLinks.map(({ issueId }) => issueId),
    agentId: agent.id,
    places: placesFrom({
      customer,
      organisation,
      agent,
      ticket,
      order: newestBy(orders, ({ placedAtMs }) => placedAtMs),
      asset: newestBy(assets, row => row.acquiredAtMs ?? 0),
    }),
    language: customer?.language ?? null,
    replyTo: replyTo(rows),
  }
}
