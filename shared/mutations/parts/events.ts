import type { TicketEvent } from '../../domain/tickets.ts'
import type { Fields } from '../../domain/values.ts'
import { authorOf, insert } from '../define.ts'
import type { Change, MutationContext } from '../define.ts'

type Place = Pick<TicketEvent, 'customerId' | 'ticketId' | 'threadId' | 'kind'>

/** What an event happened to, taken from the row at hand. */
export const onThread = (thread: {
  readonly id: string
  readonly ticketId: string
  readonly customerId: string
  readonly kind: TicketEvent['kind']
}): Place => ({
  customerId: thread.customerId,
  ticketId: thread.ticketId,
  threadId: thread.id,
  // An unknown kind of a newer hub is never written back.
  kind: thread.kind === 'other' ? null : thread.kind,
})
export const onTicket = (ticket: { readonly id: string; readonly customerId: string }): Place => ({
  customerId: ticket.customerId,
  ticketId: ticket.id,
  threadId: null,
  kind: null,
})
export const onCustomer = (customerId: string, ticketId: string | null = null): Place => ({
  customerId,
  ticketId,
  threadId: null,
  kind: null,
})

/** Index of an event among the rows its mutation makes by itself; threads made by relabelling come from 10 on. */
export const FIRST_EVENT = 0

type EventInput = {
  readonly place: Place
  readonly type: string
  readonly facts: Fields
  readonly index?: number
}

/** One grey line of the conversation: who did what when. */
export function recordEvent(
  context: MutationContext,
  { place, type, facts, index = FIRST_EVENT }: EventInput,
): Change {
  return insert('events', {
    ...place,
    id: context.derivedId(index),
    type,
    actorId: authorOf(context),
    facts,
    atMs: context.nowMs,
  })
}
