import type { Input } from '../../../shared/contract/index.ts'
import { CAUSE_CATEGORIES } from '../../../shared/domain/incidents.ts'
import { recurrence } from '../../../shared/rules/recurrence/recurrence.ts'
import type { CauseFact, Recurrence } from '../../../shared/rules/recurrence/recurrence.ts'
import { all } from '../db/statement.ts'
import { asPeople } from './family.ts'
import type { QueryContext } from './query-context.ts'

const DAY_MS = 86_400_000
/** How far back a cause counts as the same one coming again. */
const MEMORY_DAYS = 730

type Found = {
  readonly ticket_id: string
  readonly customer_id: string
  readonly product_id: string | null
  readonly product: string | null
  readonly category: string
  readonly remedy: string
  readonly at_ms: number
}
const FACTS = `
  SELECT r.ticket_id, r.customer_id, r.product_id, p.name AS product, r.category, r.remedy, r.recorded_at_ms AS at_ms
  FROM root_causes r LEFT JOIN products p ON p.id = r.product_id WHERE r.recorded_at_ms >= ?`

const factOf = (row: Found): CauseFact => ({
  ticketId: row.ticket_id,
  customerId: row.customer_id,
  productId: row.product_id,
  productName: row.product,
  category: CAUSE_CATEGORIES.find(each => each === row.category) ?? 'other',
  remedy: row.remedy,
  atMs: row.at_ms,
})

/** Causes by product and category of the last `days` days. */
export function getCausesReport({ db, clock }: QueryContext, { days }: Input<'causes.report'>): Recurrence {
  // What is recorded in this very moment is of today.
  const toMs = clock.now() + 1
  const facts = all<Found>(db, FACTS, [toMs - MEMORY_DAYS * DAY_MS]).map(factOf)
  return recurrence(asPeople(db, facts), { fromMs: toMs - days * DAY_MS, toMs })
}
