import type { Input, Output } from '../../../shared/contract/index.ts'
import { MOST_PICKED } from '../../../shared/contract/bulk.ts'
import { all } from '../db/statement.ts'
import { readPlace } from './keyset.ts'
import { eyesOf, whoAmI } from './me.ts'
import { personNames } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { resolveView } from './resolve-view.ts'
import { ruleList } from './rule-list.ts'
import { walkRule } from './rule-walk.ts'
import { walkView } from './view-page.ts'

const TICKETS = `
  SELECT t.ticket_id FROM json_each(?) j CROSS JOIN threads t ON t.local_id = j.value ORDER BY j.key`

/** Rows looked at to pick a whole view. */
const PICK_BUDGET = 400_000

function localIdsOf(context: QueryContext, asked: Input<'threads.ids'>): readonly number[] {
  const { kind, sort } = asked
  const meant = resolveView(context, asked)
  switch (meant.how) {
    case 'nothing':
      return []
    case 'standing': {
      const walk = { from: readPlace(null), limit: MOST_PICKED, direction: 'down' } as const
      const of = { view: { ...meant, kind }, me: whoAmI(context) }
      return walkView(context.db, of, walk).map(({ localId }) => localId)
    }
    case 'rule': {
      const list = ruleList(context.db, { rule: meant.rule, kind, sort, eyes: eyesOf(context) })
      const walk = { from: null, limit: MOST_PICKED, direction: 'down', budget: PICK_BUDGET } as const
      return walkRule(context.db, list, walk).found.map(({ localId }) => localId)
    }
  }
}

/** Tickets of a view in its order, as many as can be picked at once. */
export function ticketIds(context: QueryContext, view: Input<'threads.ids'>): Output<'threads.ids'> {
  const localIds = localIdsOf(context, view)
  return all<{ ticket_id: string }>(context.db, TICKETS, [JSON.stringify(localIds)]).map(row => row.ticket_id)
}

const NAMES = `
  SELECT k.id, k.number, k.subject, k.customer_id,
    (SELECT n.number FROM local_numbers n WHERE n.ticket_id = k.id) AS local_number
  FROM json_each(?) j CROSS JOIN tickets k ON k.id = j.value ORDER BY j.key`

type Named = {
  readonly id: string
  readonly number: number | null
  readonly subject: string
  readonly customer_id: string
  readonly local_number: number | null
}

/** How tickets are called; those that are not here are left out. */
export function ticketNames({ db }: QueryContext, ids: readonly string[]): Output<'tickets.names'> {
  const rows = all<Named>(db, NAMES, [JSON.stringify(ids)])
  const names = personNames(
    db,
    rows.map(row => row.customer_id),
  )
  return rows.map(row => ({
    ticketId: row.id,
    number: row.number,
    localNumber: row.local_number,
    subject: row.subject,
    customerName: names.get(row.customer_id) ?? '',
  }))
}
