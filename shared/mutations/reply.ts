import { z } from 'zod'
import { RowId, ThreadId, TicketId } from '../domain/ids.ts'
import type { Lease, Message, Note, Thread } from '../domain/tickets.ts'
import { Channel } from '../domain/values.ts'
import { isOpenEnded, leasesOfOthers } from '../rules/leases.ts'
import { questionsIn } from '../rules/diagnosis/questions-in.ts'
import { isMachine } from '../rules/receivers.ts'
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
/** Notes named in a conflict. */
const MOST_SHOWN = 50
/** Notes of one ticket since the agent looked. */
const MOST_NOTES = 1_000
/** No note is made after it: without a look at notes none is read. */
const NEVER_MS = Number.MAX_SAFE_INTEGER

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
  /**
   * Notes made after `sinceMs` that were on the screen: a colleague's that is not among them holds the reply. Left out:
   * notes hold nothing.
   */
  seenNotes: z.strictObject({ sinceMs: z.int().min(0), ids: z.array(RowId).max(MOST_NOTES) }).optional(),
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
    delivery: firstDelivery(channel, context),
    writtenAtMs: context.nowMs,
    acceptedAtMs: context.acceptedAtMs,
    deliveredAtMs: null,
  }
}

/** Places of these among the rows a reply makes by itself: behind its events and those of clocks. */
const FIRST_QUESTION = 30

/** Questions of the reply, for the ledger: whoever asks the same again is shown them. A machine's are nobody's. */
function askedIn(
  place: Pick<Message, 'ticketId' | 'customerId'>,
  { messageId, bodyText }: ReplyArgs,
  context: MutationContext,
): readonly Change[] {
  if (isAutomation(context.actor)) return []
  return questionsIn(bodyText).map((words, index) =>
    insert('askedTried', {
      ...place,
      id: context.derivedId(FIRST_QUESTION + index),
      kind: 'asked',
      words,
      detailKey: null,
      result: null,
      outcome: null,
      source: 'message',
      messageId,
      runId: null,
      stepId: null,
      agentId: authorOf(context),
      atMs: context.nowMs,
      closedAtMs: null,
      closedBy: null,
    }),
  )
}

/** Messages the author had not seen and did not write. What a machine or a bot said changes nothing and holds nothing. */
const unseenBy = (actorId: string, messages: readonly Message[]): readonly Message[] =>
  messages.filter(
    message =>
      !(message.direction === 'out' && isMachine(message)) &&
      !(message.authorKind === 'agent' && message.authorId === actorId),
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

/** A note is how colleagues warn each other: what a colleague wrote and the agent has not seen. */
const unseenNotes = (actorId: string, notes: readonly Note[], { seenNotes }: ReplyArgs): readonly Note[] =>
  notes.filter(
    ({ id, authorKind, authorId }) =>
      authorKind === 'agent' && authorId !== actorId && seenNotes?.ids.includes(id) === false,
  )

/** Notes as part of what came since; null when there is none. */
function withNotes(
  conflict: Conflict | null,
  notes: readonly Note[],
  { seenNotes }: ReplyArgs,
): Conflict | null {
  if (notes.length === 0) return conflict
  const fields = notes.slice(-MOST_SHOWN).map(({ id, createdAtMs }) => ({
    table: 'notes' as const,
    id,
    field: 'createdAtMs',
    seen: seenNotes?.sinceMs ?? null,
    mine: null,
    theirs: createdAtMs,
  }))
  return { reason: 'newer-messages', fields: [...(conflict?.fields ?? []), ...fields] }
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

const notesSeen = (notes: readonly Note[], { seenNotes }: ReplyArgs): Pick<ReplyArgs, 'seenNotes'> =>
  seenNotes
    ? { seenNotes: { sinceMs: seenNotes.sinceMs, ids: notes.map(({ id }) => id).slice(-MOST_NOTES) } }
    : {}

/** An answer to the customer. Append-only; held when somebody wrote since, colleagues among themselves included, or works on it offline, unless the agent has confirmed it. */
export const reply = defineMutation({
  name: 'ticket.reply',
  clocks: true,
  args: ReplyArgs,
  reads: ({ ticketId, threadId, messageId }) => ({
    ticket: one('tickets', ticketId),
    thread: one('threads', threadId),
    existing: maybe('messages', messageId),
  }),
  alsoReads: ({ ticket }, { seenUpToSeq, seenNotes }) => ({
    threads: many('threads', { ticketId: ticket.id }),
    unseen: many('messages', { ticketId: ticket.id }, { column: 'seq', value: seenUpToSeq }),
    leases: many('leases', { ticketId: ticket.id }),
    notes: many(
      'notes',
      { ticketId: ticket.id },
      { column: 'createdAtMs', value: seenNotes?.sinceMs ?? NEVER_MS },
    ),
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
      ...attachFiles({ ticketId, customerId }, { messageId: args.messageId }, args.attachments),
      ...askedIn({ ticketId, customerId }, args, context),
      ...(seq === null ? [] : [patch('tickets', ticketId, { lastMessageSeq: seq })]),
      ...threads.flatMap(each => answeredThread(each, thread.id, context)),
      // Of a ticket with one thread it goes without saying.
      ...(threads.length > 1 ? [recordEvent(context, answered)] : []),
    ]
  },
  conflict: ({ unseen, existing, leases, notes }, args, context) => {
    if (args.confirmed || existing) return null
    const newer = unseenBy(context.actor.id, unseen)
    const said = unseenMessages('newer-messages', newer, args.seenUpToSeq)
    return (
      withNotes(said, unseenNotes(context.actor.id, notes, args), args) ?? leasedBy(leases, args, context)
    )
  },
  describe: ({ to, bodyText }) => ({
    key: 'describe.reply',
    values: { to: to[0]?.name ?? to[0]?.address ?? '', receivers: to.length, excerpt: bodyText.slice(0, 80) },
  }),
  // Not `confirmed`: what the customer writes after this look holds the reply again.
  insist: ({ unseen, leases, notes }, args) => ({
    ...args,
    ...leasesSeen(leases),
    ...notesSeen(notes, args),
    seenUpToSeq: newestSeq(unseen, args.seenUpToSeq),
  }),
})
