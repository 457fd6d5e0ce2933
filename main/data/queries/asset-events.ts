import type { AssetEventLine } from '../../../shared/contract/incidents.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { PRODUCT_EVENT } from '../../../shared/mutations/report-product-event.ts'
import { all } from '../db/statement.ts'
import { familyOf } from './family.ts'
import type { QueryContext } from './query-context.ts'

const DAY_MS = 86_400_000
/** What happened longer ago says little about today; the timeline has it. */
const SHOWN_MS = 30 * DAY_MS
const MOST_KINDS = 100

type Row = {
  readonly asset_id: string
  readonly event: string
  readonly detail: string | null
  readonly times: number
  readonly last_ms: number
}
/** Of rows with the same words the newest speaks for all. */
const HAPPENED = (is: string): string => `
  SELECT json_extract(facts_json, '$.assetId') AS asset_id, json_extract(facts_json, '$.event') AS event,
    json_extract(facts_json, '$.detail') AS detail, count(*) AS times, max(at_ms) AS last_ms
  FROM events WHERE ${is} AND at_ms > ? AND type = '${PRODUCT_EVENT}'
  GROUP BY asset_id, event ORDER BY last_ms DESC, event LIMIT ${MOST_KINDS}`

/** What the things of a customer said of themselves in the last 30 days, by thing and event, the newest first. */
export function listAssetEvents(
  { db, clock }: QueryContext,
  { customerId }: Input<'assets.events'>,
): readonly AssetEventLine[] {
  const family = familyOf(db, customerId)
  const rows = all<Row>(db, HAPPENED(family.is), [family.param, clock.now() - SHOWN_MS])
  return rows.flatMap(({ asset_id, event, detail, times, last_ms }) =>
    typeof asset_id === 'string' && typeof event === 'string'
      ? [{ assetId: asset_id, event, detail, times, lastAtMs: last_ms }]
      : [],
  )
}
