import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AnyRow } from '../../../shared/domain/tables.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import { bringTables } from '../../../main/data/db/bring-tables.ts'
import type { Remote } from '../../../main/data/remote/remote.ts'
import { deleteTicket } from '../../../server/sync/admin.ts'
import { aCustomer, aMessage, anAgent, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { contentOf, createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

type Asked = Parameters<Remote['snapshot']>[0]

let clock: FakeClock
let hub: MemoryHub
let laptop: Laptop
let remote: MemoryRemote
let asked: Asked[]
const agent = anAgent({ id: sampleId() })

beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 4 })
  await hub.stage('agents', agent)
  remote = hub.connect(agent.id)
  const { snapshot } = remote
  asked = []
  Object.assign(remote, {
    snapshot: (query: Asked) => {
      asked.push(query)
      return snapshot(query)
    },
  })
  laptop = createLaptop({ clock, remote, actor: agent })
})
afterEach(() => laptop.close())

async function aCase() {
  const customer = aCustomer({ id: sampleId() })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, number: null, lastMessageSeq: 1 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ id: sampleId(), ...place, state: 'open', assigneeId: null })
  const message = aMessage({ id: sampleId(), ...place, seq: 1, bodyText: 'My scanner is broken' })
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.stage('messages', message)
  return { customer, ticket, thread, message }
}

/** The app before knew no messages: none is here, and those that came went past. */
function update(): void {
  const { handle } = laptop.database.database.db
  handle.exec(`DELETE FROM messages;${bringTables('messages')}`)
  asked.length = 0
}

const ofHub = (): Record<string, readonly AnyRow[]> =>
  Object.fromEntries(
    tableNames.map(table => [
      table,
      [...(hub.state().rows.get(table)?.values() ?? [])].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  )
const state = (key: 'missing' | 'topUp' | 'cursor' | 'fill'): string | null => laptop.store.state.get(key)

async function filled(count: number) {
  const cases = []
  for (let index = 0; index < count; index += 1) cases.push(await aCase())
  await laptop.sync(60_000)
  expect(contentOf(laptop.database)).toEqual(ofHub())
  return cases
}

test('an update that brings a table fetches its rows alone, whatever happened since the last look', async () => {
  const [, gone, other] = await filled(9)
  await hub.admin(deps => deleteTicket(deps, hub.workspaceId, gone?.ticket.id ?? ''))
  await aCase()
  await hub.stage('messages', aMessage({ ...other?.message, bodyText: 'It works again' }))
  update()
  await laptop.sync(60_000)
  expect(contentOf(laptop.database)).toEqual(ofHub())
  expect([state('missing'), state('topUp'), state('fill')]).toEqual([null, null, null])
  // Nine or ten rows in parts of four, and nothing else.
  expect(asked.map(({ tables, position }) => [tables, position !== null])).toEqual([
    [['messages'], false],
    ...asked.slice(1).map(() => [undefined, true]),
  ])
  expect(asked.length).toBeLessThanOrEqual(4)
})

/** Answers nothing behind the first parts until it is told to. */
function holdAfter(parts: number): () => void {
  const { snapshot } = remote
  let left = parts
  Object.assign(remote, {
    snapshot: async (query: Asked) => {
      left -= 1
      return left < 0 ? { ok: false, failure: { kind: 'offline' } } : snapshot(query)
    },
  })
  return () => void Object.assign(remote, { snapshot })
}

test('what was cut off goes on where it stopped, and work done meanwhile stays on top', async () => {
  const [first] = await filled(9)
  update()
  const goOn = holdAfter(1)
  await laptop.sync(1_000)
  expect(state('topUp')).not.toBeNull()
  const seen = laptop.row('threads', first?.thread.id ?? '')?.priority ?? 'normal'
  laptop.act('thread.setPriority', { threadId: first?.thread.id ?? '', priority: 'urgent', seen })
  goOn()
  asked.length = 0
  await laptop.sync(120_000)
  expect(asked[0]?.position).not.toBeNull()
  expect(laptop.row('threads', first?.thread.id ?? '')?.priority).toBe('urgent')
  expect(contentOf(laptop.database)).toEqual(ofHub())
})

test('a hint is not taken before the tables are whole: what it removed would come back with them', async () => {
  const [first] = await filled(9)
  update()
  const goOn = holdAfter(1)
  await laptop.sync(1_000)
  const upTo = laptop.engine.upToSeq()
  const id = first?.message.id ?? ''
  laptop.engine.hint({
    kind: 'hint',
    seq: upTo + 1,
    fromSeq: upTo,
    entries: [{ kind: 'tombstone', seq: upTo + 1, table: 'messages', id }],
    cursor: state('cursor'),
  })
  expect(laptop.engine.upToSeq()).toBe(upTo)
  goOn()
  await laptop.sync(120_000)
  expect(contentOf(laptop.database)).toEqual(ofHub())
})

test('a position the hub cannot read any more begins the tables again', async () => {
  await filled(9)
  update()
  const goOn = holdAfter(1)
  await laptop.sync(1_000)
  laptop.store.transaction('relaxed', () =>
    laptop.store.state.set('topUp', JSON.stringify({ position: 'of another release' })),
  )
  goOn()
  asked.length = 0
  await laptop.sync(120_000)
  expect(asked.slice(0, 2).map(({ position }) => position)).toEqual(['of another release', null])
  expect(contentOf(laptop.database)).toEqual(ofHub())
})

test('a hub that refuses to send some tables alone is asked for everything', async () => {
  await filled(5)
  update()
  const { snapshot } = remote
  Object.assign(remote, {
    snapshot: async (query: Asked) =>
      query.tables ? { ok: false, failure: { kind: 'refused', code: 'bad-request' } } : snapshot(query),
  })
  await laptop.sync(120_000)
  expect(state('missing')).toBeNull()
  expect(contentOf(laptop.database)).toEqual(ofHub())
})

test('a hub that was restored meanwhile is given back what it forgot, and fills the laptop', async () => {
  const [first] = await filled(5)
  const backup = hub.backup()
  laptop.act('thread.setPriority', { threadId: first?.thread.id ?? '', priority: 'urgent', seen: 'normal' })
  await laptop.sync(60_000)
  update()
  await hub.restore(backup, 'another')
  await laptop.sync(120_000)
  expect([state('missing'), laptop.store.state.get('epoch')]).toEqual([null, 'another'])
  expect(contentOf(laptop.database)).toEqual(ofHub())
})

test('two updates before the laptop is online again bring the tables of both', async () => {
  await filled(3)
  const { handle } = laptop.database.database.db
  handle.exec(`DELETE FROM messages;${bringTables('messages')}`)
  handle.exec(`DELETE FROM threads;${bringTables('threads', 'messages')}`)
  expect(JSON.parse(state('missing') ?? '[]')).toEqual(['messages', 'threads'])
  await laptop.sync(60_000)
  expect(contentOf(laptop.database)).toEqual(ofHub())
})
