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

/** More steps up nobody has; a circle ends there as well. */
const MOST_STEPS = 50

/** The name of whoever stands for the person a record belongs to, as SQL; `$1` is the workspace. NULL: nobody is here. */
export const nameOfPerson = (customerId: string): string => `(
  WITH RECURSIVE up (name, above, step) AS (
    SELECT p.name, p.merged_into_id, 0 FROM tandem.customers p WHERE p.workspace_id = $1 AND p.id = ${customerId}
    UNION ALL
    SELECT p.name, p.merged_into_id, u.step + 1 FROM up u
    JOIN tandem.customers p ON p.workspace_id = $1 AND p.id = u.above WHERE u.step < ${MOST_STEPS}
  ) SELECT name FROM up ORDER BY step DESC LIMIT 1)`
