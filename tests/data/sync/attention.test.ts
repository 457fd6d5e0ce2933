import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listAttention } from '../../../main/data/queries/attention.ts'
import type { AttentionItem } from '../../../shared/contract/sync.ts'
import type { FieldChoice } from '../../../main/data/sync/decide-fields.ts'
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
const laptops: Laptop[] = []
beforeEach(() => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock })
})
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.close()
})

type Desk = Laptop & { readonly remote: MemoryRemote }
let seeds = 1
async function signIn(): Promise<Desk> {
  const agent = anAgent({ id: sampleId() })
  await hub.stage('agents', agent)
  const remote = hub.connect(agent.id)
  const laptop = createLaptop({ clock, remote, actor: agent, seed: (seeds += 1) })
  laptops.push(laptop)
  await laptop.sync()
  return { ...laptop, remote }
}

async function someWork() {
  const customer = aCustomer({ id: sampleId(), name: 'Ana Ruiz', jobTitle: 'Buyer', tier: 'Silver' })
  const ticket = aTicket({
    id: sampleId(),
    customerId: customer.id,
    subject: 'It is broken',
    lastMessageSeq: 1,
  })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ id: sampleId(), ...place, state: 'open', priority: 'normal' })
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.stage('messages', aMessage({ id: sampleId(), ...place, seq: 1, direction: 'in' }))
  return { customer, ticket, thread }
}
type Work = Awaited<ReturnType<typeof someWork>>

const items = (desk: Desk): readonly AttentionItem[] =>
  listAttention({
    db: desk.database.reader(),
    agentId: desk.actor.id,
    clientId: desk.clientId,
    clock: { now: () => clock.now(), after: () => () => {} },
  })

const replyTo = ({ ticket, thread }: Work, bodyText: string) => ({
  name: 'ticket.reply',
  args: {
    messageId: sampleId(),
    ticketId: ticket.id,
    threadId: thread.id,
    channel: 'email' as const,
    to: [{ name: 'Ana Ruiz', address: 'ana@norte.example' }],
    cc: [],
    bodyText,
    bodyHtml: null,
    attachments: [],
    seenUpToSeq: 1,
    confirmed: false,
  },
})

/** The customer writes again, as mail brings it. */
const customerWrites = ({ ticket, customer }: Work, seq: number, bodyText: string) =>
  hub.stage(
    'messages',
    aMessage({
      id: sampleId(),
      customerId: customer.id,
      ticketId: ticket.id,
      seq,
      direction: 'in',
      bodyText,
    }),
  )

const decisions = (): readonly Readonly<Record<string, unknown>>[] =>
  [...(hub.state().rows.get('events')?.values() ?? [])].filter(row => row['type'] === 'conflict.decided')

const setState = ({ thread }: Work, state: 'pending' | 'solved') => ({
  threadId: thread.id,
  state,
  seen: 'open',
  seenUpToSeq: 1,
})

/** Lena answers offline and solves; meanwhile the customer has written. */
async function heldReply(): Promise<{
  readonly work: Work
  readonly lena: Desk
  readonly ids: readonly string[]
}> {
  const work = await someWork()
  const lena = await signIn()
  lena.remote.failure = { kind: 'offline' }
  const { mutationIds } = lena.engine.mutateGroup([
    replyTo(work, 'We ship it today'),
    { name: 'thread.setState', args: setState(work, 'solved') },
  ])
  await customerWrites(work, 2, 'Please cancel it')
  lena.remote.failure = null
  await lena.sync()
  return { work, lena, ids: mutationIds }
}

describe('a reply held because the customer wrote', () => {
  test('stands in one item with what was said since, and can be sent anyway, edited, noted or discarded', async () => {
    const { work, lena, ids } = await heldReply()
    expect(items(lena)).toMatchObject([
      {
        ticketId: work.ticket.id,
        customerName: 'Ana Ruiz',
        mutationIds: ids,
        since: [{ text: 'Please cancel it', isFromCustomer: true, isCut: false }],
        acts: [{ reason: 'newer-messages', words: 'We ship it today', canBeNote: true, fields: [] }],
      },
    ])
  })

  test('becomes a note: nothing goes to the customer, the thread stays as it was, the choice is on the ticket', async () => {
    const { work, lena, ids } = await heldReply()
    expect(lena.engine.resolve([ids[0] ?? ''], 'note').resolved).toBe(2)
    await lena.sync()
    expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
    const out = [...(hub.state().rows.get('messages')?.values() ?? [])].filter(
      row => row['direction'] === 'out',
    )
    expect(out).toEqual([])
    expect([...(hub.state().rows.get('notes')?.values() ?? [])]).toMatchObject([
      { body: 'We ship it today', threadId: work.thread.id, authorId: lena.actor.id },
    ])
    expect(hub.state().rows.get('threads')?.get(work.thread.id)?.['state']).toBe('open')
    expect(decisions()).toMatchObject([
      {
        ticketId: work.ticket.id,
        actorId: lena.actor.id,
        facts: { intent: 'ticket.reply', reason: 'newer-messages', messages: 1, taken: 'note' },
      },
    ])
  })

  test('sent anyway, it is held again by what the customer writes after that look', async () => {
    const { work, lena, ids } = await heldReply()
    lena.remote.failure = { kind: 'offline' }
    lena.engine.resolve(ids, 'mine')
    await customerWrites(work, 3, 'Or no: send it')
    lena.remote.failure = null
    await lena.sync()
    expect(lena.engine.status().attention).toBe(1)
    expect(items(lena)[0]?.since).toMatchObject([{ text: 'Or no: send it' }])
    lena.engine.resolve(items(lena)[0]?.mutationIds ?? [], 'mine')
    await lena.sync()
    expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
    expect(decisions().map(row => (row['facts'] as { taken: string }).taken)).toEqual(['mine', 'mine'])
  })

  test('own words and automatic answers are nothing to look at', async () => {
    const { work, lena } = await heldReply()
    const place = { customerId: work.customer.id, ticketId: work.ticket.id, direction: 'out' as const }
    await hub.stage(
      'messages',
      aMessage({ id: sampleId(), ...place, seq: 3, authorKind: 'automation' }),
      aMessage({ id: sampleId(), ...place, seq: 4, authorKind: 'agent', authorId: lena.actor.id }),
    )
    await lena.sync()
    expect(items(lena)[0]?.since.map(({ text }) => text)).toEqual(['Please cancel it'])
  })
})

describe('one ticket is one item', () => {
  test('with its acts in order, counted once; what is about no ticket stands by itself', async () => {
    const work = await someWork()
    const [lena, omar] = [await signIn(), await signIn()]
    lena.remote.failure = { kind: 'offline' }
    lena.act('thread.setPriority', { threadId: work.thread.id, priority: 'low', seen: 'normal' })
    lena.act('ticket.setSubject', { ticketId: work.ticket.id, subject: 'Broken', seen: 'It is broken' })
    lena.act('customer.editFacts', {
      customerId: work.customer.id,
      facts: null,
      labels: null,
      fields: [{ field: 'tier', seen: 'Silver', value: 'Gold' }],
    })
    omar.act('thread.setPriority', { threadId: work.thread.id, priority: 'urgent', seen: 'normal' })
    omar.act('ticket.setSubject', { ticketId: work.ticket.id, subject: 'It hums', seen: 'It is broken' })
    omar.act('customer.editFacts', {
      customerId: work.customer.id,
      facts: null,
      labels: null,
      fields: [{ field: 'tier', seen: 'Silver', value: 'Platinum' }],
    })
    await omar.sync()
    lena.remote.failure = null
    await lena.sync()
    expect(lena.engine.status().attention).toBe(2)
    const found = items(lena)
    expect(found.map(({ ticketId }) => ticketId)).toEqual([work.ticket.id, null])
    expect(found[0]?.acts.map(({ intents }) => intents[0]?.name)).toEqual([
      'thread.setPriority',
      'ticket.setSubject',
    ])
  })
})

describe('field by field', () => {
  type Card = { readonly name: string; readonly jobTitle: string | null; readonly tier: string | null }
  const edit = (work: Work, fields: Partial<Card>) => ({
    customerId: work.customer.id,
    facts: null,
    labels: null,
    fields: Object.entries(fields).map(([field, value]) => ({
      field: field as keyof Card,
      seen: work.customer[field as keyof Card],
      value: value as string,
    })),
  })

  async function twoEdits(): Promise<{ readonly work: Work; readonly lena: Desk; readonly omar: Desk }> {
    const work = await someWork()
    const [lena, omar] = [await signIn(), await signIn()]
    lena.remote.failure = { kind: 'offline' }
    lena.act(
      'customer.editFacts',
      edit(work, { name: 'Ana Ruiz Vega', jobTitle: 'Buyer in Lyon', tier: 'Gold' }),
    )
    omar.act('customer.editFacts', edit(work, { name: 'Ana R.', jobTitle: 'Chief Buyer', tier: 'Platinum' }))
    await omar.sync()
    lena.remote.failure = null
    await lena.sync()
    return { work, lena, omar }
  }
  const choose = (work: Work, takes: Readonly<Record<string, FieldChoice['take']>>): FieldChoice[] =>
    Object.entries(takes).map(([field, take]) => ({ table: 'customers', id: work.customer.id, field, take }))
  const card = (work: Work) => hub.state().rows.get('customers')?.get(work.customer.id)

  test('mine, theirs and both together, each where it was chosen, and each on record', async () => {
    const { work, lena, omar } = await twoEdits()
    const [item] = items(lena)
    expect(item?.acts[0]?.fields).toMatchObject([
      { field: 'name', seen: 'Ana Ruiz', mine: 'Ana Ruiz Vega', theirs: 'Ana R.' },
      { field: 'jobTitle', suggestion: { take: 'merged', value: 'Chief Buyer in Lyon' } },
      { field: 'tier', suggestion: { take: 'theirs', value: 'Platinum' } },
    ])
    const choices = choose(work, { name: 'mine', jobTitle: 'merged', tier: 'theirs' })
    expect(lena.engine.decide(item?.mutationIds ?? [], choices).resolved).toBe(1)
    await lena.sync()
    expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
    expect(card(work)).toMatchObject({
      name: 'Ana Ruiz Vega',
      jobTitle: 'Chief Buyer in Lyon',
      tier: 'Platinum',
    })
    await omar.sync()
    const told = omar.rows('events').filter(({ type }) => type === 'conflict.decided')
    expect(told.map(({ facts }) => `${String(facts['field'])} ${String(facts['taken'])}`).toSorted()).toEqual(
      ['jobTitle merged', 'name mine', 'tier theirs'],
    )
    // A record names a field of free text; what people wrote there stays out of it.
    expect(JSON.stringify(told)).not.toContain('Lyon')
  })

  test('theirs everywhere leaves nothing to send', async () => {
    const { work, lena } = await twoEdits()
    const [item] = items(lena)
    lena.engine.decide(
      item?.mutationIds ?? [],
      choose(work, { name: 'theirs', jobTitle: 'theirs', tier: 'theirs' }),
    )
    expect(lena.row('customers', work.customer.id)).toMatchObject({ name: 'Ana R.', tier: 'Platinum' })
    await lena.sync()
    expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
  })

  test('what moved on while the agent thought is joined to what stands then', async () => {
    const { work, lena, omar } = await twoEdits()
    const [item] = items(lena)
    omar.act('customer.editFacts', {
      ...edit(work, {}),
      fields: [{ field: 'jobTitle', seen: 'Chief Buyer', value: 'Our Chief Buyer' }],
    })
    await omar.sync()
    await lena.sync()
    lena.engine.decide(
      item?.mutationIds ?? [],
      choose(work, { name: 'theirs', jobTitle: 'merged', tier: 'theirs' }),
    )
    await lena.sync()
    expect(card(work)?.['jobTitle']).toBe('Our Chief Buyer in Lyon')
  })

  test('of a group only the field that met somebody is decided; the rest goes as it was', async () => {
    const work = await someWork()
    const [lena, omar] = [await signIn(), await signIn()]
    const threadId = work.thread.id
    omar.act('thread.setPriority', { threadId, priority: 'urgent', seen: 'normal' })
    await omar.sync()
    lena.engine.mutateGroup([
      { name: 'ticket.tag', args: { ticketId: work.ticket.id, tags: ['vip'] } },
      { name: 'thread.setPriority', args: { threadId, priority: 'low', seen: 'normal' } },
    ])
    await lena.sync()
    const [item] = items(lena)
    lena.engine.decide(item?.mutationIds ?? [], [
      { table: 'threads', id: threadId, field: 'priority', take: 'theirs' },
    ])
    await lena.sync()
    expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
    expect(hub.state().rows.get('tickets')?.get(work.ticket.id)?.['tags']).toContain('vip')
    expect(hub.state().rows.get('threads')?.get(threadId)?.['priority']).toBe('urgent')
  })
})

test('a decision about a ticket the hub does not know writes no record', async () => {
  const work = await someWork()
  const lena = await signIn()
  const mutationId = lena.act('thread.setState', setState(work, 'pending'))
  lena.store.transaction('relaxed', () =>
    lena.store.outbox.update(mutationId, {
      state: 'parked',
      verdict: { kind: 'rejected', code: 'not-allowed' },
    }),
  )
  lena.engine.resolve([mutationId], 'discard')
  await lena.sync()
  expect(decisions()).toEqual([])
})

test('two hundred conflicts are listed and decided in a moment', async () => {
  const work = await Promise.all(Array.from({ length: 200 }, () => someWork()))
  const [lena, omar] = [await signIn(), await signIn()]
  lena.remote.failure = { kind: 'offline' }
  for (const { thread } of work) {
    lena.act('thread.setPriority', { threadId: thread.id, priority: 'low', seen: 'normal' })
    omar.act('thread.setPriority', { threadId: thread.id, priority: 'urgent', seen: 'normal' })
  }
  await omar.sync(2_000)
  lena.remote.failure = null
  await lena.sync(2_000)
  expect(lena.engine.status().attention).toBe(200)
  const all = items(lena)
  expect(all).toHaveLength(200)
  lena.engine.resolve(
    all.flatMap(({ mutationIds }) => mutationIds),
    'theirs',
  )
  await lena.sync(2_000)
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
  expect(decisions()).toHaveLength(200)
})
