import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'

/** One transaction of one workspace. Every statement names the workspace too: the index needs it, the wall checks it. */
export type Session = { readonly client: PoolClient; readonly workspaceId: string }

/** Statements are few and fixed, so each connection parses them once; the name is made from the text. */
const names = new Map<string, string>()
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22)
  names.set(sql, name)
  return name
}

const statement = (sql: string, values: readonly unknown[]) => ({
  name: nameOf(sql),
  text: sql,
  values: [...values],
})

/** Rows of a statement whose first parameter is the workspace. */
export async function all<Row extends object>(
  { client, workspaceId }: Session,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>(statement(sql, [workspaceId, ...values]))
  return rows
}

/** Runs a statement whose first parameter is the workspace; answers how many rows it touched. */
export async function run(session: Session, sql: string, values: readonly unknown[] = []): Promise<number> {
  const { rowCount } = await session.client.query(statement(sql, [session.workspaceId, ...values]))
  return rowCount ?? 0
}
