import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { COMPILED } from './compiled-code.ts'
import type { SeedOrders } from './seed-house.ts'

const SEED = join(import.meta.dirname, 'seed-house.ts')
const TEMPLATE = 'house'
const DEMO_TEMPLATE = 'house_with_demo'
/** Any number. */
const DEMO_LOCK = 7_420_003
/** The one PostgreSQL of a run of windows, for the processes that run its tests. */
const SERVER = 'TANDEM_RUN_POSTGRES'

const urlOf = (serverUrl: string, database: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

type Client = Pick<pg.Client, 'query'>

async function withClient<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(serverUrl, 'postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function seed(what: 'house' | 'demo', orders: SeedOrders): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [SEED, what, JSON.stringify(orders)], {
    env: { ...process.env, ...COMPILED },
  })
  return stdout
}

/** Makes the database that every house begins with: migrating and making people takes seconds, copying a moment. */
export async function makeHouseTemplate(
  serverUrl: string,
  of: Omit<SeedOrders, 'databaseUrl'>,
): Promise<void> {
  await withClient(serverUrl, client => client.query(`CREATE DATABASE ${TEMPLATE}`))
  await seed('house', { ...of, databaseUrl: urlOf(serverUrl, TEMPLATE) })
  process.env[SERVER] = serverUrl
}

function runningServer(): string {
  const serverUrl = process.env[SERVER]
  if (serverUrl === undefined) throw new Error('No database server: the run was not set up')
  return serverUrl
}

async function copyOf(client: Client, template: string): Promise<string> {
  const name = `house_${randomBytes(8).toString('hex')}`
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  return name
}

/** A database of its own, with the people of the house in it. */
export async function newHouseDatabase(): Promise<string> {
  const serverUrl = runningServer()
  return urlOf(serverUrl, await withClient(serverUrl, client => copyOf(client, TEMPLATE)))
}

export type DemoLogin = { readonly email: string; readonly password: string }

/** The same with the demo workspace beside the house: made once for a run, by the first test that asks. */
export async function newDemoHouseDatabase(): Promise<{ readonly url: string; readonly login: DemoLogin }> {
  const serverUrl = runningServer()
  return withClient(serverUrl, async client => {
    // Processes that run tests take turns; the lock goes with the connection.
    await client.query(`SELECT pg_advisory_lock(${DEMO_LOCK})`)
    const login = (await demoLogin(client)) ?? (await makeDemoTemplate(serverUrl, client))
    await client.query(`SELECT pg_advisory_unlock(${DEMO_LOCK})`)
    return { url: urlOf(serverUrl, await copyOf(client, DEMO_TEMPLATE)), login }
  })
}

/** How to sign in stands with the template: every copy has the same passwords. Null: nobody made it yet. */
async function demoLogin(client: Client): Promise<DemoLogin | null> {
  const { rows } = await client.query<{ words: string }>(
    `SELECT shobj_description(oid, 'pg_database') AS words FROM pg_database WHERE datname = $1`,
    [DEMO_TEMPLATE],
  )
  return rows[0] ? (JSON.parse(rows[0].words) as DemoLogin) : null
}

async function makeDemoTemplate(serverUrl: string, client: Client): Promise<DemoLogin> {
  const half = `${DEMO_TEMPLATE}_half`
  await client.query(`CREATE DATABASE ${half} TEMPLATE ${TEMPLATE}`)
  const login = await addSmallDemo(urlOf(serverUrl, half))
  await client.query(`COMMENT ON DATABASE ${half} IS '${JSON.stringify(login)}'`)
  await client.query(`ALTER DATABASE ${half} RENAME TO ${DEMO_TEMPLATE}`)
  return login
}

/** Fills the demo workspace beside the house and answers how its supervisor signs in. */
export async function addSmallDemo(databaseUrl: string): Promise<DemoLogin> {
  return JSON.parse(await seed('demo', { databaseUrl, people: {}, password: '' })) as DemoLogin
}
