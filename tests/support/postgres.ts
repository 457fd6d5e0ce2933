import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
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

/** Starts one PostgreSQL for a whole run of tests and hands its address to them; returns what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(parentFolder(), 'tandem-postgres-'))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log })
  project.provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
