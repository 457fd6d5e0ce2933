import type { ViewCounts } from '../../../shared/contract/threads.ts'
import { VIEWS } from '../../../shared/rules/views.ts'
import type { KindFilter, Me, ViewName } from '../../../shared/rules/views.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { whoAmI } from './me.ts'
import type { QueryContext } from './query-context.ts'
import { lanesOf } from './view-sql.ts'

/** Tickets a view lists under a kind, folded as the list folds them. */
export function countView(
  db: ReadableDb,
  of: { readonly view: ViewName; readonly kind: KindFilter; readonly me: Me },
): number {
  const { view, kind, me } = of
  return lanesOf({ view, kind, sort: 'newest' }, me).reduce((sum, lane) => {
    const [row] = all<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM threads t INDEXED BY ${lane.index} WHERE ${lane.where}`,
      lane.params,
    )
    return sum + (row?.count ?? 0)
  }, 0)
}

/** Counts of every view under every kind. */
export function countViews(context: QueryContext): ViewCounts {
  const me = whoAmI(context)
  const ofView = (view: ViewName): Record<KindFilter, number> => {
    const count = (kind: KindFilter): number => countView(context.db, { view, kind, me })
    return { all: count('all'), service: count('service'), support: count('support'), both: count('both') }
  }
  return Object.fromEntries(VIEWS.map(view => [view, ofView(view)])) as Record<
    ViewName,
    Record<KindFilter, number>
  >
}
