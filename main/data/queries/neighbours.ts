import type { Input, Output } from '../../../shared/contract/index.ts'
import { matchesView } from '../../../shared/rules/views.ts'
import type { ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import { all, get } from '../db/statement.ts'
import { columnsAs, rowFromRecord } from '../db/row-codec.ts'
import { countView } from './count-views.ts'
import { inTurns } from './count-saved.ts'
import { eyesOf, whoAmI } from './me.ts'
import type { QueryContext } from './query-context.ts'
import { resolveView } from './resolve-view.ts'
import { countRule, countUpTo } from './rule-counts.ts'
import { ruleList } from './rule-list.ts'
import { placeInRule, walkRule } from './rule-walk.ts'
import type { Direction } from './rule-walk.ts'
import { countBefore, walkView } from './view-page.ts'
import type { ViewOf } from './view-page.ts'
import { sortColumns } from './view-sql.ts'

function ticketOf({ db }: QueryContext, localId: number | undefined): string | null {
  if (localId === undefined) return null
  return (
    get<{ ticket_id: string }>(db, 'SELECT ticket_id FROM threads WHERE local_id = ?', [localId])
      ?.ticket_id ?? null
  )
}

type Asked = Input<'threads.neighbours'>
type Around = Output<'threads.neighbours'>
const NOWHERE: Around = { place: null, total: 0, previous: null, next: null }

/** Where a ticket stands in a view: place from 1, how many there are, the one before and the one after. */
export function neighbours(context: QueryContext, input: Asked): Around | Promise<Around> {
  const meant = resolveView(context, input)
  switch (meant.how) {
    case 'nothing':
      return NOWHERE
    case 'standing':
      return neighboursInView(context, input.ticketId, { ...meant, kind: input.kind })
    case 'rule':
      return neighboursInRule(context, input, meant.rule)
  }
}

function neighboursInView(context: QueryContext, ticketId: string, { view, kind, sort }: ViewOf): Around {
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
  if (!place) return { ...NOWHERE, total }
  const [before] = walkView(db, of, { from: place, limit: 1, direction: 'up' })
  const [after] = walkView(db, of, { from: place, limit: 1, direction: 'down' })
  return {
    place: countBefore(db, of, place) + 1,
    total,
    previous: ticketOf(context, before?.localId),
    next: ticketOf(context, after?.localId),
  }
}

/** Rows looked at to find the one beside. */
const BESIDE_BUDGET = 400_000

async function neighboursInRule(context: QueryContext, asked: Asked, rule: ViewRule): Promise<Around> {
  const { db } = context
  const { kind, sort, ticketId } = asked
  const list = ruleList(db, { rule, kind, sort, eyes: eyesOf(context) })
  const place = placeInRule(db, list, ticketId)
  const beside = (direction: Direction): string | null => {
    const walk = { from: place, limit: 1, direction, budget: BESIDE_BUDGET }
    return place && ticketOf(context, walkRule(db, list, walk).found[0]?.localId)
  }
  const [previous, next] = [beside('up'), beside('down')]
  const total = (await countRule(db, list, inTurns))[kind]
  if (!place) return { ...NOWHERE, total }
  return { place: await countUpTo(db, list, { ...inTurns, place, kind }), total, previous, next }
}
