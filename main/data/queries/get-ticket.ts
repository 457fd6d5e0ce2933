import type { TicketView } from '../../../shared/contract/tickets.ts'
import { all, get } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'
import { ticketLease } from './leases.ts'
import { personName } from './person-names.ts'
import { takeoverOf } from './takeover.ts'
import { selectRow, selectRows } from './select-rows.ts'

const LINKS = `
  SELECT l.id, l.kind, k.id AS ticketId, k.number, k.subject
  FROM ticket_links l JOIN tickets k ON k.id = l.other_ticket_id WHERE l.ticket_id = ?1
  UNION ALL
  SELECT l.id, l.kind, k.id AS ticketId, k.number, k.subject
  FROM ticket_links l JOIN tickets k ON k.id = l.ticket_id WHERE l.other_ticket_id = ?1`

/** Unsent and parked work that writes to rows of the ticket. */
const PENDING = `
  SELECT r.table_name AS "table", r.row_id AS id, o.mutation_id AS mutationId, o.state
  FROM outbox o JOIN outbox_rows r ON r.seq = o.seq
  WHERE o.ticket_id = ? AND o.is_quiet = 0 AND r.writes_json IS NOT NULL ORDER BY o.seq`

const LOCAL_NUMBER = 'SELECT number FROM local_numbers WHERE ticket_id = ?'

/** A ticket with its threads, links and what is pending on it; null when it is not on this laptop. */
export function getTicket({ db }: QueryContext, ticketId: string): TicketView | null {
  const ticket = selectRow(db, 'tickets', { tail: 'WHERE id = ?', params: [ticketId] })
  if (!ticket) return null
  const local = get<{ number: number }>(db, LOCAL_NUMBER, [ticketId])
  return {
    ticket,
    localNumber: local?.number ?? null,
    threads: selectRows(db, 'threads', { tail: 'WHERE ticket_id = ? ORDER BY kind', params: [ticketId] }),
    customerName: personName(db, ticket.customerId),
    links: all<TicketView['links'][number]>(db, LINKS, { 1: ticketId }),
    lease: ticketLease(db, ticketId),
    takeover: takeoverOf(db, ticketId),
    pending: all<{ table: string; id: string; mutationId: string; state: string }>(db, PENDING, [
      ticketId,
    ]).map(({ state, ...row }) => ({ ...row, parked: state === 'parked' })),
  }
}
