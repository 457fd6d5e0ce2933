import type { DayPack } from '../../../shared/contract/offline.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { whoAmI } from './me.ts'
import { amountOf, packFiles } from './pack-files.ts'
import { packChoice, packTickets } from './pack-tickets.ts'
import { familiesOf } from './family.ts'
import { personNames } from './person-names.ts'
import type { QueryContext } from './query-context.ts'

const CUSTOMERS = `
  SELECT DISTINCT k.customer_id AS id FROM json_each(?) j CROSS JOIN tickets k ON k.id = j.value`
const ORDERS = `
  SELECT count(*) AS count FROM json_each(?) j
  CROSS JOIN orders o INDEXED BY orders_by_customer ON o.customer_id = j.value`
const MESSAGES = `
  SELECT count(*) AS count FROM json_each(?) j
  CROSS JOIN messages m INDEXED BY messages_by_ticket ON m.ticket_id = j.value`
const ARTICLES = `SELECT count(*) AS count FROM articles WHERE state = 'published'`
/** Macros, and guides in their newest version. */
const PLAYBOOKS = `
  SELECT (SELECT count(*) FROM macros) + (
    SELECT count(*) FROM guides
    WHERE is_active = 1 AND version = (SELECT max(g.version) FROM guides g WHERE g.key = guides.key)) AS count`

const countOf = (db: ReadableDb, sql: string, ids?: readonly string[]): number =>
  get<{ count: number }>(db, sql, ids ? [JSON.stringify(ids)] : [])?.count ?? 0

/** What the agent's day offline is made of, and how much of its files is here. */
export function getDayPack(context: QueryContext): DayPack {
  const { db, clock } = context
  const choice = packChoice(db)
  const ticketIds = packTickets(db, { me: whoAmI(context), nowMs: clock.now() })
  const ofTickets = all<{ id: string }>(db, CUSTOMERS, [JSON.stringify(ticketIds)]).map(({ id }) => id)
  const families = [...familiesOf(db, [...ofTickets, ...choice.customerIds]).values()]
  const recordIds = [...new Set(families.flatMap(({ ids }) => ids))]
  const { taken, leftOut } = packFiles(db, ticketIds)
  return {
    choice,
    chosen: [...personNames(db, choice.customerIds)]
      .map(([id, name]) => ({ id, name }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    tickets: ticketIds.length,
    customers: new Set(families.map(({ rootId }) => rootId)).size,
    orders: countOf(db, ORDERS, recordIds),
    messages: countOf(db, MESSAGES, ticketIds),
    articles: countOf(db, ARTICLES),
    playbooks: countOf(db, PLAYBOOKS),
    files: {
      all: amountOf(taken),
      here: amountOf(taken.filter(({ isHere }) => isHere)),
      leftOut: amountOf(leftOut),
    },
  }
}
