import type { FeedbackFact } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { rootOf } from '../../../shared/rules/merged-people/families.ts'
import type { FeedbackKind } from '../../../shared/domain/feedback.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

type Asked = { readonly kind: FeedbackKind; readonly fromMs: number; readonly toMs: number }

const MERGES = `
  SELECT id, merged_into_id AS "intoId" FROM tandem.customers WHERE workspace_id = $1 AND merged_into_id IS NOT NULL
  UNION
  SELECT p.id, p.merged_into_id FROM tandem.customers c
    JOIN tandem.customers p ON p.workspace_id = c.workspace_id AND p.id = c.merged_into_id
    WHERE c.workspace_id = $1 AND c.merged_into_id IS NOT NULL`

/** What customers said of this kind in [fromMs, toMs), newest first, each with whoever stands for the person. */
export async function readFeedback(session: Session, asked: Asked): Promise<readonly FeedbackFact[]> {
  const facts = await saidIn(session, asked)
  const merges = await all<{ id: string; intoId: string | null }>(session, MERGES, [])
  const into = new Map(merges.map(({ id, intoId }) => [id, intoId]))
  return facts.map(fact => ({ ...fact, customerId: rootOf(fact.customerId, into) }))
}

const saidIn = (session: Session, { kind, fromMs, toMs }: Asked): Promise<readonly FeedbackFact[]> =>
  all<FeedbackFact>(
    session,
    `SELECT f.id, f.customer_id AS "customerId", f.ticket_id AS "ticketId", f.product_id AS "productId",
       p.name AS "productName", f.area, f.text, f.watched, f.state, f.value_minor AS "valueMinor", f.currency,
       f.created_at_ms AS "atMs"
     FROM tandem.feedback f
     LEFT JOIN tandem.products p ON p.workspace_id = f.workspace_id AND p.id = f.product_id
     WHERE f.workspace_id = $1 AND f.kind = $4 AND f.created_at_ms >= $2 AND f.created_at_ms < $3
     ORDER BY f.created_at_ms DESC, f.id`,
    [fromMs, toMs, kind],
  )
