import type { LeaseLine } from '../../../shared/contract/leases.ts'
import type { ShownLease } from '../../../shared/contract/tickets.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { namedByPerson } from './person-names.ts'
import type { QueryContext } from './query-context.ts'

/** Of a ticket `id`, a column or a parameter: its lease as JSON values, or NULL. */
export const leaseOf = (id: string): string => `
  (SELECT json_array(l.id, l.agent_id, l.until_ms, a.name)
    FROM leases l INDEXED BY leases_by_ticket LEFT JOIN agents a ON a.id = l.agent_id
    WHERE l.ticket_id = ${id} AND l.ended_at_ms IS NULL ORDER BY l.until_ms DESC, l.id DESC LIMIT 1)`

type LeaseValues = [string, string, number, string | null]
/** What `leaseOf` gave. */
export function shownLease(json: string | null): ShownLease | null {
  if (json === null) return null
  const [id, agentId, untilMs, agentName] = JSON.parse(json) as LeaseValues
  return { id, agentId, untilMs, agentName }
}

/** The newest lease of a ticket that nobody has ended; null when there is none. Its time may be over. */
export function ticketLease(db: ReadableDb, ticketId: string): ShownLease | null {
  const found = get<{ lease: string | null }>(db, `SELECT ${leaseOf('?')} AS lease`, [ticketId])
  return shownLease(found?.lease ?? null)
}

const LINES = `
  SELECT l.id, l.ticket_id AS ticketId, l.agent_id AS agentId, l.taken_at_ms AS takenAtMs, l.until_ms AS untilMs,
    l.ended_at_ms AS endedAtMs, l.ended_by AS endedBy, a.name AS agentName, b.name AS endedByName,
    k.number, n.number AS localNumber, k.subject, k.customer_id, coalesce(c.name, '') AS customer_name
  FROM leases l INDEXED BY leases_by_end
  JOIN tickets k ON k.id = l.ticket_id
  LEFT JOIN customers c ON c.id = k.customer_id
  LEFT JOIN local_numbers n ON n.ticket_id = k.id
  LEFT JOIN agents a ON a.id = l.agent_id
  LEFT JOIN agents b ON b.id = l.ended_by
  WHERE l.until_ms > ? ORDER BY l.until_ms, l.id LIMIT 1000`

const DAY_MS = 86_400_000

type Found = Omit<LeaseLine, 'customerName'> & {
  readonly customer_id: string | null
  readonly customer_name: string
}

/** Leases of everybody that run, and of the last day those that do not any more; the one that ends first comes first. */
export const listLeases = ({ db, clock }: QueryContext): readonly LeaseLine[] =>
  namedByPerson(db, all<Found>(db, LINES, [clock.now() - DAY_MS])).map(
    ({ customer_id: _id, customer_name: customerName, ...line }) => ({ ...line, customerName }),
  )
