import type pg from 'pg'
import { rowSql } from '../../server/db/queries/row-sql.ts'
import { isTableName } from '../../shared/domain/tables.ts'
import type { AnyRow } from '../../shared/domain/tables.ts'
import { PULL_LIMIT } from '../../shared/protocol/version.ts'
import type { Remote } from '../../main/data/remote/remote.ts'
import { openHubSql } from '../lib/hub-sql.ts'
import { remoteOf } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchRow, Sample } from '../lib/leg.ts'

const CHANGES = 20_000
const RUNS = 9

type Key = readonly [seq: number, table: string, id: string, text: unknown]
const keyOf = (seq: number, table: string, row: AnyRow): Key => [
  seq,
  table,
  row.id,
  row['bodyText'] ?? row['body'] ?? row['lastActivityAtMs'] ?? null,
]

/** Every page behind the cursor, as a laptop asks for them, the next while nothing is done with the one before. */
async function pullAll(remote: Remote, from: string): Promise<{ times: number[]; keys: Key[] }> {
  const keys: Key[] = []
  const startedAt = performance.now()
  for (let cursor = from; ;) {
    const answer = await remote.pull({ cursor, limit: PULL_LIMIT })
    if (!answer.ok || answer.value.kind !== 'page') throw new Error('The pull failed')
    for (const entry of answer.value.entries)
      if (entry.kind === 'row') keys.push(keyOf(entry.seq, entry.table, entry.row as AnyRow))
    if (!answer.value.more) return { times: [performance.now() - startedAt], keys }
    cursor = answer.value.cursor
  }
}

const FEED = `SELECT seq::int, table_name AS "table", row_id AS id FROM tandem.feed
  WHERE workspace_id = $1 AND seq > $2 AND kind = 'row' ORDER BY seq LIMIT ${PULL_LIMIT}`
type Entry = { readonly seq: number; readonly table: string; readonly id: string }

/** The same pages by the same statements over one connection: no rights, no transactions, no HTTP, no JSON of ours. */
async function readAll(
  client: pg.Client,
  workspaceId: string,
  from: number,
): Promise<{ times: number[]; keys: Key[] }> {
  const keys: Key[] = []
  const startedAt = performance.now()
  for (let after = from; ;) {
    const { rows: entries } = await client.query<Entry>(FEED, [workspaceId, after])
    const last = entries.at(-1)
    if (!last) return { times: [performance.now() - startedAt], keys }
    const found = new Map<string, AnyRow>()
    for (const [table, group] of Map.groupBy(entries, entry => entry.table)) {
      if (!isTableName(table)) continue
      const sql = rowSql(table)
      const { rows } = await client.query<AnyRow>(
        `SELECT ${sql.select} FROM ${sql.table} t WHERE t.workspace_id = $1 AND t.id = ANY($2)`,
        [workspaceId, group.map(({ id }) => id)],
      )
      for (const row of rows) found.set(`${table}/${row.id}`, row)
    }
    for (const { seq, table, id } of entries) {
      const row = found.get(`${table}/${id}`)
      if (row) keys.push(keyOf(seq, table, row))
    }
    after = last.seq
  }
}

const sampleOf = ({ times, keys }: { times: number[]; keys: Key[] }): Sample => ({
  times,
  rows: keys.length,
  // The driver of the raw leg hands large numbers on as texts.
  hash: hashRows(keys.map(([seq, table, id, text]) => [seq, table, id, String(text)])),
})

/** E2: what the hub gives of what its database could. */
export const pullingPages: BenchRow = {
  id: 'E2',
  title: `pull of ${CHANGES} changed rows beside a raw paged read`,
  run: async (context, measure) => {
    const hub = await context.hub()
    const sql = await openHubSql(hub)
    const remote = remoteOf(hub, await hub.signIn())
    try {
      const from = Number(await hub.order('head'))
      const first = await remote.snapshot({ position: null, since: null })
      if (!first.ok) throw new Error('The snapshot failed')
      const { cursor } = first.value.head
      context.progress(`changing ${CHANGES} rows on the hub`)
      await hub.order('changeRows', CHANGES)
      await sql.client.query('VACUUM ANALYZE tandem.feed')
      await measure({
        figures: [{ id: 'E2', quantile: 0.5 }],
        ours: {
          name: 'ours',
          what: `GET /v1/sync/pull, ${PULL_LIMIT} a page, over HTTP on loopback: unpacked, parsed and checked, nothing stored`,
          durability: 'reads only',
          run: async () => sampleOf(await pullAll(remote, cursor)),
        },
        limit: {
          name: 'raw paged read',
          what: `${FEED.replace(/\s+/g, ' ')}; then the rows of each table by their ids, over one connection`,
          durability: 'reads only',
          run: async () => sampleOf(await readAll(sql.client, hub.workspaceId, from)),
        },
        peers: [],
        asides: [],
        runs: RUNS,
        remark: null,
      })
    } finally {
      remote.close()
      await sql.close()
    }
  },
}
