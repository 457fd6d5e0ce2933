import type { Input, Output } from '../../../shared/contract/index.ts'
import { phoneKey } from '../../../shared/rules/merged-people/suggest-duplicates.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { familiesOf, familyOf } from './family.ts'
import type { QueryContext } from './query-context.ts'

type Point = { readonly value: string; readonly customer_id: string; readonly name: string }

/** People with one number at most, as a house has. */
const LOOKED_AT = 20
const POINTS =
  'SELECT p.value, p.customer_id, c.name FROM contact_points p JOIN customers c ON c.id = p.customer_id'
const BY_ADDRESS = `${POINTS} WHERE p.kind = 'email' AND p.value IN (SELECT value FROM json_each(?)) LIMIT ${LOOKED_AT}`
/** However it is written, it ends in the same two digits: one pass over the index of values, and few are left. */
const BY_NUMBER = `${POINTS} WHERE p.value LIKE ? AND p.kind <> 'email'`
const END = 2

function withNumber(db: ReadableDb, phone: string): readonly Point[] {
  const key = phoneKey(phone)
  if (key === null) return []
  return all<Point>(db, BY_NUMBER, [`%${key.slice(-END)}`])
    .filter(({ value }) => phoneKey(value) === key)
    .slice(0, LOOKED_AT)
}

const MENTIONED = `SELECT 1 FROM messages WHERE ticket_id = ? AND (
  instr(lower(body_text), ?) > 0 OR instr(lower(coalesce(from_json, '')), ?) > 0
  OR instr(lower(to_json), ?) > 0 OR instr(lower(cc_json), ?) > 0) LIMIT 1`

const isMentioned = (db: ReadableDb, ticketId: string | null, value: string): boolean => {
  const words = value.toLowerCase()
  return ticketId !== null && get(db, MENTIONED, [ticketId, words, words, words, words]) !== null
}

/** Which addresses and numbers lead to somebody who is not the person at hand, each with the first found. */
export function whoIsReached(
  { db }: QueryContext,
  { customerId, ticketId, emails, phones }: Input<'people.reached'>,
): Output<'people.reached'> {
  const own = customerId === null ? [] : familyOf(db, customerId).ids
  const found = [
    ...emails.map(value => ({
      value,
      points: all<Point>(db, BY_ADDRESS, [JSON.stringify([value, value.toLowerCase()])]),
    })),
    ...phones.map(value => ({ value, points: withNumber(db, value) })),
  ]
  const families = familiesOf(
    db,
    found.flatMap(({ points }) => points.map(point => point.customer_id)),
  )
  return found.flatMap(({ value, points }) => {
    // What leads to the person as well, a number of the shop for instance, is theirs.
    const isOwn = points.some(point => families.get(point.customer_id)?.ids.some(id => own.includes(id)))
    const [first] = points
    return first === undefined || isOwn || isMentioned(db, ticketId, value)
      ? []
      : [{ value, name: first.name }]
  })
}
