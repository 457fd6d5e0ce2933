import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listResting } from '../../../main/data/queries/resting-replies.ts'
import { readLedger } from '../../../main/data/queries/ledger.ts'
import type { QueryContext } from '../../../main/data/queries/query-context.ts'
import { keepResting } from '../../../main/data/sync/resting.ts'
import type { Failure } from '../../../main/data/remote/remote.ts'
import { passingFolder } from '../../support/at-the-end.ts'
import { aCustomer, aMessage, anAgent, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

const HOLD_MS = 10_000
let clock: FakeClock
let hub: MemoryHub
const laptops: Laptop[] = []
beforeEach(() => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock })
})
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.close()
})

type Desk = Laptop & { readonly remote: MemoryRemote }
const agent = anAgent({ id: sampleId() })

/** Opens the place as the app does when it starts; `folder` is the disk of before. */
async function start(folder: string, clientId = sampleId()): Promise<Desk> {
  const remote = hub.connect(agent.id)
  const laptop = createLaptop({ clock, remote, actor: agent, folder, clientId })
  laptops.push(laptop)
  keepResting({ store: laptop.store, clock })
  return { ...laptop, remote }
}
async function end(desk: Desk): Promise<void> {
  laptops.splice(laptops.indexOf(desk), 1)
  await desk.close()
}
const newFolder = (): string => passingFolder('resting')

const context = (desk: Desk): QueryContext => ({
  db: desk.database.reader(),
  agentId: agent.id,
  clientId: desk.clientId,
  clock: { now: () => clock.now(), after: () => () => {} },
})
const states = (desk: Desk): readonly string[] => readLedger(context(desk), 10).map(({ state }) => state)
const sent = (): number =>
  [...(hub.state().rows.get('messages')?.values() ?? [])].filter(row => row['direction'] === 'out').length

async function someWork() {
  const customer = aCustomer({ id: sampleId() })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, lastMessageSeq: 1 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ id: sampleId(), ...place })
  await hub.stage('agents', agent)
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.stage('messages', aMessage({ id: sampleId(), ...place, seq: 1, direction: 'in' }))
  return { ticket, thread }
}
type Work = Awaited<ReturnType<typeof someWork>>

const reply = (desk: Desk, { ticket, thread }: Work, holdMs = HOLD_MS): string => {
  const args = {
    messageId: sampleId(),
    ticketId: ticket.id,
    threadId: thread.id,
    channel: 'email' as const,
    to: [{ name: 'Ana Ruiz', address: 'ana@norte.example' }],
    cc: [],
    bodyText: 'Hello',
    bodyHtml: null,
    attachments: [],
    seenUpToSeq: 1,
    confirmed: false,
  }
  return desk.engine.mutateGroup([{ name: 'ticket.reply', args }], { holdMs }).mutationIds[0] ?? ''
}

describe('the app ends in an undo window', () => {
  test('the reply is safe, has the whole of it again from the next start, says so, and then leaves once', async () => {
    const work = await someWork()
    const folder = newFolder()
    const before = await start(folder)
    await before.sync()
    const id = reply(before, work)
    await clock.advance(4_000)
    await end(before)
    // Long after: without being kept it would leave at once.
    await clock.advance(3_600_000)
    const after = await start(folder, before.clientId)
    expect(listResting(context(after))).toEqual([
      {
        mutationId: id,
        ticketId: work.ticket.id,
        subject: work.ticket.subject,
        to: 'Ana Ruiz',
        untilMs: clock.now() + HOLD_MS,
        isKept: true,
      },
    ])
    await after.sync(HOLD_MS - 1_000)
    expect(sent()).toBe(0)
    await after.sync(2_000)
    expect(sent()).toBe(1)
    expect(listResting(context(after))).toEqual([])
    await end(after)
    const third = await start(folder, before.clientId)
    expect(third.store.state.get('keptReplies')).toBeNull()
  })

  test('it can be taken back after the start as before it', async () => {
    const work = await someWork()
    const folder = newFolder()
    const before = await start(folder)
    await before.sync()
    const id = reply(before, work)
    await end(before)
    await clock.advance(60_000)
    const after = await start(folder, before.clientId)
    const { takenBack, words } = await after.engine.undo([id])
    expect(takenBack).toEqual([id])
    expect(words).toMatchObject([{ body: 'Hello' }])
    await after.sync(60_000)
    expect(sent()).toBe(0)
  })

  test('ends again and again: no window grows longer than any may be', async () => {
    const work = await someWork()
    const folder = newFolder()
    const first = await start(folder)
    await first.sync()
    reply(first, work, 60_000)
    await end(first)
    for (let turn = 0; turn < 3; turn += 1) {
      await clock.advance(5_000)
      const again = await start(folder, first.clientId)
      const [rests] = listResting(context(again))
      expect((rests?.untilMs ?? 0) - clock.now()).toBeLessThanOrEqual(60_000)
      await end(again)
    }
  })

  test('a clock set back by a year holds nothing for a year', async () => {
    const work = await someWork()
    const desk = await start(newFolder())
    await desk.sync()
    const id = reply(desk, work)
    const year = 365 * 86_400_000
    desk.store.transaction('relaxed', () => {
      desk.store.outbox.update(id, { nowMs: clock.now() - 60_000, heldUntilMs: clock.now() + year })
    })
    await desk.sync(1_000)
    expect(sent()).toBe(1)
  })
})

test('"send now" ends the window of a whole group and of nothing else', async () => {
  const work = await someWork()
  const desk = await start(newFolder())
  await desk.sync()
  const id = reply(desk, work)
  const other = reply(desk, work)
  expect(desk.engine.release([id])).toBe(1)
  expect(desk.engine.release([id])).toBe(0)
  await desk.sync(1_000)
  expect(sent()).toBe(1)
  expect(listResting(context(desk)).map(({ mutationId }) => mutationId)).toEqual([other])
})

describe('what has not left can be taken back, offline for however long', () => {
  const write = (desk: Desk, { ticket }: Work): string =>
    desk.act('note.add', {
      noteId: sampleId(),
      ticketId: ticket.id,
      threadId: null,
      body: 'Written on the train',
      attachments: [],
    })

  const noWay: readonly Failure[] = [
    { kind: 'offline', neverLeft: true },
    { kind: 'timeout', neverLeft: true },
  ]
  test.each(noWay)(
    'after tries that never made a connection ($kind) it is as if it had not been tried',
    async failure => {
      const work = await someWork()
      const desk = await start(newFolder())
      await desk.sync()
      desk.remote.failure = failure
      const id = write(desk, work)
      await desk.sync(60_000)
      expect(desk.remote.requests.push).toBeGreaterThan(0)
      expect(states(desk)).toEqual(['here'])
      expect(await desk.engine.undo([id])).toMatchObject({ takenBack: [id], inverses: [] })
      desk.remote.failure = null
      await desk.sync(60_000)
      expect([...(hub.state().rows.get('notes')?.values() ?? [])]).toEqual([])
    },
  )

  test('after a line that broke it may be on the hub: it gets its inverse, and the ledger says so', async () => {
    const work = await someWork()
    const desk = await start(newFolder())
    await desk.sync()
    desk.remote.failure = { kind: 'offline' }
    const id = write(desk, work)
    await desk.sync(60_000)
    expect(states(desk)).toEqual(['unconfirmed'])
    expect(await desk.engine.undo([id])).toMatchObject({ takenBack: [] })
  })

  test('an earlier try that may have arrived stays so, whatever the later ones were', async () => {
    const work = await someWork()
    const desk = await start(newFolder())
    await desk.sync()
    desk.remote.failure = { kind: 'offline' }
    const id = write(desk, work)
    await desk.sync(1_000)
    desk.remote.failure = { kind: 'offline', neverLeft: true }
    await desk.sync(60_000)
    expect(desk.store.outbox.get(id)?.wasSent).toBe(true)
    expect(states(desk)).toEqual(['unconfirmed'])
  })
})

describe('the ledger', () => {
  test('says how far every outgoing act has come, with the times it was written, taken and delivered', async () => {
    const work = await someWork()
    const desk = await start(newFolder())
    await desk.sync()
    const id = reply(desk, work)
    const writtenAtMs = clock.now()
    const line = () => readLedger(context(desk), 10).find(({ mutationId }) => mutationId === id)
    expect(line()).toMatchObject({
      state: 'resting',
      restsUntilMs: writtenAtMs + HOLD_MS,
      writtenAtMs,
      acceptedAtMs: null,
      deliveredAtMs: null,
      subject: work.ticket.subject,
    })
    await desk.sync(HOLD_MS + 1_000)
    expect(line()).toMatchObject({ state: 'accepted', restsUntilMs: null, deliveredAtMs: null })
    expect(line()?.acceptedAtMs).toBeGreaterThanOrEqual(writtenAtMs + HOLD_MS)
    const message = desk.rows('messages').find(({ direction }) => direction === 'out')
    const atMs = clock.now() + 3_000
    await hub.act('message.track', { messageId: message?.id ?? '', delivery: 'delivered', atMs, code: null })
    await desk.sync()
    expect(line()).toMatchObject({ state: 'delivered', deliveredAtMs: atMs })
  })

  test('a message that came back is told as that', async () => {
    const work = await someWork()
    const desk = await start(newFolder())
    await desk.sync()
    reply(desk, work, 0)
    await desk.sync()
    const message = desk.rows('messages').find(({ direction }) => direction === 'out')
    await hub.act('message.track', {
      messageId: message?.id ?? '',
      delivery: 'bounced',
      atMs: clock.now(),
      code: '5.1.1',
    })
    await desk.sync()
    expect(states(desk)).toEqual(['bounced'])
  })
})
