import type { Column } from '../../../shared/domain/table.ts'
import { columnName, sqlTableName } from '../../../shared/domain/table.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** The moment a workspace is about, ms: when it was made, or last moved to. */
export async function readMoment(session: Session): Promise<number> {
  const rows = await all<{ ms: number }>(
    session,
    'SELECT created_at_ms AS ms FROM tandem.workspaces WHERE id = $1 FOR UPDATE',
  )
  return rows[0]?.ms ?? 0
}

/** Times inside the clocks of threads; all other JSON of the registry holds none. */
const moveClocks = (session: Session, byMs: number): Promise<number> =>
  run(
    session,
    `UPDATE tandem.threads SET clocks_json = (
       SELECT jsonb_object_agg(outer_key, CASE
         WHEN outer_key = 'breachAtMs' AND jsonb_typeof(outer_value) = 'number'
           THEN to_jsonb(outer_value::bigint + $2)
         WHEN jsonb_typeof(outer_value) = 'object' THEN (
           SELECT jsonb_object_agg(inner_key, CASE
             WHEN inner_key IN ('sinceMs', 'stoppedAtMs', 'warnAtMs', 'dueAtMs')
               AND jsonb_typeof(inner_value) = 'number' THEN to_jsonb(inner_value::bigint + $2)
             ELSE inner_value END)
           FROM jsonb_each(outer_value) AS clock(inner_key, inner_value))
         ELSE outer_value END)
       FROM jsonb_each(clocks_json) AS part(outer_key, outer_value))
     WHERE workspace_id = $1 AND clocks_json IS NOT NULL`,
    [byMs],
  )

/** Moves every time of every row, and the moment itself, by the same span. Versions do not change: take a new epoch. */
export async function moveTimes(session: Session, byMs: number): Promise<void> {
  for (const name of tableNames) {
    const columns: Readonly<Record<string, Column>> = tables[name].columns
    const times = Object.entries(columns).filter(
      ([key, { kind }]) => kind === 'integer' && key.endsWith('Ms'),
    )
    if (times.length === 0) continue
    const sets = times.map(([key, column]) => `${columnName(key, column)} = ${columnName(key, column)} + $2`)
    await run(session, `UPDATE tandem.${sqlTableName(name)} SET ${sets.join(', ')} WHERE workspace_id = $1`, [
      byMs,
    ])
  }
  await moveClocks(session, byMs)
  await run(session, 'UPDATE tandem.workspaces SET created_at_ms = created_at_ms + $2 WHERE id = $1', [byMs])
}
