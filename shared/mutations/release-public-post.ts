import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { badMomentId } from '../rules/experience/public-posts.ts'
import { defineMutation, insert, many, maybe, one, remove } from './define.ts'
import { PersonName } from './parts/args.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const MOST_MARKS = 200

/** A post is not this customer's after all: it waits for whoever wrote it, and is no bad experience of this one. */
export const releasePublicPost = defineMutation({
  name: 'publicPost.release',
  args: z.strictObject({
    postId: RowId,
    named: PersonName.nullable(),
    /** Complaints that are not ones of somebody who writes in public any more. */
    unmark: z.array(RowId).max(MOST_MARKS),
  }),
  reads: ({ postId }) => ({
    post: maybe('publicPosts', postId),
    waiting: maybe('unplacedPosts', postId),
    bad: maybe('events', badMomentId(postId)),
  }),
  alsoReads: ({ post, waiting }, { postId }) => ({
    needed: one(waiting === null ? 'publicPosts' : 'unplacedPosts', postId),
    complaints: many('complaints', { customerId: post?.customerId ?? NO_ROW }),
  }),
  // Answered with a ticket of theirs, it is a part of what happened with them.
  may: (_actor, { post }) => post === null || post.ticketId === null,
  plan: ({ post, waiting, bad, complaints }, { postId, named, unmark }, context) => {
    if (post === null || waiting !== null) return []
    const { customerId, ticketId: _ticketId, ...said } = post
    const marked = complaints.filter(({ id }) => unmark.includes(id))
    return [
      remove('publicPosts', postId),
      insert('unplacedPosts', { ...said, named, asideAtMs: null }),
      ...(bad ? [remove('events', bad.id)] : []),
      ...marked.flatMap(row => patchChanged('complaints', row, { mentionsReview: false })),
      recordEvent(context, {
        place: { ...onCustomer(customerId), kind: 'service' },
        type: 'post.unplaced',
        facts: { postId, place: post.place },
      }),
    ]
  },
  describe: () => ({ key: 'describe.releasePublicPost', values: {} }),
  invert: ({ post, waiting }, { postId }) =>
    post === null || waiting !== null
      ? null
      : { name: 'publicPost.place', args: { postId, customerId: post.customerId } },
})
