import type { Customer } from '../../../../shared/domain/people.ts'
import type { Message, Thread, Ticket } from '../../../../shared/domain/tickets.ts'
import { makeId } from '../ids.ts'
import type { Tables } from '../tables.ts'
import { me } from './people.ts'

type NewTicket = {
  readonly customer: Customer
  readonly subject: string
  readonly kinds: readonly ('service' | 'support')[]
  readonly agoMs: number
  readonly words?: string
  readonly number?: number | null
  readonly ticket?: Partial<Ticket>
  readonly thread?: Partial<Thread>
}

let nextNumber = 48_180

/** A ticket with its threads and first message. */
export function putTicket(tables: Tables, nowMs: number, given: NewTicket): Ticket {
  const atMs = nowMs - given.agoMs
  const customerId = given.customer.id
  nextNumber += 3
  const ticket = tables.put('tickets', {
    id: makeId(),
    customerId,
    number: given.number === undefined ? nextNumber : given.number,
    subject: given.subject,
    channel: 'email',
    tags: [],
    fields: {},
    lastMessageSeq: 1,
    createdAtMs: atMs,
    createdBy: null,
    mergedIntoId: null,
    ...given.ticket,
  })
  for (const kind of given.kinds) {
    tables.put('threads', {
      id: makeId(),
      ticketId: ticket.id,
      customerId,
      kind,
      state: 'open',
      assigneeId: me.id,
      teamId: null,
      priority: 'normal',
      isPaired: given.kinds.length > 1,
      lastActivityAtMs: atMs,
      waitingSinceMs: atMs,
      snoozedUntilMs: null,
      dueAtMs: null,
      openedAtMs: atMs,
      solvedAtMs: null,
      reopenedCount: 0,
      answeredAtMs: null,
      restoredAtMs: null,
      clocks: null,
      ...given.thread,
    })
  }
  putMessage(tables, { ticket, customer: given.customer, words: given.words ?? given.subject, atMs })
  return ticket
}

type NewMessage = {
  readonly ticket: Ticket
  readonly customer: Customer
  readonly words: string
  readonly atMs: number
  readonly change?: Partial<Message>
}

export function putMessage(tables: Tables, { ticket, customer, words, atMs, change }: NewMessage): Message {
  const mail =
    tables.all('contactPoints').find(point => point.customerId === customer.id)?.value ?? 'x@example.com'
  const seq = tables.all('messages').filter(message => message.ticketId === ticket.id).length + 1
  return tables.put('messages', {
    id: makeId(),
    ticketId: ticket.id,
    customerId: customer.id,
    seq,
    direction: 'in',
    channel: 'email',
    authorKind: 'customer',
    authorId: null,
    from: { name: customer.name, address: mail },
    to: [{ name: 'Help', address: 'help@example.com' }],
    cc: [],
    bodyText: words,
    bodyHtml: null,
    messageId: null,
    delivery: 'none',
    writtenAtMs: atMs,
    acceptedAtMs: atMs,
    deliveredAtMs: null,
    ...change,
  })
}
