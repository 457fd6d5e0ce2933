import type { AtRisk, AtRiskLine } from '../../../shared/contract/portrait.ts'
import { VALUE_BANDS } from '../../../shared/rules/portrait/value-band.ts'
import { all, get } from '../db/statement.ts'
import { familyOf } from './family.ts'
import { getPortrait } from './portrait.ts'
import type { QueryContext } from './query-context.ts'

/** More are not worked through in a day. */
const SHOWN = 100

/**
 * One row a person: health is poor, or fair and they renew soon, which the card calls a high risk too, or somebody said
 * so. Those whose value is lost with them first: by band, then by how they stand.
 */
const FOUND = `
  FROM standings s CROSS JOIN customers c ON c.id = s.customer_id
  WHERE (s.band = 'poor' OR s.stage = 'at-risk' OR (s.band = 'fair' AND s.stage = 'renewing'))
    AND s.stage IS NOT 'lost'
    AND (c.merged_into_id IS NULL OR NOT EXISTS (SELECT 1 FROM customers p WHERE p.id = c.merged_into_id))`
const RANK = VALUE_BANDS.map((band, index) => `WHEN '${band}' THEN ${index}`).join(' ')
const LINES = `
  SELECT c.id, c.name, (SELECT o.name FROM organisations o WHERE o.id = c.organisation_id) AS organisation ${FOUND}
  ORDER BY CASE s.value_band ${RANK} ELSE -1 END DESC, s.health IS NULL, s.health, c.id
  LIMIT ${SHOWN}`
const LATEST = (is: string): string => `
  SELECT ticket_id AS id, state NOT IN ('solved', 'closed') AS isOpen FROM threads
  WHERE ${is} ORDER BY 2 DESC, last_activity_at_ms DESC LIMIT 1`

type Found = { readonly id: string; readonly name: string; readonly organisation: string | null }

function lineOf(context: QueryContext, { id, name, organisation }: Found): readonly AtRiskLine[] {
  const { db } = context
  const portrait = getPortrait(context, id)
  // Worked out a moment ago: what the card says now counts.
  const isSaid = portrait?.stage.stage === 'at-risk' && portrait.stage.from !== 'rows'
  if (!portrait || !(isSaid || portrait.health?.risk === 'high')) return []
  const { is, param } = familyOf(db, id)
  const latest = get<{ id: string; isOpen: number }>(db, LATEST(is), [param])
  return [
    {
      customerId: id,
      customerName: name,
      organisationName: organisation,
      health: portrait.health,
      isSaid,
      value: portrait.value,
      ticketId: latest?.id ?? null,
      isOpen: latest?.isOpen === 1,
    },
  ]
}

/** How many people of this laptop are likely to leave. */
export const countAtRisk = ({ db }: Pick<QueryContext, 'db'>): number =>
  get<{ count: number }>(db, `SELECT count(*) AS count ${FOUND}`)?.count ?? 0

/** Who is likely to leave, and why: what would be lost most first. */
export function listAtRisk(context: QueryContext): AtRisk {
  const found = all<Found>(context.db, LINES)
  const lines = found.flatMap(each => lineOf(context, each))
  return { lines, others: Math.max(0, countAtRisk(context) - found.length) }
}
