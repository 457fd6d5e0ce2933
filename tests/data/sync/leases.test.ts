import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Clock } from '../../../shared/clock.ts'
import type { Arrivals } from '../../../shared/contract/alerts.ts'
import { getTicket } from '../../../main/data/queries/get-ticket.ts'
import { listLeases } from '../../../main/data/queries/leases.ts'
import { listAttention } from '../../../main/data/queries/attention.ts'
import type { QueryContext } from '../../../main/data/queries/query-context.ts'
import { NO_OWN_UNDO } from '../../../shared/rules/undo-window.ts'
import type { Role } from '../../../shared/domain/values.ts'
import { aCustomer, aMessage, anAgent, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

const HOUR = 3_600_000

let clock: FakeClock
let hub: MemoryHub
const laptops: Laptop[] = []

beforeEach(() => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 50 })
})
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.close()
})

type Seat = Laptop & { readonly remote: MemoryRemote; readonly heard: Arrivals[]; readonly ask: QueryContext }

async function sit(name: string, role: Role = 'agent'): Promise<Seat> {
  const agent = anAgent({ id: sampleId(), name, role })
  await hub.stage('agents', agent)
  const heard: Arrivals[] = []
  const remote = hub.connect(agent.id)
  const laptop = createLaptop({ clock, remote, actor: agent, onArrivals: news => heard.push(news) })
  laptops.push(laptop)
  await laptop.sync()
  const ask = {
    db: laptop.database.reader(),
    agentId: agent.id,
    clientId: laptop.clientId,
    clock: clock as Clock,
  }
  return { ...laptop, remote, heard, ask }
}

async function someWork() {
  const customer = aCustomer({ id: sampleId(), name: 'Ana Torres' })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, lastMessageSeq: 1 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ id: sampleId(), ...place, state: 'open', assigneeId: null })
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.stage('messages', aMessage({ id: sampleId(), ...place, seq: 1 }))
  return { ticketId: ticket.id, threadId: thread.id }
}
type Work = Awaited<ReturnType<typeof someWork>>

const hold = (seat: Seat, { ticketId }: Work, hours: number): string => {
  const leaseId = sampleId()
  const agentId = seat.actor.id
  seat.act('lease.take', { leaseId, ticketId, agentId, forMs: hours * HOUR, seen: null })
  return leaseId
}
const answer = (seat: Seat, work: Work, seenLeaseIds: string[] = []): string =>
  seat.act('ticket.reply', {
    messageId: sampleId(),
    ...work,
    channel: 'email',
    to: [],
    cc: [],
    bodyText: `from ${seat.actor.name}`,
    bodyHtml: null,
    attachments: [],
    seenUpToSeq: 1,
    confirmed: false,
    ...(seenLeaseIds.length === 0 ? {} : { seenLeaseIds }),
  })
/** What the hub did not take, act by act. */
const refused = (seat: Seat) => listAttention(seat.ask).flatMap(({ acts }) => acts)
const repliesOnHub = (): readonly unknown[] =>
  [...(hub.state().rows.get('messages')?.values() ?? [])].filter(row => row['direction'] === 'out')

test('a lease taken before going offline stands on the other laptop until its time is over', async () => {
  const work = await someWork()
  const [lena, omar] = [await sit('Lena Koch'), await sit('Omar Said')]
  await lena.sync()
  const leaseId = hold(lena, work, 4)
  expect(getTicket(lena.ask, work.ticketId)?.lease).toMatchObject({ id: leaseId, agentName: 'Lena Koch' })
  await lena.sync()
  await omar.sync()
  expect(getTicket(omar.ask, work.ticketId)?.lease).toMatchObject({
    id: leaseId,
    agentId: lena.actor.id,
    agentName: 'Lena Koch',
  })
  expect(listLeases(omar.ask)).toMatchObject([
    { id: leaseId, agentName: 'Lena Koch', customerName: 'Ana Torres', endedAtMs: null },
  ])
  await clock.advance(29 * HOUR)
  expect(listLeases(omar.ask)).toEqual([])
})

test('of two who both take it offline the first one accepted has it; the other is told who', async () => {
  const work = await someWork()
  const [lena, omar] = [await sit('Lena Koch'), await sit('Omar Said')]
  await Promise.all([lena.sync(), omar.sync()])
  omar.remote.failure = { kind: 'offline' }
  hold(omar, work, 2)
  hold(lena, work, 4)
  await lena.sync()
  omar.remote.failure = null
  await omar.sync(60_000)
  expect(refused(omar)).toMatchObject([
    { verdict: 'conflict', reason: 'taken', fields: [{ field: 'agentId', theirs: lena.actor.id }] },
  ])
  const [parked] = refused(omar)
  omar.engine.resolve(parked?.mutationIds ?? [], 'theirs')
  expect(omar.rows('leases')).toMatchObject([{ agentId: lena.actor.id, endedAtMs: null }])
})

test('two laptops never both answer on a leased ticket without a warning', async () => {
  const work = await someWork()
  const [lena, omar] = [await sit('Lena Koch'), await sit('Omar Said')]
  await Promise.all([lena.sync(), omar.sync()])
  // Omar is cut off before the lease: he answers and cannot know.
  omar.remote.failure = { kind: 'offline' }
  const leaseId = hold(lena, work, 4)
  await lena.sync()
  lena.remote.failure = { kind: 'offline' }
  answer(lena, work)
  answer(omar, work)
  omar.remote.failure = null
  await omar.sync(60_000)
  expect(repliesOnHub()).toEqual([])
  expect(refused(omar)).toMatchObject([
    { reason: 'leased', fields: [{ id: leaseId, theirs: lena.actor.id }], words: 'from Omar Said' },
  ])
  // Having seen it, he insists: that is no matter of the machine any more.
  omar.engine.resolve(refused(omar)[0]?.mutationIds ?? [], 'mine')
  await omar.sync()
  expect(refused(omar)).toEqual([])
  expect(repliesOnHub()).toHaveLength(1)
  // And Lena, who holds it, is told before hers goes out too.
  lena.remote.failure = null
  await lena.sync(60_000)
  expect(repliesOnHub()).toHaveLength(1)
  expect(refused(lena)).toMatchObject([{ reason: 'newer-messages' }])
})

test('a supervisor frees a ticket, and its holder is told at the next look', async () => {
  const work = await someWork()
  const [lena, sara] = [await sit('Lena Koch'), await sit('Sara Lind', 'supervisor')]
  await lena.sync()
  const leaseId = hold(lena, work, 8)
  await lena.sync()
  await sara.sync()
  lena.remote.failure = { kind: 'offline' }
  const seen = sara.row('leases', leaseId)?.untilMs ?? 0
  sara.act('lease.break', { leaseId, ticketId: work.ticketId, seen })
  await sara.sync()
  expect(lena.heard).toEqual([])
  lena.remote.failure = null
  await lena.sync(60_000)
  expect(lena.heard.flatMap(({ arrivals }) => arrivals)).toMatchObject([
    { kind: 'lease-broken', ticketId: work.ticketId, customerName: 'Ana Torres' },
  ])
  expect(getTicket(lena.ask, work.ticketId)?.lease).toBeNull()
  expect(listLeases(lena.ask)).toMatchObject([{ id: leaseId, endedByName: 'Sara Lind' }])
  expect(sara.heard).toEqual([])
})

test('many tickets are held at once; what a colleague holds is left alone and said', async () => {
  const [first, second] = [await someWork(), await someWork()]
  const [lena, omar] = [await sit('Lena Koch'), await sit('Omar Said')]
  await omar.sync()
  hold(omar, second, 2)
  await omar.sync()
  await lena.sync()
  const results = await lena.engine.actOnMany({
    ticketIds: [first.ticketId, second.ticketId],
    actions: [{ type: 'lease', forMs: 2 * HOUR }],
    kind: null,
    undo: NO_OWN_UNDO,
  })
  expect(results).toMatchObject([
    { outcome: 'done' },
    { ticketId: second.ticketId, outcome: 'failed', reason: 'leased' },
  ])
  expect(lena.rows('leases').filter(row => row.agentId === lena.actor.id)).toHaveLength(1)
})
