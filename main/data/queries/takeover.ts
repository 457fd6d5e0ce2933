import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { TakeoverReason } from '../../../shared/domain/takeovers.ts'
import { TAKEOVER_REASONS } from '../../../shared/domain/takeovers.ts'
import { get } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { selectRow } from './select-rows.ts'

/** Of a ticket `id`, a column or a parameter: why a person is needed while nobody has taken over, or NULL. */
export const needOf = (id: string): string => `
  (SELECT o.reason FROM takeovers o INDEXED BY takeovers_by_ticket
    WHERE o.ticket_id = ${id} AND o.taken_at_ms IS NULL LIMIT 1)`

/** What `needOf` gave. */
export const shownNeed = (reason: string | null): TakeoverReason | 'other' | null =>
  reason === null ? null : (TAKEOVER_REASONS.find(each => each === reason) ?? 'other')

const NAME = 'SELECT name FROM agents WHERE id = ?'

/** That a bot spoke with the customer, and who has taken over; null where none did. */
export function takeoverOf(db: ReadableDb, ticketId: string): TicketView['takeover'] {
  const row = selectRow(db, 'takeovers', { tail: 'WHERE ticket_id = ?', params: [ticketId] })
  if (!row) return null
  return { ...row, takenByName: get<{ name: string }>(db, NAME, [row.takenBy ?? ''])?.name ?? null }
}
