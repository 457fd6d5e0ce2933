import { z } from 'zod'
import type { Complaint } from '../domain/cases.ts'
import { CustomerId, RowId } from '../domain/ids.ts'
import { isUnresolved } from '../rules/cases/review-risk.ts'
import { badMomentId, isBadPost } from '../rules/experience/public-posts.ts'
import { defineMutation, insert, isAutomation, many, maybe, one, remove } from './define.ts'
import type { Change } from './define.ts'
import { Moment, PersonName, Prose } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer } from './parts/events.ts'
import { isStale, put } from './parts/reported.ts'

const MOST_URL = 2000

/** A complaint that is open is now one whose customer did write a review. */
const markComplaints = (complaints: readonly Complaint[]): readonly Change[] =>
  complaints.filter(isUnresolved).flatMap(row => patchChanged('complaints', row, { mentionsReview: true }))

/**
 * Somebody wrote about us in public, as the system says it that watches there. Few stars are a bad experience and mark
 * open complaints; once they are more, the bad experience is none any more. Told twice it is one post, news that is
 * older than what is known is passed over, and a post never goes from one customer's record to another's.
 */
export const reportPublicPost = defineMutation({
  name: 'publicPost.report',
  decidedBy: 'hub',
  args: z.strictObject({
    postId: RowId,
    customerId: CustomerId,
    content: z.strictObject({
      place: PersonName,
      url: z.string().max(MOST_URL).nullable(),
      author: PersonName.nullable(),
      stars: z.int().min(1).max(5).nullable(),
      body: Prose,
      postedAtMs: Moment,
    }),
    saidAtMs: Moment,
  }),
  reads: ({ postId, customerId }) => ({
    customer: one('customers', customerId),
    known: maybe('publicPosts', postId),
    bad: maybe('events', badMomentId(postId)),
    complaints: many('complaints', { customerId }),
  }),
  may: (actor, { known }, { customerId }) =>
    isAutomation(actor) && (known === null || known.customerId === customerId),
  plan: ({ known, bad, complaints }, { postId, customerId, content, saidAtMs }) => {
    if (isStale(known, saidAtMs)) return []
    const ticketId = known?.ticketId ?? null
    const row = { ...content, id: postId, customerId, ticketId, reportedAtMs: saidAtMs }
    const facts = { cause: 'review', postId, stars: content.stars }
    const moment = {
      ...onCustomer(customerId),
      id: badMomentId(postId),
      type: 'experience.negative',
      actorId: null,
      facts,
      atMs: content.postedAtMs,
    }
    return [
      ...put('publicPosts', known, row),
      ...(isBadPost(content) ? markComplaints(complaints) : []),
      ...(isBadPost(content) && !bad ? [insert('events', moment)] : []),
      ...(!isBadPost(content) && bad ? [remove('events', bad.id)] : []),
    ]
  },
  describe: ({ content }) => ({
    key: 'describe.reportPublicPost',
    values: { place: content.place.slice(0, 80) },
  }),
})
