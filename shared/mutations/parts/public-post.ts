import { z } from 'zod'
import type { Complaint } from '../../domain/cases.ts'
import type { TicketEvent } from '../../domain/tickets.ts'
import { isUnresolved } from '../../rules/cases/review-risk.ts'
import { badMomentId, isBadPost } from '../../rules/experience/public-posts.ts'
import { insert, remove } from '../define.ts'
import type { Change } from '../define.ts'
import { Moment, PersonName, Prose } from './args.ts'
import { patchChanged } from './changes.ts'
import { onCustomer } from './events.ts'

const MOST_URL = 2000

/** A post as its sender says it. */
export const PostContent = z.strictObject({
  place: PersonName,
  url: z.string().max(MOST_URL).nullable(),
  author: PersonName.nullable(),
  stars: z.int().min(1).max(5).nullable(),
  body: Prose,
  postedAtMs: Moment,
})

type Post = {
  readonly id: string
  readonly customerId: string
  readonly stars: number | null
  readonly postedAtMs: number
}
type About = { readonly bad: TicketEvent | null; readonly complaints: readonly Complaint[] }

/** Complaints that this post marks as ones whose customer writes in public. */
export const markedBy = (post: Pick<Post, 'stars'>, complaints: readonly Complaint[]): readonly Complaint[] =>
  isBadPost(post) ? complaints.filter(row => isUnresolved(row) && !row.mentionsReview) : []

/** What a post means for whoever wrote it: few stars are a bad experience and mark open complaints; more are none. */
export function meaningOf(post: Post, { bad, complaints }: About): readonly Change[] {
  if (!isBadPost(post)) return bad ? [remove('events', bad.id)] : []
  const moment = {
    ...onCustomer(post.customerId),
    id: badMomentId(post.id),
    type: 'experience.negative',
    actorId: null,
    facts: { cause: 'review', postId: post.id, stars: post.stars },
    atMs: post.postedAtMs,
  }
  return [
    ...markedBy(post, complaints).flatMap(row => patchChanged('complaints', row, { mentionsReview: true })),
    ...(bad ? [] : [insert('events', moment)]),
  ]
}
