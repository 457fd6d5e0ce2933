import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, maybe } from './define.ts'
import { Moment, PersonName } from './parts/args.ts'
import { PostContent } from './parts/public-post.ts'
import { isStale, put } from './parts/reported.ts'

/**
 * Somebody wrote about us in public, and nobody knows which customer it is: it waits for a person who does. Told twice
 * it waits once, and what was set aside stays aside.
 */
export const holdPublicPost = defineMutation({
  name: 'publicPost.hold',
  decidedBy: 'hub',
  args: z.strictObject({
    postId: RowId,
    content: PostContent,
    /** Whom the sender took it for, in its own words. */
    named: PersonName.nullable(),
    saidAtMs: Moment,
  }),
  reads: ({ postId }) => ({ waiting: maybe('unplacedPosts', postId), placed: maybe('publicPosts', postId) }),
  may: actor => isAutomation(actor),
  plan: ({ waiting, placed }, { postId, content, named, saidAtMs }) =>
    placed || isStale(waiting, saidAtMs)
      ? []
      : put('unplacedPosts', waiting, {
          ...content,
          id: postId,
          named,
          reportedAtMs: saidAtMs,
          asideAtMs: waiting?.asideAtMs ?? null,
        }),
  describe: ({ content }) => ({
    key: 'describe.reportPublicPost',
    values: { place: content.place.slice(0, 80) },
  }),
})
