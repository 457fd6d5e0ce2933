import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import type { RowPatch } from '../../sync/store.ts'
import { RowRefused } from '../../sync/store.ts'
import { codeOf } from '../pool.ts'
import { rowSql } from './row-sql.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** Classes of SQLSTATE that blame the data: 22 data exception, 23 constraint, 54000 too large for the column. */
const DATA_AT_FAULT = /^(22|23|54)/

async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = codeOf(error)
    if (DATA_AT_FAULT.test(code)) throw new RowRefused(code)
    throw error
  }
}

/** Inserts whole rows; answers the ids that are new. Throws RowRefused when a value does not fit. */
export async function insertRows(
  session: Session,
  table: TableName,
  rows: readonly AnyRow[],
): Promise<readonly string[]> {
  if (rows.length === 0) return []
  const sql = rowSql(table)
  const names = sql.keys.map(sql.nameOf).join(', ')
  const values = sql.keys.map(key => `v."${key}"`).join(', ')
  const inserted = await refusing(
    all<{ id: string }>(
      session,
      `INSERT INTO ${sql.table} (workspace_id, ${names})
       SELECT $1, ${values} FROM json_to_recordset($2::json) AS ${sql.recordOf(sql.keys)}
       ON CONFLICT (workspace_id, id) DO NOTHING RETURNING id`,
      [JSON.stringify(rows)],
    ),
  )
  return inserted.map(row => row.id)
}

/** Writes the named fields only: what a newer hub keeps in other columns stays. Throws RowRefused as above. */
export async function patchRows(
  session: Session,
  table: TableName,
  patches: readonly RowPatch[],
): Promise<void> {
  const shapeOf = (patch: RowPatch): string => Object.keys(patch.fields).toSorted().join(',')
  for (const group of Map.groupBy(patches, shapeOf).values()) await patchShape(session, table, group)
}

async function patchShape(session: Session, table: TableName, patches: readonly RowPatch[]): Promise<void> {
  const sql = rowSql(table)
  const keys = Object.keys(patches[0]?.fields ?? {}).toSorted()
  const unknown = keys.find(key => key === 'id' || !sql.keys.includes(key))
  if (unknown !== undefined) throw new RowRefused(`no field ${unknown}`)
  if (keys.length === 0) return
  const sets = keys.map(key => `${sql.nameOf(key)} = v."${key}"`).join(', ')
  const rows = patches.map(({ id, fields }) => ({ ...fields, id }))
  await refusing(
    run(
      session,
      `UPDATE ${sql.table} t SET ${sets} FROM json_to_recordset($2::json) AS ${sql.recordOf(['id', ...keys])}
       WHERE t.workspace_id = $1 AND t.id = ANY($3) AND t.id = v."id"`,
      // The ids once more: the planner takes a set of records for a hundred rows and reads the whole table.
      [JSON.stringify(rows), rows.map(row => row.id)],
    ),
  )
}

export async function removeRows(session: Session, table: TableName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await run(session, `DELETE FROM ${rowSql(table).table} t WHERE t.workspace_id = $1 AND t.id = ANY($2)`, [
    ids,
  ])
}
