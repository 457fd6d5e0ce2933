import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sqlTableName } from '../../../shared/domain/table.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import { migrate } from '../../../main/data/db/migrate.ts'
import { migrations } from '../../../main/data/db/migrations/index.ts'
import { close, openWriter } from '../../../main/data/db/open.ts'
import { passingFolder } from '../../support/at-the-end.ts'
import { TEST_KEY } from '../../support/laptop-database.ts'

type Updated = {
  /** Tables that travel and came with the update. */
  readonly came: readonly string[]
  readonly state: unknown
}

/** What an update from the release of that schema leaves of a fill under way. */
function updatedFrom(version: number): Updated {
  const path = join(passingFolder('refill'), 'tandem.db')
  const db = openWriter({ path, key: TEST_KEY })
  try {
    const names = db.handle.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck()
    const before = migrations.filter(step => step.version <= version)
    migrate(db, path, before)
    const known = new Set(names.all() as string[])
    db.handle.exec(`INSERT INTO sync_state VALUES ('cursor', 'c'), ('epoch', 'e'), ('fill', '{}')`)
    migrate(db, path)
    return {
      came: tableNames.map(sqlTableName).filter(name => !known.has(name)),
      state: db.handle.prepare('SELECT key FROM sync_state ORDER BY key').pluck().all(),
    }
  } finally {
    close(db)
  }
}

test('an app that comes to know more tables takes a whole snapshot, also in the middle of another', () => {
  const releases = migrations.map(({ version }) => version).filter(version => version >= 100)
  // The newest releases after which tables were added; most releases add none.
  const updates: ReturnType<typeof updatedFrom>[] = []
  for (const release of releases.toReversed()) {
    const update = updatedFrom(release)
    if (update.came.length > (updates.at(-1)?.came.length ?? 0)) updates.push(update)
    if (updates.length === 3) break
  }
  expect(updates).toHaveLength(3)
  for (const { came, state } of updates) expect({ came, state }).toEqual({ came, state: ['epoch'] })
})
