import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'
import type { RowRef, TableRow } from '../../sync/store.ts'
import { together } from '../../sync/together.ts'
import { rowSql } from './row-sql.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

/** Of the workspace, and counted by whoever looks at them: two who share one could not both write it. */
const COUNTED: ReadonlySet<TableName> = new Set(['knownIssues', 'issueUpdates'])

/** Teams, agents and products are read by most mutations and written by few: their readers must not wait for each other. */
const strengthOf = (table: TableName): string =>
  tables[table].scope === 'workspace' && !COUNTED.has(table) ? 'FOR SHARE' : 'FOR NO KEY UPDATE'

/** Locks rows in the order of registry and id, so that two transactions rarely wait for each other crosswise. */
export async function lockRows(session: Session, refs: readonly RowRef[]): Promise<readonly TableRow[]> {
  const byTable = Map.groupBy(refs, ref => ref.table)
  const wanted = tableNames.flatMap(table => {
    const ofTable = byTable.get(table)
    return ofTable ? [lockTable(session, table, ofTable)] : []
  })
  return (await together(wanted)).flat()
}

async function lockTable(
  session: Session,
  table: TableName,
  refs: readonly RowRef[],
): Promise<readonly TableRow[]> {
  const sql = rowSql(table)
  const rows = await all<AnyRow>(
    session,
    `SELECT ${sql.select} FROM ${sql.table} t WHERE t.workspace_id = $1 AND t.id = ANY($2)
     ORDER BY t.id ${strengthOf(table)}`,
    [refs.map(ref => ref.id)],
  )
  return rows.map(row => ({ table, row }))
}

const shapeOf = ({ table, where, above }: ManyRead): string =>
  JSON.stringify([table, Object.keys(where).toSorted(), above?.column ?? null])

/** Answers look-ups of the same shape with one statement: a push of a hundred entries asks a hundred of them. */
export async function lockMany(
  session: Session,
  reads: readonly ManyRead[],
): Promise<readonly (readonly AnyRow[])[]> {
  const answers = new Map<ManyRead, AnyRow[]>()
  for (const read of reads) assertIndexed(read)
  const groups = [...Map.groupBy(reads, shapeOf).values()]
  await together(groups.map(group => lockShape(session, group, answers)))
  return reads.map(read => answers.get(read) ?? [])
}

async function lockShape(
  session: Session,
  reads: readonly ManyRead[],
  answers: Map<ManyRead, AnyRow[]>,
): Promise<void> {
  const [first] = reads
  if (!first) return
  const sql = rowSql(first.table)
  const keys = Object.keys(first.where).toSorted()
  const inputs = keys.map((key, index) => ({
    name: `k${index}`,
    sql: sql.nameOf(key),
    type: 'text',
    op: '=',
  }))
  if (first.above)
    inputs.push({ name: 'above', sql: sql.nameOf(first.above.column), type: 'bigint', op: '>' })
  const arrays = inputs.map((input, index) => `$${index + 2}::${input.type}[]`).join(', ')
  const names = inputs.map(input => input.name).join(', ')
  const matches = inputs.map(input => `t.${input.sql} ${input.op} w.${input.name}`).join(' AND ')
  const values = keys.map(key => reads.map(read => read.where[key]))
  if (first.above) values.push(reads.map(read => String(read.above?.value)))
  // Said twice: EXISTS alone lets the planner read the whole table for a handful of look-ups.
  const near = keys.map((key, index) => `t.${sql.nameOf(key)} = ANY($${index + 2})`).join(' AND ')
  // Two look-ups may find one row; the row is locked once and given to both below.
  const rows = await all<AnyRow>(
    session,
    `SELECT ${sql.select} FROM ${sql.table} t
     WHERE t.workspace_id = $1 AND ${near} AND EXISTS (SELECT FROM unnest(${arrays}) AS w(${names}) WHERE ${matches})
     ORDER BY t.id ${strengthOf(first.table)}`,
    values,
  )
  for (const read of reads)
    answers.set(
      read,
      rows.filter(row => matchesRead(row, read)),
    )
}

function matchesRead(row: AnyRow, { where, above }: ManyRead): boolean {
  for (const key in where) if (row[key] !== where[key]) return false
  return above === null || Number(row[above.column] ?? Number.NEGATIVE_INFINITY) > above.value
}
