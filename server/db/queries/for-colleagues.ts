import { HEALTH_DEFAULTS } from '../../../shared/rules/health/health-rule.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

const LEAVING = "('at-risk', 'lost')"

/** Those of the customers a colleague had better answer, by what their own rows say. */
export async function readForColleagues(
  session: Session,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set()
  const of = (table: string, condition: string): string =>
    `EXISTS (SELECT FROM tandem.${table} x WHERE x.workspace_id = $1 AND x.customer_id = c.id AND ${condition})`
  const rows = await all<{ id: string }>(
    session,
    `SELECT c.id FROM tandem.customers c WHERE c.workspace_id = $1 AND c.id = ANY($2) AND (
       c.journey_stage IN ${LEAVING} OR c.health < $3
       OR ${of('portraits', `(x.is_vip OR x.stage IN ${LEAVING})`)}
       OR ${of('complaints', 'x.closed_at_ms IS NULL')}
       OR ${of('disputes', 'x.closed_at_ms IS NULL')}
       OR ${of('approvals', "x.state = 'requested'")})`,
    [customerIds, HEALTH_DEFAULTS.fairFrom],
  )
  return new Set(rows.map(({ id }) => id))
}
