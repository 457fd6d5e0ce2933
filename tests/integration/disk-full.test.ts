import { execFileSync } from 'node:child_process'
import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/data-process.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { skipUnless } from '../support/has.ts'
import { PASSWORD, SEED_AGENTS } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import { openHubWriter } from '../support/hub-writer.ts'
import { contentOnHub, noteOn, replyTo, sitDown } from '../support/whole-laptop.ts'

const hub = fileHub()
const cleanUps = cleaningUp()

/** A disk of its own, small enough to be filled in a moment. */
function smallDisk(): string {
  const { path, remove } = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', path])
  cleanUps.push(() => {
    execFileSync('umount', ['-l', path])
    remove()
  })
  return path
}

/** Takes every byte that is left. */
function fill(file: string): void {
  for (let size = 1_048_576; size >= 4_096; size = Math.floor(size / 2)) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
}

test('a full disk refuses what it cannot keep, keeps what it has, and work goes on once there is room', async context => {
  skipUnless(context, 'mount')
  const disk = smallDisk()
  const work = await addCase(hub)
  const ballast = join(disk, 'ballast')
  const lena = await sitDown({ hubUrl: hub.url, name: 'lena', folder: join(disk, 'place'), cleanUps })
  await lena.settled()
  await lena.call('data.setNetwork', { isOnline: false, isCut: false, proxyUrl: null, extraCertificates: [] })
  fill(ballast)

  const kept: string[] = []
  let refusal: unknown = null
  for (let index = 0; refusal === null && index < 2_000; index += 1) {
    const text = `${index} ${'words '.repeat(200)}`
    try {
      await lena.call('note.add', noteOn(work, text))
      kept.push(text)
    } catch (error) {
      refusal = error
    }
  }
  expect(refusal).toMatchObject({ code: 'disk-full' })
  expect(await lena.status()).toMatchObject({ waiting: kept.length })

  // What others did cannot come in either, and that is said; nothing of it comes in by half.
  const tom = await openHubWriter(hub.url, { email: SEED_AGENTS.tom.email, password: PASSWORD })
  for (let index = 0; index < 20; index += 1) {
    await tom.push([{ name: 'note.add', args: noteOn(work, `from a colleague ${'more '.repeat(2_000)}`) }])
  }
  await lena.call('data.setNetwork', { isOnline: true, isCut: false, proxyUrl: null, extraCertificates: [] })
  await lena.until(({ phase }) => phase.state === 'trouble' && phase.code === 'disk-full')

  // A start on the full disk neither dies nor makes anything up.
  const again = await lena.restarted()
  expect(await again.said(work.ticket.id)).toEqual([work.message.bodyText])
  rmSync(ballast)
  await again.call('ticket.reply', replyTo(work, 'There is room again'))
  await again.settled()
  const onHub = await contentOnHub(hub.url, 'lena')
  const bodies = onHub['notes']?.map(note => note['body']) ?? []
  for (const text of kept) expect(bodies.filter(body => body === text)).toHaveLength(1)
  expect(bodies.filter(body => String(body).startsWith('from a colleague'))).toHaveLength(20)
  expect(bodies).toHaveLength(kept.length + 20)
  expect(again.content()).toEqual(onHub)
})
