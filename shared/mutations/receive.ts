import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import type { Thread } from '../domain/tickets.ts'
import { Channel } from '../domain/values.ts'
import { canReopen, closingStamp } from '../rules/thread-life.ts'
import { waitingAfterCustomer } from '../rules/waiting.ts'
import { defineMutation, insert, isAutomation, many, maybe, one, patch } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { laterActivity } from './parts/activity.ts'
import { AttachmentArgs, Body, Line, Moment, Receiver, Receivers } from './parts/args.ts'
import { attachFiles } from './parts/attachments.ts'
import { patchThread } from './parts/clocks.ts'
import { onThread, recordEvent } from './parts/events.ts'

const ReceiveArgs = z.strictObject({
  messageId: RowId,
  ticketId: TicketId,
  channel: Channel,
  from: Receiver.nullable(),
  to: Receivers,
  cc: Receivers,
  bodyText: Body,
  bodyHtml: Body.nullable(),
  /** RFC 5322 Message-ID as it came. */
  mailId: Line.nullable(),
  /** When the channel received it, ms. */
  receivedAtMs: Moment,
  attachments: AttachmentArgs,
})

const isSleeping = (thread: Thread): boolean => thread.state === 'pending' || thread.state === 'snoozed'

/**
 * Threads a message of the customer brings back. Those waiting for the customer always; done ones only when nobody
 * would see the message otherwise, so that a word on the open thread does not reopen the solved one beside it.
 */
export function reopenedBy(threads: readonly Thread[]): readonly Thread[] {
  const sleeping = threads.filter(isSleeping)
  const solved = threads.filter(thread => thread.state === 'solved')
  const closed = threads.filter(canReopen)
  const isWatched =
    threads.length >
    sleeping.length + threads.filter(({ state }) => state === 'solved' || state === 'closed').length
  if (sleeping.length > 0 || isWatched) return sleeping
  return solved.length > 0 ? solved : closed
}

type ThreadInput = {
  readonly threads: readonly Thread[]
  readonly channel: Channel
  readonly receivedAtMs: number
}
/** What a message of the customer does to the threads: they come back, and wait from when it was received. */
export function threadChanges(
  { threads, channel, receivedAtMs }: ThreadInput,
  context: MutationContext,
): readonly Change[] {
  const reopened = new Set(reopenedBy(threads))
  const changes = threads.flatMap(thread => {
    const fields = {
      ...(reopened.has(thread) ? closingStamp(thread, 'open', context.nowMs) : {}),
      lastActivityAtMs: laterActivity(thread, receivedAtMs),
      waitingSinceMs: waitingAfterCustomer(thread.waitingSinceMs, channel, receivedAtMs),
    }
    return patchThread(thread, fields, { context })
  })
  const events = [...reopened].map((thread, index) =>
    recordEvent(context, {
      place: onThread(thread),
      type: 'thread.state-changed',
      facts: { before: thread.state, after: 'open', cause: 'customer-wrote' },
      index,
    }),
  )
  return [...changes, ...events]
}

/** A message of the customer arrives. Only the hub does this: mail, chat and connectors come in here. */
export const receive = defineMutation({
  name: 'ticket.receive',
  args: ReceiveArgs,
  decidedBy: 'hub',
  clocks: true,
  reads: ({ ticketId, messageId }) => ({
    ticket: one('tickets', ticketId),
    existing: maybe('messages', messageId),
  }),
  alsoReads: ({ ticket }) => ({ threads: many('threads', { ticketId: ticket.id }) }),
  may: actor => isAutomation(actor),
  plan: ({ ticket, existing, threads }, args, context) => {
    if (existing) return []
    const { messageId, mailId, receivedAtMs, attachments, ...given } = args
    const seq = ticket.lastMessageSeq + 1
    const { id: ticketId, customerId } = ticket
    return [
      insert('messages', {
        ...given,
        id: messageId,
        ticketId,
        customerId,
        seq,
        direction: 'in',
        authorKind: 'customer',
        authorId: null,
        messageId: mailId,
        delivery: 'none',
        writtenAtMs: receivedAtMs,
        acceptedAtMs: context.acceptedAtMs,
        deliveredAtMs: null,
      }),
      ...attachFiles({ ticketId, customerId }, { messageId }, attachments),
      patch('tickets', ticketId, { lastMessageSeq: seq }),
      ...threadChanges({ threads, channel: args.channel, receivedAtMs }, context),
    ]
  },
  describe: () => ({ key: 'describe.receive', values: {} }),
})
