import type { Delivery, Held } from '../../../shared/contract/tickets.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { Message } from '../../../shared/domain/tickets.ts'
import type { ActState } from '../../../shared/contract/explain.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { actState } from './act-state.ts'
import type { Standing } from './act-state.ts'

/** Whoever says that a message has left does not send it. */
const STATES = `
  SELECT r.row_id AS id, o.state, o.was_sent, o.held_until_ms, NULL AS delivery FROM json_each(?2) j
  CROSS JOIN outbox_rows r ON r.table_name = ?1 AND r.row_id = j.value
  JOIN outbox o ON o.seq = r.seq
  WHERE r.writes_json IS NOT NULL AND o.name <> 'message.settle' ORDER BY o.seq`

const HELD = `
  SELECT r.row_id AS id, o.mutation_id, o.held_until_ms FROM json_each(?2) j
  CROSS JOIN outbox_rows r ON r.table_name = ?1 AND r.row_id = j.value
  JOIN outbox o ON o.seq = r.seq
  WHERE r.writes_json = '"*"' AND o.held_until_ms IS NOT NULL AND o.state = 'pending' AND o.was_sent = 0`

/** Rows made here that can still be taken back, by row id: by which intent and until when it rests, ms. */
export function heldRows(
  db: ReadableDb,
  table: TableName,
  ids: readonly string[],
): ReadonlyMap<string, Held> {
  if (ids.length === 0) return new Map()
  const found = all<{ id: string; mutation_id: string; held_until_ms: number }>(db, HELD, {
    1: table,
    2: JSON.stringify(ids),
  })
  return new Map(
    found.map(({ id, mutation_id, held_until_ms }) => [
      id,
      { mutationId: mutation_id, untilMs: held_until_ms },
    ]),
  )
}

/** State of unsent work by row id, for rows of one table; rows without any are missing. */
export function unsentStates(
  db: ReadableDb,
  table: TableName,
  ids: readonly string[],
): ReadonlyMap<string, Delivery> {
  if (ids.length === 0) return new Map()
  const found = all<Standing & { id: string }>(db, STATES, { 1: table, 2: JSON.stringify(ids) })
  return new Map(found.map(({ id, ...standing }) => [id, unsentWord(actState(standing))]))
}

/** The same as Outgoing says; what rests is said beside it, with its way back. */
function unsentWord(state: ActState): Delivery {
  return state === 'resting' ? 'here' : state
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
