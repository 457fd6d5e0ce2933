import { silenceOf } from '../../../shared/rules/experience/silence.ts'
import type { Silence } from '../../../shared/rules/experience/silence.ts'
import type { ReadableDb } from '../db/types.ts'
import { groupBy } from '../../../shared/rules/group-by.ts'
import { familiesOf } from './family.ts'
import { selectRows } from './select-rows.ts'

const ofThese = 'customer_id IN (SELECT value FROM json_each(?))'

/**
 * Why nothing is asked of these customers now; those of whom something may be asked are left out. An incident of one
 * record of a person silences all.
 */
export function silencesOf(db: ReadableDb, customerIds: readonly string[]): ReadonlyMap<string, Silence> {
  const families = familiesOf(db, customerIds)
  const params = [JSON.stringify([...families.values()].flatMap(({ ids }) => ids))]
  const threads = selectRows(db, 'threads', {
    tail: `WHERE ${ofThese} AND kind = 'support' AND state NOT IN ('solved', 'closed')`,
    params,
  })
  const down = selectRows(db, 'assets', {
    tail: `WHERE ${ofThese} AND down_since_ms IS NOT NULL`,
    params,
  })
  const [threadsOf, downOf] = [
    groupBy(threads, ({ customerId }) => customerId),
    groupBy(down, ({ customerId }) => customerId),
  ]
  const found = [...families].map(([id, { ids }]) => {
    const silence = silenceOf({
      threads: ids.flatMap(each => threadsOf.get(each) ?? []),
      down: ids.flatMap(each => downOf.get(each) ?? []),
    })
    return [id, silence] as const
  })
  return new Map(found.flatMap(([id, silence]) => (silence === null ? [] : [[id, silence]])))
}

export const silenceAbout = (db: ReadableDb, customerId: string): Silence | null =>
  silencesOf(db, [customerId]).get(customerId) ?? null
