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
  readonly state: ReadonlyMap<string, string>
}

/** What an update from one release to another leaves of what was known of the hub. */
function updated(from: number, to: number, before: Readonly<Record<string, string>>): Updated {
  const path = join(passingFolder('refill'), 'tandem.db')
  const db = openWriter({ path, key: TEST_KEY })
  try {
    const names = db.handle.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck()
    const upTo = (version: number) => migrations.filter(step => step.version <= version)
    migrate(db, path, upTo(from))
    const known = new Set(names.all() as string[])
    const put = db.handle.prepare('INSERT INTO sync_state VALUES (?, ?)')
    for (const [key, value] of Object.entries(before)) put.run(key, value)
    migrate(db, path, upTo(to))
    const after = new Set(names.all() as string[])
    return {
      came: tableNames.filter(name => !known.has(sqlTableName(name)) && after.has(sqlTableName(name))),
      state: new Map(
        db.handle.prepare('SELECT key, value FROM sync_state').raw().all() as [string, string][],
      ),
    }
  } finally {
    close(db)
  }
}

const SETTLED = { cursor: 'c', epoch: 'e' }
const FILLING = { epoch: 'e', fill: '{}' }
const FETCHING = { ...SETTLED, missing: '["tickets"]', topUp: '{}' }

/** Either everything comes again, or those tables do. */
function bringsAll({ came, state }: Updated): boolean {
  if (state.has('fill')) return false
  // The end of a whole snapshot forgets that some tables were missing.
  if (!state.has('cursor')) return true
  if (state.has('topUp')) return false
  const missing = JSON.parse(state.get('missing') ?? '[]') as readonly string[]
  return came.every(table => missing.includes(table))
}

const versions = migrations.map(({ version }) => version)
const latest = versions.at(-1) ?? 0

/** The newest steps of the schema that brought tables, with the step before. */
const steps = versions
  .flatMap((version, at) => (at > 0 && version > 100 ? [[versions[at - 1] ?? 0, version] as const] : []))
  .toReversed()

test('an app that comes to know more tables fetches what was said of them, also in the middle of fetching', () => {
  let found = 0
  for (const [before, version] of steps) {
    const settled = updated(before, version, SETTLED)
    if (settled.came.length === 0) continue
    found += 1
    expect({ version, isWhole: bringsAll(settled) }).toEqual({ version, isWhole: true })
    const cut = [FILLING, FETCHING].map(state => bringsAll(updated(before, version, state)))
    expect({ version, cut }).toEqual({ version, cut: [true, true] })
    if (found === 4) break
  }
  expect(found).toBe(4)
})

test('what an earlier update has brought and nobody has fetched yet is not forgotten by the next one', () => {
  const [before = 0] = steps.find(([from, to]) => updated(from, to, SETTLED).state.has('missing')) ?? []
  const { state } = updated(before, latest, FETCHING)
  expect(state.has('cursor') ? JSON.parse(state.get('missing') ?? '[]') : ['tickets']).toContain('tickets')
})

test('a laptop that was never filled has nothing to fetch by itself', () => {
  expect([...updated(100, latest, {}).state.keys()]).not.toContain('missing')
})
