import type { Receipt } from '../../sync/store.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** Waits until no other transaction of this client is open. A lock without a row: the client may be new. */
export async function lockClient(session: Session, clientId: string): Promise<void> {
  await all(session, `SELECT pg_advisory_xact_lock(hashtextextended($1 || '/' || $2, 0))`, [clientId])
}

export function readReceipts(
  session: Session,
  clientId: string,
  mutationIds: readonly string[],
): Promise<readonly Receipt[]> {
  return all<Receipt>(
    session,
    `SELECT mutation_id AS "mutationId", author_id AS "authorId", verdict_json AS verdict,
       is_replayed AS "isReplayed", accepted_at_ms AS "acceptedAtMs"
     FROM tandem.receipts WHERE workspace_id = $1 AND client_id = $2 AND mutation_id = ANY($3)`,
    [clientId, mutationIds],
  )
}

export async function writeReceipts(
  session: Session,
  clientId: string,
  receipts: readonly Receipt[],
): Promise<void> {
  if (receipts.length === 0) return
  await run(
    session,
    `INSERT INTO tandem.receipts
       (workspace_id, client_id, mutation_id, author_id, verdict_json, is_replayed, accepted_at_ms)
     SELECT $1, $2, v."mutationId", v."authorId", v.verdict, v."isReplayed", v."acceptedAtMs"
     FROM json_to_recordset($3::json)
       AS v("mutationId" text, "authorId" text, verdict jsonb, "isReplayed" boolean, "acceptedAtMs" bigint)`,
    [clientId, JSON.stringify(receipts)],
  )
}

/** A remembered conflict quotes the rows; of rows that were erased only "gone" may be said. */
export async function forgetConflicts(session: Session, rowIds: readonly string[]): Promise<void> {
  await run(
    session,
    `UPDATE tandem.receipts SET verdict_json = jsonb_build_object('kind', 'gone',
       'table', verdict_json #>> '{refs,0,table}', 'id', verdict_json #>> '{refs,0,id}')
     WHERE workspace_id = $1 AND verdict_json ->> 'kind' = 'conflict'
       AND EXISTS (SELECT FROM jsonb_array_elements(verdict_json -> 'refs') AS ref WHERE ref ->> 'id' = ANY($2))`,
    [rowIds],
  )
}
