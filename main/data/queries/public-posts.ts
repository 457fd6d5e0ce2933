import type { Input, Output } from '../../../shared/contract/index.ts'
import { familyOf } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

/** What a person wrote about us in public, the newest first. */
export function listPublicPosts(
  { db }: QueryContext,
  { customerId, limit }: Input<'publicPosts.list'>,
): Output<'publicPosts.list'> {
  const { is, param } = familyOf(db, customerId)
  return selectRows(db, 'publicPosts', {
    tail: `WHERE ${is} ORDER BY posted_at_ms DESC, id LIMIT ?`,
    params: [param, limit],
  })
}
