import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError, ErrorCode } from '../shared/errors.ts'
import type { Log } from '../shared/log.ts'
import type { HubConfig } from './config.ts'
import { startEmbeddedPostgres } from './db/embedded.ts'
import type { HubDatabase } from './db/open-database.ts'
import { openHubDatabase } from './db/open-database.ts'
import { assertServerVersion } from './db/server-version.ts'

/** The database of a hub, and what ends it. */
export type Storage = { readonly database: HubDatabase; readonly close: () => Promise<void> }

/** Tells other commands of this machine how to reach the embedded database while the hub runs. */
const RUNNING_FILE = 'running.json'
const Running = z.object({ databaseUrl: z.string() })

/**
 * Opens the team's own database, or starts the embedded one. Throws `db-locked` when another hub has the embedded one,
 * `db-from-future`, `not-allowed`, and the database's own errors.
 */
export async function openStorage({ databaseUrl, dataDir }: HubConfig, log: Log): Promise<Storage> {
  if (databaseUrl !== null) return openUrl(databaseUrl, log)
  await mkdir(dataDir, { recursive: true })
  const embedded = await startEmbeddedPostgres({ dataDir, log })
  try {
    const { database, close } = await openUrl(embedded.url, log)
    await noteRunning(dataDir, embedded.url)
    return {
      database,
      close: async () => {
        await rm(join(dataDir, RUNNING_FILE), { force: true })
        await close()
        await embedded.stop()
      },
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** As openStorage, but beside a hub of this machine that runs already: for commands that change one thing. */
export async function joinStorage(config: HubConfig, log: Log): Promise<Storage> {
  try {
    return await openStorage(config, log)
  } catch (error) {
    const isTaken = error instanceof AppError && error.code === ErrorCode.DbLocked
    const url = isTaken ? await runningUrl(config.dataDir) : null
    if (url === null) throw error
    return openUrl(url, log)
  }
}

async function openUrl(ownerUrl: string, log: Log): Promise<Storage> {
  await assertServerVersion(ownerUrl, log)
  const database = await openHubDatabase({ ownerUrl, log })
  return { database, close: database.close }
}

/** Only this user may read it: it holds the owner's password. Whole or not at all. */
async function noteRunning(dataDir: string, databaseUrl: string): Promise<void> {
  const file = join(dataDir, RUNNING_FILE)
  await writeFile(`${file}.new`, JSON.stringify({ databaseUrl }), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

async function runningUrl(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, RUNNING_FILE), 'utf8').catch(() => null)
  if (text === null) return null
  const parsed = Running.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data.databaseUrl : null
}
