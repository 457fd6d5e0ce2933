import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBlobStore, sha256Of } from '../../../main/data/blobs/blob-store.ts'
import { filesAsGiven } from '../../../main/data/blobs/files-as-given.ts'
import type { FilesAsGiven } from '../../../main/data/blobs/files-as-given.ts'
import { blobRecords } from '../../../main/data/db/store-blobs.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId } from '../../support/sample-row.ts'

// Files on the laptop of somebody who becomes a guest, or stops being one.

const customerId = sampleId()
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const raw = bytesOf('ana.ruiz@reach.example')
const masked = bytesOf('a***@reach.example')
const name = { sha256: sha256Of(raw), customerId }
let folder: string
let laptop: LaptopDatabase
let role: string
let blobs: FilesAsGiven

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-given-'))
  laptop = openLaptopDatabase({ folder })
  role = 'agent'
  const records = blobRecords(laptop.database)
  const kept = createBlobStore({ records, folder: join(folder, 'blobs'), nowMs: () => 1 })
  blobs = filesAsGiven(kept, { db: laptop.database.db, ...laptop.store, role: () => role })
})
afterEach(() => {
  laptop.close()
  rmSync(folder, { recursive: true, force: true })
})
const filesHere = (): readonly string[] => readdirSync(join(folder, 'blobs', customerId))
const read = async (): Promise<string | undefined> => (await blobs.read(name))?.toString()

test('what came to a colleague is not there for a guest, what came masked stays, and goes when they are none any more', async () => {
  await blobs.keepDownloaded(name, { bytes: raw, sha256: name.sha256 })
  expect(await read()).toBe('ana.ruiz@reach.example')
  role = 'guest'
  expect(await read()).toBeUndefined()
  expect(filesHere()).toEqual([])
  // Under the name it has for everybody.
  await blobs.keepDownloaded(name, { bytes: masked, sha256: sha256Of(masked) })
  expect(await read()).toBe('a***@reach.example')
  await blobs.letOthersGo()
  expect(await read()).toBe('a***@reach.example')
  role = 'agent'
  expect(await read()).toBeUndefined()
})

test('what they attached and the hub does not have yet stays', async () => {
  const { sha256 } = await blobs.keep(bytesOf('Attached here'))
  role = 'guest'
  await blobs.letOthersGo()
  expect((await blobs.read({ sha256, customerId }))?.toString()).toBe('Attached here')
})

test('what is not what the hub says it is is not kept', async () => {
  await expect(blobs.keepDownloaded(name, { bytes: masked, sha256: name.sha256 })).rejects.toMatchObject({
    code: 'bad-answer',
  })
})
