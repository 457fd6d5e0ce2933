import type { Input, Output } from '../../../shared/contract/index.ts'
import { feedbackDigest } from '../../../shared/rules/recurrence/feedback-digest.ts'
import type { FeedbackFact } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { all } from '../db/statement.ts'
import { asPeople } from './family.ts'
import type { QueryContext } from './query-context.ts'

const DAY_MS = 86_400_000
/** More than anybody reads; a digest of a year of a large team. */
const MOST = 20_000

type Found = {
  readonly id: string
  readonly customer_id: string
  readonly ticket_id: string | null
  readonly product_id: string | null
  readonly product: string | null
  readonly area: string
  readonly text: string
  readonly watched: string | null
  readonly state: string
  readonly value_minor: number | null
  readonly currency: string | null
  readonly at_ms: number
}
const FACTS = `
  SELECT f.id, f.customer_id, f.ticket_id, f.product_id, p.name AS product, f.area, f.text, f.watched, f.state, f.value_minor,
    f.currency, f.created_at_ms AS at_ms
  FROM feedback f LEFT JOIN products p ON p.id = f.product_id
  WHERE f.kind = ? AND f.created_at_ms >= ? ORDER BY f.created_at_ms DESC LIMIT ${MOST}`

const factOf = (row: Found): FeedbackFact => ({
  id: row.id,
  customerId: row.customer_id,
  ticketId: row.ticket_id,
  productId: row.product_id,
  productName: row.product,
  area: row.area,
  text: row.text,
  watched: row.watched,
  state: row.state,
  valueMinor: row.value_minor,
  currency: row.currency,
  atMs: row.at_ms,
})

/** What customers said of products, or of how it felt, in the last `days` days, by product and area. */
export function getFeedbackDigest(
  { db, clock }: QueryContext,
  { kind, days }: Input<'feedback.digest'>,
): Output<'feedback.digest'> {
  const facts = all<Found>(db, FACTS, [kind, clock.now() - days * DAY_MS]).map(factOf)
  return feedbackDigest(asPeople(db, facts))
}
