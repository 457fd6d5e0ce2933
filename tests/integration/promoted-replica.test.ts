import { expect, test } from 'vitest'
import { startNewEpoch } from '../../server/auth/administration.ts'
import type { AdministrationDeps } from '../../server/auth/administration.ts'
import { openHubDatabase } from '../../server/db/open-database.ts'
import { postgresStore } from '../../server/db/postgres-store.ts'
import { createAnnouncements } from '../../server/live/announcements.ts'
import { systemClock } from '../../server/system-clock.ts'
import { silentLog } from '../../shared/log.ts'
import { keepBusy } from '../support/busy-desk.ts'
import { cleaningUp } from '../support/file-hub.ts'
import { eventually, seedWorkspace, spawnHub } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import { queuedOn, replayedOn, startReplicated, textsOn } from '../support/replica.ts'
import { startRoundRobin } from '../support/round-robin.ts'
import { contentOnHub, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

const cleanUps = cleaningUp()

/** What the hub's command line works with, on a database that is somewhere. */
async function administration(
  url: string,
): Promise<AdministrationDeps & { readonly close: () => Promise<void> }> {
  const database = await openHubDatabase({ ownerUrl: url, maxConnections: 4, log: silentLog })
  const { announce } = createAnnouncements(database.app, silentLog)
  const store = postgresStore(database.app)
  return { store, clock: systemClock, announce, database, random: Math.random, close: database.close }
}

const isIdle = (laptop: WholeLaptop): Promise<unknown> =>
  laptop.until(({ phase, waiting, isFilled }) => phase.state === 'idle' && waiting === 0 && isFilled)

const NAMES = ['Lena', 'Tom'] as const
/** The how-manieth of a desk's texts this is; -1 for one of another desk. */
const countIn = (text: string, name = ''): number =>
  text.startsWith(`${name} `) ? Number(text.split(' ')[1]) : -1

test('a replica that lags is promoted under load: laptops give it what it never got, once each', async () => {
  const databases = await startReplicated()
  cleanUps.push(databases.stop)
  const { primaryUrl, replicaUrl } = databases
  const before = await administration(primaryUrl)
  const { workspaceId } = await seedWorkspace(before, 'acme')
  const work = await addCase({ deps: before, workspaceId })
  await before.close()
  const hub = await spawnHub(primaryUrl)
  cleanUps.push(hub.kill)
  const balancer = await startRoundRobin([hub.url])
  cleanUps.push(balancer.close)
  const lena = await sitDown({ hubUrl: balancer.url, name: 'lena', cleanUps })
  const tom = await sitDown({ hubUrl: balancer.url, name: 'tom', cleanUps })
  await Promise.all([lena.settled(), tom.settled()])
  const desks = [
    keepBusy(lena, work, { name: NAMES[0], everyMs: 60 }),
    keepBusy(tom, work, { name: NAMES[1], everyMs: 60 }),
  ]
  const safe = (): readonly string[] => desks.flatMap(desk => desk.safe)
  const accepted = async (count: number): Promise<readonly string[]> =>
    eventually(
      () => textsOn(primaryUrl),
      texts => texts.length > count,
      30_000,
    )

  const seen = await accepted(10)
  await eventually(
    () => textsOn(replicaUrl),
    texts => texts.length >= seen.length,
    30_000,
  )
  await databases.cutLine()
  const acknowledged = await accepted(seen.length + 15)
  // A laptop pushes one after the other: once something it wrote from here on has arrived, it has heard of all before.
  const since = desks.map(desk => desk.safe.length + 1)
  await eventually(
    () => textsOn(primaryUrl),
    texts => since.every((from, at) => texts.some(text => countIn(text, NAMES[at]) >= from)),
    30_000,
  )
  await hub.kill()
  databases.killPrimary()
  await databases.promote()
  const onReplica = new Set(await textsOn(replicaUrl))
  const lost = acknowledged.filter(text => !onReplica.has(text))
  expect(lost.length).toBeGreaterThan(0)

  const after = await administration(replicaUrl)
  await startNewEpoch(after, workspaceId)
  await after.close()
  const promoted = await spawnHub(replicaUrl)
  cleanUps.push(promoted.kill)
  balancer.aimAt([promoted.url])
  const soFar = new Set(safe())
  await eventually(safe, texts => texts.length > soFar.size + 10, 30_000)
  await Promise.all(desks.map(desk => desk.stop()))
  await Promise.all([lena.settled(), tom.settled()])
  await Promise.all([isIdle(lena), isIdle(tom)])

  const texts = await textsOn(replicaUrl)
  const times = Map.groupBy(texts, text => text)
  expect({
    missing: safe().filter(text => !times.has(text)),
    twice: safe().filter(text => (times.get(text)?.length ?? 0) > 1),
  }).toEqual({ missing: [], twice: [] })
  // What it had forgotten came marked, what it held for a channel is in doubt, and nothing of either leaves again.
  expect(await replayedOn(replicaUrl)).toBeGreaterThanOrEqual(lost.length)
  const queued = await queuedOn(replicaUrl)
  expect(queued.filter(text => lost.includes(text) || onReplica.has(text))).toEqual([])
  expect(queued.some(text => !soFar.has(text))).toBe(true)
  expect(lena.content()).toEqual(await contentOnHub(promoted.url, 'lena'))
  expect(tom.content()).toEqual(await contentOnHub(promoted.url, 'tom'))
}, 180_000)
