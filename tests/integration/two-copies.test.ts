import { expect, test } from 'vitest'
import { keepBusy } from '../support/busy-desk.ts'
import type { BusyDesk } from '../support/busy-desk.ts'
import type { Patch } from '../support/data-process.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { cleaningUp } from '../support/file-hub.ts'
import { eventually, PASSWORD, SEED_AGENTS, spawnHub, startTestHub } from '../support/hub.ts'
import type { HubProcess, HubUnderTest } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import type { Case } from '../support/hub-work.ts'
import { openHubWriter } from '../support/hub-writer.ts'
import { withFreshIds } from '../support/kill-trials.ts'
import { startRoundRobin } from '../support/round-robin.ts'
import type { RoundRobin } from '../support/round-robin.ts'
import { contentOnHub, replyTo, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'
import { wordsOnHub } from '../support/words-on-hub.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
const ROUNDS = isLong ? 50 : 10

const cleanUps = cleaningUp()

type Pair = { readonly home: HubUnderTest; readonly copies: HubProcess[]; readonly balancer: RoundRobin }

/** Two copies of the hub in processes of their own on one database, behind a balancer without memory. */
async function startPair(): Promise<Pair> {
  const home = await startTestHub()
  cleanUps.push(home.stop)
  const copies = await Promise.all([spawnHub(home.databaseUrl), spawnHub(home.databaseUrl)])
  cleanUps.push(() => Promise.all(copies.map(copy => copy.kill())))
  const balancer = await startRoundRobin(copies.map(({ url }) => url))
  cleanUps.push(balancer.close)
  return { home, copies, balancer }
}

/** Kills the copy, waits until work gets through to a colleague without it, and starts another in its place. */
async function replaceCopy(
  { home, copies, balancer }: Pair,
  which: number,
  getsThrough: (after: string) => Promise<void>,
): Promise<void> {
  await copies[which]?.kill()
  await getsThrough(`copy ${which} died`)
  copies[which] = await spawnHub(home.databaseUrl)
  balancer.aimAt(copies.map(({ url }) => url))
}

const isIdle = (laptop: WholeLaptop): Promise<unknown> =>
  laptop.until(({ phase, waiting, isFilled }) => phase.state === 'idle' && waiting === 0 && isFilled)

const twiceIn = (words: readonly unknown[], texts: readonly string[]): readonly string[] =>
  texts.filter(text => words.filter(word => word === text).length > 1)
const missingIn = (words: readonly unknown[], texts: readonly string[]): readonly string[] =>
  texts.filter(text => !words.includes(text))

/** A reply on a quiet ticket arrives at the colleague's laptop, with nobody pressing anything. */
const arrives =
  (from: WholeLaptop, to: WholeLaptop, quiet: Case) =>
  async (after: string): Promise<void> => {
    const text = `Written when ${after}, ${performance.now()}`
    await from.call('ticket.reply', replyTo(quiet, text, 0))
    await eventually(
      () => to.said(quiet.ticket.id),
      said => said.includes(text),
      30_000,
    )
  }

test(
  `two copies, each killed and started again ${ROUNDS} times under load: no gap, nothing twice, laptops move over by themselves`,
  async () => {
    const pair = await startPair()
    const { home, balancer } = pair
    const [work, quiet] = [await addCase(home), await addCase(home)]
    const lena = await sitDown({ hubUrl: balancer.url, name: 'lena', cleanUps })
    const tom = await sitDown({ hubUrl: balancer.url, name: 'tom', cleanUps })
    await Promise.all([lena.settled(), tom.settled()])
    const desks: readonly BusyDesk[] = [
      keepBusy(lena, work, { name: 'Lena', everyMs: 150 }),
      keepBusy(tom, work, { name: 'Tom', everyMs: 150 }),
    ]
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const which of [0, 1])
        await replaceCopy(
          pair,
          which,
          arrives(...(round % 2 === 0 ? ([lena, tom] as const) : ([tom, lena] as const)), quiet),
        )
    }
    await Promise.all(desks.map(desk => desk.stop()))
    await arrives(lena, tom, quiet)('all was over')
    await arrives(tom, lena, quiet)('all was over')
    await Promise.all([isIdle(lena), isIdle(tom)])

    const safe = desks.flatMap(desk => desk.safe)
    const words = await wordsOnHub(home.url)
    expect({ missing: missingIn(words, safe), twice: twiceIn(words, safe) }).toEqual({
      missing: [],
      twice: [],
    })
    expect(safe.length).toBeGreaterThan(ROUNDS * 5)
    expect(lena.content()).toEqual(await contentOnHub(home.url, 'lena'))
    expect(tom.content()).toEqual(await contentOnHub(home.url, 'tom'))
    // Both copies of every round had their share.
    expect([...balancer.given.values()].filter(count => count > 0).length).toBeGreaterThan(ROUNDS)
  },
  60_000 + ROUNDS * 60_000,
)

test('negative control: with ids that do not last the same deaths bring words twice', async () => {
  const pair = await startPair()
  const { home, copies, balancer } = pair
  const work = await addCase(home)
  const line = await startFaultProxy(balancer.url)
  cleanUps.push(line.close)
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', cleanUps })
  await lena.settled()
  let deaths = 0
  line.setFault(async (request, forward) => {
    if (!request.url.startsWith('/v1/sync/push')) return forward()
    const answer = await withFreshIds(request, forward)
    if (deaths === 2) return answer
    // The copy dies after it has taken the work and before it could say so.
    deaths += 1
    await copies[deaths - 1]?.kill()
    copies[deaths - 1] = await spawnHub(home.databaseUrl)
    balancer.aimAt(copies.map(({ url }) => url))
    return { cut: true }
  })
  const text = `Once, please, on ${work.ticket.id}`
  await lena.call('ticket.reply', replyTo(work, text, 0))
  await lena.until(({ waiting }) => deaths === 2 && waiting === 0)
  expect(twiceIn(await wordsOnHub(home.url), [text])).toEqual([text])
}, 120_000)

/** Remembers where a page ends without taking what is in it. */
const GAPPY: Patch = {
  file: 'main/data/sync/pull.ts',
  from: 'const steps = readSteps(page)',
  to: 'const steps = page.entries.length > 0 ? [] : readSteps(page)',
}

test('negative control: a laptop that passes over a page ends up without what was written while its copy was dead', async () => {
  const pair = await startPair()
  const { home, copies, balancer } = pair
  const work = await addCase(home)
  const lena = await sitDown({ hubUrl: balancer.url, name: 'lena', patch: GAPPY, cleanUps })
  await lena.settled()
  await Promise.all(copies.map(copy => copy.kill()))
  balancer.aimAt([])
  const fresh = await spawnHub(home.databaseUrl)
  copies[0] = fresh
  const { email } = SEED_AGENTS.tom
  const tom = await openHubWriter(fresh.url, { email, password: PASSWORD })
  const missed = `Missed on ${work.ticket.id}`
  await tom.push([{ name: 'ticket.reply', args: replyTo(work, missed, 0) }])
  balancer.aimAt([fresh.url])
  await lena.settled()
  expect(await lena.said(work.ticket.id)).not.toContain(missed)
  expect(lena.content()).not.toEqual(await contentOnHub(home.url, 'lena'))
}, 120_000)
