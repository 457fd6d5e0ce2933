import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { badMomentId } from '../rules/experience/public-posts.ts'
import { defineMutation, isAutomation, many, maybe, one, remove } from './define.ts'
import { Moment } from './parts/args.ts'
import { meaningOf, PostContent } from './parts/public-post.ts'
import { isStale, put } from './parts/reported.ts'

/**
 * Somebody wrote about us in public, as the system says it that watches there. Few stars are a bad experience and mark
 * open complaints; once they are more, the bad experience is none any more. Told twice it is one post, news that is
 * older than what is known is passed over, and a post never goes from one customer's record to another's.
 */
export const reportPublicPost = defineMutation({
  name: 'publicPost.report',
  decidedBy: 'hub',
  args: z.strictObject({ postId: RowId, customerId: CustomerId, content: PostContent, saidAtMs: Moment }),
  reads: ({ postId, customerId }) => ({
    customer: one('customers', customerId),
    known: maybe('publicPosts', postId),
    waiting: maybe('unplacedPosts', postId),
    bad: maybe('events', badMomentId(postId)),
    complaints: many('complaints', { customerId }),
  }),
  may: (actor, { known }, { customerId }) =>
    isAutomation(actor) && (known === null || known.customerId === customerId),
  plan: ({ known, waiting, bad, complaints }, { postId, customerId, content, saidAtMs }) => {
    if (isStale(known, saidAtMs)) return []
    const ticketId = known?.ticketId ?? null
    const row = { ...content, id: postId, customerId, ticketId, reportedAtMs: saidAtMs }
    return [
      ...(waiting ? [remove('unplacedPosts', postId)] : []),
      ...put('publicPosts', known, row),
      ...meaningOf(row, { bad, complaints }),
    ]
  },
  describe: ({ content }) => ({
    key: 'describe.reportPublicPost',
    values: { place: content.place.slice(0, 80) },
  }),
})
