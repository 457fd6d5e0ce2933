import type { FeedbackFact } from '../../../shared/rules/recurrence/feedback-digest.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

type Period = { readonly fromMs: number; readonly toMs: number }

/** What customers said of products in [fromMs, toMs), newest first. */
export const readProductFeedback = (
  session: Session,
  { fromMs, toMs }: Period,
): Promise<readonly FeedbackFact[]> =>
  all<FeedbackFact>(
    session,
    `SELECT f.id, f.customer_id AS "customerId", f.ticket_id AS "ticketId", f.product_id AS "productId",
       p.name AS "productName", f.area, f.text, f.state, f.value_minor AS "valueMinor", f.currency,
       f.created_at_ms AS "atMs"
     FROM tandem.feedback f
     LEFT JOIN tandem.products p ON p.workspace_id = f.workspace_id AND p.id = f.product_id
     WHERE f.workspace_id = $1 AND f.kind = 'product' AND f.created_at_ms >= $2 AND f.created_at_ms < $3
     ORDER BY f.created_at_ms DESC, f.id`,
    [fromMs, toMs],
  )

export type ProductWebhook = {
  readonly url: string
  /** Signs what is sent; the receiver has the same. */
  readonly secret: string
  /** End of the period that was sent last, ms. */
  readonly sentUpToMs: number
}

export async function readWebhook(session: Session): Promise<ProductWebhook | null> {
  const rows = await all<ProductWebhook>(
    session,
    `SELECT url, secret, sent_up_to_ms AS "sentUpToMs" FROM tandem.product_webhooks WHERE workspace_id = $1`,
  )
  return rows[0] ?? null
}

/** One of a workspace: another address takes the place of the last. */
export async function putWebhook(
  session: Session,
  { url, secret, sentUpToMs }: ProductWebhook,
): Promise<void> {
  await run(
    session,
    `INSERT INTO tandem.product_webhooks (workspace_id, url, secret, sent_up_to_ms) VALUES ($1, $2, $3, $4)
     ON CONFLICT (workspace_id) DO UPDATE SET url = $2, secret = $3, sent_up_to_ms = $4`,
    [url, secret, sentUpToMs],
  )
}

export async function markSent(session: Session, sentUpToMs: number): Promise<void> {
  await run(session, 'UPDATE tandem.product_webhooks SET sent_up_to_ms = $2 WHERE workspace_id = $1', [
    sentUpToMs,
  ])
}

export const removeWebhook = (session: Session): Promise<number> =>
  run(session, 'DELETE FROM tandem.product_webhooks WHERE workspace_id = $1')
