import type { Customer } from '../../../shared/domain/people.ts'
import type { Message, Thread } from '../../../shared/domain/tickets.ts'
import type { Stage } from '../subject-matter.ts'
import { HOUR_MS, MINUTE_MS, toldPerson } from '../world.ts'
import type { World } from '../world.ts'

/** Of product development; a few hours a week at the desk. */
export const DEMO_GUEST = 'emil@example.com'

type Desk = {
  readonly customer: Customer
  readonly thread: Thread
  readonly messages: readonly Message[]
}

function deskOf(world: World, name: string): Desk | null {
  const customer = toldPerson(world, name)
  const thread = world.rows('threads').find(each => each.customerId === customer?.id)
  if (!customer || !thread) return null
  const messages = world.rows('messages').filter(({ ticketId }) => ticketId === thread.ticketId)
  return { customer, thread, messages }
}

/** Emil helps two teams for a few hours: one answer of his waits for a colleague, another went out as it was. */
export function tellGuest({ world, cast }: Stage): void {
  const { nowMs } = world
  const since = nowMs - 20 * 24 * HOUR_MS
  const emil = world.add('agents', {
    id: world.id(since),
    name: 'Emil F.',
    email: DEMO_GUEST,
    role: 'guest',
    teamIds: [cast.teams.orders.id, cast.teams.devices.id],
    isActive: true,
    capacity: null,
    guestUntilMs: null,
    guestHours: 4,
  })
  const suggest = (desk: Desk, at: { readonly atMs: number; readonly words: string }) => ({
    id: world.id(at.atMs),
    ticketId: desk.thread.ticketId,
    customerId: desk.customer.id,
    threadId: desk.thread.id,
    authorId: emil.id,
    channel: 'email' as const,
    to: [{ name: desk.customer.name, address: desk.messages[0]?.from?.address ?? '' }],
    cc: [],
    bodyText: at.words,
    seenUpToSeq: 1,
    state: 'proposed' as const,
    words: null,
    decidedBy: null,
    decidedAtMs: null,
    messageId: null,
    createdAtMs: at.atMs,
  })
  const grace = deskOf(world, 'Grace Lindqvist')
  if (grace) {
    const words =
      'Hi Grace,\n\nhow good to hear that the terminal does its work. Points of invoices are booked once the invoice is paid, so those of order 7488 come with your payment. They never run out at New Year, nor later, while you are a customer.\n\nWarm wishes,\nHarbour Tills'
    world.add('proposals', suggest(grace, { atMs: nowMs - 50 * MINUTE_MS, words }))
  }
  const henrik = deskOf(world, 'Henrik Sørensen')
  const answer = henrik?.messages.find(({ direction }) => direction === 'out')
  if (!henrik || !answer) return
  world.add('proposals', {
    ...suggest(henrik, { atMs: answer.writtenAtMs - 12 * MINUTE_MS, words: answer.bodyText }),
    state: 'released',
    decidedBy: answer.authorId,
    decidedAtMs: answer.writtenAtMs,
    messageId: answer.id,
  })
}
