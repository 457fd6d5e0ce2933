import { z } from 'zod'
import type { RestingReply } from '../../../shared/contract/sync.ts'
import type { UndoWindow } from '../../../shared/domain/undo-windows.ts'
import { all, get } from '../db/statement.ts'
import { describeIntent } from './ledger.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

const RESTING = `
  SELECT outbox.mutation_id, outbox.ticket_id, outbox.args_json, outbox.held_until_ms, k.subject
  FROM outbox CROSS JOIN tickets k ON k.id = outbox.ticket_id
  WHERE outbox.name = 'ticket.reply' AND outbox.state = 'pending' AND outbox.was_sent = 0
    AND outbox.held_until_ms IS NOT NULL
  ORDER BY outbox.seq`

type Found = {
  readonly mutation_id: string
  readonly ticket_id: string
  readonly args_json: string
  readonly held_until_ms: number
  readonly subject: string | null
}
const Ids = z.array(z.string())

function keptIds({ db }: QueryContext): ReadonlySet<string> {
  const kept = get<{ value: string }>(db, `SELECT value FROM sync_state WHERE key = 'keptReplies'`)
  return new Set(kept ? (Ids.safeParse(JSON.parse(kept.value)).data ?? []) : [])
}

/** Replies in their undo window, oldest first. */
export function listResting(context: QueryContext): readonly RestingReply[] {
  const found = all<Found>(context.db, RESTING)
  if (found.length === 0) return []
  const kept = keptIds(context)
  return found.map(({ mutation_id, ticket_id, args_json, held_until_ms, subject }) => ({
    mutationId: mutation_id,
    ticketId: ticket_id,
    subject,
    to: String(describeIntent('ticket.reply', JSON.parse(args_json)).values['to'] ?? ''),
    untilMs: held_until_ms,
    isKept: kept.has(mutation_id),
  }))
}

/** The team's undo windows, channel by channel; one without a row has what the product brings. */
export const listUndoWindows = ({ db }: QueryContext): readonly UndoWindow[] =>
  selectRows(db, 'undoWindows', { tail: `WHERE id > '' ORDER BY id`, params: [] })
