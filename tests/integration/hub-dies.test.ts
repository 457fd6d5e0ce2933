import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageRows } from '../../server/sync/admin.ts'
import type { TableRow } from '../../server/sync/store.ts'
import { aCustomer, aMessage, aThread, aTicket, freshId } from '../support/builders.ts'
import { keepBusy } from '../support/busy-desk.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import type { FaultProxy } from '../support/fault-proxy.ts'
import { cleaningUp } from '../support/file-hub.ts'
import { eventually, spawnHub, startTestHub } from '../support/hub.ts'
import type { HubProcess, HubUnderTest } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import { judge } from '../support/kill-trials.ts'
import { seededRandom } from '../support/sample-row.ts'
import { contentOnHub, replyTo, sitDown } from '../support/whole-laptop.ts'
import { wordsIn } from '../support/words-on-hub.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
const DEATHS = isLong ? 200 : 10
const ACTS_BETWEEN = 10

let home: HubUnderTest
let proxy: FaultProxy
let hub: HubProcess
const cleanUps = cleaningUp()

/** Enough for several answers. */
const CUSTOMERS = 2_050

function rowsOf(index: number): TableRow[] {
  const customer = aCustomer({ id: freshId(), name: `Customer ${index}` })
  const ticket = aTicket({ id: freshId(), customerId: customer.id, number: null, lastMessageSeq: 1 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  return [
    { table: 'customers', row: customer },
    { table: 'tickets', row: ticket },
    { table: 'threads', row: aThread({ id: freshId(), ...place }) },
    { table: 'messages', row: aMessage({ id: freshId(), ...place }) },
  ]
}

/** The hub's machine dies; another one takes over on the same database. */
async function hubDiesAndComesBack(): Promise<void> {
  await hub.kill()
  hub = await spawnHub(home.databaseUrl)
  proxy.aimAt(hub.url)
}

beforeAll(async () => {
  home = await startTestHub()
  await stageRows(home.deps, home.workspaceId, [
    Array.from({ length: CUSTOMERS }, (_, index) => rowsOf(index)).flat(),
  ])
  hub = await spawnHub(home.databaseUrl)
})
afterAll(async () => {
  await hub.kill()
  await home.stop()
})

async function lineToHub(): Promise<FaultProxy> {
  proxy = await startFaultProxy(hub.url)
  cleanUps.push(proxy.close)
  return proxy
}

test('a first fill whose hub is killed three times goes on where it was and ends equal to the hub', async () => {
  await lineToHub()
  const dieAt = new Set([2, 4, 6])
  let answers = 0
  const begun: string[] = []
  proxy.setFault(async (request, forward) => {
    if (!request.url.startsWith('/v1/sync/snapshot')) return forward()
    answers += 1
    if (!request.url.includes('position=')) begun.push(request.url)
    const answer = await forward()
    if (!dieAt.has(answers)) return answer
    await hubDiesAndComesBack()
    return { cut: true, answer, afterBytes: Math.floor(answer.body.length / 2) }
  })
  const lena = await sitDown({ hubUrl: proxy.url, name: 'lena', cleanUps })
  await lena.until(({ isFilled, phase }) => isFilled && phase.state === 'idle')
  expect(answers).toBeGreaterThan(6)
  expect(begun).toHaveLength(1)
  const [here, there] = [lena.content(), await contentOnHub(hub.url, 'lena')]
  expect(here['customers']?.length).toBeGreaterThanOrEqual(CUSTOMERS)
  expect(here).toEqual(there)
})

test('a hub killed before, while and after it takes a reply: each reply is on it once', async () => {
  const work = await addCase(home)
  await lineToHub()
  const lena = await sitDown({ hubUrl: proxy.url, name: 'lena', cleanUps })
  await lena.settled()
  const moments = ['before', 'during', 'after']
  for (const moment of moments) {
    let deaths = 0
    proxy.setFault(async (request, forward) => {
      if (!request.url.startsWith('/v1/sync/push') || deaths > 0) return forward()
      deaths += 1
      if (moment === 'during') await Promise.allSettled([forward(), hubDiesAndComesBack()])
      else {
        if (moment === 'after') await forward()
        await hubDiesAndComesBack()
      }
      return { cut: true }
    })
    await lena.call('ticket.reply', replyTo(work, `The hub died ${moment} this`))
    await lena.until(({ waiting }) => deaths === 1 && waiting === 0)
    await lena.settled()
  }
  const onHub = await contentOnHub(hub.url, 'lena')
  const texts = onHub['messages']?.map(message => message['bodyText']) ?? []
  for (const moment of moments)
    expect(texts.filter(text => text === `The hub died ${moment} this`)).toHaveLength(1)
  expect(lena.content()).toEqual(onHub)
})

test(
  `a hub killed ${DEATHS} times at random moments of two laptops' work: nothing is lost, nothing is there twice`,
  async () => {
    const work = await addCase(home)
    await lineToHub()
    const lena = await sitDown({ hubUrl: proxy.url, name: 'lena', cleanUps })
    const tom = await sitDown({ hubUrl: proxy.url, name: 'tom', cleanUps })
    await Promise.all([lena.settled(), tom.settled()])
    const desks = [
      keepBusy(lena, work, { name: 'Lena', everyMs: 100 }),
      keepBusy(tom, work, { name: 'Tom', everyMs: 100 }),
    ]
    const written = (): number => desks.reduce((sum, { safe }) => sum + safe.length, 0)
    const random = seededRandom(1_812)
    for (let death = 0; death < DEATHS; death += 1) {
      const enough = written() + 1 + Math.floor(random() * ACTS_BETWEEN)
      await eventually(written, count => count >= enough, 30_000)
      await hubDiesAndComesBack()
      await Promise.all([lena.call('sync.wake', {}), tom.call('sync.wake', {})])
    }
    await Promise.all(desks.map(desk => desk.stop()))
    await Promise.all([lena.settled(), tom.settled()])
    await Promise.all([lena.settled(), tom.settled()])
    const onHub = await contentOnHub(hub.url, 'lena')
    const safe = desks.flatMap(desk => desk.safe)
    expect(safe.length).toBeGreaterThan(DEATHS)
    expect(judge({ written: safe, safe }, wordsIn(onHub))).toEqual({ lost: [], twice: [] })
    expect(lena.content()).toEqual(onHub)
    expect(tom.content()).toEqual(await contentOnHub(hub.url, 'tom'))
  },
  60_000 + DEATHS * 20_000,
)
