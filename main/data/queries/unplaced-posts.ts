import type { Input, Output } from '../../../shared/contract/index.ts'
import { get } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

const COUNTS = `SELECT count(*) FILTER (WHERE aside_at_ms IS NULL) AS waiting, count(aside_at_ms) AS aside FROM unplaced_posts`

/** What was written in public by nobody knows whom, the newest first, with how many there are in all. */
export function listUnplacedPosts(
  { db }: QueryContext,
  { isAside, limit }: Input<'publicPosts.unplaced'>,
): Output<'publicPosts.unplaced'> {
  const posts = selectRows(db, 'unplacedPosts', {
    tail: `WHERE aside_at_ms IS ${isAside ? 'NOT NULL' : 'NULL'} ORDER BY posted_at_ms DESC, id LIMIT ?`,
    params: [limit],
  })
  const { waiting, aside } = get<{ waiting: number; aside: number }>(db, COUNTS) ?? { waiting: 0, aside: 0 }
  return { posts, waiting, aside }
}
