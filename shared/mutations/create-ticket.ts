import { z } from 'zod'
import { AgentId, CustomerId, RowId, TeamId, ThreadId, TicketId } from '../domain/ids.ts'
import type { Customer } from '../domain/people.ts'
import type { Thread } from '../domain/tickets.ts'
import { Channel, DIRECTIONS, Priority, WorkKind } from '../domain/values.ts'
import { isDone } from '../rules/thread-life.ts'
import { isLive, waitingAfterCustomer } from '../rules/waiting.ts'
import { authorOf, defineMutation, insert, isAutomation, maybe, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import {
  AttachmentArgs,
  Body,
  CustomFields,
  Line,
  Prose,
  Receiver,
  Receivers,
  TagList,
} from './parts/args.ts'
import { attachFiles } from './parts/attachments.ts'
import { NO_ROW } from './parts/changes.ts'
import { insertThread } from './parts/clocks.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { firstDelivery, messageIdHeader } from './parts/outgoing.ts'

const NewThread = z.strictObject({
  id: ThreadId,
  kind: WorkKind,
  /** A call answered at once may be solved when it is written down. */
  state: z.enum(['open', 'pending', 'solved']),
  priority: Priority,
  teamId: TeamId.nullable(),
  /** The acting agent or nobody; others get it by thread.assign in the same group. */
  assigneeId: AgentId.nullable(),
})

const FirstMessage = z.strictObject({
  id: RowId,
  /** 'in': what the customer said or wrote. 'out': a mail or message the agent begins with. */
  direction: z.enum(DIRECTIONS),
  from: Receiver.nullable(),
  to: Receivers,
  cc: Receivers,
  bodyText: Body,
  bodyHtml: Body.nullable(),
  attachments: AttachmentArgs,
})

const FirstNote = z.strictObject({
  id: RowId,
  threadId: ThreadId.nullable(),
  body: Prose,
  attachments: AttachmentArgs,
})

const CreateTicketArgs = z
  .strictObject({
    ticketId: TicketId,
    customerId: CustomerId,
    subject: Line,
    channel: Channel,
    tags: TagList,
    fields: CustomFields,
    threads: z.array(NewThread).min(1).max(2),
    message: FirstMessage.nullable(),
    note: FirstNote.nullable(),
  })
  .refine(({ threads }) => threads[0]?.kind !== threads[1]?.kind, { error: 'one thread of each kind' })
type CreateTicketArgs = z.infer<typeof CreateTicketArgs>

/** All threads are done at birth: nobody waits. */
function waitingAtBirth({ message, channel, threads }: CreateTicketArgs, nowMs: number): number | null {
  if (message?.direction !== 'in' || threads.every(isDone)) return null
  return waitingAfterCustomer(null, channel, nowMs)
}

/** The agent began, or spoke with the customer: nobody owes a first reply. */
const isAnsweredAtBirth = ({ message, channel }: CreateTicketArgs): boolean =>
  message !== null && (message.direction === 'out' || isLive(channel))

const newThread = (
  thread: z.infer<typeof NewThread>,
  args: CreateTicketArgs,
  nowMs: number,
): Omit<Thread, 'clocks' | 'dueAtMs'> => ({
  ...thread,
  ticketId: args.ticketId,
  customerId: args.customerId,
  isPaired: args.threads.length > 1,
  lastActivityAtMs: nowMs,
  waitingSinceMs: waitingAtBirth(args, nowMs),
  snoozedUntilMs: null,
  openedAtMs: nowMs,
  solvedAtMs: thread.state === 'solved' ? nowMs : null,
  reopenedCount: 0,
  answeredAtMs: isAnsweredAtBirth(args) ? nowMs : null,
  restoredAtMs: null,
})

function messageChanges(args: CreateTicketArgs, context: MutationContext): readonly Change[] {
  const { message, ticketId, customerId, channel } = args
  if (!message) return []
  const { attachments, ...given } = message
  const isOut = given.direction === 'out'
  const writer = isAutomation(context.actor) ? ('automation' as const) : ('agent' as const)
  return [
    insert('messages', {
      ...given,
      ticketId,
      customerId,
      channel,
      seq: context.side === 'hub' ? 1 : null,
      authorKind: isOut ? writer : 'customer',
      // Of a call: the agent who wrote down what the customer said.
      authorId: authorOf(context),
      messageId: isOut ? messageIdHeader(message.id, channel) : null,
      delivery: isOut ? firstDelivery(channel, context) : 'none',
      writtenAtMs: context.nowMs,
      acceptedAtMs: context.acceptedAtMs,
      deliveredAtMs: null,
    }),
    ...attachFiles({ ticketId, customerId }, { messageId: message.id }, attachments),
  ]
}

function noteChanges(
  { note, ticketId, customerId }: CreateTicketArgs,
  context: MutationContext,
): readonly Change[] {
  if (!note) return []
  const { attachments, ...given } = note
  const authorKind = isAutomation(context.actor) ? ('automation' as const) : ('agent' as const)
  const author = { authorKind, authorId: authorOf(context) }
  return [
    insert('notes', {
      ...given,
      ...author,
      ticketId,
      customerId,
      createdAtMs: context.nowMs,
      editedAtMs: null,
    }),
    ...attachFiles({ ticketId, customerId }, { noteId: note.id }, attachments),
  ]
}

function ticketChanges(
  customer: Customer,
  given: CreateTicketArgs,
  context: MutationContext,
): readonly Change[] {
  const args = { ...given, customerId: customer.id }
  const { ticketId, customerId, subject, channel, tags, fields, threads, message } = args
  const ticket = {
    id: ticketId,
    customerId,
    number: context.ticketNumber,
    subject,
    channel,
    tags: [...new Set(tags)],
    fields,
    lastMessageSeq: message && context.side === 'hub' ? 1 : 0,
    createdAtMs: context.nowMs,
    createdBy: authorOf(context),
    mergedIntoId: null,
  }
  const kind = threads.length > 1 ? 'both' : (threads[0]?.kind ?? null)
  return [
    insert('tickets', ticket),
    ...threads.map(thread => insertThread(newThread(thread, args, context.nowMs), customer, context)),
    ...messageChanges(args, context),
    ...noteChanges(args, context),
    recordEvent(context, { place: onTicket(ticket), type: 'ticket.created', facts: { channel, kind } }),
  ]
}

/** A ticket from a call, a walk-in, an outgoing mail … Its number comes from the hub; offline it has none yet. */
export const createTicket = defineMutation({
  name: 'ticket.create',
  args: CreateTicketArgs,
  numbers: 'ticket',
  clocks: true,
  reads: ({ ticketId, customerId, threads }) => ({
    customer: one('customers', customerId),
    existing: maybe('tickets', ticketId),
    firstTeam: maybe('teams', threads[0]?.teamId ?? NO_ROW),
    secondTeam: maybe('teams', threads[1]?.teamId ?? NO_ROW),
  }),
  may: (actor, { firstTeam, secondTeam }, { threads, note }) =>
    threads.every(({ assigneeId }) => assigneeId === null || assigneeId === actor.id) &&
    (!threads[0]?.teamId || firstTeam !== null) &&
    (!threads[1]?.teamId || secondTeam !== null) &&
    (!note?.threadId || threads.some(({ id }) => id === note.threadId)),
  plan: ({ customer, existing }, args, context) => (existing ? [] : ticketChanges(customer, args, context)),
  describe: ({ subject }) => ({ key: 'describe.createTicket', values: { subject } }),
})
