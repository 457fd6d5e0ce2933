import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aMessage, anAgent, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { contentOf, createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

let clock: FakeClock
let hub: MemoryHub
const laptops: Laptop[] = []

beforeEach(() => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 3 })
})
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.close()
})

async function join(agent = anAgent()): Promise<Laptop & { readonly remote: MemoryRemote }> {
  await hub.stage('agents', agent)
  const remote = hub.connect(agent.id)
  const laptop = createLaptop({ clock, remote, actor: agent })
  laptops.push(laptop)
  return { ...laptop, remote }
}

/** A customer with a ticket, one open thread and two messages, on the hub. */
async function someWork() {
  const customer = aCustomer({ id: sampleId() })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, number: null, lastMessageSeq: 2 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ id: sampleId(), ...place, state: 'open', assigneeId: null })
  const messages = [1, 2].map(seq => aMessage({ id: sampleId(), ...place, seq, direction: 'in' }))
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.stage('messages', ...messages)
  return { customer, ticket, thread, messages }
}

const replyTo = (work: Awaited<ReturnType<typeof someWork>>, bodyText: string) => ({
  messageId: sampleId(),
  ticketId: work.ticket.id,
  threadId: work.thread.id,
  channel: 'email' as const,
  to: [],
  cc: [],
  bodyText,
  bodyHtml: null,
  attachments: [],
  seenUpToSeq: 2,
  confirmed: false,
})

test('an empty laptop is filled from the hub in parts and then equals it', async () => {
  const work = await someWork()
  const lena = await join()
  await lena.sync()
  expect(lena.row('messages', work.messages[1]?.id ?? '')).toEqual(work.messages[1])
  expect(lena.engine.status()).toMatchObject({ phase: { state: 'idle' }, isFilled: true, waiting: 0 })
  for (const [table, rows] of Object.entries(contentOf(lena.database))) {
    expect(rows).toEqual(
      [
        ...(hub
          .state()
          .rows.get(table as never)
          ?.values() ?? []),
      ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
  }
})

test('a reply stands here at once, goes out, and reaches the other laptop', async () => {
  const work = await someWork()
  const [lena, omar] = [await join(), await join()]
  await lena.sync()
  await omar.sync()
  const reply = replyTo(work, 'Hello')
  lena.act('ticket.reply', reply)
  expect(lena.row('messages', reply.messageId)?.seq).toBeNull()
  expect(lena.engine.status().waiting).toBe(1)
  await lena.sync()
  expect(lena.row('messages', reply.messageId)?.seq).toBe(3)
  expect(lena.engine.status().waiting).toBe(0)
  expect(lena.store.shadows.isEmpty()).toBe(true)
  await omar.sync()
  expect(omar.row('messages', reply.messageId)?.bodyText).toBe('Hello')
  expect(contentOf(omar.database)).toEqual(contentOf(lena.database))
})

test('a reply whose answer was lost is sent again and appears once', async () => {
  const work = await someWork()
  const lena = await join()
  await lena.sync()
  lena.remote.loseAnswers = 1
  lena.act('ticket.reply', replyTo(work, 'Hello'))
  await lena.sync(5_000)
  await lena.sync(5_000)
  const out = [...(hub.state().rows.get('messages')?.values() ?? [])].filter(
    row => row['bodyText'] === 'Hello',
  )
  expect(out).toHaveLength(1)
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
})

test('work done offline waits, survives, and two edits of one field leave as one', async () => {
  const work = await someWork()
  const lena = await join()
  await lena.sync()
  lena.remote.failure = { kind: 'offline' }
  const threadId = work.thread.id
  const first = lena.act('thread.setPriority', { threadId, priority: 'high', seen: work.thread.priority })
  const second = lena.act('thread.setPriority', { threadId, priority: 'urgent', seen: 'high' })
  expect(second).toBe(first)
  await lena.sync()
  expect(lena.engine.status()).toMatchObject({ phase: { state: 'offline' }, waiting: 1 })
  expect(lena.row('threads', threadId)?.priority).toBe('urgent')
  lena.remote.failure = null
  await lena.sync()
  expect(hub.state().rows.get('threads')?.get(threadId)?.['priority']).toBe('urgent')
})

test('a conflict is parked, stays visible as mine, and "mine" sends it against what stands', async () => {
  const work = await someWork()
  const [lena, omar] = [await join(), await join()]
  await lena.sync()
  await omar.sync()
  const threadId = work.thread.id
  lena.remote.failure = { kind: 'offline' }
  const mine = lena.act('thread.setPriority', { threadId, priority: 'low', seen: work.thread.priority })
  omar.act('thread.setPriority', { threadId, priority: 'urgent', seen: work.thread.priority })
  await omar.sync()
  lena.remote.failure = null
  await lena.sync()
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 1 })
  expect(lena.row('threads', threadId)?.priority).toBe('low')
  expect(lena.store.shadows.get({ table: 'threads', id: threadId })?.row?.['priority']).toBe('urgent')
  expect(lena.store.outbox.get(mine)?.verdict).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'priority', mine: 'low', theirs: 'urgent' }] },
  })
  expect(lena.engine.resolve([mine], 'mine').resolved).toBe(1)
  await lena.sync()
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
  expect(hub.state().rows.get('threads')?.get(threadId)?.['priority']).toBe('low')
  expect(lena.store.shadows.isEmpty()).toBe(true)
})

test('"theirs" takes my work back and shows what stands', async () => {
  const work = await someWork()
  const [lena, omar] = [await join(), await join()]
  await lena.sync()
  await omar.sync()
  const threadId = work.thread.id
  omar.act('thread.setPriority', { threadId, priority: 'urgent', seen: work.thread.priority })
  await omar.sync()
  const mine = lena.act('thread.setPriority', { threadId, priority: 'low', seen: work.thread.priority })
  await lena.sync()
  lena.engine.resolve([mine], 'theirs')
  expect(lena.row('threads', threadId)?.priority).toBe('urgent')
  expect(lena.engine.status().attention).toBe(0)
})

test('a reply held because the customer wrote goes back into a draft with its words', async () => {
  const work = await someWork()
  const lena = await join()
  await lena.sync()
  lena.remote.failure = { kind: 'offline' }
  const mutationId = lena.act('ticket.reply', replyTo(work, 'We will ship it today'))
  await hub.stage(
    'messages',
    aMessage({
      id: sampleId(),
      customerId: work.customer.id,
      ticketId: work.ticket.id,
      seq: 3,
      direction: 'in',
    }),
  )
  lena.remote.failure = null
  await lena.sync()
  expect(lena.store.outbox.get(mutationId)?.verdict).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'newer-messages' },
  })
  const { words } = lena.engine.resolve([mutationId], 'edit')
  expect(words).toMatchObject([{ ticketId: work.ticket.id, mode: 'reply', body: 'We will ship it today' }])
  expect(lena.rows('drafts')).toMatchObject([{ body: 'We will ship it today', clientId: lena.clientId }])
  expect(lena.rows('messages').some(row => row.bodyText === 'We will ship it today')).toBe(false)
})

test('a group is applied whole or parked whole', async () => {
  const work = await someWork()
  const [lena, omar] = [await join(), await join()]
  await lena.sync()
  await omar.sync()
  const threadId = work.thread.id
  omar.act('thread.setPriority', { threadId, priority: 'urgent', seen: work.thread.priority })
  await omar.sync()
  const group = lena.engine.mutateGroup([
    { name: 'ticket.tag', args: { ticketId: work.ticket.id, tags: ['vip'] } },
    { name: 'thread.setPriority', args: { threadId, priority: 'low', seen: work.thread.priority } },
  ])
  await lena.sync()
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 1 })
  expect(hub.state().rows.get('tickets')?.get(work.ticket.id)?.['tags']).not.toContain('vip')
  expect(lena.store.outbox.parked().map(({ mutationId }) => mutationId)).toEqual(group.mutationIds)
  lena.engine.resolve([group.mutationIds[0] ?? ''], 'mine')
  await lena.sync()
  expect(lena.engine.status().attention).toBe(0)
  expect(hub.state().rows.get('tickets')?.get(work.ticket.id)?.['tags']).toContain('vip')
})

test('a hub restored from a backup is given again what it had accepted, and the laptop equals it', async () => {
  const work = await someWork()
  const lena = await join()
  await lena.sync()
  const backup = hub.backup()
  const reply = replyTo(work, 'Hello')
  lena.act('ticket.reply', reply)
  await lena.sync()
  expect(hub.state().rows.get('messages')?.has(reply.messageId)).toBe(true)
  await hub.restore(backup, 'epoch-2')
  await lena.sync()
  expect(hub.state().rows.get('messages')?.has(reply.messageId)).toBe(true)
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0, isFilled: true })
  expect(lena.row('messages', reply.messageId)?.seq).toBe(3)
})
