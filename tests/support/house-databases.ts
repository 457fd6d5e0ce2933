import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { COMPILED } from './compiled-code.ts'
import type { SeedOrders } from './seed-house.ts'

const SEED = join(import.meta.dirname, 'seed-house.ts')
const TEMPLATE = 'house'
/** The one PostgreSQL of a run of windows, for the processes that run its tests. */
const SERVER = 'TANDEM_RUN_POSTGRES'

const urlOf = (serverUrl: string, database: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function run(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(serverUrl, 'postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(statement)
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
  await run(serverUrl, `CREATE DATABASE ${TEMPLATE}`)
  await seed('house', { ...of, databaseUrl: urlOf(serverUrl, TEMPLATE) })
  process.env[SERVER] = serverUrl
}

/** A database of its own, with the people of the house in it. */
export async function newHouseDatabase(): Promise<string> {
  const serverUrl = process.env[SERVER]
  if (serverUrl === undefined) throw new Error('No database server: the run was not set up')
  const name = `house_${randomBytes(8).toString('hex')}`
  await run(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  return urlOf(serverUrl, name)
}

/** Fills the demo workspace beside the house and answers how its supervisor signs in. */
export async function addSmallDemo(
  databaseUrl: string,
): Promise<{ readonly email: string; readonly password: string }> {
  return JSON.parse(await seed('demo', { databaseUrl, people: {}, password: '' })) as {
    email: string
    password: string
  }
}
