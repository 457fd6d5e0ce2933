import type { Me, KindFilter, ViewName, ViewSort } from '../../../shared/rules/views.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { byPlace } from './keyset.ts'
import type { Place } from './keyset.ts'
import { lanesOf, sortColumns } from './view-sql.ts'

export type ViewOf = { readonly view: ViewName; readonly kind: KindFilter; readonly sort: ViewSort }
export type PlacedThread = Place & { readonly localId: number }

type Walk = { readonly from: Place; readonly limit: number; readonly direction: 'down' | 'up' }

/** The next threads of a view from a place, nearest first, folded to one per ticket. */
export function walkView(
  db: ReadableDb,
  of: { readonly view: ViewOf; readonly me: Me },
  walk: Walk,
): readonly PlacedThread[] {
  const { from, limit, direction } = walk
  const sort = sortColumns[of.view.sort]
  const [comparison, order] = direction === 'down' ? ['<', 'DESC'] : ['>', 'ASC']
  const found = lanesOf(of.view, of.me).flatMap(lane =>
    all<{ local_id: number; key: number; id: string }>(
      db,
      `SELECT t.local_id, t.${sort} AS key, t.id FROM threads t INDEXED BY ${lane.index}
       WHERE ${lane.where} AND (t.${sort}, t.id) ${comparison} (?, ?)
       ORDER BY t.${sort} ${order}, t.id ${order} LIMIT ?`,
      [...lane.params, from.key, from.id, limit],
    ),
  )
  const sign = direction === 'down' ? 1 : -1
  return found
    .map(({ local_id, key, id }) => ({ localId: local_id, key, id }))
    .toSorted((left, right) => sign * byPlace(left, right))
    .slice(0, limit)
}

/** How many threads of the view stand before a place. */
export function countBefore(
  db: ReadableDb,
  of: { readonly view: ViewOf; readonly me: Me },
  place: Place,
): number {
  const sort = sortColumns[of.view.sort]
  return lanesOf(of.view, of.me).reduce((sum, lane) => {
    const [row] = all<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM threads t INDEXED BY ${lane.index}
       WHERE ${lane.where} AND (t.${sort}, t.id) > (?, ?)`,
      [...lane.params, place.key, place.id],
    )
    return sum + (row?.count ?? 0)
  }, 0)
}
