import type { FeedbackFact } from '../../../shared/rules/recurrence/feedback-digest.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

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
