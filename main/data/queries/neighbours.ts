import type { Input, Output } from '../../../shared/contract/index.ts'
import { matchesView } from '../../../shared/rules/views.ts'
import { all, get } from '../db/statement.ts'
import { columnsAs, rowFromRecord } from '../db/row-codec.ts'
import { countView } from './count-views.ts'
import { whoAmI } from './me.ts'
import type { QueryContext } from './query-context.ts'
import { countBefore, walkView } from './view-page.ts'
import { sortColumns } from './view-sql.ts'

function ticketOf({ db }: QueryContext, localId: number | undefined): string | null {
  if (localId === undefined) return null
  return (
    get<{ ticket_id: string }>(db, 'SELECT ticket_id FROM threads WHERE local_id = ?', [localId])
      ?.ticket_id ?? null
  )
}

/** Where a ticket stands in a view: place from 1, how many there are, the one before and the one after. */
export function neighbours(
  context: QueryContext,
  input: Input<'threads.neighbours'>,
): Output<'threads.neighbours'> {
  const { ticketId, view, kind, sort } = input
  const { db } = context
  const me = whoAmI(context)
  const of = { view: { view, kind, sort }, me }
  const total = countView(db, { view, kind, me })
  const threads = all<Record<string, unknown> & { key: number; id: string }>(
    db,
    `SELECT t.${sortColumns[sort]} AS key, t.id, ${columnsAs('threads', 't')}
     FROM threads t WHERE t.ticket_id = ? ORDER BY t.kind`,
    [ticketId],
  )
  // Ordered by kind, so a service thread in the view comes before the support thread it folds.
  const place = threads.find(record =>
    matchesView(rowFromRecord('threads', record, 't_'), { name: view, kind }, me),
  )
  if (!place) return { place: null, total, previous: null, next: null }
  const [before] = walkView(db, of, { from: place, limit: 1, direction: 'up' })
  const [after] = walkView(db, of, { from: place, limit: 1, direction: 'down' })
  return {
    place: countBefore(db, of, place) + 1,
    total,
    previous: ticketOf(context, before?.localId),
    next: ticketOf(context, after?.localId),
  }
}
