import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCustomer, aMessage, anAgent, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

let clock: FakeClock
let hub: MemoryHub
let lena: Laptop & { readonly remote: MemoryRemote }

const customer = aCustomer({ id: sampleId() })
const ticket = aTicket({ id: sampleId(), customerId: customer.id, number: null, lastMessageSeq: 1 })
const place = { customerId: customer.id, ticketId: ticket.id }
const thread = aThread({ id: sampleId(), ...place, state: 'open', assigneeId: null })

beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock })
  const agent = anAgent()
  await hub.stage('agents', agent)
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.stage('messages', aMessage({ id: sampleId(), ...place, seq: 1, direction: 'in' }))
  const remote = hub.connect(agent.id)
  lena = { ...createLaptop({ clock, remote, actor: agent }), remote }
  await lena.sync()
})
afterEach(() => lena.close())

function reply(): string {
  const messageId = sampleId()
  lena.act('ticket.reply', {
    messageId,
    ticketId: ticket.id,
    threadId: thread.id,
    channel: 'email',
    to: [],
    cc: [],
    bodyText: 'We have found it.',
    bodyHtml: null,
    attachments: [],
    seenUpToSeq: 1,
    confirmed: false,
  })
  return messageId
}

async function customerWrites(): Promise<void> {
  await hub.stage('messages', aMessage({ id: sampleId(), ...place, seq: 2, direction: 'in' }))
  await hub.stage('tickets', { ...ticket, lastMessageSeq: 2 })
}

const onHub = (messageId: string): unknown => hub.state().rows.get('messages')?.get(messageId)?.['delivery']
const here = (messageId: string): unknown => lena.row('messages', messageId)?.['delivery']

test('a mail the lost history had accepted is not for any channel again, and says that nobody knows', async () => {
  const backup = hub.backup()
  const messageId = reply()
  await lena.sync()
  expect(onHub(messageId)).toBe('queued')
  await hub.restore(backup, 'epoch-2')
  await lena.sync()
  expect([onHub(messageId), here(messageId)]).toEqual(['unknown', 'unknown'])
})

test('nor is one whose answer was lost with that history', async () => {
  const backup = hub.backup()
  lena.remote.loseAnswers = 1
  const messageId = reply()
  await lena.sync()
  expect(onHub(messageId)).toBe('queued')
  await hub.restore(backup, 'epoch-2')
  await lena.sync()
  expect([onHub(messageId), here(messageId)]).toEqual(['unknown', 'unknown'])
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
})

test('what never left the laptop leaves, also when the restored hub is asked for it first of all', async () => {
  const backup = hub.backup()
  lena.remote.failure = { kind: 'offline', neverLeft: true }
  const messageId = reply()
  await lena.sync()
  await hub.restore(backup, 'epoch-2')
  lena.remote.failure = null
  await lena.sync()
  expect([onHub(messageId), here(messageId)]).toEqual(['queued', 'queued'])
})

test('what the lost history had refused has not left: sent anyway it leaves', async () => {
  const backup = hub.backup()
  await customerWrites()
  const messageId = reply()
  await lena.sync()
  expect(lena.engine.status().attention).toBe(1)
  await hub.restore(backup, 'epoch-2')
  await lena.sync()
  const [parked] = lena.store.outbox.parked()
  lena.engine.resolve([parked?.mutationId ?? ''], 'mine')
  await lena.sync()
  expect(onHub(messageId)).toBe('queued')
})

test('what was held by the restored hub and is sent anyway may have left all the same', async () => {
  const backup = hub.backup()
  lena.remote.loseAnswers = 1
  const messageId = reply()
  await lena.sync()
  await hub.restore(backup, 'epoch-2')
  await customerWrites()
  await lena.sync()
  const [parked] = lena.store.outbox.parked()
  expect(parked?.verdict?.kind).toBe('conflict')
  lena.engine.resolve([parked?.mutationId ?? ''], 'mine')
  await lena.sync()
  expect(onHub(messageId)).toBe('unknown')
})

const deliveries = (messageId: string): readonly unknown[] => [onHub(messageId), here(messageId)]
const sendAgain = (messageId: string): string =>
  lena.act('message.sendAgain', { messageId, seen: String(here(messageId)) })
/** What stands on the hub after a restore that lost it. */
async function doubtful(): Promise<string> {
  const backup = hub.backup()
  const messageId = reply()
  await lena.sync()
  await hub.restore(backup, 'epoch-2')
  await lena.sync()
  expect(deliveries(messageId)).toEqual(['unknown', 'unknown'])
  return messageId
}
const carrierSays = (messageId: string, delivery: 'accepted' | 'delivered'): Promise<void> =>
  hub.act('message.track', { messageId, delivery, atMs: clock.now(), code: null })

describe('what may have left is decided about', () => {
  test('sent again it is for its channel once, as it was, under the Message-ID it had', async () => {
    const messageId = await doubtful()
    const before = hub.state().rows.get('messages')?.get(messageId)
    sendAgain(messageId)
    await lena.sync()
    expect(hub.state().rows.get('messages')?.get(messageId)).toEqual({ ...before, delivery: 'queued' })
    expect(before?.['messageId']).toBe(`<${messageId}@tandem.local>`)
    await carrierSays(messageId, 'accepted')
    await lena.sync()
    expect(deliveries(messageId)).toEqual(['accepted', 'accepted'])
  })

  test('without a network it waits here, can be taken back, and leaves once the answer was lost', async () => {
    const messageId = await doubtful()
    lena.remote.failure = { kind: 'offline', neverLeft: true }
    await lena.engine.undo([sendAgain(messageId)])
    expect(here(messageId)).toBe('unknown')
    sendAgain(messageId)
    await lena.sync()
    expect(deliveries(messageId)).toEqual(['unknown', 'queued'])
    lena.remote.failure = null
    lena.remote.loseAnswers = 1
    await lena.sync()
    await carrierSays(messageId, 'accepted')
    await lena.sync()
    expect(deliveries(messageId)).toEqual(['accepted', 'accepted'])
  })

  test('of two who send it again it leaves once; who comes after the carrier had it is asked', async () => {
    const messageId = await doubtful()
    const tom = createLaptop({ clock, remote: hub.connect(lena.actor.id), actor: lena.actor })
    await tom.sync()
    lena.remote.failure = { kind: 'offline', neverLeft: true }
    sendAgain(messageId)
    tom.act('message.sendAgain', { messageId, seen: 'unknown' })
    await tom.sync()
    await carrierSays(messageId, 'accepted')
    lena.remote.failure = null
    await lena.sync()
    expect(onHub(messageId)).toBe('accepted')
    expect(lena.store.outbox.parked()).toMatchObject([{ verdict: { conflict: { reason: 'taken' } } }])
    await tom.close()
  })

  test('sent again under a history that is lost too, it is in doubt again and does not leave a third time', async () => {
    const messageId = await doubtful()
    const backup = hub.backup()
    sendAgain(messageId)
    await lena.sync()
    await hub.restore(backup, 'epoch-3')
    await lena.sync()
    expect(deliveries(messageId)).toEqual(['unknown', 'unknown'])
    sendAgain(messageId)
    await lena.sync()
    expect(onHub(messageId)).toBe('queued')
  })

  test('settled it has left: nothing is sent, whoever sends it again then is asked, and it can be undone', async () => {
    const messageId = await doubtful()
    const settled = lena.act('message.settle', { messageId, hasLeft: true })
    await lena.sync()
    expect(deliveries(messageId)).toEqual(['accepted', 'accepted'])
    lena.act('message.sendAgain', { messageId, seen: 'unknown' })
    await lena.sync()
    expect(onHub(messageId)).toBe('accepted')
    const [parked] = lena.store.outbox.parked()
    lena.engine.resolve([parked?.mutationId ?? ''], 'theirs')
    await lena.engine.undo([settled])
    await lena.sync()
    expect(deliveries(messageId)).toEqual(['unknown', 'unknown'])
  })
})

test('what waited for its channel in the backup may have left since: nobody knows', async () => {
  const messageId = reply()
  await lena.sync()
  const backup = hub.backup()
  await carrierSays(messageId, 'accepted')
  await hub.restore(backup, 'epoch-2')
  await lena.sync()
  expect(deliveries(messageId)).toEqual(['unknown', 'unknown'])
})
