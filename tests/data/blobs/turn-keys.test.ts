import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blobFiles } from '../../../main/data/blobs/blob-files.ts'
import { startKeyTurner } from '../../../main/data/blobs/key-turner.ts'
import type { BlobName } from '../../../main/data/blobs/blob-store.ts'
import { createOneByOne } from '../../../main/data/blobs/one-by-one.ts'
import { turnKeys } from '../../../main/data/blobs/turn-keys.ts'
import type { TurnDeps } from '../../../main/data/blobs/turn-keys.ts'
import { replaceKey } from '../../../main/data/db/rekey/replace-key.ts'
import { filesToTurn } from '../../../main/data/db/store-blob-keys.ts'
import { blobRecords } from '../../../main/data/db/store-blobs.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { silentLog } from '../../../shared/log.ts'
import { quickFolder } from '../../support/at-the-end.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { openLaptopDatabase, TEST_KEY } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import {
  blobStoreIn,
  filesFolder,
  filesLost,
  keepFiles,
  keysIn,
  openedBy,
} from '../../support/places-files.ts'
import { sampleId } from '../../support/sample-row.ts'

const NEXT_KEY = 'c7'.repeat(32)
const THIRD_KEY = 'd8'.repeat(32)
const SILENT = { copied: () => {}, marked: () => {} }
const owners = [sampleId(), sampleId()]
const goOn = async (): Promise<boolean> => true

let folder: string
let laptop: LaptopDatabase
let kept: ReadonlyMap<BlobName, string>
let former: readonly Uint8Array[]

/** A place whose database has just got another key; nothing of its files was touched yet. */
beforeEach(async () => {
  folder = quickFolder('file-keys')
  laptop = openLaptopDatabase({ folder })
  kept = await keepFiles(blobStoreIn(folder, laptop.database), owners)
  former = keysIn(laptop.database)
  laptop.close()
  replaceKey({ path: join(folder, 'tandem.db'), key: TEST_KEY }, NEXT_KEY, SILENT)
  laptop = openLaptopDatabase({ folder, key: NEXT_KEY })
})
afterEach(() => laptop.close())

const store = () => blobStoreIn(folder, laptop.database)
const lost = (): Promise<readonly string[]> => filesLost(store(), kept)
const COUNT = 2 * owners.length + 2 * owners.length + 1

test('files open with keys the former key of the database never opened, and with those only', async () => {
  expect(openedBy(folder, former)).toHaveLength(COUNT)
  expect(filesToTurn(laptop.database.db)).toBe(COUNT)
  expect(await lost()).toEqual([])
  await store().turnKeys(goOn)
  expect(openedBy(folder, former)).toEqual([])
  expect(openedBy(folder, keysIn(laptop.database))).toHaveLength(COUNT)
  expect(filesToTurn(laptop.database.db)).toBe(0)
  expect(await lost()).toEqual([])
})

test('nothing is touched while the database keeps its key', async () => {
  await store().turnKeys(goOn)
  const keys = keysIn(laptop.database)
  await store().turnKeys(goOn)
  expect(keysIn(laptop.database)).toEqual(keys)
})

test('what the end of a process left half written, or forgot to write down, goes with the older key', async () => {
  const of = join(filesFolder(folder), owners[0] ?? '')
  const [name = ''] = readdirSync(of)
  for (const left of [`${name}.0011.part`, 'f'.repeat(64)])
    writeFileSync(join(of, left), readFileSync(join(of, name)))
  await store().turnKeys(goOn)
  expect(openedBy(folder, former)).toEqual([])
  expect(readdirSync(of)).toHaveLength(2)
  expect(await lost()).toEqual([])
})

test('a file that comes while keys are being replaced, and one that goes, are as they should be', async () => {
  const blobs = store()
  const [first] = kept.keys()
  if (!first) throw new Error('There are files')
  const late = new TextEncoder().encode('attached meanwhile')
  const turning = blobs.turnKeys(goOn)
  const [{ sha256 }] = await Promise.all([blobs.keep(late), blobs.erase(first.customerId), turning])
  expect((await blobs.read({ sha256, customerId: sampleId() }))?.toString()).toBe('attached meanwhile')
  expect(openedBy(folder, former)).toEqual([])
  expect(readdirSync(filesFolder(folder))).not.toContain(first.customerId)
  const others = new Map([...kept].filter(([{ customerId }]) => customerId !== first.customerId))
  expect(await filesLost(store(), others)).toEqual([])
})

test('a file that is damaged is fetched again where the hub has it, and left alone where it has not', async () => {
  const [unsent, uploaded] = [...kept.keys()].filter(({ customerId }) => customerId === owners[0])
  if (!unsent || !uploaded) throw new Error('There are files')
  const blobs = store()
  blobs.markUploaded(uploaded)
  for (const { sha256, customerId } of [unsent, uploaded]) {
    const path = join(filesFolder(folder), customerId, sha256)
    const bytes = readFileSync(path)
    bytes[40] = (bytes[40] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  await blobs.turnKeys(goOn)
  expect(readdirSync(join(filesFolder(folder), owners[0] ?? ''))).toEqual([unsent.sha256])
  await expect(blobs.read(unsent)).rejects.toMatchObject({ code: 'db-corrupt' })
  // Its key stays, for whoever mends the file; a key of the database that comes then replaces the others all the same.
  expect(filesToTurn(laptop.database.db)).toBe(1)
  expect(openedBy(folder, former)).toEqual([])
})

test('a database that gets a third key while files still go from the first to the second leaves none behind', async () => {
  let steps = 0
  await store().turnKeys(async () => (steps += 1) < 3)
  const second = keysIn(laptop.database)
  laptop.close()
  replaceKey({ path: join(folder, 'tandem.db'), key: NEXT_KEY }, THIRD_KEY, SILENT)
  laptop = openLaptopDatabase({ folder, key: THIRD_KEY })
  await store().turnKeys(goOn)
  expect(openedBy(folder, [...former, ...second])).toEqual([])
  expect(await lost()).toEqual([])
})

class Death extends Error {}

/** Whatever is asked for, the process ends before the n-th step of it. */
function dyingAt<T extends object>(parts: T, step: () => void): T {
  return new Proxy(parts, {
    get: (target, name, receiver) => {
      const found: unknown = Reflect.get(target, name, receiver)
      if (typeof found !== 'function') return found
      return (...given: readonly unknown[]): unknown => {
        step()
        return Reflect.apply(found, target, given)
      }
    },
  })
}

type Turn = (deps: TurnDeps) => Promise<void>

/** Ends the process before its n-th step, for every n; answers the n after which a file is gone. */
async function lossesOf(
  turn: Turn,
): Promise<{ readonly steps: number; readonly lossAfter: readonly number[] }> {
  laptop.close()
  const whole = quickFolder('file-keys-whole')
  cpSync(folder, whole, { recursive: true })
  const lossAfter: number[] = []
  for (let dies = 1; ; dies += 1) {
    rmSync(folder, { recursive: true, force: true })
    cpSync(whole, folder, { recursive: true })
    laptop = openLaptopDatabase({ folder, key: NEXT_KEY })
    let steps = 0
    const step = (): void => {
      steps += 1
      if (steps === dies) throw new Death()
    }
    const deps: TurnDeps = {
      records: dyingAt(blobRecords(laptop.database), step),
      files: dyingAt(blobFiles(filesFolder(folder)), step),
      inOrder: createOneByOne(),
      newKey: () => Buffer.alloc(32, dies),
      mayGoOn: goOn,
    }
    const isDead = await turn(deps).then(
      () => false,
      (error: unknown) => {
        if (!(error instanceof Death)) throw error
        return true
      },
    )
    laptop.close()
    laptop = openLaptopDatabase({ folder, key: NEXT_KEY })
    if ((await lost()).length > 0) lossAfter.push(dies)
    else {
      await store().turnKeys(goOn)
      expect(openedBy(folder, former)).toEqual([])
      expect(await lost()).toEqual([])
    }
    if (!isDead) return { steps, lossAfter }
    laptop.close()
  }
}

test('cut off before any step every file opens, and the next start ends it', async () => {
  const { steps, lossAfter } = await lossesOf(turnKeys)
  expect(steps).toBeGreaterThan(30)
  expect(lossAfter).toEqual([])
}, 60_000)

test('negative control: with the older key forgotten before its files are sealed anew, some are lost', async () => {
  const hasty: Turn = deps => {
    const { records } = deps
    const beginTurn = (make: () => Uint8Array): void => {
      records.beginTurn(make)
      for (const owner of records.turning()) records.endTurn(owner)
    }
    const withoutWaiting = new Proxy(records, {
      get: (target, name, receiver): unknown =>
        name === 'beginTurn' ? beginTurn : Reflect.get(target, name, receiver),
    })
    return turnKeys({ ...deps, records: withoutWaiting })
  }
  const { lossAfter } = await lossesOf(hasty)
  expect(lossAfter.length).toBeGreaterThan(0)
}, 60_000)

test('a disk that is full is tried again, and closing the place ends it behind the file under way', async () => {
  const clock = createFakeClock()
  const told: string[] = []
  let isFull = true
  let asked = 0
  const blobs = {
    turnKeys: async (mayGoOn: () => Promise<boolean>): Promise<void> => {
      asked += 1
      if (isFull) throw new AppError(ErrorCode.DiskFull, 'full')
      while (await mayGoOn()) continue
    },
  }
  const log = { ...silentLog, warn: (event: string) => void told.push(event) }
  const yieldTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
  const turner = startKeyTurner({ blobs, clock, log, yieldTurn })
  await clock.advance(1_000)
  expect([asked, told]).toEqual([1, ['keys.files-not-turned']])
  isFull = false
  await clock.advance(600_000)
  expect(asked).toBe(2)
  await turner.stop()
  await clock.advance(6_000_000)
  expect(asked).toBe(2)
})
