import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Clock } from '../../shared/clock.ts'
import type { Agent } from '../../shared/domain/people.ts'
import type { Row, TableName } from '../../shared/domain/tables.ts'
import { silentLog } from '../../shared/log.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import type { HubDatabase } from '../../server/db/open-database.ts'
import { openHubDatabase } from '../../server/db/open-database.ts'
import { postgresStore } from '../../server/db/postgres-store.ts'
import type { HubDeps } from '../../server/sync/apply-as-hub.ts'
import type { PushDeps } from '../../server/sync/push.ts'
import { stageRows } from '../../server/sync/stage-rows.ts'
import type { HubStore, ScopePolicy, TableRow } from '../../server/sync/store.ts'
import { anAgent, freshId, NOW_MS } from './builders.ts'

/** Any number; test processes take turns making the template. */
const TEMPLATE_LOCK = 7_420_002

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(postgresUrl: string, database: string): string {
  const url = new URL(postgresUrl)
  url.pathname = `/${database}`
  return url.href
}

/** A migrated, empty database to copy: migrating takes a second, copying a few dozen milliseconds. */
async function ensureTemplate(postgresUrl: string): Promise<string> {
  const steps = createHash('sha256')
    .update(migrations.map(step => step.sql).join('\n'))
    .digest('hex')
  const name = `template_${steps.slice(0, 12)}`
  await withClient(urlOf(postgresUrl, 'postgres'), async client => {
    await client.query(`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`)
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount !== 0) return
    await client.query(`CREATE DATABASE ${name}_new`)
    await (await openHubDatabase({ ownerUrl: urlOf(postgresUrl, `${name}_new`), log: silentLog })).close()
    await client.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`)
  })
  return name
}

/** The URL of a fresh database, migrated unless `empty`. */
export async function createDatabase(
  postgresUrl: string,
  kind: 'migrated' | 'empty' = 'migrated',
): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`
  const template = kind === 'migrated' ? ` TEMPLATE ${await ensureTemplate(postgresUrl)}` : ''
  await withClient(urlOf(postgresUrl, 'postgres'), client =>
    client.query(`CREATE DATABASE ${name}${template}`),
  )
  return urlOf(postgresUrl, name)
}

/** Time that moves when the test says so; timers run on `advance`. */
export type TestClock = Clock & { readonly advance: (ms: number) => void }
export function testClock(startMs = NOW_MS): TestClock {
  let nowMs = startMs
  let timers: { at: number; callback: () => void }[] = []
  return {
    now: () => nowMs,
    after: (ms, callback) => {
      const timer = { at: nowMs + ms, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter(other => other !== timer)
      }
    },
    advance: ms => {
      nowMs += ms
      const due = timers.filter(timer => timer.at <= nowMs)
      timers = timers.filter(timer => timer.at > nowMs)
      for (const timer of due) timer.callback()
    },
  }
}

export type Announced = { readonly workspaceId: string; readonly seq: number }
export type TestHub = {
  readonly url: string
  readonly database: HubDatabase
  readonly store: HubStore
  readonly clock: TestClock
  /** What push and admin functions want. */
  readonly deps: PushDeps & HubDeps
  /** Every number announced after a commit, in order. */
  readonly announced: Announced[]
  readonly close: () => Promise<void>
}

/** A hub's database of its own, opened with both roles. Close it in afterAll. */
export async function openTestHub(postgresUrl: string = inject('postgresUrl')): Promise<TestHub> {
  const url = await createDatabase(postgresUrl)
  const database = await openHubDatabase({ ownerUrl: url, maxConnections: 24, log: silentLog })
  const store = postgresStore(database.app)
  const clock = testClock()
  const announced: Announced[] = []
  const announce = (workspaceId: string, seq: number): void => void announced.push({ workspaceId, seq })
  const deps = { store, clock, log: silentLog, announce }
  return { url, database, store, clock, deps, announced, close: database.close }
}

export type TestWorkspace = { readonly id: string; readonly epoch: string; readonly agent: Agent }

/** A workspace without anything; answers its id. */
export async function addEmptyWorkspace(
  hub: TestHub,
  {
    policy = 'everything',
    epoch = freshId(),
  }: { readonly policy?: ScopePolicy; readonly epoch?: string } = {},
): Promise<string> {
  const id = freshId()
  await hub.database.owner.query(
    `INSERT INTO workspaces (id, name, slug, epoch, scope_policy, created_at_ms) VALUES ($1, 'Acme', $2, $3, $4, $5)`,
    [id, `acme-${randomBytes(6).toString('hex')}`, epoch, policy, hub.clock.now()],
  )
  return id
}

/** A workspace with one agent and nothing else. */
export async function addWorkspace(
  hub: TestHub,
  {
    policy = 'everything',
    agent = {},
  }: { readonly policy?: ScopePolicy; readonly agent?: Partial<Agent> } = {},
): Promise<TestWorkspace> {
  const epoch = freshId()
  const id = await addEmptyWorkspace(hub, { policy, epoch })
  const row = anAgent(agent)
  await put(hub, id, [inTable('agents', row)])
  return { id, epoch, agent: row }
}

export const inTable = <Name extends TableName>(table: Name, row: Row<Name>): TableRow => ({ table, row })

/** Puts rows in as one unit, through the same door as imports. */
export async function put(hub: TestHub, workspaceId: string, rows: readonly TableRow[]): Promise<void> {
  await stageRows(hub.deps, workspaceId, [rows])
}
