import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../main/data/db/migrate.ts'
import { migrations } from '../../main/data/db/migrations/index.ts'
import { close, openReader, openWriter } from '../../main/data/db/open.ts'
import type { Connection } from '../../main/data/db/types.ts'
import type { Patch } from '../support/data-process.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { skipUnless } from '../support/has.ts'
import { TEST_KEY } from '../support/laptop-database.ts'
import { afterADayOffline } from '../support/offline-day.ts'
import type { OfflineDay } from '../support/offline-day.ts'
import { forgetfulDisk } from '../support/power-cut/disk.ts'
import { seededRandom } from '../support/sample-row.ts'
import { contentOnHub, OFFLINE_FACTS } from '../support/whole-laptop.ts'
import { timesOnHub } from '../support/words-on-hub.ts'

/** The release before undo: entries have no way back and no waiting time, many tables are not there yet. */
const OLDER = 100
const UNSENT = 25

const hub = fileHub()
const cleanUps = cleaningUp()

/** What an older release kept of its own work. Rows of the hub come again; this does not. */
const OWN_TABLES = ['outbox', 'outbox_rows', 'outbox_done'] as const

function copyTable(from: Connection, to: Connection, table: string): void {
  const known = to.handle.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(table) as string[]
  const columns = known.join(', ')
  const places = known.map(() => '?').join(', ')
  const insert = to.handle.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`)
  for (const row of from.handle.prepare(`SELECT ${columns} FROM ${table}`).raw().all())
    insert.run(...(row as unknown[]))
}

/** Makes of a laptop's file what the older release would have left there. */
function asOlderRelease(folder: string): void {
  const path = join(folder, 'tandem.db')
  const older = join(folder, 'older.db')
  const [now, then] = [openReader({ path, key: TEST_KEY }), openWriter({ path: older, key: TEST_KEY })]
  migrate(
    then,
    older,
    migrations.filter(({ version }) => version <= OLDER),
  )
  for (const table of OWN_TABLES) copyTable(now, then, table)
  close(now)
  close(then)
  for (const end of ['-wal', '-shm', '.key-proof']) rmSync(path + end, { force: true })
  renameSync(older, path)
}

async function leftByOlderRelease(patch: Patch | null = null): Promise<OfflineDay> {
  const day = await afterADayOffline({ hub, unsent: UNSENT, patch, cleanUps })
  asOlderRelease(day.lena.input.folder)
  return day
}

test('the outbox of an older release leaves, each entry once, after the newer one opened its file', async () => {
  const { lena, texts } = await leftByOlderRelease()
  await lena.call('data.open', lena.input)
  await lena.settled()
  expect(await timesOnHub(hub.url, texts)).toEqual(texts.map(() => 1))
  expect(await lena.status()).toMatchObject({ waiting: 0, attention: 0 })
  expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
  // As it was before the first step, for whoever goes back to the older release.
  expect(existsSync(join(lena.input.folder, `tandem.db.before-${OLDER}`))).toBe(true)
})

test('the power fails at any write of the upgrade: the next start goes on, and the outbox is whole', async context => {
  skipUnless(context, 'linux')
  skipUnless(context, 'compiler')
  const { lena: first, texts } = await leftByOlderRelease()
  const disk = forgetfulDisk(first.input.folder)
  cleanUps.push(disk.remove)
  const random = seededRandom(9)
  let lena = first
  let forgotten = 0
  for (let life = 0; life < 12; life += 1) {
    const cutAfter = 1 + Math.floor(random() * 150)
    lena = await lena.restartedClosed({ env: disk.env({ cutAfter }) })
    await lena.call('data.open', { ...lena.input, network: OFFLINE_FACTS }).catch(() => {})
    await lena.data.kill()
    forgotten += disk.cut(random).writes
  }
  expect(forgotten).toBeGreaterThan(12)
  const back = await lena.restarted({})
  await back.settled()
  expect(await timesOnHub(hub.url, texts)).toEqual(texts.map(() => 1))
  expect(back.content()).toEqual(await contentOnHub(hub.url, 'lena'))
})

/** An upgrade that begins the outbox anew. */
const CARELESS: Patch = {
  file: 'main/data/db/migrations/0110-undo.ts',
  from: 'ALTER TABLE outbox ADD COLUMN undo_json TEXT;',
  to: 'DELETE FROM outbox; ALTER TABLE outbox ADD COLUMN undo_json TEXT;',
}

test('negative control: an upgrade that begins the outbox anew is noticed', async () => {
  const { lena, texts } = await leftByOlderRelease(CARELESS)
  await lena.call('data.open', lena.input)
  await lena.settled()
  expect(await timesOnHub(hub.url, texts)).not.toEqual(texts.map(() => 1))
})
