import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { silentLog } from '../../shared/log.ts'
import { addAgent, createWorkspace } from '../../server/auth/administration.ts'
import type { AdministrationDeps } from '../../server/auth/administration.ts'
import { startEmbeddedPostgres } from '../../server/db/embedded.ts'
import { openHubDatabase } from '../../server/db/open-database.ts'
import { postgresStore } from '../../server/db/postgres-store.ts'
import type { HubRoute } from '../../server/http/route.ts'
import { EVERY_ROLE } from '../../server/http/route.ts'
import { routeTable } from '../../server/http/route-table.ts'
import { createAnnouncements } from '../../server/live/announcements.ts'
import { startHub } from '../../server/start-hub.ts'
import { stageRows } from '../../server/sync/stage-rows.ts'
import { systemClock } from '../../server/system-clock.ts'
import { makeWorld, WORLD_VERSION } from '../generator/world.ts'
import type { TableRow } from '../generator/making.ts'
import type { Size } from '../goals.ts'
import type { KnownTicket } from './hub-changes.ts'
import { createOrders } from './hub-orders.ts'
import { loadHub } from './load-hub.ts'

/**
 * The hub of a bench, in a process of its own: real PostgreSQL, real HTTP, the rows of a size. Forked by hub.ts with
 * the size and a data folder; answers orders by IPC and ends with its parent.
 */
export const PASSWORD = 'correct horse battery'

/** As little as an authenticated answer can be: the floor under an empty pull. GET where the product has only POST. */
const bareRoute: HubRoute = {
  name: 'report',
  method: 'GET',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: 0,
  handle: async ({ reply }) => reply.type('application/json; charset=utf-8').send('{}'),
}

/** What a kept hub holds, written once everything is in. */
const Loaded = z.object({ workspaceId: z.string(), rows: z.number(), world: z.literal(WORLD_VERSION) })
type Loaded = z.infer<typeof Loaded>

/** Changes are spread over so many tickets. */
const MOST_TICKETS = 20_000

const tell = (message: unknown): void => void process.send?.(message)

/** A transaction under way is waited for, a database that hangs is not. */
const PATIENCE_MS = 4_000
/** What has been started so far, in its order. */
const started: (() => Promise<void>)[] = []
let ending: Promise<void> | null = null

/** Ends with its parent or when told, also in the middle of loading: the newest first. */
function stop(): void {
  const end = async (): Promise<void> => {
    for (const each of started.reverse())
      await Promise.race([
        each().catch(() => undefined),
        new Promise(resolve => setTimeout(resolve, PATIENCE_MS)),
      ])
    process.exit(0)
  }
  ending ??= end()
}

async function start(size: Size, dataDir: string): Promise<void> {
  const marker = `${dataDir}-loaded.json`
  const before = existsSync(marker)
    ? (Loaded.safeParse(JSON.parse(readFileSync(marker, 'utf8'))).data ?? null)
    : null
  // What was loaded by half, or by another generator, is of no use.
  if (before === null) rmSync(dataDir, { recursive: true, force: true })
  const starting = startEmbeddedPostgres({ dataDir, log: silentLog })
  started.push(async () => (await starting).stop())
  const postgres = await starting
  const database = await openHubDatabase({ ownerUrl: postgres.url, log: silentLog })
  const store = postgresStore(database.app)
  started.push(() => database.close())
  const { announce } = createAnnouncements(database.app, silentLog)
  const deps = { store, clock: systemClock, announce, database, random: Math.random }
  const tickets: KnownTicket[] = []
  const loaded =
    before === null ? await fillWorkspace(deps, { size, tickets }) : recall(before, { size, tickets })
  const { workspaceId, rows } = loaded
  writeFileSync(marker, JSON.stringify(loaded))
  const config = { host: '127.0.0.1', port: 0, proxies: 0, hubKey: null }
  const parts = {
    config,
    database,
    clock: systemClock,
    random: Math.random,
    log: silentLog,
    version: '0.0.0-bench',
  }
  const hub = await startHub({ ...parts, routes: [...routeTable, bareRoute] })
  started.push(() => hub.stop())
  const orders = createOrders({ ...deps, workspaceId, size, tickets })
  process.on('message', (order: { id: number; name: string; input: unknown }) => {
    if (order.name === 'stop') return stop()
    orders.take(order.name, order.input).then(
      value => tell({ kind: 'answer', id: order.id, value }),
      (error: unknown) => tell({ kind: 'failed', id: order.id, reason: String(error) }),
    )
  })
  tell({ kind: 'ready', url: hub.url, workspaceId, rows, databaseUrl: postgres.url })
}

type Filling = { readonly size: Size; readonly tickets: KnownTicket[] }

async function fillWorkspace(deps: AdministrationDeps, { size, tickets }: Filling): Promise<Loaded> {
  const workspaceId = await createWorkspace(deps, { name: 'Bench', slug: 'bench' })
  const { me, directory, groups } = makeWorld(size)
  const load = {
    owner: deps.database.owner,
    workspaceId,
    progress: (text: string) => tell({ kind: 'progress', text }),
  }
  await stageRows(deps, workspaceId, [directory])
  await addAgent(deps, workspaceId, { ...me, role: 'agent', password: PASSWORD, teamIds: [...me.teamIds] })
  const rows = await loadHub(load, noting(groups(), tickets))
  await settle(deps.database)
  return { workspaceId, rows, world: WORLD_VERSION }
}

/** What autovacuum would have done by the time an import is an hour old, however long it takes. */
async function settle({ owner }: AdministrationDeps['database']): Promise<void> {
  const client = await owner.connect()
  try {
    for (const statement of ['SET statement_timeout = 0', 'VACUUM ANALYZE', 'CHECKPOINT'])
      await client.query(statement)
  } finally {
    client.release(true)
  }
}

/** A kept hub holds its rows; only which tickets there are has to be known again. */
function recall(before: Loaded, { size, tickets }: Filling): Loaded {
  for (const _ of noting(makeWorld(size).groups(), tickets)) if (tickets.length >= MOST_TICKETS) break
  return before
}

/** Passes groups on and keeps what changes will need of their tickets. */
function* noting(
  groups: Iterable<readonly TableRow[]>,
  tickets: KnownTicket[],
): Generator<readonly TableRow[]> {
  for (const group of groups) {
    const contact = group.find(({ table }) => table === 'contactPoints')
    for (const { table, row } of group) {
      if (table === 'tickets' && tickets.length < MOST_TICKETS)
        tickets.push({ ticketId: row.id, email: String(contact?.row['value']) })
    }
    yield group
  }
}

// Ctrl-C is the parent's to handle; it asks by SIGTERM, and when it is killed the channel to it closes.
process.on('SIGINT', () => {})
process.on('SIGTERM', stop)
process.on('disconnect', stop)
const [size, dataDir] = process.argv.slice(2)
try {
  await start(size as Size, dataDir ?? '')
} catch (error) {
  // What is ended in the middle of loading fails; that is what was asked for.
  if (ending === null) throw error
}
