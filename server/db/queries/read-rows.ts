import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'
import type { RowRef, StandingRow, TableRow } from '../../sync/store.ts'
import { together } from '../../sync/together.ts'
import { rowSql } from './row-sql.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

/** Rows by id in order of id; missing ones are left out. */
export async function readRows(
  session: Session,
  table: TableName,
  ids: readonly string[],
): Promise<readonly AnyRow[]> {
  if (ids.length === 0) return []
  const sql = rowSql(table)
  return all(
    session,
    `SELECT ${sql.select} FROM ${sql.table} t WHERE t.workspace_id = $1 AND t.id = ANY($2) ORDER BY t.id`,
    [ids],
  )
}

/** Rows by equality on indexed columns, in order of id. Throws `bad-request` for columns without an index. */
export async function readMany(session: Session, read: ManyRead): Promise<readonly AnyRow[]> {
  assertIndexed(read)
  const sql = rowSql(read.table)
  const keys = Object.keys(read.where)
  const equal = keys.map((key, index) => `AND t.${sql.nameOf(key)} = $${index + 2}`).join(' ')
  const above = read.above ? `AND t.${sql.nameOf(read.above.column)} > $${keys.length + 2}` : ''
  const values = [...Object.values(read.where), ...(read.above ? [read.above.value] : [])]
  return all(
    session,
    `SELECT ${sql.select} FROM ${sql.table} t WHERE t.workspace_id = $1 ${equal} ${above} ORDER BY t.id`,
    values,
  )
}

type VersionRow = { readonly found: string | null; readonly version: number | null; readonly wanted: string }

/** Rows with their versions; row and version of a pair come from one statement. */
export async function readStanding(
  session: Session,
  refs: readonly RowRef[],
): Promise<readonly StandingRow[]> {
  const found = new Map<string, StandingRow>()
  for (const [table, wanted] of Map.groupBy(refs, ref => ref.table)) {
    const sql = rowSql(table)
    const rows = await all<AnyRow & { readonly __: VersionRow }>(
      session,
      `SELECT ${sql.select}, json_build_object('wanted', w.id, 'found', t.id, 'version', f.seq) AS "__"
       FROM unnest($2::text[]) AS w(id)
       LEFT JOIN tandem.feed f ON f.workspace_id = $1 AND f.row_id = w.id AND f.table_name = $3 AND f.kind <> 'scope'
       LEFT JOIN ${sql.table} t ON t.workspace_id = $1 AND t.id = w.id`,
      [wanted.map(ref => ref.id), table],
    )
    for (const { __: pair, ...row } of rows) {
      const ref = { table, id: pair.wanted, version: pair.version ?? 0 }
      found.set(`${table}/${pair.wanted}`, { ...ref, row: pair.found === null ? null : (row as AnyRow) })
    }
  }
  return refs.map(ref => found.get(`${ref.table}/${ref.id}`) ?? { ...ref, version: 0, row: null })
}

const groupTables = tableNames.filter(name => tables[name].groupColumn !== null)

/** Everything of these customers, table by table in the registry's order. */
export async function readGroupRows(
  session: Session,
  customerIds: readonly string[],
): Promise<readonly TableRow[]> {
  if (customerIds.length === 0) return []
  return (await together(groupTables.map(table => readGroupTable(session, table, customerIds)))).flat()
}

async function readGroupTable(
  session: Session,
  table: TableName,
  customerIds: readonly string[],
): Promise<readonly TableRow[]> {
  const sql = rowSql(table)
  const group = sql.nameOf(tables[table].groupColumn ?? 'id')
  const rows = await all<AnyRow>(
    session,
    `SELECT ${sql.select} FROM ${sql.table} t WHERE t.workspace_id = $1 AND t.${group} = ANY($2) ORDER BY t.id`,
    [customerIds],
  )
  return rows.map(row => ({ table, row }))
}
