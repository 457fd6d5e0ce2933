import { z } from 'zod'
import { RowId, ThreadId, TicketId } from '../domain/ids.ts'
import type { Lease, Message, Thread } from '../domain/tickets.ts'
import { Channel } from '../domain/values.ts'
import { isOpenEnded, leasesOfOthers } from '../rules/leases.ts'
import { isWorkable } from '../rules/thread-life.ts'
import { authorOf, defineMutation, insert, isAutomation, many, maybe, one, patch } from './define.ts'
import type { Change, Conflict, MutationContext } from './define.ts'
import { laterActivity } from './parts/activity.ts'
import { AttachmentArgs, Body, Receivers, SeenUpToSeq } from './parts/args.ts'
import { attachFiles } from './parts/attachments.ts'
import { patchChanged } from './parts/changes.ts'
import { patchThread } from './parts/clocks.ts'
import { newestSeq, unseenMessages } from './parts/conflicts.ts'
import { onThread, recordEvent } from './parts/events.ts'
import { firstDelivery, messageIdHeader } from './parts/outgoing.ts'

/** Leases of one ticket that nobody has ended: one that runs, and those whose time is over. */
const MOST_LEASES = 1_000

const ReplyArgs = z.strictObject({
  messageId: RowId,
  ticketId: TicketId,
  /** The thread it answers: service and support count their response times apart. */
  threadId: ThreadId,
  channel: Channel,
  to: Receivers,
  cc: Receivers,
  bodyText: Body,
  bodyHtml: Body.nullable(),
  attachments: AttachmentArgs,
  /** The newest message painted when Send was pressed. */
  seenUpToSeq: SeenUpToSeq,
  /** Send whatever came meanwhile. `insist` does not set it: it moves `seenUpToSeq` to what is shown. */
  confirmed: z.boolean(),
  /** Leases of colleagues that were on the screen: what the agent was warned of holds nothing. Left out: none was. */
  seenLeaseIds: z.array(RowId).max(MOST_LEASES).optional(),
})
type ReplyArgs = z.infer<typeof ReplyArgs>
type Place = Pick<Message, 'ticketId' | 'customerId' | 'seq'>

function replyRow(place: Place, args: ReplyArgs, context: MutationContext): Message {
  const { messageId, channel, to, cc, bodyText, bodyHtml } = args
  return {
    ...place,
    id: messageId,
    direction: 'out',
    channel,
    authorKind: isAutomation(context.actor) ? 'automation' : 'agent',
    authorId: authorOf(context),
    from: null,
    to,
    cc,
    bodyText,
    bodyHtml,
    messageId: messageIdHeader(messageId, channel),
    delivery: firstDelivery(channel),
    writtenAtMs: context.nowMs,
    acceptedAtMs: context.acceptedAtMs,
    deliveredAtMs: null,
  }
}

/** Messages the author had not seen and did not write. An automatic answer changes nothing and holds nothing. */
const unseenBy = (actorId: string, messages: readonly Message[]): readonly Message[] =>
  messages.filter(
    ({ direction, authorKind, authorId }) =>
      !(direction === 'out' && authorKind === 'automation') &&
      !(authorKind === 'agent' && authorId === actorId),
  )

/**
 * The wait of the whole ticket ends; the first reply is given only to the thread that was answered. For clocks a reply
 * counts when the hub takes it, wherever and whenever it was written; what a machine says stops none.
 */
function answeredThread(thread: Thread, answeredId: string, context: MutationContext): readonly Change[] {
  const lastActivityAtMs = laterActivity(thread, context.nowMs)
  if (isAutomation(context.actor))
    return patchChanged('threads', thread, { lastActivityAtMs, waitingSinceMs: null })
  const atMs = context.acceptedAtMs ?? context.nowMs
  const answeredAtMs = thread.id === answeredId ? (thread.answeredAtMs ?? atMs) : thread.answeredAtMs
  return patchThread(thread, { lastActivityAtMs, waitingSinceMs: null, answeredAtMs }, { context, atMs })
}

/** A colleague works on it offline, and the agent did not know: both could answer the same customer. */
function leasedBy(
  leases: readonly Lease[],
  { seenLeaseIds }: ReplyArgs,
  context: MutationContext,
): Conflict | null {
  const { actor, nowMs, acceptedAtMs } = context
  if (isAutomation(actor)) return null
  const others = leasesOfOthers(leases, { agentId: actor.id, nowMs: acceptedAtMs ?? nowMs })
  const unknown = others.filter(({ id }) => seenLeaseIds?.includes(id) !== true)
  const fields = unknown.map(({ id, agentId }) => ({
    table: 'leases' as const,
    id,
    field: 'agentId',
    seen: null,
    mine: actor.id,
    theirs: agentId,
  }))
  return fields.length === 0 ? null : { reason: 'leased', fields }
}

/** What is shown to the agent now: they have seen these. */
const leasesSeen = (leases: readonly Lease[]): Pick<ReplyArgs, 'seenLeaseIds'> => {
  const ids = leases.filter(isOpenEnded).map(({ id }) => id)
  return ids.length === 0 ? {} : { seenLeaseIds: ids.slice(-MOST_LEASES) }
}

/** An answer to the customer. Append-only; held when somebody wrote since or works on it offline, unless the agent has confirmed it. */
export const reply = defineMutation({
  name: 'ticket.reply',
  clocks: true,
  args: ReplyArgs,
  reads: ({ ticketId, threadId, messageId }) => ({
    ticket: one('tickets', ticketId),
    thread: one('threads', threadId),
    existing: maybe('messages', messageId),
  }),
  alsoReads: ({ ticket }, { seenUpToSeq }) => ({
    threads: many('threads', { ticketId: ticket.id }),
    unseen: many('messages', { ticketId: ticket.id }, { column: 'seq', value: seenUpToSeq }),
    leases: many('leases', { ticketId: ticket.id }),
  }),
  may: (_actor, { ticket, thread }) => thread.ticketId === ticket.id && isWorkable(thread),
  plan: ({ ticket, thread, existing, threads }, args, context) => {
    if (existing) return []
    const { id: ticketId, customerId } = ticket
    const seq = context.side === 'hub' ? ticket.lastMessageSeq + 1 : null
    const answered = {
      place: onThread(thread),
      type: 'thread.answered',
      facts: { messageId: args.messageId },
    }
    return [
      insert('messages', replyRow({ ticketId, customerId, seq }, args, context)),
      ...attachFiles({ ticketId, customerId, messageId: args.messageId, noteId: null }, args.attachments),
      ...(seq === null ? [] : [patch('tickets', ticketId, { lastMessageSeq: seq })]),
      ...threads.flatMap(each => answeredThread(each, thread.id, context)),
      // Of a ticket with one thread it goes without saying.
      ...(threads.length > 1 ? [recordEvent(context, answered)] : []),
    ]
  },
  conflict: ({ unseen, existing, leases }, args, context) => {
    if (args.confirmed || existing) return null
    const newer = unseenBy(context.actor.id, unseen)
    return unseenMessages('newer-messages', newer, args.seenUpToSeq) ?? leasedBy(leases, args, context)
  },
  describe: ({ to, bodyText }) => ({
    key: 'describe.reply',
    values: { to: to[0]?.name ?? to[0]?.address ?? '', receivers: to.length, excerpt: bodyText.slice(0, 80) },
  }),
  // Not `confirmed`: what the customer writes after this look holds the reply again.
  insist: ({ unseen, leases }, args) => ({
    ...args,
    ...leasesSeen(leases),
    seenUpToSeq: newestSeq(unseen, args.seenUpToSeq),
  }),
})
