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
  await run(session, 'UPDATE tandem.workspaces SET created_at_ms = created_at_ms + $2 WHERE id = $1', [byMs])
}
