import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AnyRow } from '../../../shared/domain/tables.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import { changeAgent, changeScopePolicy } from '../../../server/sync/admin.ts'
import { failed } from '../../../main/data/remote/remote.ts'
import { aCustomer, aMessage, anAgent, aThread, aTicket, aViewBody } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { contentOf, createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

let clock: FakeClock
let hub: MemoryHub
let laptop: Laptop
let remote: MemoryRemote
const agent = anAgent({ id: sampleId() })

beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 4 })
  await hub.stage('agents', agent)
  remote = hub.connect(agent.id)
  laptop = createLaptop({ clock, remote, actor: agent })
})
afterEach(() => laptop.close())

async function work(count: number, fields: Partial<ReturnType<typeof aThread>> = {}) {
  const made = []
  for (let index = 0; index < count; index += 1) {
    const customer = aCustomer({ id: sampleId() })
    const ticket = aTicket({ id: sampleId(), customerId: customer.id, number: null, lastMessageSeq: 1 })
    const place = { customerId: customer.id, ticketId: ticket.id }
    const thread = aThread({ id: sampleId(), ...place, state: 'open', assigneeId: null, ...fields })
    await hub.stage('customers', customer)
    await hub.stage('tickets', ticket)
    await hub.stage('threads', thread)
    await hub.stage(
      'messages',
      aMessage({ id: sampleId(), ...place, seq: 1, bodyText: `My scanner ${index} is broken` }),
    )
    made.push({ customer, ticket, thread })
  }
  return made
}

const ofHub = (): Record<string, readonly AnyRow[]> =>
  Object.fromEntries(
    tableNames.map(table => [
      table,
      [...(hub.state().rows.get(table)?.values() ?? [])].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  )
const found = (word: string): unknown =>
  laptop.database.database.db.handle
    .prepare('SELECT count(*) FROM search_messages WHERE search_messages MATCH ?')
    .pluck()
    .get(word)

test('a fill that is cut off goes on where it stopped and ends equal to the hub', async () => {
  await work(9)
  const parts = remote.snapshot
  let answered = 0
  Object.assign(remote, {
    snapshot: async (query: Parameters<typeof parts>[0]) => {
      answered += 1
      return answered === 4 || answered === 9 ? { ok: false, failure: { kind: 'offline' } } : parts(query)
    },
  })
  await laptop.sync(60_000)
  expect(laptop.engine.status()).toMatchObject({ isFilled: true, phase: { state: 'idle' } })
  expect(contentOf(laptop.database)).toEqual(ofHub())
  // Not from the beginning again: two parts were asked for twice.
  expect(answered).toBeLessThan(2 * remote.requests.snapshot)
})

test('search finds what a first fill brought, once the index has caught up', async () => {
  await work(6)
  await laptop.sync(1_000)
  expect(found('scanner')).toBe(6)
  expect(
    laptop.database.database.db.handle.prepare('SELECT count(*) FROM search_progress').pluck().get(),
  ).toBe(0)
})

test('work done while the fill runs stays on top of what arrives', async () => {
  const [first] = await work(8)
  if (!first) throw new Error('no work')
  await laptop.sync(60_000)
  remote.failure = { kind: 'offline' }
  laptop.act('thread.setPriority', {
    threadId: first.thread.id,
    priority: 'urgent',
    seen: first.thread.priority,
  })
  laptop.store.transaction('relaxed', () => laptop.store.state.set('cursor', null))
  remote.failure = null
  const push = remote.push
  Object.assign(remote, { push: async () => ({ ok: false, failure: { kind: 'bad-answer' } }) })
  await laptop.sync(2_000)
  expect(laptop.row('threads', first.thread.id)?.priority).toBe('urgent')
  expect(laptop.store.shadows.get({ table: 'threads', id: first.thread.id })?.row?.['priority']).toBe(
    first.thread.priority,
  )
  Object.assign(remote, { push })
  await laptop.sync(120_000)
  expect(contentOf(laptop.database)).toEqual(ofHub())
})

test('after a snapshot in mid-life what the hub does not name is gone, private words excepted', async () => {
  const [kept, gone] = await work(3)
  if (!kept || !gone) throw new Error('no work')
  await laptop.sync(60_000)
  const draftId = sampleId()
  laptop.act('draft.save', {
    draftId,
    clientId: laptop.clientId,
    ticketId: kept.ticket.id,
    mode: 'note',
    body: 'words',
    to: null,
    cc: null,
    seenUpToSeq: 1,
  })
  await laptop.sync(10_000)
  for (const table of ['customers', 'tickets', 'threads', 'messages'] as const) {
    for (const row of hub.state().rows.get(table)?.values() ?? []) {
      if (row.id === gone.customer.id || row['customerId'] === gone.customer.id)
        hub.state().rows.get(table)?.delete(row.id)
    }
  }
  laptop.store.transaction('relaxed', () => laptop.store.state.set('cursor', null))
  await laptop.sync(60_000)
  expect(laptop.row('tickets', gone.ticket.id)).toBeNull()
  expect(laptop.row('tickets', kept.ticket.id)).not.toBeNull()
  expect(laptop.row('drafts', draftId)?.body).toBe('words')
})

test('rights that shrink take customers away with a new snapshot, not the one being written to', async () => {
  const teamId = sampleId()
  const [mine] = await work(1, { teamId: null })
  const [theirs, drafted] = await work(2, { teamId })
  if (!mine || !theirs || !drafted) throw new Error('no work')
  await laptop.sync(60_000)
  laptop.act('draft.save', {
    draftId: sampleId(),
    clientId: laptop.clientId,
    ticketId: drafted.ticket.id,
    mode: 'reply',
    body: 'Dear',
    to: null,
    cc: null,
    seenUpToSeq: 1,
  })
  await laptop.sync(10_000)
  await hub.admin(deps => changeScopePolicy(deps, hub.workspaceId, 'teams'))
  await laptop.sync(60_000)
  expect(laptop.row('tickets', mine.ticket.id)).not.toBeNull()
  expect(laptop.row('tickets', theirs.ticket.id)).toBeNull()
  expect(laptop.row('tickets', drafted.ticket.id)).not.toBeNull()
  expect(laptop.store.departures.list()).toEqual([{ kind: 'customer', id: drafted.customer.id }])
})

test('a part that is not what the protocol says changes nothing and is asked for again', async () => {
  await work(2)
  const parts = remote.snapshot
  let isFirst = true
  Object.assign(remote, {
    snapshot: async (query: Parameters<typeof parts>[0]) => {
      const answer = await parts(query)
      if (!answer.ok || answer.value.head.table !== 'threads' || !isFirst) return answer
      isFirst = false
      return { ok: true, value: { ...answer.value, rows: answer.value.rows.map(row => row.map(() => 7)) } }
    },
  })
  await laptop.sync(60_000)
  expect(isFirst).toBe(false)
  expect(contentOf(laptop.database)).toEqual(ofHub())
})

test('an idle laptop writes nothing: an empty pull leaves the database as it was', async () => {
  await work(2)
  await laptop.sync(60_000)
  const version = (): unknown =>
    laptop.database.database.db.handle.prepare('SELECT count(*) FROM sync_state').pluck().get()
  const changes = (): unknown =>
    laptop.database.database.db.handle.prepare('SELECT total_changes()').pluck().get()
  const before = [version(), changes()]
  const pulls = remote.requests.pull
  await laptop.sync(100)
  await laptop.sync(100)
  expect(remote.requests.pull).toBe(pulls + 2)
  expect([version(), changes()]).toEqual(before)
})

test('rights that come with a snapshot reach work it says nothing about', async () => {
  const role = (name: Agent['role']): Promise<void> =>
    hub.admin(deps => changeAgent(deps, hub.workspaceId, { id: agent.id, role: name }))
  await role('supervisor')
  const way = hub.connect(agent.id)
  const boss = createLaptop({ clock, remote: way, actor: agent, followsDirectory: true })
  await boss.sync(60_000)
  Object.assign(way, { push: async () => failed({ kind: 'server-error', status: 503 }) })
  const shared = { sharedWith: { teamIds: [] }, name: 'Gold', body: aViewBody(), position: 1 }
  const viewId = sampleId()
  boss.act('view.create', { viewId, ...shared })
  expect(boss.row('sharedViews', viewId)).not.toBeNull()
  await role('agent')
  await boss.sync(60_000)
  expect(boss.row('agents', agent.id)?.role).toBe('agent')
  expect(boss.row('sharedViews', viewId)).toBeNull()
  expect(boss.store.outbox.isEmpty()).toBe(false)
  await boss.close()
})

test('what has the number of a snapshot and is not named by it leaves, as what is older does', async () => {
  const [held] = await work(3)
  await laptop.sync(60_000)
  const seq = laptop.engine.upToSeq()
  const { store } = laptop
  // A snapshot of the same number was given up when rights changed, and nothing else has changed since.
  const other = aCustomer({ id: sampleId() })
  store.transaction('relaxed', () => {
    store.rows.put(
      'customers',
      { ...store.rows.get('customers', held?.customer.id ?? '')?.row, ...other },
      seq,
    )
    store.state.set('cursor', null)
  })
  await laptop.sync(60_000)
  expect(store.rows.get('customers', other.id)).toBeNull()
  expect(contentOf(laptop.database)).toEqual(ofHub())
})
