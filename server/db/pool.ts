import pg from 'pg'
import type { Log } from '../../shared/log.ts'

const INT8 = 20
const STATEMENT_TIMEOUT_MS = 20_000
const IDLE_IN_TRANSACTION_MS = 30_000
const LOCK_TIMEOUT_MS = 10_000
const CONNECT_TIMEOUT_MS = 10_000

/** bigint arrives as text, and every number of ours is below 2^53. */
const types: pg.CustomTypesConfig = {
  // The library's own signature is loose here; the parser for a type is chosen by its number.
  getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')),
}

export type PoolOptions = {
  readonly url: string
  readonly max: number
  readonly log: Log
  /**
   * Statements that do not wait for each other travel in one go, and a database far away costs one way for all of them.
   * A connection of this kind takes no COPY.
   */
  readonly pipeline?: boolean
}

/**
 * Connections that search the schema `tandem` first. A connection the server ends (restart, Ctrl-C, fail-over) is
 * logged and replaced: without a listener its error would end the hub.
 */
export function openPool({ url, max, log, pipeline = false }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    pipeline,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'tandem-hub',
    options: [
      '-c search_path=tandem',
      `-c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
      `-c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`,
      `-c lock_timeout=${LOCK_TIMEOUT_MS}`,
      // Planned anew each time: a plan kept from when a table was small would read all of it later.
      '-c plan_cache_mode=force_custom_plan',
    ].join(' '),
  })
  pool.on('error', error => log.warn('postgres.idle-connection-lost', { code: codeOf(error) }))
  pool.on('connect', client =>
    client.on('error', error => log.warn('postgres.connection-lost', { code: codeOf(error) })),
  )
  return pool
}

/** A single connection outside of the pool, for migrations and for listening. */
export async function openClient(url: string, log: Log): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  client.on('error', error => log.warn('postgres.connection-lost', { code: codeOf(error) }))
  await client.connect()
  return client
}

/** SQLSTATE of a database error, '' for others. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : ''
}
