import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { defineMutation, maybe, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Says with which ticket a public post is answered; null: with none after all. */
export const answerPublicPost = defineMutation({
  name: 'publicPost.answer',
  args: z.strictObject({ postId: RowId, ticketId: TicketId.nullable(), seen: SeenValue.nullable() }),
  reads: ({ postId, ticketId }) => ({
    post: one('publicPosts', postId),
    ticket: maybe('tickets', ticketId ?? NO_ROW),
  }),
  // A ticket of somebody else would tie two people together, and one could not be erased without the other.
  may: (_actor, { post, ticket }, { ticketId }) =>
    ticketId === null || ticket?.customerId === post.customerId,
  plan: ({ post }, { ticketId }, context) =>
    post.ticketId === ticketId
      ? []
      : [
          ...patchChanged('publicPosts', post, { ticketId }),
          recordEvent(context, {
            place: { ...onCustomer(post.customerId, ticketId ?? post.ticketId), kind: 'service' },
            type: ticketId === null ? 'post.released' : 'post.answered',
            facts: { postId: post.id, place: post.place },
          }),
        ],
  // Two answer the same post: everybody would read two answers.
  conflict: ({ post }, { postId, ticketId, seen }) =>
    conflictOf('changed-since', [
      { table: 'publicPosts', id: postId, field: 'ticketId', seen, mine: ticketId, theirs: post.ticketId },
    ]),
  describe: () => ({ key: 'describe.answerPublicPost', values: {} }),
  insist: ({ post }, args) => ({ ...args, seen: post.ticketId }),
  invert: ({ post }, { postId, ticketId }) =>
    post.ticketId === ticketId
      ? null
      : { name: 'publicPost.answer', args: { postId, ticketId: post.ticketId, seen: ticketId } },
})
