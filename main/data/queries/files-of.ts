import type { Attachment } from '../../../shared/domain/tickets.ts'
import type { ReadableDb } from '../db/types.ts'
import { selectRows } from './select-rows.ts'

const HOLDERS = { message_id: 'messageId', note_id: 'noteId', proposal_id: 'proposalId' } as const

/** Files of these messages, notes or suggested answers, by their id. */
export function filesOf(
  db: ReadableDb,
  column: keyof typeof HOLDERS,
  ids: readonly string[],
): ReadonlyMap<string, readonly Attachment[]> {
  if (ids.length === 0) return new Map()
  const rows = selectRows(db, 'attachments', {
    tail: `WHERE ${column} IN (SELECT value FROM json_each(?)) ORDER BY id`,
    params: [JSON.stringify(ids)],
  })
  return Map.groupBy(rows, row => row[HOLDERS[column]] ?? '')
}
