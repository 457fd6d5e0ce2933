import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TestContext } from 'vitest'
import { temporaryFolder } from '../support/data-process.ts'
import type { Patch } from '../support/data-process.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { skipUnless } from '../support/has.ts'
import { addCase } from '../support/hub-work.ts'
import { forgetfulDisk } from '../support/power-cut/disk.ts'
import type { DiskFault } from '../support/power-cut/disk.ts'
import { contentOnHub, noteOn, OFFLINE_FACTS, ONLINE, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

const [EIO, ENOSPC, EROFS] = [5, 28, 30]

const hub = fileHub()
const cleanUps = cleaningUp()

const notesOnHub = async (): Promise<readonly unknown[]> =>
  ((await contentOnHub(hub.url, 'lena'))['notes'] ?? []).map(note => note['body'])

/** A laptop on a disk that does as it is told, with everything settled and no way to the hub. */
async function onFaultyDisk(context: TestContext, patch?: Patch) {
  skipUnless(context, 'linux')
  skipUnless(context, 'compiler')
  const { path, remove } = temporaryFolder()
  cleanUps.push(remove)
  const disk = forgetfulDisk(path)
  cleanUps.push(disk.remove)
  const work = await addCase(hub)
  const given = {
    hubUrl: hub.url,
    name: 'lena',
    folder: path,
    machine: { env: disk.env() },
    cleanUps,
  } as const
  const lena = await sitDown(patch ? { ...given, patch } : given)
  await lena.settled()
  await lena.call('data.setNetwork', OFFLINE_FACTS)
  return { lena, disk, work }
}

const FAULTS: readonly { readonly fault: DiskFault; readonly code: string; readonly says: string }[] = [
  { fault: `write ${EIO}`, code: 'data-unavailable', says: 'writing fails' },
  { fault: `sync ${EIO}`, code: 'data-unavailable', says: 'syncing fails' },
  { fault: `write ${ENOSPC}`, code: 'disk-full', says: 'it has no room' },
  { fault: `write ${EROFS}`, code: 'data-unavailable', says: 'it has turned read-only' },
]

test.for(FAULTS)(
  'a disk on which $says: an act is refused with $code, reading goes on, and once it is well nothing is missing or twice',
  async ({ fault, code }, context) => {
    const { lena, disk, work } = await onFaultyDisk(context)
    const before = `before ${fault} on ${work.ticket.id}`
    await lena.call('note.add', noteOn(work, before))

    disk.fail(fault)
    const refused = `refused by ${fault} on ${work.ticket.id}`
    await expect(lena.call('note.add', noteOn(work, refused))).rejects.toMatchObject({ code })
    await expect(lena.call('note.add', noteOn(work, refused))).rejects.toMatchObject({ code })
    expect(await lena.said(work.ticket.id)).toEqual([work.message.bodyText])
    expect(await lena.status()).toMatchObject({ waiting: 1 })
    // Sync stands still, says why, and does not spin.
    await lena.call('data.setNetwork', ONLINE)
    await lena.until(({ phase }) => phase.state === 'trouble' && phase.code === code)

    disk.fail()
    const after = `after ${fault} on ${work.ticket.id}`
    await lena.call('note.add', noteOn(work, after))
    await lena.settled()
    const bodies = await notesOnHub()
    expect(bodies.filter(body => body === before || body === after)).toHaveLength(2)
    expect(bodies).not.toContain(refused)
    expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
  },
)

/** Takes a commit that failed for one that did not. */
const DEAF: Patch = {
  file: 'main/data/db/write.ts',
  from: `      db.handle.exec('COMMIT')
`,
  to: `      try { db.handle.exec('COMMIT') } catch { if (db.handle.inTransaction) db.handle.exec('ROLLBACK') }
`,
}

test('negative control: a product that does not hear what its disk says calls saved what is lost', async context => {
  const { lena, disk, work } = await onFaultyDisk(context, DEAF)
  disk.fail(`write ${EIO}`)
  const text = `called saved on ${work.ticket.id}`
  await lena.call('note.add', noteOn(work, text))
  disk.fail()
  await lena.call('data.setNetwork', ONLINE)
  await lena.settled()
  expect(await notesOnHub()).not.toContain(text)
})

test('a disk that cannot be read: what is asked fails plainly and comes back once it can', async context => {
  const { lena: first, disk, work } = await onFaultyDisk(context)
  await first.call('note.add', noteOn(work, `kept on ${work.ticket.id}`))
  disk.fail(`read ${EIO}`)
  // A fresh process has nothing of the file in memory.
  const lena = await first.restartedClosed()
  await expect(lena.call('data.open', lena.input)).rejects.toMatchObject({ code: 'data-unavailable' })
  disk.fail()
  await lena.call('data.open', lena.input)
  await lena.settled()
  expect(await notesOnHub()).toContain(`kept on ${work.ticket.id}`)
  expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
})

/** A disk of its own that can be mounted anew for reading only. */
function ownDisk(): { readonly folder: string; readonly remount: (how: 'ro' | 'rw') => void } {
  const { path, remove } = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', path])
  cleanUps.push(() => {
    execFileSync('umount', ['-l', path])
    remove()
  })
  return {
    folder: join(path, 'place'),
    remount: how => void execFileSync('mount', ['-o', `remount,${how}`, path]),
  }
}

test('a folder that can only be read: the place says so, changes nothing, and opens once it can be written', async context => {
  skipUnless(context, 'mount')
  const { folder, remount } = ownDisk()
  const work = await addCase(hub)
  const first = await sitDown({ hubUrl: hub.url, name: 'lena', folder, cleanUps })
  await first.settled()
  await first.call('data.setNetwork', OFFLINE_FACTS)
  const words = `written before on ${work.ticket.id}`
  await first.call('note.add', noteOn(work, words))
  const lena: WholeLaptop = await first.restartedClosed()
  remount('ro')
  await expect(lena.call('data.open', lena.input)).rejects.toMatchObject({ code: 'disk-read-only' })
  await expect(lena.call('data.open', lena.input)).rejects.toMatchObject({ code: 'disk-read-only' })
  remount('rw')
  await lena.call('data.open', lena.input)
  await lena.settled()
  expect((await notesOnHub()).filter(body => body === words)).toHaveLength(1)
  expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
})
