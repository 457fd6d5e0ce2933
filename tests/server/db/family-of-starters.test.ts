import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Macro } from '../../../shared/domain/knowledge.ts'
import { silentLog } from '../../../shared/log.ts'
import { migrate } from '../../../server/db/migrate.ts'
import { openClient } from '../../../server/db/pool.ts'
import { addStarterSet } from '../../../server/starter/add-starter-set.ts'
import { readStarterSet, STARTER_LANGUAGES } from '../../../server/starter/read-set.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, openTestHub } from '../../support/hub-db.ts'
import { Mirror } from '../../support/mirror.ts'

let hub: TestHub
let old: TestWorkspace
let other: TestWorkspace
beforeAll(async () => {
  hub = await openTestHub()
  old = await addWorkspace(hub)
  other = await addWorkspace(hub)
})
afterAll(() => hub.close())

const query = (sql: string, values: readonly unknown[] = []) =>
  hub.database.owner.query<Pick<Macro, 'title' | 'family'>>(sql, [...values])
const mirrorOf = ({ id, agent }: TestWorkspace): Mirror =>
  new Mirror(hub, { workspaceId: id, agentId: agent.id })
const macrosOn = (mirror: Mirror): readonly Macro[] =>
  [...mirror.rows.values()].flatMap(({ table, row }) => (table === 'macros' ? [row as unknown as Macro] : []))

/** As it was with a hub from before families, its starter texts included. */
const beforeFamilies = async (): Promise<void> => {
  await query('UPDATE tandem.macros SET family = NULL')
  await query('DELETE FROM tandem.migrations WHERE version = 1150')
}

/** The step again, as a hub that starts runs it. */
async function upgrade(): Promise<readonly number[]> {
  const client = await openClient(hub.url, silentLog)
  try {
    return await migrate(client)
  } finally {
    await client.end()
  }
}

const BAD_NEWS = STARTER_LANGUAGES.flatMap(language =>
  readStarterSet(language).replies.flatMap(({ family, title }) => (family === 'bad-news' ? [title] : [])),
)
const EDITED = 'Bad news: it is late'
const RENAMED = 'Bad news: it costs more'
const WRITTEN = 'Bad news: it is a fault of ours'
const DELETED = 'Schlechte Nachricht: das geht nicht'
const RETIRED = 'Schlechte Nachricht: es wird teurer'

test('starter texts nobody touched get their family, and laptops get the rows; all others stay', async () => {
  const deps = { ...hub.deps, database: hub.database, random: Math.random }
  await addStarterSet(deps, old.id, 'en')
  await addStarterSet(deps, other.id, 'de')
  await beforeFamilies()
  await query(`UPDATE tandem.macros SET body = body || ' ' WHERE workspace_id = $1 AND title = $2`, [
    old.id,
    EDITED,
  ])
  await query(`UPDATE tandem.macros SET title = 'Dearer' WHERE workspace_id = $1 AND title = $2`, [
    old.id,
    RENAMED,
  ])
  await query('UPDATE tandem.macros SET version = 2 WHERE workspace_id = $1 AND title = $2', [
    old.id,
    WRITTEN,
  ])
  await query('UPDATE tandem.macros SET retired_at_ms = 1 WHERE workspace_id = $1 AND title = $2', [
    old.id,
    RETIRED,
  ])
  await query('DELETE FROM tandem.macros WHERE workspace_id = $1 AND title = $2', [old.id, DELETED])
  const laptop = mirrorOf(old)
  await laptop.sync()
  const [snapshots, entries] = [laptop.snapshots.length, laptop.entries.length]

  expect(await upgrade()).toEqual([1150])

  const left = new Set([EDITED, RENAMED, WRITTEN, DELETED, RETIRED])
  const expected = BAD_NEWS.filter(title => !left.has(title)).toSorted()
  expect(expected).toHaveLength(5)
  await laptop.sync()
  const marked = macrosOn(laptop).filter(({ family }) => family === 'bad-news')
  expect(marked.map(({ title }) => title).toSorted()).toEqual(expected)
  expect(marked.every(({ version }) => version === null)).toBe(true)
  expect(laptop.entries).toHaveLength(entries + expected.length)
  expect(laptop.snapshots).toHaveLength(snapshots)
  const { rows } = await query(
    `SELECT title, family FROM tandem.macros WHERE workspace_id = $1 AND title = $2`,
    [old.id, DELETED],
  )
  expect(rows).toEqual([])
  const untouched = mirrorOf(other)
  await untouched.sync()
  const theirs = macrosOn(untouched).filter(({ family }) => family === 'bad-news')
  expect(theirs.map(({ title }) => title).toSorted()).toEqual(BAD_NEWS.toSorted())
})
