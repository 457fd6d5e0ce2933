import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { close, openReader, openWriter } from '../../../main/data/db/open.ts'
import { asDamage, keepKeyProof, refuseVanished } from '../../../main/data/db/key-proof.ts'
import { rebuild } from '../../../main/data/db/rescue/rebuild.ts'
import { LOCAL_TABLES } from '../../../main/data/db/rescue/restore.ts'
import { rebuiltPath, swapIn, unfinishedPath } from '../../../main/data/db/rescue/paths.ts'
import { sqliteStore } from '../../../main/data/db/sqlite-store.ts'
import { mutate, mutateGroup } from '../../../main/data/sync/mutate.ts'
import type { OutboxEntry } from '../../../main/data/sync/outbox-store.ts'
import { replant } from '../../../main/data/sync/replant.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { aTicket, NOW_MS } from '../../support/builders.ts'
import { flipBitIn, leavesOf } from '../../support/damage.ts'
import { temporaryFolder } from '../../support/data-process.ts'
import { openLaptopDatabase, TEST_KEY } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

const ACTOR = { id: sampleId(), name: 'Lena Koch', role: 'agent' as const, teamIds: [] }
const ENTRIES = 60

let folder: string
let remove: () => void
let path: string
const options = () => ({ path, key: TEST_KEY })
beforeEach(() => {
  const made = temporaryFolder()
  folder = made.path
  remove = made.remove
  path = join(folder, 'tandem.db')
})
afterEach(() => remove())

const random = seededRandom(3)
const depsOf = ({ store }: Pick<LaptopDatabase, 'store'>) => ({
  store,
  clock: { now: () => NOW_MS },
  random,
  actor: () => ACTOR,
})
const noteOn = (ticketId: string, body: string) => ({
  name: 'note.add',
  args: { noteId: sampleId(), ticketId, threadId: null, body, attachments: [] },
})

/** A laptop with a day of unsent notes; answers the entries as they stand. */
function workADay(): readonly OutboxEntry[] {
  const laptop = openLaptopDatabase({ folder })
  const ticket = aTicket({ id: sampleId() })
  laptop.store.transaction('durable', () => {
    laptop.store.rows.put('tickets', ticket, 1)
    laptop.store.state.set('epoch', 'epoch-1')
    laptop.store.state.set('cursor', 'cursor-1')
  })
  for (let index = 0; index < ENTRIES; index += 1)
    mutate(depsOf(laptop), noteOn(ticket.id, `Note ${index} ${'of the day '.repeat(40)}`))
  const entries = laptop.store.outbox.page(0, 1_000)
  laptop.close()
  return entries.map(({ links: _links, ...entry }) => entry)
}

const rescued = () => rebuild(options(), fresh => replant({ store: sqliteStore(fresh), actor: () => ACTOR }))

function entriesNow(): readonly OutboxEntry[] {
  const laptop = openLaptopDatabase({ folder })
  const entries = laptop.store.outbox.page(0, 1_000)
  laptop.close()
  return entries.map(({ links: _links, ...entry }) => entry)
}
const filesNow = () => readdirSync(folder).toSorted()

test('a damaged page of tickets or messages costs no unsent work, and the damaged file goes', () => {
  const entries = workADay()
  for (const name of ['tickets', 'notes', 'search_notes_data'])
    for (const page of leavesOf(path, name).slice(0, 2)) flipBitIn(path, page)
  expect(rescued()).toEqual({ kept: ENTRIES, lost: 0, isCounted: true, asideAt: null })
  expect(entriesNow()).toEqual(entries)
  expect(filesNow()).toEqual(['tandem.db'])
})

test('a damaged page of the outbox: every entry elsewhere is kept as it was, the others are counted, the file stays', () => {
  const entries = workADay()
  const leaves = leavesOf(path, 'outbox')
  expect(leaves.length).toBeGreaterThan(4)
  flipBitIn(path, leaves[2] ?? 0)
  const { kept, lost, isCounted, asideAt } = rescued()
  expect(lost).toBeGreaterThan(0)
  expect({ sum: kept + lost, isCounted, asideAt }).toEqual({
    sum: ENTRIES,
    isCounted: true,
    asideAt: `${path}.damaged-1`,
  })
  const now = entriesNow()
  expect(now).toHaveLength(kept)
  expect(entries).toEqual(expect.arrayContaining([...now]))
  expect(filesNow()).toContain('tandem.db.damaged-1')
})

test('negative control: a walk that ends at the first broken page leaves behind what lies after it', () => {
  workADay()
  const leaves = leavesOf(path, 'outbox')
  flipBitIn(path, leaves[2] ?? 0)
  const reader = openReader(options())
  const read: unknown[] = []
  try {
    for (const row of reader.handle.prepare('SELECT seq FROM outbox ORDER BY seq').iterate()) read.push(row)
  } catch {
    // The broken page.
  }
  close(reader)
  expect(rescued().kept).toBeGreaterThan(read.length)
})

test('wherever a bit turns over, the rescue ends, keeps what it reads exactly, and says what it lacks', () => {
  const entries = workADay()
  const pages = Math.floor(statSync(path).size / 4_096)
  const chance = seededRandom(77)
  const untouched = readFileSync(path)
  for (let round = 0; round < 12; round += 1) {
    const damaged = 2 + Math.floor(chance() * (pages - 2))
    flipBitIn(path, damaged)
    const { kept, lost, isCounted } = rescued()
    const now = entriesNow()
    expect(now).toHaveLength(kept)
    expect(entries).toEqual(expect.arrayContaining([...now]))
    if (isCounted) expect(kept + lost).toBe(ENTRIES)
    for (const name of filesNow()) rmSync(join(folder, name))
    writeFileSync(path, untouched)
  }
})

test('of a group whose other part cannot be read nothing leaves by itself', () => {
  const laptop = openLaptopDatabase({ folder })
  const ticket = aTicket({ id: sampleId() })
  laptop.store.transaction('durable', () => laptop.store.rows.put('tickets', ticket, 1))
  const groups = Array.from(
    { length: 40 },
    (_, index) =>
      mutateGroup(
        depsOf(laptop),
        [1, 2].map(part => noteOn(ticket.id, `${index} ${part} ${'together '.repeat(60)}`)),
      ).groupId,
  )
  const before = Map.groupBy(laptop.store.outbox.page(0, 1_000), entry => entry.groupId)
  laptop.close()
  flipBitIn(path, leavesOf(path, 'outbox')[3] ?? 0)
  expect(rescued().lost).toBeGreaterThan(0)
  const now = Map.groupBy(entriesNow(), entry => entry.groupId)
  const torn = groups.filter(id => now.has(id) && now.get(id)?.length !== before.get(id)?.length)
  for (const id of torn) {
    for (const entry of now.get(id) ?? []) {
      expect(entry).toMatchObject({
        state: 'parked',
        verdict: { kind: 'failed', code: 'rescued-in-part' },
      })
    }
  }
  const untouched = groups.filter(id => now.get(id)?.every(entry => entry.state === 'pending'))
  expect(untouched.length).toBeGreaterThan(20)
})

test('what was decided, keys of files, reading marks and the epoch come along; rows and cursor do not', () => {
  workADay()
  const laptop = openLaptopDatabase({ folder })
  const [first] = laptop.store.outbox.page(0, 1)
  if (!first) throw new Error('There is an entry')
  laptop.store.transaction('durable', () => {
    laptop.store.outbox.remove(first.mutationId)
    laptop.store.outbox.keepDone(first, NOW_MS)
  })
  const { handle } = laptop.database.db
  handle.prepare('INSERT INTO blob_keys (owner, key) VALUES (?, ?)').run('place', Buffer.alloc(32, 7))
  handle
    .prepare('INSERT INTO blobs (sha256, owner, size_bytes, is_uploaded, kept_at_ms) VALUES (?, ?, 5, 0, 1)')
    .run('a'.repeat(64), 'place')
  handle.prepare('INSERT INTO reading_marks (ticket_id, seq) VALUES (?, 4)').run('t')
  laptop.close()
  flipBitIn(path, leavesOf(path, 'tickets')[0] ?? 0)
  expect(rescued()).toMatchObject({ kept: ENTRIES - 1, lost: 0 })
  const fresh = openLaptopDatabase({ folder })
  expect(fresh.store.outbox.getDone(first.mutationId)).toMatchObject({ args: first.args })
  const read = (sql: string): unknown => fresh.database.db.handle.prepare(sql).pluck().get()
  expect(read('SELECT key FROM blob_keys')).toEqual(Buffer.alloc(32, 7))
  expect(read('SELECT sha256 FROM blobs')).toBe('a'.repeat(64))
  expect(read('SELECT seq FROM reading_marks')).toBe(4)
  expect(fresh.store.state.get('epoch')).toBe('epoch-1')
  expect(fresh.store.state.get('cursor')).toBeNull()
  expect(read('SELECT count(*) FROM tickets')).toBe(0)
  fresh.close()
})

test('every column of what only this laptop knows is saved', () => {
  const laptop = openLaptopDatabase({ folder })
  const columnsIn = laptop.database.db.handle.prepare('SELECT name FROM pragma_table_info(?)').pluck()
  for (const { table, columns } of LOCAL_TABLES)
    expect((columnsIn.all(table) as string[]).toSorted()).toEqual([...columns].toSorted())
  laptop.close()
})

test('a file of which nothing can be read is put aside, and it is said that nobody can tell what waited', () => {
  workADay()
  flipBitIn(path, 1)
  expect(rescued()).toEqual({ kept: 0, lost: 0, isCounted: false, asideAt: `${path}.damaged-1` })
  expect(entriesNow()).toEqual([])
  // A second one does not take the place of the first.
  flipBitIn(path, 1)
  expect(rescued()).toMatchObject({ asideAt: `${path}.damaged-2` })
})

test('cut off after the new file is whole, the next start ends the swap; before that, the damaged file stands as it was', () => {
  workADay()
  flipBitIn(path, leavesOf(path, 'tickets')[0] ?? 0)
  const atTheEnd = new Error('cut')
  expect(() =>
    rebuild(options(), () => {
      throw atTheEnd
    }),
  ).toThrow(atTheEnd)
  expect(existsSync(path)).toBe(true)
  expect(existsSync(rebuiltPath(path))).toBe(false)
  // An unfinished one is worth nothing and is made anew.
  expect(existsSync(unfinishedPath(path))).toBe(true)
  expect(rescued()).toMatchObject({ kept: ENTRIES, lost: 0 })
  expect(existsSync(unfinishedPath(path))).toBe(false)
})

test('a swap that was cut off goes on where it was', () => {
  workADay()
  const fresh = openWriter({ path: rebuiltPath(path), key: TEST_KEY })
  fresh.handle.exec('CREATE TABLE marker (x)')
  close(fresh)
  expect(swapIn(path)).toBe(`${path}.damaged-1`)
  const db = openReader(options())
  expect(db.handle.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'marker'`).pluck().get()).toBe(1)
  close(db)
  expect(swapIn(path)).toBeNull()
})

test('damage to the first page is told from a wrong key, and a file that vanished from a first start', () => {
  const wrong = new AppError(ErrorCode.DbKeyWrong, 'no')
  expect(() => refuseVanished(options())).not.toThrow()
  expect(asDamage(wrong, options())).toBe(wrong)
  workADay()
  keepKeyProof(options())
  expect(() => refuseVanished(options())).not.toThrow()
  expect(asDamage(wrong, options())).toMatchObject({ code: 'db-corrupt' })
  expect(asDamage(wrong, { path, key: 'ab'.repeat(32) })).toBe(wrong)
  truncateSync(path, 0)
  expect(() => refuseVanished(options())).toThrow(expect.objectContaining({ code: 'db-corrupt' }) as Error)
})
