import { existsSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Rebuilt } from '../../shared/contract/session.ts'
import { flipBitIn, leavesOf } from '../support/damage.ts'
import type { Patch } from '../support/data-process.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { skipUnless } from '../support/has.ts'
import { eventually } from '../support/hub.ts'
import { afterADayOffline } from '../support/offline-day.ts'
import type { OfflineDay } from '../support/offline-day.ts'
import { forgetfulDisk } from '../support/power-cut/disk.ts'
import { contentOnHub, OFFLINE_FACTS } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'
import { timesOnHub } from '../support/words-on-hub.ts'

const hub = fileHub()
const cleanUps = cleaningUp()

const UNSENT = 40
const pathOf = ({ input }: WholeLaptop): string => join(input.folder, 'tandem.db')

/** Long enough for its outbox to fill several pages. */
const offlineDay = (patch: Patch | null = null): Promise<OfflineDay> =>
  afterADayOffline({ hub, unsent: UNSENT, more: 'and so on '.repeat(40), patch, cleanUps })
const open = (lena: WholeLaptop): Promise<unknown> => lena.call('data.open', lena.input)
const rescue = ({ call, input: { folder, key, place } }: WholeLaptop): Promise<Rebuilt> =>
  call('data.rescue', { folder, key, place }) as Promise<Rebuilt>

test('a damaged page of tickets is met while working: the place is given up, rebuilt from the hub, and nothing unsent is missing', async () => {
  const { lena, texts, work } = await offlineDay()
  for (const page of leavesOf(pathOf(lena), 'tickets')) flipBitIn(pathOf(lena), page)
  const told: unknown[] = []
  lena.data.on('data.fatal', payload => told.push(payload))
  const offline = { ...lena.input, network: OFFLINE_FACTS }
  await lena.call('data.open', offline)
  await expect(lena.call('tickets.get', { ticketId: work.ticket.id })).rejects.toMatchObject({
    code: 'db-corrupt',
  })
  await eventually(
    () => told,
    events => events.length > 0,
  )
  expect(told[0]).toEqual({ code: 'db-corrupt' })

  expect(await rescue(lena)).toEqual({ kept: UNSENT, lost: 0, isCounted: true, asideAt: null })
  // Offline still: what was written can be seen in the ledger, and waits.
  await lena.call('data.open', offline)
  expect(await lena.status()).toMatchObject({ waiting: UNSENT, isFilled: false })
  expect(await lena.call('sync.ledger', { limit: 100 })).toHaveLength(UNSENT)
  await open(lena)
  await lena.settled()
  expect(await timesOnHub(hub.url, texts)).toEqual(texts.map(() => 1))
  expect(await lena.status()).toMatchObject({ waiting: 0, attention: 0 })
  expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
})

test('a damaged page of the outbox: what can be read leaves once, what cannot is counted, and the file stays for experts', async () => {
  const { lena, texts } = await offlineDay()
  const leaves = leavesOf(pathOf(lena), 'outbox')
  flipBitIn(pathOf(lena), leaves[Math.floor(leaves.length / 2)] ?? 0)
  const { kept, lost, isCounted, asideAt } = await rescue(lena)
  expect(lost).toBeGreaterThan(0)
  expect({ sum: kept + lost, isCounted }).toEqual({ sum: UNSENT, isCounted: true })
  expect(existsSync(asideAt ?? '')).toBe(true)
  await open(lena)
  await lena.settled()
  const times = await timesOnHub(hub.url, texts)
  expect(times.filter(count => count === 1)).toHaveLength(kept)
  expect(times.filter(count => count === 0)).toHaveLength(lost)
  expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
})

test.each([
  { says: 'whose first page is damaged', harm: (path: string) => flipBitIn(path, 1) },
  { says: 'that was cut to nothing', harm: (path: string) => truncateSync(path, 0) },
])('a file $says is told as damaged, put aside, and built anew', async ({ harm }) => {
  const { lena } = await offlineDay()
  await open(lena)
  await lena.call('data.close', {})
  harm(pathOf(lena))
  const harmed = readFileSync(pathOf(lena))
  await expect(open(lena)).rejects.toMatchObject({ code: 'db-corrupt' })
  expect(readFileSync(pathOf(lena)).equals(harmed)).toBe(true)
  const { asideAt, ...told } = await rescue(lena)
  expect(told).toEqual({ kept: 0, lost: 0, isCounted: false })
  expect(readFileSync(asideAt ?? '').equals(harmed)).toBe(true)
  await open(lena)
  await lena.settled()
  expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
})

test('the power fails again and again during the rescue: every unsent change still reaches the hub once', async context => {
  skipUnless(context, 'linux')
  skipUnless(context, 'compiler')
  const { lena: first, texts } = await offlineDay()
  for (const page of leavesOf(pathOf(first), 'tickets')) flipBitIn(pathOf(first), page)
  const disk = forgetfulDisk(first.input.folder)
  cleanUps.push(disk.remove)
  let lena = first
  let rescues = 0
  for (let cutAfter = 5; rescues === 0 && cutAfter < 4_000; cutAfter = Math.ceil(cutAfter * 1.7)) {
    lena = await lena.restartedClosed({ env: disk.env({ cutAfter }) })
    await rescue(lena).then(
      () => (rescues += 1),
      () => {},
    )
    await lena.data.kill()
    disk.cut(() => 0.3)
  }
  expect(rescues).toBe(1)
  const back = await lena.restarted({})
  await back.settled()
  expect(await timesOnHub(hub.url, texts)).toEqual(texts.map(() => 1))
  expect(back.content()).toEqual(await contentOnHub(hub.url, 'lena'))
})

/** Builds anew and asks nobody what was waiting. */
const HEEDLESS: Patch = {
  file: 'main/data/db/rescue/rebuild.ts',
  from: 'const outbox = damaged ? salvageOutbox(damaged) : NOTHING_READABLE',
  to: 'const outbox = NOTHING_READABLE',
}

test('negative control: a rebuild that does not save the outbox first loses every unsent change', async () => {
  const { lena, texts } = await offlineDay(HEEDLESS)
  flipBitIn(pathOf(lena), leavesOf(pathOf(lena), 'tickets')[0] ?? 0)
  await rescue(lena)
  await open(lena)
  await lena.settled()
  expect(await timesOnHub(hub.url, texts)).toEqual(texts.map(() => 0))
})
