import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { all } from '../../../main/data/db/statement.ts'
import { openReader, openWriter } from '../../../main/data/db/open.ts'
import { migrations } from '../../../main/data/db/migrations/index.ts'
import { createBlobStore } from '../../../main/data/blobs/blob-store.ts'
import { blobRecords } from '../../../main/data/db/store-blobs.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import { aCustomer, aNote, aTicket } from '../../support/builders.ts'
import { openLaptopDatabase, TEST_KEY } from '../../support/laptop-database.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

const MARKER = 'XMARKERX7Q'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-encryption-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Files below the folder that hold the marker, in any case: the search index folds it. */
function filesWithMarker(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  return files
    .map(file => join(file.parentPath, file.name))
    .filter(file => readFileSync(file).toString('latin1').toLowerCase().includes(MARKER.toLowerCase()))
}

test('no file of a place holds readable text: database, WAL, search index, outbox, attachments', async () => {
  const laptop = openLaptopDatabase({ folder })
  const { store } = laptop
  const customer = aCustomer({ id: sampleId(), name: `Maria ${MARKER}` })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id })
  store.transaction('durable', () => {
    store.rows.put('customers', customer, 1)
    store.rows.put('tickets', ticket, 1)
    store.rows.put(
      'notes',
      aNote({ id: sampleId(), customerId: customer.id, ticketId: ticket.id, body: `Says ${MARKER}` }),
      1,
    )
  })
  const actor = { id: sampleId(), name: 'Lena', role: 'agent' as const, teamIds: [] }
  const deps = { store, clock: { now: () => 1_000 }, random: seededRandom(1), actor: () => actor }
  mutate(deps, {
    name: 'note.add',
    args: { noteId: sampleId(), ticketId: ticket.id, threadId: null, body: `And ${MARKER}`, attachments: [] },
  })
  const blobs = createBlobStore({
    records: blobRecords(laptop.database),
    folder: join(folder, 'blobs'),
    nowMs: () => 1_000,
  })
  const kept = await blobs.keep(new TextEncoder().encode(MARKER.repeat(100)))
  expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(3)
  expect(filesWithMarker()).toEqual([])
  // What was sealed for nobody in particular moves under the customer's own key.
  expect((await blobs.read({ sha256: kept.sha256, customerId: customer.id }))?.toString()).toContain(MARKER)
  expect(filesWithMarker()).toEqual([])
  laptop.close()
  expect(filesWithMarker()).toEqual([])
})

test('the search for the marker finds it where nothing is encrypted', () => {
  const plain = new Sqlite(join(folder, 'plain.db'))
  for (const step of migrations) plain.exec(step.sql)
  plain.prepare('INSERT INTO teams (id, name) VALUES (?, ?)').run(sampleId(), MARKER)
  plain.close()
  expect(filesWithMarker()).toHaveLength(1)
})

test('a wrong key opens nothing, changes nothing, and the right one still opens', () => {
  const laptop = openLaptopDatabase({ folder })
  const row = { id: sampleId(), name: 'Desk', kind: null }
  laptop.store.transaction('durable', () => laptop.store.rows.put('teams', row, 1))
  laptop.close()
  const path = join(folder, 'tandem.db')
  const before = readFileSync(path)
  for (const open of [openReader, openWriter]) {
    expect(() => open({ path, key: 'ab'.repeat(32) })).toThrow(
      expect.objectContaining({ code: 'db-key-wrong' }),
    )
    expect(() => open({ path, key: 'short' })).toThrow(expect.objectContaining({ code: 'db-key-wrong' }))
  }
  expect(readFileSync(path).equals(before)).toBe(true)
  const again = openLaptopDatabase({ folder })
  expect(again.store.rows.get('teams', row.id)?.row).toEqual(row)
  again.close()
})

/** Changes one byte of the file in place. */
function flip(path: string, at: number): void {
  const byte = readFileSync(path)[at] ?? 0
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.from([byte ^ 0xff]), 0, 1, at)
  closeSync(file)
}

test('a flipped bit in a page is noticed and named, never read as data', () => {
  const laptop = openLaptopDatabase({ folder })
  laptop.store.transaction('durable', () => {
    for (let index = 0; index < 500; index += 1) {
      laptop.store.rows.put(
        'teams',
        { id: sampleId(), name: `Team ${index} ${'x'.repeat(200)}`, kind: null },
        1,
      )
    }
  })
  laptop.close()
  const path = join(folder, 'tandem.db')
  const pages = readFileSync(path).length / 4096
  for (let page = 1; page < pages; page += 1) flip(path, page * 4096 + 100)
  const readAll = (): unknown => {
    const db = openReader({ path, key: TEST_KEY })
    try {
      return all(db, 'SELECT max(name) FROM teams NOT INDEXED')
    } finally {
      db.handle.close()
    }
  }
  expect(readAll).toThrow(expect.objectContaining({ code: 'db-corrupt' }))
})
