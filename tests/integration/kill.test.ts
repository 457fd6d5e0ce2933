import { expect, test } from 'vitest'
import type { Patch } from '../support/data-process.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import type { FaultProxy } from '../support/fault-proxy.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { addCase } from '../support/hub-work.ts'
import { judge, killAgainAndAgain, withFreshIds } from '../support/kill-trials.ts'
import { seededRandom } from '../support/sample-row.ts'
import { contentOnHub, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'
import { wordsOnHub } from '../support/words-on-hub.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
const ROUNDS = isLong ? 2_000 : 200
/** So many laptops side by side: a process that is killed and started again waits for its disk most of the time. */
const LAPTOPS = 4

const hub = fileHub()
const cleanUps = cleaningUp()

type Begun = {
  readonly line: FaultProxy
  readonly lena: WholeLaptop
  readonly work: Awaited<ReturnType<typeof addCase>>
}

async function begin(patch: Patch | null = null): Promise<Begun> {
  const work = await addCase(hub)
  const line = await startFaultProxy(hub.url)
  cleanUps.push(line.close)
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', patch, cleanUps })
  await lena.settled()
  return { line, lena, work }
}

test(
  `killed ${ROUNDS} times at random moments: nothing that was safe is lost, nothing is there twice`,
  async () => {
    const trials = await Promise.all(
      Array.from({ length: LAPTOPS }, async (_, index) => {
        const { line, lena, work } = await begin()
        return killAgainAndAgain(lena, ROUNDS / LAPTOPS, { line, work, random: seededRandom(20_261 + index) })
      }),
    )
    await Promise.all(trials.map(({ laptop }) => laptop.settled()))
    // Once more, for what was written on the others while the first ones were settling.
    await Promise.all(trials.map(({ laptop }) => laptop.settled()))
    const [words, onHub] = [await wordsOnHub(hub.url), await contentOnHub(hub.url, 'lena')]
    expect(trials.flatMap(({ safe }) => safe).length).toBeGreaterThan(ROUNDS)
    for (const trial of trials) {
      expect(judge(trial, words)).toEqual({ lost: [], twice: [] })
      expect(await trial.laptop.status()).toMatchObject({ waiting: 0, attention: 0 })
      expect(trial.laptop.content()).toEqual(onHub)
    }
  },
  ROUNDS * 10_000,
)

test('negative control: with ids that do not last the same kills bring words twice', async () => {
  const { line, lena, work } = await begin()
  const moments = ['push-answered'] as const
  const trial = await killAgainAndAgain(lena, 4, {
    line,
    work,
    random: seededRandom(2),
    moments,
    onPush: withFreshIds,
  })
  await trial.laptop.settled()
  expect(judge(trial, await wordsOnHub(hub.url)).twice.length).toBeGreaterThan(0)
}, 120_000)

/** Says that it is safe before it is. */
const HASTY: Patch = {
  file: 'main/data/sync/mutate.ts',
  from: `return deps.store.transaction('durable', () => perform(deps, prepare(deps, intent, alone)))`,
  to: `const act = prepare(deps, intent, alone)
  setTimeout(() => deps.store.transaction('durable', () => perform(deps, act)), 200)
  return act.mutationId`,
}

test('negative control: a product that answers before its commit loses words to the same kills', async () => {
  const { line, lena, work } = await begin(HASTY)
  const moments = ['acknowledged'] as const
  const trial = await killAgainAndAgain(lena, 4, { line, work, random: seededRandom(3), moments })
  await trial.laptop.settled()
  expect(judge(trial, await wordsOnHub(hub.url)).lost.length).toBeGreaterThan(0)
}, 120_000)

/** Writes the entry of the outbox a moment after the rows, in a transaction of its own. */
const APART: Patch = {
  file: 'main/data/sync/mutate.ts',
  from: `  store.outbox.append(entry, linksFrom(prediction, changes))
  return mutationId`,
  to: `  const links = linksFrom(prediction, changes)
  setTimeout(() => store.transaction('durable', () => store.outbox.append(entry, links)), 200)
  return mutationId`,
}

test('negative control: a product that writes its outbox outside the transaction loses words to the same kills', async () => {
  const { line, lena, work } = await begin(APART)
  const moments = ['acknowledged'] as const
  const trial = await killAgainAndAgain(lena, 4, { line, work, random: seededRandom(4), moments })
  await trial.laptop.settled()
  expect(judge(trial, await wordsOnHub(hub.url)).lost.length).toBeGreaterThan(0)
}, 120_000)
