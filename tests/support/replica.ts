import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { findBinaries } from '../../server/db/embedded/binaries.ts'
import { freePort } from '../../server/db/embedded/server-process.ts'
import { systemUserForPostgres } from '../../server/db/embedded/system-user.ts'
import { startEmbeddedPostgres } from '../../server/db/embedded.ts'
import { silentLog } from '../../shared/log.ts'
import { startRoundRobin } from './round-robin.ts'

const run = promisify(execFile)
/** Small, because two of them run beside everything else of a test. */
const SETTINGS = { shared_buffers: '32MB', wal_keep_size: '256MB', max_connections: '60' }
const READING = 'ready to accept read-only connections'
/** Of no use to a copy, or made anew by it. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot', 'pg_stat_tmp'])

export type Replicated = {
  readonly primaryUrl: string
  readonly replicaUrl: string
  /** The line between the two is cut: what is committed from now on is on the primary only. */
  readonly cutLine: () => Promise<void>
  /** The primary's machine dies. */
  readonly killPrimary: () => void
  /** The replica takes writes from now on. */
  readonly promote: () => Promise<void>
  readonly stop: () => Promise<void>
}

async function queried<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A base backup by the server's own functions: the embedded package has no pg_basebackup. */
async function copyCluster(url: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`SELECT pg_backup_start('replica', fast => true)`)
    await cp(from, to, {
      recursive: true,
      filter: source => !LEFT_OUT.has(source.slice(from.length + 1)),
    })
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)')
    writeFileSync(join(to, 'backup_label'), rows[0]?.labelfile ?? '')
  } finally {
    await client.end()
  }
  for (const folder of ['pg_wal', 'pg_wal/archive_status', 'pg_replslot', 'pg_stat_tmp'])
    await mkdir(join(to, folder), { recursive: true })
  writeFileSync(join(to, 'standby.signal'), '')
  chmodSync(to, 0o700)
}

async function startReplica(
  cluster: string,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const runAs = await systemUserForPostgres()
  const { postgres } = await findBinaries(runAs)
  if (runAs) await run('chown', ['-R', `${runAs.uid}:${runAs.gid}`, cluster])
  const port = await freePort()
  const all = { ...SETTINGS, listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const settings = Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const child = spawn(postgres, ['-D', cluster, '-p', String(port), ...settings], {
    ...runAs,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-4_000)
      if (words.includes(READING)) resolve()
    })
    child.once('exit', code => reject(new Error(`The replica ended with ${code}: ${words}`)))
  })
  return { child, port }
}

/** A PostgreSQL and another one that follows it, both embedded. Take it down with `stop`. */
export async function startReplicated(): Promise<Replicated> {
  const place = mkdtempSync('/var/tmp/tandem-replica-')
  chmodSync(place, 0o755)
  const folder = join(place, 'primary')
  const primary = await startEmbeddedPostgres({ dataDir: folder, settings: SETTINGS, log: silentLog })
  const cluster = join(folder, 'cluster')
  const line = await startRoundRobin([primary.url])
  const copy = join(place, 'replica')
  await copyCluster(primary.url, cluster, copy)
  const way = new URL(primary.url)
  way.port = new URL(line.url).port
  way.pathname = ''
  appendFileSync(join(copy, 'postgresql.auto.conf'), `primary_conninfo = '${way.href}'\n`)
  const { child, port } = await startReplica(copy)
  const replica = new URL(primary.url)
  replica.port = String(port)
  const ended = new Promise(resolve => child.once('exit', resolve))
  return {
    primaryUrl: primary.url,
    replicaUrl: replica.href,
    cutLine: line.close,
    killPrimary: () => {
      const [pid] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGQUIT')
    },
    promote: async () => {
      await queried(replica.href, 'SELECT pg_promote(true, 30)')
    },
    stop: async () => {
      await line.close()
      child.kill('SIGINT')
      await ended
      await primary.stop()
      rmSync(place, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Every text that stands on a hub's database. */
export async function textsOn(url: string): Promise<readonly string[]> {
  const sql = 'SELECT body AS text FROM tandem.notes UNION ALL SELECT body_text FROM tandem.messages'
  return (await queried<{ text: string }>(url, sql)).map(({ text }) => text)
}

/** Texts of messages that a channel would take from a hub. */
export async function queuedOn(url: string): Promise<readonly string[]> {
  const sql = `SELECT body_text AS text FROM tandem.messages WHERE delivery = 'queued'`
  return (await queried<{ text: string }>(url, sql)).map(({ text }) => text)
}

/** How many acts a hub was given a second time after it had forgotten them. */
export async function replayedOn(url: string): Promise<number> {
  const sql = 'SELECT count(*)::int AS count FROM tandem.receipts WHERE is_replayed'
  return (await queried<{ count: number }>(url, sql))[0]?.count ?? 0
}
