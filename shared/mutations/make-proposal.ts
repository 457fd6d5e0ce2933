import { z } from 'zod'
import { RowId, ThreadId, TicketId } from '../domain/ids.ts'
import type { Message } from '../domain/tickets.ts'
import { Channel } from '../domain/values.ts'
import type { Address } from '../domain/values.ts'
import { unmasked } from '../rules/guests/mask-contacts.ts'
import { isWorkable } from '../rules/thread-life.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import { AttachmentArgs, Body, Receivers, SeenUpToSeq } from './parts/args.ts'
import { attachFiles } from './parts/attachments.ts'
import { onThread, recordEvent } from './parts/events.ts'

type Given = { readonly to: readonly Address[]; readonly cc: readonly Address[] }

/** Guests see receivers masked; the hub knows who is meant. */
function reached({ to, cc }: Given, messages: readonly Message[]): { to: Address[]; cc: Address[] } {
  const known = messages.flatMap(message => [
    ...(message.from ? [message.from] : []),
    ...message.to,
    ...message.cc,
  ])
  return { to: unmasked(to, known), cc: unmasked(cc, known) }
}

/** Suggests an answer: colleagues read it where they work, and nothing leaves until one of them releases it. */
export const makeProposal = defineMutation({
  name: 'proposal.make',
  args: z.strictObject({
    proposalId: RowId,
    ticketId: TicketId,
    threadId: ThreadId,
    channel: Channel,
    to: Receivers,
    cc: Receivers,
    bodyText: Body.refine(words => words.trim() !== '', { error: 'words are needed' }),
    /** The newest message painted when it was suggested. */
    seenUpToSeq: SeenUpToSeq,
    /** Left out: it is words alone. */
    attachments: AttachmentArgs.optional(),
  }),
  reads: ({ proposalId, ticketId, threadId }) => ({
    ticket: one('tickets', ticketId),
    thread: one('threads', threadId),
    existing: maybe('proposals', proposalId),
    messages: many('messages', { ticketId }),
  }),
  may: (_actor, { ticket, thread }) => thread.ticketId === ticket.id && isWorkable(thread),
  plan: ({ ticket, thread, existing, messages }, { proposalId, attachments = [], ...given }, context) =>
    existing
      ? []
      : [
          insert('proposals', {
            ...given,
            ...(context.side === 'hub' ? reached(given, messages) : {}),
            id: proposalId,
            customerId: ticket.customerId,
            authorId: authorOf(context),
            state: 'proposed',
            words: null,
            decidedBy: null,
            decidedAtMs: null,
            messageId: null,
            createdAtMs: context.nowMs,
          }),
          ...attachFiles({ ticketId: ticket.id, customerId: ticket.customerId }, { proposalId }, attachments),
          recordEvent(context, { place: onThread(thread), type: 'reply.proposed', facts: { proposalId } }),
        ],
  describe: ({ bodyText }) => ({ key: 'describe.makeProposal', values: { excerpt: bodyText.slice(0, 80) } }),
  invert: ({ existing }, { proposalId }) =>
    existing ? null : { name: 'proposal.withdraw', args: { proposalId, seen: 'proposed' } },
})
