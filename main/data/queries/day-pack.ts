import type { DayPack } from '../../../shared/contract/offline.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { whoAmI } from './me.ts'
import { amountOf, packFiles } from './pack-files.ts'
import { packChoice, packTickets } from './pack-tickets.ts'
import type { QueryContext } from './query-context.ts'

const CUSTOMERS = `
  SELECT DISTINCT k.customer_id AS id FROM json_each(?) j CROSS JOIN tickets k ON k.id = j.value`
const ORDERS = `
  SELECT count(*) AS count FROM json_each(?) j
  CROSS JOIN orders o INDEXED BY orders_by_customer ON o.customer_id = j.value`
const MESSAGES = `
  SELECT count(*) AS count FROM json_each(?) j
  CROSS JOIN messages m INDEXED BY messages_by_ticket ON m.ticket_id = j.value`
const NAMES =
  'SELECT c.id, c.name FROM json_each(?) j CROSS JOIN customers c ON c.id = j.value ORDER BY c.name'
const ARTICLES = `SELECT count(*) AS count FROM articles WHERE state = 'published'`
const PLAYBOOKS = 'SELECT count(*) AS count FROM macros'

const countOf = (db: ReadableDb, sql: string, ids?: readonly string[]): number =>
  get<{ count: number }>(db, sql, ids ? [JSON.stringify(ids)] : [])?.count ?? 0

/** What the agent's day offline is made of, and how much of its files is here. */
export function getDayPack(context: QueryContext): DayPack {
  const { db, clock } = context
  const choice = packChoice(db)
  const ticketIds = packTickets(db, { me: whoAmI(context), nowMs: clock.now() })
  const ofTickets = all<{ id: string }>(db, CUSTOMERS, [JSON.stringify(ticketIds)]).map(({ id }) => id)
  const customerIds = [...new Set([...ofTickets, ...choice.customerIds])]
  const { taken, leftOut } = packFiles(db, ticketIds)
  return {
    choice,
    chosen: all<{ id: string; name: string }>(db, NAMES, [JSON.stringify(choice.customerIds)]),
    tickets: ticketIds.length,
    customers: customerIds.length,
    orders: countOf(db, ORDERS, customerIds),
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
