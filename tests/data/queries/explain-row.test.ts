import { afterEach, beforeEach, expect, test } from 'vitest'
import { explainRow } from '../../../main/data/queries/explain-row.ts'
import { rowsAround } from '../../../main/data/queries/rows-around.ts'
import type { FieldExplained, RowExplained } from '../../../shared/contract/explain.ts'
import { aCustomer, anAgent, anOrder, aThread, aTicket } from '../../support/builders.ts'
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
async function signIn(name: string): Promise<Desk> {
  const agent = anAgent({ id: sampleId(), name })
  await hub.stage('agents', agent)
  const remote = hub.connect(agent.id)
  const laptop = createLaptop({ clock, remote, actor: agent, seed: laptops.length + 1 })
  laptops.push(laptop)
  await laptop.sync()
  return { ...laptop, remote }
}

async function someWork() {
  const customer = aCustomer({ id: sampleId() })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ id: sampleId(), ...place, priority: 'normal', state: 'open' })
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  return { customer, ticket, thread }
}

const contextOf = (desk: Desk) => ({
  db: desk.database.reader(),
  agentId: desk.actor.id,
  clientId: desk.clientId,
  clock: { now: () => clock.now(), after: () => () => {} },
})

function explained(desk: Desk, table: string, id: string): RowExplained {
  const row = explainRow(contextOf(desk), { table, id })
  if (!row) throw new Error('The row is not here')
  return row
}
function field(row: RowExplained, name: string): FieldExplained {
  const found = row.fields.find(each => each.field === name)
  if (!found) throw new Error(`There is no field ${name}`)
  return found
}

test('a field shows what the hub has, what is pending over it, by whom, and under which id', async () => {
  const { thread } = await someWork()
  const lena = await signIn('Lena Koch')
  lena.remote.failure = { kind: 'offline', neverLeft: true }
  const id = lena.act('thread.setPriority', { threadId: thread.id, priority: 'urgent', seen: 'normal' })
  const row = explained(lena, 'threads', thread.id)
  expect(row.isOnHub).toBe(true)
  expect(row.version).toBeGreaterThan(0)
  expect(field(row, 'priority')).toMatchObject({
    value: 'urgent',
    base: 'normal',
    isChangedHere: true,
    pending: [
      {
        mutationId: id,
        name: 'thread.setPriority',
        authorName: 'Lena Koch',
        writtenAtMs: clock.now(),
        state: 'here',
      },
    ],
  })
  expect(field(row, 'state')).toMatchObject({
    value: 'open',
    base: 'open',
    isChangedHere: false,
    pending: [],
  })
})

test('what was not accepted is named as that, over what stands on the hub now', async () => {
  const { thread } = await someWork()
  const [lena, omar] = [await signIn('Lena Koch'), await signIn('Omar Said')]
  lena.remote.failure = { kind: 'offline' }
  lena.act('thread.setPriority', { threadId: thread.id, priority: 'low', seen: 'normal' })
  omar.act('thread.setPriority', { threadId: thread.id, priority: 'urgent', seen: 'normal' })
  await omar.sync()
  lena.remote.failure = null
  await lena.sync()
  const priority = field(explained(lena, 'threads', thread.id), 'priority')
  expect(priority).toMatchObject({ value: 'low', base: 'urgent', pending: [{ state: 'parked' }] })
  // Who changed it on the hub, and no receipt of ours: it was another laptop's.
  expect(priority.lastChange).toMatchObject({
    actorName: 'Omar Said',
    event: 'thread.priority-changed',
    mutationId: null,
  })
})

test('own work that was taken names its receipt and when the hub took it', async () => {
  const { thread, ticket, customer } = await someWork()
  const lena = await signIn('Lena Koch')
  const first = lena.act('thread.setPriority', { threadId: thread.id, priority: 'urgent', seen: 'normal' })
  const second = lena.act('ticket.tag', { ticketId: ticket.id, tags: ['vip'] })
  const third = lena.act('customer.editFacts', {
    customerId: customer.id,
    facts: null,
    labels: null,
    fields: [{ field: 'tier', seen: customer.tier, value: 'Gold' }],
  })
  await lena.sync()
  expect(field(explained(lena, 'threads', thread.id), 'priority').lastChange).toMatchObject({
    actorName: 'Lena Koch',
    mutationId: first,
  })
  expect(field(explained(lena, 'tickets', ticket.id), 'tags').lastChange?.mutationId).toBe(second)
  const { lastChange } = field(explained(lena, 'customers', customer.id), 'tier')
  expect(lastChange?.mutationId).toBe(third)
  expect(lastChange?.acceptedAtMs).toBeGreaterThan(0)
})

test('a row only this laptop knows says so; one that is not here says nothing', async () => {
  const { ticket } = await someWork()
  const lena = await signIn('Lena Koch')
  lena.remote.failure = { kind: 'offline', neverLeft: true }
  const noteId = sampleId()
  const id = lena.act('note.add', {
    noteId,
    ticketId: ticket.id,
    threadId: null,
    body: 'New',
    attachments: [],
  })
  const row = explained(lena, 'notes', noteId)
  expect(row).toMatchObject({ isOnHub: false, version: 0 })
  expect(field(row, 'body')).toMatchObject({ value: 'New', base: null, pending: [{ mutationId: id }] })
  expect(() => explained(lena, 'notes', sampleId())).toThrow('The row is not here')
  expect(() => explained(lena, 'nothing', noteId)).toThrow('The row is not here')
})

test('every row of the ticket and its person can be asked about, those changed here first', async () => {
  const { customer, ticket, thread } = await someWork()
  const other = await someWork()
  await hub.stage('orders', anOrder({ id: sampleId(), customerId: customer.id, number: 'A-17' }))
  await hub.stage('orders', anOrder({ id: sampleId(), customerId: other.customer.id, number: 'B-18' }))
  const lena = await signIn('Lena Koch')
  lena.remote.failure = { kind: 'offline', neverLeft: true }
  lena.act('thread.setPriority', { threadId: thread.id, priority: 'urgent', seen: 'normal' })
  const rows = rowsAround(contextOf(lena), ticket.id)
  expect(rows[0]).toMatchObject({ table: 'threads', id: thread.id, isChangedHere: true })
  expect(rows.slice(1).every(({ isChangedHere }) => !isChangedHere)).toBe(true)
  expect(rows.slice(1).map(({ table, title }) => [table, title])).toEqual(
    expect.arrayContaining([
      ['customers', customer.name],
      ['tickets', ticket.subject],
      ['orders', 'A-17'],
    ]),
  )
  // Nothing of anybody else, and each row can be explained.
  expect(rows.map(({ title }) => title)).not.toContain('B-18')
  for (const { table, id } of rows) expect(explained(lena, table, id).fields.length).toBeGreaterThan(0)
  expect(rowsAround(contextOf(lena), sampleId())).toEqual([])
})
