import type { Session } from './session.ts'
import { all } from './session.ts'

/** A thing in use, whoever it belongs to. */
export type Owned = { readonly customerId: string; readonly name: string; readonly version: string }

/** Updates that are to be written to those a laptop did not hold, the oldest first. */
export async function readRequestedUpdates(session: Session, limit: number): Promise<readonly string[]> {
  const sql = `SELECT id FROM tandem.issue_updates
    WHERE workspace_id = $1 AND rest_state = 'requested' ORDER BY sent_at_ms, id LIMIT $2`
  return (await all<{ readonly id: string }>(session, sql, [limit])).map(({ id }) => id)
}

/** Things of a product that are in use and whose version is known, the newest of a customer first. */
export const readOwnedOf = (session: Session, productId: string): Promise<readonly Owned[]> =>
  all<Owned>(
    session,
    `SELECT customer_id AS "customerId", name, version FROM tandem.assets
     WHERE workspace_id = $1 AND product_id = $2 AND version IS NOT NULL AND state <> 'retired'
     ORDER BY customer_id, acquired_at_ms DESC NULLS LAST, id`,
    [productId],
  )
