import type { ClientBase, Pool } from 'pg'

export type RawNote = {
  readonly workspaceId: string
  readonly clientId: string
  readonly mutationId: string
  readonly authorId: string
  readonly noteId: string
  readonly ticketId: string
  readonly body: string
}

/**
 * Receipt, row and feed entry of a note in one statement that may come any number of times. The feed's number is taken
 * as the hub takes it. Answers the number, 0 when it came before.
 */
export const NOTE_SQL = `
  WITH fresh AS (
    INSERT INTO tandem.receipts (workspace_id, client_id, mutation_id, author_id, verdict_json, is_replayed, accepted_at_ms)
    VALUES ($1, $2, $3, $4, '{"kind":"done","refs":[]}', false, $8) ON CONFLICT DO NOTHING RETURNING mutation_id
  ), note AS (
    INSERT INTO tandem.notes (workspace_id, id, ticket_id, customer_id, thread_id, author_kind, author_id, body, created_at_ms)
    SELECT $1, $5, t.id, t.customer_id, NULL, 'agent', $4, $7, $8 FROM fresh, tandem.tickets t
    WHERE t.workspace_id = $1 AND t.id = $6 RETURNING customer_id
  ), taken AS (
    UPDATE tandem.feed_counter SET seq = seq + 1 WHERE workspace_id = $1 AND EXISTS (SELECT FROM note) RETURNING seq
  ), put AS (
    INSERT INTO tandem.feed (workspace_id, seq, kind, table_name, row_id, group_id, at_ms)
    SELECT $1, taken.seq, 'row', 'notes', $5, note.customer_id, $8 FROM taken, note
  )
  SELECT seq::int FROM taken`

export async function insertNote(client: ClientBase | Pool, note: RawNote): Promise<number> {
  const { workspaceId, clientId, mutationId, authorId, noteId, ticketId, body } = note
  const { rows } = await client.query<{ seq: number }>({
    name: 'note',
    text: NOTE_SQL,
    values: [workspaceId, clientId, mutationId, authorId, noteId, ticketId, body, Date.now()],
  })
  return rows[0]?.seq ?? 0
}
