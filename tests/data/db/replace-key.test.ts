import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MARK_BYTES, chunksOf } from '../../../main/data/db/rekey/copy-whole.ts'
import type { CopyMarks } from '../../../main/data/db/rekey/copy-whole.ts'
import { fittingKey } from '../../../main/data/db/rekey/fitting-key.ts'
import { removeUnfinishedRekey } from '../../../main/data/db/rekey/paths.ts'
import { rekeyNeeds, replaceKey } from '../../../main/data/db/rekey/replace-key.ts'
import type { RekeyTell } from '../../../main/data/db/rekey/replace-key.ts'
import { keepKeyProof } from '../../../main/data/db/key-proof.ts'
import { close, openReader, openWriter } from '../../../main/data/db/open.ts'
import { rewrittenShare } from '../../../main/data/rekey-watch.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import { passingFolder } from '../../support/at-the-end.ts'
import { aCustomer, aTicket } from '../../support/builders.ts'
import { flipBitIn, leavesOf } from '../../support/damage.ts'
import { openLaptopDatabase, TEST_KEY } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

const NEXT_KEY = 'c7'.repeat(32)
const SILENT: RekeyTell = { copied: () => {}, marked: () => {} }
const WORDS = 'words that only this laptop has '

let folder: string
let path: string
let open: LaptopDatabase | null
beforeEach(() => {
  folder = passingFolder('rekey')
  path = join(folder, 'tandem.db')
  open = null
})
afterEach(() => open?.close())

/** Tickets, and notes that wait in the outbox; closed. */
function aLaptop(notes = 20): void {
  const laptop = openLaptopDatabase({ folder })
  const { store } = laptop
  const customer = aCustomer({ id: sampleId() })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id })
  store.transaction('durable', () => {
    store.rows.put('customers', customer, 1)
    store.rows.put('tickets', ticket, 1)
  })
  const actor = { id: sampleId(), name: 'Lena', role: 'agent' as const, teamIds: [] }
  const deps = { store, clock: { now: () => 1_000 }, random: seededRandom(3), actor: () => actor }
  for (let note = 0; note < notes; note += 1) {
    const body = `${WORDS}${note} `.repeat(40)
    mutate(deps, {
      name: 'note.add',
      args: { noteId: sampleId(), ticketId: ticket.id, threadId: null, body, attachments: [] },
    })
  }
  laptop.close()
}

/** Everything a laptop would miss. */
function contentUnder(key: string): unknown {
  const laptop = openLaptopDatabase({ folder, key })
  try {
    const all = (sql: string): unknown => laptop.database.db.handle.prepare(sql).all()
    return {
      outbox: all('SELECT * FROM outbox ORDER BY seq'),
      notes: all('SELECT * FROM notes ORDER BY id'),
      tickets: all('SELECT * FROM tickets ORDER BY id'),
    }
  } finally {
    laptop.close()
  }
}

const replace = (tell: RekeyTell = SILENT): void => replaceKey({ path, key: TEST_KEY }, NEXT_KEY, tell)
const opensNothing = (key: string): void =>
  expect(() => openReader({ path, key })).toThrow(expect.objectContaining({ code: 'db-key-wrong' }))

test('everything is there under the new key, what lay in the log of writes included, and the old one opens nothing', () => {
  aLaptop()
  const before = contentUnder(TEST_KEY)
  writeFileSync(`${path}.before-10`, 'a copy put aside before a migration')
  replace()
  opensNothing(TEST_KEY)
  expect(contentUnder(NEXT_KEY)).toEqual(before)
  expect(JSON.stringify(before)).toContain(`${WORDS}19`)
  // Neither the unfinished copy nor anything under the old key is left.
  expect(readdirSync(folder).toSorted()).toEqual(['tandem.db', 'tandem.db.key-proof'])
  expect(fittingKey({ path, key: TEST_KEY, nextKey: NEXT_KEY })).toEqual({ fits: 'next', damagedAside: 0 })
})

test('a log of writes that a killed process left behind is taken into the copy', () => {
  aLaptop()
  const before = contentUnder(TEST_KEY)
  // As after kill -9: the file and its log as they lie, and nobody who has them open.
  open = openLaptopDatabase({ folder })
  const customer = aCustomer({ id: sampleId(), name: 'Only in the log' })
  open.store.transaction('durable', () => open?.store.rows.put('customers', customer, 1))
  const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
  expect(log.length).toBeGreaterThan(0)
  open.close()
  open = null
  writeFileSync(path, file)
  writeFileSync(`${path}-wal`, log)
  replace()
  expect(contentUnder(NEXT_KEY)).toEqual(before)
  open = openLaptopDatabase({ folder, key: NEXT_KEY })
  expect(open.store.rows.get('customers', customer.id)?.row).toMatchObject({ name: 'Only in the log' })
})

test('is refused while somebody else has the file open, and changes nothing', () => {
  aLaptop()
  open = openLaptopDatabase({ folder })
  expect(() => replace()).toThrow(expect.objectContaining({ code: 'db-locked' }))
  open.close()
  open = null
  expect(existsSync(`${path}.rekeying`)).toBe(false)
  expect(contentUnder(TEST_KEY)).toMatchObject({ outbox: { length: 20 } })
}, 20_000)

test('meanwhile nobody opens the file, in this process or another', () => {
  aLaptop()
  const found: string[] = []
  const script = `
    const db = new (require('better-sqlite3'))(${JSON.stringify(path)}, { readonly: true, timeout: 0 })
    db.pragma("cipher = 'aegis'")
    db.pragma("key = 'raw:${TEST_KEY}'")
    try { db.pragma('schema_version'); console.log('opened') } catch (error) { console.log(error.code) }`
  const look = (): string => execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()
  expect(look()).toBe('opened')
  replace({ ...SILENT, marked: () => void found.push(look()) })
  expect(found).toEqual(['SQLITE_BUSY'])
})

test('too little room on the disk is said with how much is needed, before anything is written', () => {
  aLaptop()
  const before = contentUnder(TEST_KEY)
  const { bytes, freeBytes, neededBytes } = rekeyNeeds(path)
  expect(bytes).toBe(statSync(path).size)
  expect(neededBytes).toBeGreaterThan(bytes)
  expect(freeBytes).toBeGreaterThan(0)
  // A log of writes larger than any disk, without a byte in it.
  closeSync(openSync(`${path}-wal`, 'w'))
  truncateSync(`${path}-wal`, 2 ** 43)
  expect(() => replace()).toThrow(
    expect.objectContaining({
      code: 'disk-full',
      details: expect.objectContaining({ neededBytes: expect.any(Number) }),
    }),
  )
  truncateSync(`${path}-wal`, 0)
  expect(contentUnder(TEST_KEY)).toEqual(before)
})

test('a damaged page is told as damage, and the file stays as it was for the rescue', () => {
  aLaptop()
  for (const page of leavesOf(path, 'tickets')) flipBitIn(path, page)
  expect(() => replace()).toThrow(expect.objectContaining({ code: 'db-corrupt' }))
  expect(existsSync(`${path}.rekeying`)).toBe(false)
  expect(fittingKey({ path, key: TEST_KEY, nextKey: NEXT_KEY }).fits).toBe('key')
})

test('one that was cut off before the exchange leaves a copy that the next opening removes', () => {
  aLaptop()
  const before = contentUnder(TEST_KEY)
  expect(() =>
    replace({
      ...SILENT,
      marked: () => {
        throw new Error('the end of the process')
      },
    }),
  ).toThrow('the end of the process')
  writeFileSync(`${path}.rekeying`, 'half a copy')
  expect(fittingKey({ path, key: TEST_KEY, nextKey: NEXT_KEY }).fits).toBe('key')
  removeUnfinishedRekey(path)
  expect(existsSync(`${path}.rekeying`)).toBe(false)
  expect(contentUnder(TEST_KEY)).toEqual(before)
})

test('a change that a crash left half done outside of WAL is put back by whoever opens the file, with either key first', () => {
  aLaptop()
  const before = contentUnder(TEST_KEY)
  const db = openWriter({ path, key: TEST_KEY })
  // Pages go into the file before the change is whole.
  for (const pragma of ['journal_mode = DELETE', 'cache_size = 2']) db.handle.pragma(pragma)
  db.handle.exec(
    `BEGIN; UPDATE notes SET body = body || 'half of a change'; UPDATE outbox SET args_json = '{}'`,
  )
  const [file, journal] = [readFileSync(path), readFileSync(`${path}-journal`)]
  db.handle.exec('ROLLBACK')
  close(db)
  expect(journal.length).toBeGreaterThan(4_096)
  for (const first of [TEST_KEY, NEXT_KEY]) {
    writeFileSync(path, file)
    writeFileSync(`${path}-journal`, journal)
    const [key, nextKey] = [first, first === TEST_KEY ? NEXT_KEY : TEST_KEY]
    expect(fittingKey({ path, key, nextKey }).fits).toBe(first === TEST_KEY ? 'key' : 'next')
    expect(contentUnder(TEST_KEY)).toEqual(before)
  }
})

test('a file that neither key opens is given the one that last did: damage is then told as damage', () => {
  aLaptop()
  const keys = { path, key: TEST_KEY, nextKey: NEXT_KEY }
  keepKeyProof({ path, key: NEXT_KEY })
  flipBitIn(path, 1)
  expect(fittingKey(keys).fits).toBe('next')
  keepKeyProof({ path, key: TEST_KEY })
  expect(fittingKey(keys).fits).toBe('key')
  writeFileSync(`${path}.damaged-1`, 'put aside')
  expect(fittingKey(keys).damagedAside).toBe(1)
  truncateSync(path, 0)
  expect(fittingKey(keys).fits).toBe('key')
})

test('how far it is can be seen from the copy: nothing at first, everything at the end', () => {
  aLaptop(200)
  const shares: number[] = []
  const copied: number[] = []
  let file = -1
  let kept: CopyMarks | null = null
  replace({
    copied: share => void copied.push(share),
    marked: marks => {
      kept = marks
      file = openSync(marks.path, 'r')
      shares.push(rewrittenShare(file, marks))
    },
  })
  if (kept) shares.push(rewrittenShare(file, kept))
  closeSync(file)
  expect(copied.at(-1)).toBe(1)
  expect(shares).toEqual([0, 1])
})

test('a copy has every page but the one SQLite locks, whatever the size', () => {
  const PAGE = 4_096
  const LOCK_PAGE = 2 ** 30
  for (const pages of [1, 1_024, 1_025, 262_143, 262_144, 262_145, 262_146, 300_000]) {
    const chunks = [...chunksOf(pages * PAGE, PAGE)]
    const covered = chunks.reduce((sum, [from, to]) => sum + (to - from), 0)
    const isLong = pages * PAGE > LOCK_PAGE
    expect(covered).toBe(pages * PAGE - (isLong ? PAGE : 0))
    expect(chunks.some(([from, to]) => from <= LOCK_PAGE && LOCK_PAGE < to)).toBe(false)
    expect(chunks.every(([from], index) => index === 0 || from >= (chunks[index - 1]?.[1] ?? 0))).toBe(true)
  }
  expect(MARK_BYTES).toBeGreaterThan(8)
})
