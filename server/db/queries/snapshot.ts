import { tables } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { OwnTicket, SnapshotQuery, SnapshotRows } from '../../sync/store.ts'
import { rowSql } from './row-sql.ts'
import type { RowSql } from './row-sql.ts'
import type { Session } from './session.ts'

/** A part ends early when its texts pass this many bytes: 2,000 mails of a megabyte must not meet in memory. */
const PART_BYTES = 4 * 1_048_576

/** Rows of a part, as alias t with `n` to order by before the id; parameters from $5 on. */
type Source = { readonly from: string; readonly order: string; readonly values: readonly unknown[] }

/** Rows in the order of their ids, with a condition on alias t. */
const byId = ({ columns, table }: RowSql, condition: string, values: readonly unknown[]): Source => ({
  from: `(SELECT ${columns}, 0 AS n FROM ${table} t WHERE t.workspace_id = $1 AND t.id > $2 ${condition}) t`,
  order: 't.id',
  values,
})

/** Rows of some customers, one customer after the other: what a part costs does not grow with the table. */
const byCustomer = (
  { columns, table }: RowSql,
  group: string,
  values: readonly [customerIds: readonly string[], after: string],
): Source => ({
  from: `unnest($5::text[]) WITH ORDINALITY v(customer_id, n) CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${table} t WHERE t.workspace_id = $1 AND t.${group} = v.customer_id
        AND (t.${group} > $6 OR (t.${group} = $6 AND t.id > $2)) ORDER BY t.id OFFSET 0) t`,
  order: 'v.n, t.id',
  values,
})

function ofTickets({ table }: SnapshotQuery, group: string, tickets: readonly OwnTicket[]): Source {
  const sql = rowSql(table)
  const customerIds = [...new Set(tickets.map(({ customerId }) => customerId))]
  const ticketIds = tickets.map(({ ticketId }) => ticketId)
  const isOfTicket = 'ticketId' in tables[table].columns
  const column = table === 'tickets' ? 'id' : isOfTicket ? sql.nameOf('ticketId') : null
  const ofCustomers = `AND t.${group} = ANY($5)`
  return column === null
    ? byId(sql, ofCustomers, [customerIds])
    : byId(sql, `${ofCustomers} AND t.${column} = ANY($6)`, [customerIds, ticketIds])
}

function sourceOf(query: SnapshotQuery): Source {
  const { scope, groupColumn } = tables[query.table]
  const sql = rowSql(query.table)
  if (scope === 'workspace') return byId(sql, '', [])
  if (scope === 'agent') return byId(sql, 'AND t.agent_id = $5', [query.agentId])
  const group = sql.nameOf(groupColumn ?? 'id')
  if (query.of.kind === 'all') return byId(sql, '', [])
  return query.of.kind === 'customers'
    ? byCustomer(sql, group, [query.of.customerIds, query.after.customerId])
    : ofTickets(query, group, query.of.tickets)
}

/**
 * One part of a table as NDJSON, made inside the database: no row ever becomes a JavaScript object, which is what keeps
 * a first fill near the speed of the laptop's own insert. Rows come one by one and stay apart: a single sign outside of
 * Latin-1 makes a joined text twice as large and slow to encode. They come as text, because the driver reads binary
 * answers as UTF-8 too and breaks their numbers.
 */
export async function readSnapshotRows(
  { client, workspaceId }: Session,
  query: SnapshotQuery,
): Promise<SnapshotRows> {
  const { after, limit, of, table } = query
  const sql = rowSql(table)
  const { from, order, values } = sourceOf(query)
  const isGrouped = of.kind === 'customers' && tables[table].scope === 'customer'
  // The length of a text is known without unpacking it.
  const size = sql.bulky.map(column => `coalesce(octet_length(t.${column}), 0)`).join(' + ')
  const rows = `SELECT ${sql.columns}, n, ${size === '' ? '0' : size} AS size FROM ${from} ORDER BY ${order} LIMIT $3`
  const before = size === '' ? '0' : 'sum(t.size) OVER (ORDER BY t.n, t.id ROWS UNBOUNDED PRECEDING) - t.size'
  const part = {
    text: `SELECT ${sql.jsonArray}::text FROM (SELECT ${sql.columns}, t.n, ${before} AS before FROM (${rows}) t) t
      WHERE t.before < $4 ORDER BY t.n, t.id`,
    values: [workspaceId, after.id, limit, PART_BYTES, ...values],
    rowMode: 'array',
  } as const
  const { rows: found } = await client.query<[line: string]>(part)
  const lines = found.map(([line]) => line)
  return {
    lines,
    count: lines.length,
    last: placeOf(lines.at(-1), { table, isGrouped }) ?? after,
    isEnd: lines.length < limit && (size === '' || bytesOf(lines) < PART_BYTES),
  }
}

/** What was cut off stood behind as many bytes of texts, and a line is no shorter than those in it. */
const bytesOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0)

/** Where the row of a line stands among the others. */
function placeOf(
  line: string | undefined,
  { table, isGrouped }: { readonly table: TableName; readonly isGrouped: boolean },
): SnapshotRows['last'] | null {
  if (line === undefined) return null
  const values = JSON.parse(line) as readonly unknown[]
  const { keys } = rowSql(table)
  const valueOf = (key: string): string => String(values[keys.indexOf(key)])
  const { groupColumn } = tables[table]
  return { customerId: isGrouped && groupColumn !== null ? valueOf(groupColumn) : '', id: valueOf('id') }
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
