import pg from 'pg'
import type { BenchHub } from './hub.ts'
import { hashRows } from './leg.ts'

export type HubSql = {
  readonly client: pg.Client
  /** Texts of these notes as they stand on the hub, each as often as it is there. */
  readonly notes: (ids: readonly string[]) => Promise<{ readonly rows: number; readonly hash: string }>
  readonly epoch: () => Promise<string>
  /** What the server promises when it says that something is committed. */
  readonly durability: () => Promise<string>
  readonly close: () => Promise<void>
}

/** A connection of the bench's own to the hub's PostgreSQL, as its owner. */
export async function openHubSql({ databaseUrl, workspaceId }: BenchHub): Promise<HubSql> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('SET statement_timeout = 0')
  return {
    client,
    notes: async ids => {
      const { rows } = await client.query<[string, string]>({
        text: 'SELECT ticket_id, body FROM tandem.notes WHERE workspace_id = $1 AND id = ANY($2)',
        values: [workspaceId, ids],
        rowMode: 'array',
      })
      return { rows: rows.length, hash: hashRows(rows) }
    },
    epoch: async () => {
      const sql = 'SELECT epoch FROM tandem.workspaces WHERE id = $1'
      const { rows } = await client.query<{ epoch: string }>(sql, [workspaceId])
      return rows[0]?.epoch ?? ''
    },
    durability: async () => {
      const names = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method']
      const { rows } = await client.query<{ name: string; setting: string }>(
        'SELECT name, setting FROM pg_settings WHERE name = ANY($1) ORDER BY name',
        [names],
      )
      return `PostgreSQL ${rows.map(({ name, setting }) => `${name}=${setting}`).join(' ')}`
    },
    close: () => client.end(),
  }
}
