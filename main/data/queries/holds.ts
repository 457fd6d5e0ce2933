import type { Output } from '../../../shared/contract/index.ts'
import { familyOf } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

/** Legal holds on a person and on their tickets, the newest first. */
export function listHolds({ db }: QueryContext, customerId: string): Output<'holds.list'> {
  const family = familyOf(db, customerId)
  return selectRows(db, 'holds', {
    tail: `WHERE ${family.is} ORDER BY placed_at_ms DESC, id`,
    params: [family.param],
  })
}
