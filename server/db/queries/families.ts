import type { Session } from './session.ts'
import { all } from './session.ts'

/**
 * Up to whom a record was merged into and down to those merged into it, by index, until nobody new is found. UNION
 * drops who was found before, so a circle ends as well.
 */
const FAMILIES = `
  WITH RECURSIVE family(of, id) AS (
    SELECT c.id, c.id FROM tandem.customers c WHERE c.workspace_id = $1 AND c.id = ANY($2)
    UNION
    SELECT f.of, x.id FROM family f, LATERAL (
      SELECT p.id FROM tandem.customers c
      JOIN tandem.customers p ON p.workspace_id = $1 AND p.id = c.merged_into_id
      WHERE c.workspace_id = $1 AND c.id = f.id
      UNION ALL
      SELECT c.id FROM tandem.customers c WHERE c.workspace_id = $1 AND c.merged_into_id = f.id
    ) x
  )
  SELECT of, array_agg(id ORDER BY id) AS ids FROM family GROUP BY of`

export async function readFamilies(
  session: Session,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (customerIds.length === 0) return new Map()
  const rows = await all<{ of: string; ids: readonly string[] }>(session, FAMILIES, [customerIds])
  return new Map(rows.map(({ of, ids }) => [of, ids]))
}
