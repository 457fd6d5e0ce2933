import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../server/db/embedded.ts'
import type { Log, LogFacts } from '../../shared/log.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser address of a real PostgreSQL; every test file makes databases of its own in it. */
    readonly postgresUrl: string
  }
}

/** Root's PostgreSQL runs as another user, who must reach the folder: /var/tmp is open to everybody. */
const parentFolder = (): string => (process.platform === 'win32' ? tmpdir() : '/var/tmp')

const complain = (event: string, facts: LogFacts = {}): void => {
  process.stderr.write(`postgres: ${event} ${JSON.stringify(facts)}\n`)
}
const log: Log = { debug: () => {}, info: () => {}, warn: complain, error: complain }

/** It goes with the run. Tests of power cuts have a server of their own that waits for its disk. */
const HASTY = { fsync: 'off', full_page_writes: 'off' } as const

const PREFIX = 'tandem-postgres-'
const ABANDONED_AFTER_MS = 6 * 3_600_000

/** A run that was killed could not remove its folder: 50 MB each. */
function removeAbandoned(): void {
  for (const name of readdirSync(parentFolder()).filter(entry => entry.startsWith(PREFIX))) {
    const folder = join(parentFolder(), name)
    const { mtimeMs, uid } = statSync(folder)
    const isOurs = uid === (process.getuid?.() ?? uid)
    if (isOurs && Date.now() - mtimeMs > ABANDONED_AFTER_MS) rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts one PostgreSQL for a whole run of tests and hands its address to them; returns what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeAbandoned()
  const folder = mkdtempSync(join(parentFolder(), PREFIX))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), settings: HASTY, log })
  project.provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
