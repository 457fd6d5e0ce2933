import { tables } from '../../../shared/domain/tables.ts'
import type { SnapshotQuery, SnapshotRows } from '../../sync/store.ts'
import { rowSql } from './row-sql.ts'
import type { Session } from './session.ts'

/** A part ends early when its texts pass this many bytes: 2,000 mails of a megabyte must not meet in memory. */
const PART_BYTES = 4 * 1_048_576

/** A row as JSON, its id, and how many rows stood there before the large ones were cut off. */
type PartRow = [line: string, id: string, seen: number]

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
 * One part of a table as NDJSON, made inside the database: no row ever becomes a JavaScript object, which is what keeps
 * a first fill near the speed of the laptop's own insert. Rows come one by one and are joined as bytes: a single sign
 * outside of Latin-1 makes a joined text twice as large and slow to encode. They come as text, because the driver reads
 * binary answers as UTF-8 too and breaks their numbers.
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
  const part = {
    text: `SELECT ${sql.jsonArray}::text, t.id, t.seen::int
      FROM (SELECT ${sql.columns}, ${before} AS before, count(*) OVER () AS seen FROM (${rows}) t) t
      WHERE t.before < $4 ORDER BY t.id`,
    values: [workspaceId, query.after, query.limit, PART_BYTES, ...values],
    rowMode: 'array',
  } as const
  const { rows: found } = await client.query<PartRow>(part)
  const seen = found[0]?.[2] ?? 0
  return {
    lines: joinLines(found.map(([line]) => line)),
    count: found.length,
    lastId: found.at(-1)?.[1] ?? query.after,
    isEnd: seen < query.limit && found.length === seen,
  }
}

const NEW_LINE = Buffer.from('\n')

function joinLines(lines: readonly string[]): Buffer {
  return Buffer.concat(
    lines.flatMap((line, index) => (index === 0 ? [Buffer.from(line)] : [NEW_LINE, Buffer.from(line)])),
  )
}

/** Counted one by one up to here: an agent waits for the first part, and ten million rows take a second to count. */
const COUNTED = 200_000

/**
 * Rows the workspace has, for progress only: one feed entry stands for each. Where there are many, as many as numbers
 * were given, or as the whole feed was estimated to hold, whichever is less.
 */
export async function countRows({ client, workspaceId }: Session): Promise<number> {
  const { rows } = await client.query<{ count: number; most: number }>(
    `SELECT (SELECT count(*) FROM (
         SELECT 1 FROM tandem.feed WHERE workspace_id = $1 AND kind = 'row' LIMIT ${COUNTED}) AS counted) AS count,
       (SELECT least(c.seq, nullif(greatest(r.reltuples, 0), 0)::bigint) FROM tandem.feed_counter c, pg_class r
         WHERE c.workspace_id = $1 AND r.oid = 'tandem.feed'::regclass) AS most`,
    [workspaceId],
  )
  const { count = 0, most = 0 } = rows[0] ?? {}
  return count < COUNTED ? count : Math.max(count, most)
}
