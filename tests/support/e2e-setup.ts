import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../server/db/embedded.ts'
import { silentLog } from '../../shared/log.ts'
import { quickParent } from './at-the-end.ts'
import { makeHouseTemplate } from './house-databases.ts'
import { PASSWORD, PEOPLE } from './house-people.ts'

/** It goes with the run, and so does the machine it would have to outlast. */
const HASTY = { fsync: 'off', full_page_writes: 'off', max_wal_size: '512MB' } as const
/** Where the database server lies in the folder of the run. */
const SERVER = 'postgres'

/**
 * What the tests of a run share: a folder for everything they write, and one PostgreSQL. Answers what ends it, which
 * throws when a test has left something behind.
 */
export default async function e2eSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(quickParent(tmpdir()), 'tandem-run-'))
  // As root the database server is another user.
  chmodSync(folder, 0o755)
  process.env['TANDEM_RUN_FOLDER'] = folder
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, SERVER),
    settings: HASTY,
    log: silentLog,
  })
  await makeHouseTemplate(server.url, { people: PEOPLE, password: PASSWORD })
  return async () => {
    await server.stop()
    const left = readdirSync(folder).filter(name => name !== SERVER)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    if (left.length > 0) throw new Error(`Tests have left behind: ${left.join(', ')}`)
  }
}
