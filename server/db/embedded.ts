import { createHash } from 'node:crypto'
import { chown } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { Log } from '../../shared/log.ts'
import { findBinaries } from './embedded/binaries.ts'
import { ensureCluster } from './embedded/cluster.ts'
import { endOrphan } from './embedded/orphan.ts'
import { takeFolder } from './embedded/owner-lock.ts'
import { isOpenToAll, letPass, makeOpenFolder } from './embedded/reachable.ts'
import type { ServerProcess } from './embedded/server-process.ts'
import { freePort, startServer } from './embedded/server-process.ts'
import { systemUserForPostgres } from './embedded/system-user.ts'

const DATABASE = 'tandem'
const START_ATTEMPTS = 3

export type EmbeddedOptions = {
  /** Made when missing. As root, a folder closed to others is replaced by one below /var/lib; the log says which. */
  readonly dataDir: string
  /** 0 or absent: any free port. */
  readonly port?: number
  readonly settings?: Readonly<Record<string, string>>
  readonly log: Log
}
export type EmbeddedPostgres = {
  /** The owner's connection string, with the database `tandem`. Loopback only; the password is in the data folder. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * Starts the hub's own PostgreSQL: made on the first start, recovered when the last hub was killed.
 * Throws `db-locked` when another hub uses the folder, `not-found` when the platform has no binaries, `internal` with
 * the server's own words when it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log } = options
  const runAs = await systemUserForPostgres()
  const binaries = await findBinaries(runAs)
  const folder = await prepareFolder(options, runAs !== null)
  const release = await takeFolder(folder)
  try {
    if (runAs) await chown(folder, runAs.uid, runAs.gid)
    const { cluster, password } = await ensureCluster({ binaries, folder, runAs })
    await endOrphan(cluster, log)
    const server = await startOnPort(options.port ?? 0, port =>
      startServer({ binaries, cluster, runAs, port, settings: options.settings ?? {}, log }),
    )
    const urlOf = (database: string): string =>
      `postgres://postgres:${password}@127.0.0.1:${server.port}/${database}`
    await ensureDatabase(urlOf('postgres'))
    log.info('postgres.ready', { port: server.port, folder })
    return {
      url: urlOf(DATABASE),
      stop: async () => {
        await server.stop()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** As root another user runs PostgreSQL and must be able to walk to the data. */
async function prepareFolder({ dataDir, log }: EmbeddedOptions, isForOther: boolean): Promise<string> {
  const wanted = resolve(dataDir)
  await makeOpenFolder(wanted)
  if (!isForOther) return wanted
  await letPass(wanted)
  if (await isOpenToAll(join(wanted, 'cluster'))) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  const folder = join('/var/lib/tandem-postgresql/data', name)
  await makeOpenFolder(folder)
  log.warn('postgres.folder-moved', { wanted, folder })
  return folder
}

/** A free port can be taken between the look and the start. */
async function startOnPort(
  wanted: number,
  startOn: (port: number) => Promise<ServerProcess>,
): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(wanted === 0 ? await freePort() : wanted)
    } catch (error) {
      const isTaken = error instanceof Error && error.message.includes('in use')
      if (wanted !== 0 || !isTaken || attempt === START_ATTEMPTS) throw error
    }
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}
