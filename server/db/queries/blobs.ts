import type { BlobRef } from '../../sync/store.ts'
import type { ErasureRecord, ExportRecord } from '../../sync/store.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** Those of the blobs whose bytes are not all here. */
export async function readMissingBlobs(
  session: Session,
  blobs: readonly BlobRef[],
): Promise<readonly BlobRef[]> {
  if (blobs.length === 0) return []
  return all<BlobRef>(
    session,
    `SELECT DISTINCT v."customerId", v.sha256 FROM json_to_recordset($2::json) AS v("customerId" text, sha256 text)
     WHERE NOT EXISTS (
       SELECT FROM tandem.blobs b
       WHERE b.workspace_id = $1 AND b.customer_id = v."customerId" AND b.sha256 = v.sha256 AND b.is_complete
     )`,
    [JSON.stringify(blobs)],
  )
}

/** The key goes first in meaning, last in order: all three go in one transaction. */
export async function recordErasure(
  session: Session,
  { customerId, agentId, reason, atMs }: ErasureRecord,
): Promise<void> {
  await run(
    session,
    `INSERT INTO tandem.erasures (workspace_id, customer_id, agent_id, reason, at_ms) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [customerId, agentId, reason, atMs],
  )
}

export async function recordExport(
  session: Session,
  { customerId, agentId, atMs }: ExportRecord,
): Promise<void> {
  await run(
    session,
    `INSERT INTO tandem.person_exports (workspace_id, customer_id, agent_id, at_ms) VALUES ($1, $2, $3, $4)`,
    [customerId, agentId, atMs],
  )
}

export async function eraseBlobs(session: Session, customerId: string): Promise<void> {
  for (const table of ['blob_chunks', 'blobs', 'blob_keys']) {
    await run(session, `DELETE FROM tandem.${table} WHERE workspace_id = $1 AND customer_id = $2`, [
      customerId,
    ])
  }
}
