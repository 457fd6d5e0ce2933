import type { PoolClient } from 'pg'

/** One transaction of one workspace. Every statement names the workspace too: the index needs it, the wall checks it. */
export type Session = { readonly client: PoolClient; readonly workspaceId: string }

/** Rows of a statement whose first parameter is the workspace. */
export async function all<Row extends object>(
  { client, workspaceId }: Session,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>(sql, [workspaceId, ...values])
  return rows
}

/** Runs a statement whose first parameter is the workspace; answers how many rows it touched. */
export async function run(session: Session, sql: string, values: readonly unknown[] = []): Promise<number> {
  const { rowCount } = await session.client.query(sql, [session.workspaceId, ...values])
  return rowCount ?? 0
}
