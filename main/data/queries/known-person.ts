import type { KnownPerson } from '../../../shared/rules/training/take-out.ts'
import { all } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { familyOf } from './family.ts'

type Named = { readonly name: string }

const CUSTOMERS = `SELECT c.name FROM json_each(?) j JOIN customers c ON c.id = j.value
  UNION SELECT o.name FROM json_each(?) j JOIN customers c ON c.id = j.value
    JOIN organisations o ON o.id = c.organisation_id`
const SENDERS = `SELECT DISTINCT json_extract(m.from_json, '$.name') AS name FROM messages m
  WHERE m.ticket_id = ? AND m.from_json IS NOT NULL AND json_extract(m.from_json, '$.name') IS NOT NULL`
const SENT_FROM = `SELECT DISTINCT json_extract(m.from_json, '$.address') AS name FROM messages m
  WHERE m.ticket_id = ? AND m.from_json IS NOT NULL`
const AGENTS = 'SELECT name FROM agents'
const ticketNumber = 'SELECT CAST(number AS TEXT) AS name FROM tickets WHERE id = ? AND number IS NOT NULL'

/** Everything this laptop knows of the person of a ticket, of their house and of colleagues, to be taken out of words. */
export function knownOfTicket(db: ReadableDb, ticketId: string, customerId: string): KnownPerson {
  const { ids, is, param } = familyOf(db, customerId)
  const family = JSON.stringify(ids)
  const named = (sql: string, params: readonly string[]): readonly string[] =>
    all<Named>(db, sql, [...params]).flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  return {
    language: named('SELECT language AS name FROM customers WHERE id = ?', [customerId])[0] ?? null,
    names: [...named(CUSTOMERS, [family, family]), ...named(SENDERS, [ticketId]), ...named(AGENTS, [])],
    contacts: [
      ...named(`SELECT value AS name FROM contact_points WHERE ${is}`, [param]),
      ...named(SENT_FROM, [ticketId]),
    ],
    numbers: [
      ...named(`SELECT number AS name FROM orders WHERE ${is}`, [param]),
      ...named(`SELECT number AS name FROM invoices WHERE ${is}`, [param]),
      ...named(`SELECT serial AS name FROM assets WHERE ${is} AND serial IS NOT NULL`, [param]),
      ...named(ticketNumber, [ticketId]),
    ],
  }
}
