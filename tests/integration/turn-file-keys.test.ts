import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestContext } from 'vitest'
import type { BlobName } from '../../main/data/blobs/blob-store.ts'
import { replaceKey } from '../../main/data/db/rekey/replace-key.ts'
import { openFolder } from '../support/at-the-end.ts'
import { bundleScript } from '../support/data-process.ts'
import type { Patch } from '../support/data-process.ts'
import { skipUnless } from '../support/has.ts'
import { openLaptopDatabase, TEST_KEY } from '../support/laptop-database.ts'
import { blobStoreIn, filesLost, keepFiles, keysIn, openedBy } from '../support/places-files.ts'
import { forgetfulDisk } from '../support/power-cut/disk.ts'
import { sampleId, seededRandom } from '../support/sample-row.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
const NEXT_KEY = 'c7'.repeat(32)
const NEVER = 1_000_000

let whole: string
let folder: string
let kept: ReadonlyMap<BlobName, string>
let former: readonly Uint8Array[]

/** A place whose database has just got another key. */
beforeEach(async () => {
  whole = openFolder('file-keys-whole')
  folder = openFolder('file-keys')
  const laptop = openLaptopDatabase({ folder: whole })
  kept = await keepFiles(blobStoreIn(whole, laptop.database), [sampleId(), sampleId()])
  former = keysIn(laptop.database)
  laptop.close()
  replaceKey({ path: join(whole, 'tandem.db'), key: TEST_KEY }, NEXT_KEY, {
    copied: () => {},
    marked: () => {},
  })
})
afterEach(() => {
  for (const each of [whole, folder]) rmSync(each, { recursive: true, force: true })
})

type Trial = { readonly cutAfter: number; readonly isPowerCut: boolean }

/** Whether it came to its end before it was cut off. */
function turnUntil(script: string, { cutAfter, isPowerCut }: Trial, random: () => number): boolean {
  rmSync(folder, { recursive: true, force: true })
  cpSync(whole, folder, { recursive: true })
  const disk = forgetfulDisk(folder)
  try {
    const env = { PATH: process.env['PATH'] ?? '', ...disk.env({ cutAfter }) }
    const { status } = spawnSync(process.execPath, [script, folder, NEXT_KEY], { env, stdio: 'ignore' })
    if (isPowerCut) disk.cut(random)
    return status === 0
  } finally {
    disk.remove()
  }
}

/** Files that cannot be read afterwards; none: the next start comes to the end of it. */
async function lossesAfter(): Promise<readonly string[]> {
  const laptop = openLaptopDatabase({ folder, key: NEXT_KEY })
  try {
    const blobs = blobStoreIn(folder, laptop.database)
    const lost = await filesLost(blobs, kept)
    if (lost.length > 0) return lost
    await blobs.turnKeys(async () => true)
    return [...(await filesLost(blobs, kept)), ...openedBy(folder, former)]
  } finally {
    laptop.close()
  }
}

async function begin(context: TestContext, patch: Patch | null = null): Promise<string> {
  skipUnless(context, 'linux')
  skipUnless(context, 'compiler')
  return bundleScript('tests/support/file-keys-worker.ts', patch)
}

/** Cuts before the first, third … write or sync, one after the other until it comes to its end. */
async function firstLoss(script: string, every: number): Promise<Trial | null> {
  const random = seededRandom(83)
  for (let cutAfter = 1; cutAfter < NEVER; cutAfter += every) {
    const trial = { cutAfter, isPowerCut: isLong || cutAfter % 4 !== 1 }
    const isDone = turnUntil(script, trial, random)
    if ((await lossesAfter()).length > 0) return trial
    if (isDone) return null
  }
  return null
}

test('killed or without power at any step of replacing the keys of files, every file opens', async context => {
  const script = await begin(context)
  expect(turnUntil(script, { cutAfter: NEVER, isPowerCut: false }, Math.random)).toBe(true)
  expect(await lossesAfter()).toEqual([])
  expect(await firstLoss(script, isLong ? 1 : 2)).toBeNull()
}, 300_000)

/** The second keys are not on the disk yet when files are sealed with them. */
const UNSYNCED: Patch = {
  file: 'main/data/db/store-blob-keys.ts',
  from: "if (!isDue(db)) return\n  write(database, 'durable'",
  to: "if (!isDue(db)) return\n  write(database, 'relaxed'",
}

test('negative control: keys that are not on the disk before the files they seal do not outlast a power cut', async context => {
  const script = await begin(context, UNSYNCED)
  expect(await firstLoss(script, 1)).not.toBeNull()
}, 300_000)
