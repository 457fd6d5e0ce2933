import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepBusy } from '../support/busy-desk.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { cleaningUp } from '../support/file-hub.ts'
import { spawnHub, startTestHub } from '../support/hub.ts'
import type { HubProcess, HubUnderTest } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import { judge, withFreshIds } from '../support/kill-trials.ts'
import { seededRandom } from '../support/sample-row.ts'
import { FATES, startStormLine } from '../support/storm-line.ts'
import type { Fate, StormLine } from '../support/storm-line.ts'
import { contentOnHub, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'
import { wordsOnHub } from '../support/words-on-hub.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
/** A storm goes on until each fate was met so often. */
const TIMES = isLong ? 60 : 3
/** In the long run half-open lines stay so: the laptop's own patience has to end them. */
const HALF_OPEN_MS = isLong ? null : 1_500
const STORM_WITHIN_MS = isLong ? 1_800_000 : 90_000
const AGENTS = ['lena', 'tom', 'sara'] as const

let home: HubUnderTest
let hub: HubProcess
const cleanUps = cleaningUp()
beforeAll(async () => {
  home = await startTestHub()
  hub = await spawnHub(home.databaseUrl)
})
afterAll(async () => {
  await hub.kill()
  await home.stop()
})

async function lineFor(seed: number): Promise<StormLine> {
  const line = await startStormLine(hub.url, { random: seededRandom(seed), halfOpenMs: HALF_OPEN_MS })
  cleanUps.push(line.close)
  return line
}

type Storm = {
  readonly lines: readonly StormLine[]
  readonly laptops: readonly WholeLaptop[]
  readonly fates: readonly Fate[]
}

const timesMet = ({ lines, fates }: Storm): number =>
  Math.min(...fates.map(fate => lines.reduce((sum, line) => sum + line.met[fate], 0)))

/** Waits until every one of the fates was met so often on these lines together; nobody's patience runs out meanwhile. */
async function untilMet(storm: Storm, times: number): Promise<void> {
  const { lines, laptops } = storm
  const until = performance.now() + STORM_WITHIN_MS
  while (timesMet(storm) < times) {
    const turned = Promise.race(lines.map(line => line.turn()))
    await Promise.all(laptops.map(laptop => laptop.call('sync.wake', {})))
    await turned
    const met = lines.map(line => line.met)
    if (performance.now() > until) throw new Error(`Not met often enough: ${JSON.stringify(met)}`)
  }
}

test(
  'three laptops work through storms on their lines: in the end all have the same, nothing is lost, nothing is there twice',
  async () => {
    const work = await addCase(home)
    const lines = await Promise.all(AGENTS.map((_name, index) => lineFor(600 + index)))
    const laptops: readonly WholeLaptop[] = await Promise.all(
      AGENTS.map((name, index) => sitDown({ hubUrl: lines[index]?.url ?? '', name, cleanUps })),
    )
    await Promise.all(laptops.map(laptop => laptop.settled()))
    for (const line of lines) line.setStorm(true)
    const desks = laptops.map((laptop, index) =>
      keepBusy(laptop, work, { name: AGENTS[index] ?? '', everyMs: 200 }),
    )
    await untilMet({ lines, laptops, fates: FATES }, TIMES)
    await Promise.all(desks.map(desk => desk.stop()))
    for (const line of lines) line.setStorm(false)
    await Promise.all(laptops.map(laptop => laptop.settled()))
    // Once more, for what colleagues wrote while the first ones were settling.
    await Promise.all(laptops.map(laptop => laptop.settled()))

    const safe = desks.flatMap(desk => desk.safe)
    expect(judge({ written: safe, safe }, await wordsOnHub(hub.url))).toEqual({ lost: [], twice: [] })
    expect(safe.length).toBeGreaterThan(30)
    for (const [index, laptop] of laptops.entries()) {
      expect(await laptop.status()).toMatchObject({ waiting: 0, attention: 0 })
      expect(laptop.content()).toEqual(await contentOnHub(hub.url, AGENTS[index] ?? 'lena'))
    }
  },
  STORM_WITHIN_MS + 180_000,
)

test('negative control: with ids that do not last the same storm brings words twice', async () => {
  const work = await addCase(home)
  const storm = await lineFor(700)
  const line = await startFaultProxy(storm.url)
  cleanUps.push(line.close)
  line.setFault((request, forward) =>
    request.url.startsWith('/v1/sync/push') ? withFreshIds(request, forward) : forward(),
  )
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', cleanUps })
  await lena.settled()
  storm.setStorm(true)
  const desk = keepBusy(lena, work, { name: 'Lena', everyMs: 100 })
  await untilMet({ lines: [storm], laptops: [lena], fates: ['cut-answer', 'reset'] }, 3)
  await desk.stop()
  storm.setStorm(false)
  await lena.settled()
  const { safe } = desk
  expect(judge({ written: safe, safe }, await wordsOnHub(hub.url)).twice.length).toBeGreaterThan(0)
}, 120_000)
