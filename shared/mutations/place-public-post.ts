import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { badMomentId } from '../rules/experience/public-posts.ts'
import { defineMutation, insert, many, maybe, one, remove } from './define.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { markedBy, meaningOf } from './parts/public-post.ts'

/** Says which customer wrote a post that waits: it stands with them from now on, with all it means. */
export const placePublicPost = defineMutation({
  name: 'publicPost.place',
  args: z.strictObject({ postId: RowId, customerId: CustomerId }),
  reads: ({ postId, customerId }) => ({
    waiting: maybe('unplacedPosts', postId),
    known: maybe('publicPosts', postId),
    customer: one('customers', customerId),
    bad: maybe('events', badMomentId(postId)),
    complaints: many('complaints', { customerId }),
  }),
  // Whoever is second, and means somebody else, finds nothing waiting any more.
  alsoReads: ({ known }, { postId, customerId }) => ({
    needed: one(known?.customerId === customerId ? 'publicPosts' : 'unplacedPosts', postId),
  }),
  may: () => true,
  plan: ({ waiting, known, bad, complaints }, { postId, customerId }, context) => {
    if (waiting === null || known !== null) return []
    const { asideAtMs: _asideAtMs, named: _named, ...said } = waiting
    const post = { ...said, customerId, ticketId: null }
    return [
      remove('unplacedPosts', postId),
      insert('publicPosts', post),
      ...meaningOf(post, { bad, complaints }),
      recordEvent(context, {
        place: { ...onCustomer(customerId), kind: 'service' },
        type: 'post.placed',
        facts: { postId, place: waiting.place },
      }),
    ]
  },
  describe: () => ({ key: 'describe.placePublicPost', values: {} }),
  invert: ({ waiting, known, complaints }, { postId }) =>
    waiting === null || known !== null
      ? null
      : {
          name: 'publicPost.release',
          args: { postId, named: waiting.named, unmark: markedBy(waiting, complaints).map(({ id }) => id) },
        },
})
