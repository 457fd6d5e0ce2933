import type { Delivery } from '../../../shared/contract/tickets.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { Message } from '../../../shared/domain/tickets.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'

const STATES = `
  SELECT r.row_id AS id, o.state FROM json_each(?2) j
  CROSS JOIN outbox_rows r ON r.table_name = ?1 AND r.row_id = j.value
  JOIN outbox o ON o.seq = r.seq
  WHERE r.writes_json IS NOT NULL ORDER BY o.seq`

/** State of unsent work by row id, for rows of one table; rows without any are missing. */
export function unsentStates(
  db: ReadableDb,
  table: TableName,
  ids: readonly string[],
): ReadonlyMap<string, Delivery> {
  if (ids.length === 0) return new Map()
  const found = all<{ id: string; state: string }>(db, STATES, { 1: table, 2: JSON.stringify(ids) })
  const words: Readonly<Record<string, Delivery>> = { sending: 'sending', parked: 'parked' }
  return new Map(found.map(({ id, state }) => [id, words[state] ?? 'here']))
}

/** How far a message has come: what this laptop knows first, then what the hub says. */
export function deliveryOf(message: Message, unsent: Delivery | undefined): Delivery {
  if (unsent) return unsent
  switch (message.delivery) {
    case 'delivered':
    case 'bounced':
    case 'unknown':
      return message.delivery
    case 'none':
    case 'queued':
    case 'accepted':
    case 'other':
      return 'accepted'
  }
}
