import { tables } from '../../../shared/domain/tables.ts'
import type { SnapshotQuery, SnapshotRows } from '../../sync/store.ts'
import { rowSql } from './row-sql.ts'
import type { Session } from './session.ts'

/** A part ends early when its texts pass this many bytes: 2,000 mails of a megabyte must not meet in memory. */
const PART_BYTES = 4 * 1_048_576

type PartRow = {
  readonly lines: string | null
  readonly count: number
  readonly seen: number
  readonly last: string | null
}

/** Who may see the rows, as conditions on alias t with parameters from $5 on. */
function visibility({ table, customerIds, keys, agentId }: SnapshotQuery): {
  sql: string
  values: unknown[]
} {
  const { scope, groupColumn } = tables[table]
  if (scope === 'workspace') return { sql: '', values: [] }
  if (scope === 'agent') return { sql: 'AND t.agent_id = $5', values: [agentId] }
  const group = rowSql(table).nameOf(groupColumn ?? 'id')
  const parts: string[] = []
  const values: unknown[] = []
  const add = (value: unknown): string => `$${values.push(value) + 4}`
  if (customerIds) parts.push(`AND t.${group} = ANY(${add(customerIds)})`)
  if (keys) {
    parts.push(`AND EXISTS (SELECT FROM tandem.group_audience a
      WHERE a.workspace_id = $1 AND a.customer_id = t.${group} AND a.keys && ${add(keys)}::text[])`)
  }
  return { sql: parts.join(' '), values }
}

/**
 * One part of a table as NDJSON, made and joined inside the database: no row ever becomes a JavaScript object, which is
 * what keeps a first fill near the speed of the laptop's own insert. Fetched as text, because the driver reads binary
 * answers as UTF-8 too and breaks their numbers.
 */
export async function readSnapshotRows(
  { client, workspaceId }: Session,
  query: SnapshotQuery,
): Promise<SnapshotRows> {
  const sql = rowSql(query.table)
  const { sql: visible, values } = visibility(query)
  // The length of a text is known without unpacking it.
  const size = sql.bulky.map(column => `coalesce(octet_length(t.${column}), 0)`).join(' + ')
  const rows = `SELECT ${sql.columns}, ${size === '' ? '0' : size} AS size FROM ${sql.table} t
    WHERE t.workspace_id = $1 AND t.id > $2 ${visible} ORDER BY t.id LIMIT $3`
  const before = size === '' ? '0' : 'sum(t.size) OVER (ORDER BY t.id ROWS UNBOUNDED PRECEDING) - t.size'
  const { rows: answers } = await client.query<PartRow>({
    // The subquery's order is kept by string_agg; sorting inside of it would cost a second pass.
    text: `SELECT string_agg(${sql.jsonArray}::text, E'\\n') FILTER (WHERE t.before < $4) AS lines,
        (count(*) FILTER (WHERE t.before < $4))::int AS count, count(*)::int AS seen,
        max(t.id) FILTER (WHERE t.before < $4) AS last
      FROM (SELECT ${sql.columns}, ${before} AS before FROM (${rows}) t) t`,
    values: [workspaceId, query.after, query.limit, PART_BYTES, ...values],
  })
  const { lines = null, count = 0, seen = 0, last = null } = answers[0] ?? {}
  return {
    lines: Buffer.from(lines ?? ''),
    count,
    lastId: last ?? query.after,
    isEnd: seen < query.limit && count === seen,
  }
}

/** Rows the workspace has: one feed entry stands for each. */
export async function countRows({ client, workspaceId }: Session): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*) AS count FROM tandem.feed WHERE workspace_id = $1 AND kind = 'row'`,
    [workspaceId],
  )
  return rows[0]?.count ?? 0
}
