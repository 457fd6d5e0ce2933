import type { Pool } from 'pg'
import type { Log } from '../../shared/log.ts'
import { appUrlFrom, assertBehindTheWall, hasAppRole, setAppPassword } from './app-role.ts'
import { migrate } from './migrate.ts'
import { codeOf, openClient, openPool } from './pool.ts'

const WRONG_PASSWORD = '28P01'
const NO_PASSWORD = '28000'
const DEFAULT_MAX = 16

export type HubDatabase = {
  /** Serves every request; cannot pass row-level security. */
  readonly app: Pool
  /** Administration only: makes workspaces and new epochs, for example. */
  readonly owner: Pool
  /** Connection string of the app role, for a connection that listens. */
  readonly appUrl: string
  readonly close: () => Promise<void>
}
export type OpenOptions = {
  /** A role that may create tables and roles. */
  readonly ownerUrl: string
  /** A role made by hand where the owner may not create roles; it needs membership in nothing but itself. */
  readonly appUrl?: string
  readonly maxConnections?: number
  readonly log: Log
}

/**
 * Migrates, prepares the two roles and opens their pools. Throws `db-from-future` for a newer database, `not-allowed`
 * when the app role could pass row-level security, and the database's own errors when it cannot be reached.
 */
export async function openHubDatabase(options: OpenOptions): Promise<HubDatabase> {
  const { ownerUrl, log, maxConnections = DEFAULT_MAX } = options
  const appUrl = options.appUrl ?? appUrlFrom(ownerUrl)
  const client = await openClient(ownerUrl, log)
  try {
    const hadRole = await hasAppRole(client)
    const applied = await migrate(client)
    if (applied.length > 0) log.info('postgres.migrated', { to: applied.at(-1) })
    if (options.appUrl === undefined && !(hadRole && (await canSignIn(appUrl, log))))
      await setAppPassword(client, appUrl)
  } finally {
    await client.end()
  }
  const app = openPool({ url: appUrl, max: maxConnections, log, pipeline: true })
  const owner = openPool({ url: ownerUrl, max: 2, log })
  const close = async (): Promise<void> => {
    await Promise.all([app.end(), owner.end()])
  }
  try {
    await assertBehindTheWall(app)
  } catch (error) {
    await close()
    throw error
  }
  return { app, owner, appUrl, close }
}

async function canSignIn(url: string, log: Log): Promise<boolean> {
  try {
    await (await openClient(url, log)).end()
    return true
  } catch (error) {
    if (codeOf(error) === WRONG_PASSWORD || codeOf(error) === NO_PASSWORD) return false
    throw error
  }
}
