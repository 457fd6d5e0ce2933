import { afterEach, beforeEach, expect, test } from 'vitest'
import { overlayRows } from '../../../main/data/sync/row-overlay.ts'
import type { LaptopStore } from '../../../main/data/sync/store.ts'
import { createMapLaptopStore } from '../../simulation/stores/map-laptop-store.ts'
import { aCustomer, aMessage, anAgent, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId } from '../../support/sample-row.ts'

let database: LaptopDatabase
beforeEach(() => {
  database = openLaptopDatabase()
})
afterEach(() => database.close())

const ticketId = sampleId()
const customerId = sampleId()
const messages = [1, 2, 3, 4].map(seq => aMessage({ id: `m${seq}`, ticketId, customerId, seq }))
const [first, second, third] = messages

function filled(store: LaptopStore): LaptopStore {
  store.transaction('relaxed', () => {
    for (const row of messages) store.rows.put('messages', row as never, 7)
  })
  return store
}

const writesOf = ({ database: { db } }: LaptopDatabase): unknown =>
  db.handle.prepare('SELECT total_changes()').pluck().get()

/** Steps of a replay: put back, made, changed, moved elsewhere, removed. */
function play(store: LaptopStore): unknown {
  const { rows } = store
  const look = (above: number | null): readonly unknown[] =>
    rows
      .many({
        table: 'messages',
        where: { ticketId },
        above: above === null ? null : { column: 'seq', value: above },
      })
      .map(({ row, version }) => [row['id'], row['bodyText'], version])
  const seen: unknown[] = [look(null)]
  rows.remove('messages', first?.id ?? '')
  rows.patch('messages', second?.id ?? '', { bodyText: 'Another word' })
  rows.patch('messages', third?.id ?? '', { ticketId: 'elsewhere' })
  rows.put('messages', aMessage({ id: 'm0', ticketId, customerId, seq: null }) as never, 0)
  seen.push(look(null), look(2), rows.get('messages', first?.id ?? ''))
  seen.push(rows.version('messages', 'm0'), rows.version('messages', first?.id ?? ''))
  rows.put('messages', first as never, 7)
  rows.remove('messages', 'm0')
  seen.push(look(null), rows.get('messages', 'm0'), rows.version('messages', third?.id ?? ''))
  return seen
}

test.each([
  ['SQLite', () => database.store],
  ['maps', () => createMapLaptopStore()],
])('rows are found as if each step were written, and end the same, on %s', (_name, open) => {
  const plain = openLaptopDatabase()
  const expected = plain.store.transaction('relaxed', () => play(filled(plain.store)))
  const store = filled(open())
  store.transaction('relaxed', () => {
    const overlay = overlayRows(store)
    expect(play(overlay.store)).toEqual(expected)
    expect(store.rows.get('messages', second?.id ?? '')?.row['bodyText']).toBe(second?.bodyText)
    overlay.write()
  })
  for (const { id } of [...messages, { id: 'm0' }])
    expect(store.rows.get('messages', id)).toEqual(plain.store.rows.get('messages', id))
  plain.close()
})

test('what ends as it stood is not written, nor are its words', () => {
  const store = filled(database.store)
  const before = writesOf(database)
  store.transaction('relaxed', () => {
    const overlay = overlayRows(store)
    for (const row of messages) {
      overlay.store.rows.remove('messages', row.id)
      overlay.store.rows.put('messages', row as never, 7)
      overlay.store.rows.patch('messages', row.id, { bodyText: 'for a moment' })
      overlay.store.rows.patch('messages', row.id, { bodyText: row.bodyText })
    }
    overlay.write()
  })
  expect(writesOf(database)).toBe(before)
})

test('rights are written at once, because they are read past every overlay', () => {
  const { store } = database
  const agent = anAgent()
  store.transaction('relaxed', () => {
    const { rows } = overlayRows(store).store
    rows.put('agents', agent as never, 3)
    rows.patch('agents', agent.id, { role: 'supervisor' })
    expect(store.rows.get('agents', agent.id)?.row['role']).toBe('supervisor')
    rows.remove('agents', agent.id)
    expect(store.rows.get('agents', agent.id)).toBeNull()
  })
})

test('a row that is not here is not patched', () => {
  const { store } = database
  const { rows } = overlayRows(store).store
  expect(() => rows.patch('messages', 'nobody', { bodyText: '' })).toThrow('not here')
})

/** A laptop with so many replies of one ticket unsent. */
async function writtenOffline(replies: number): Promise<Laptop & { readonly send: () => Promise<void> }> {
  const clock = createFakeClock()
  const hub = createMemoryHub({ clock })
  const agent = anAgent()
  const customer = aCustomer({ id: sampleId() })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, number: null, lastMessageSeq: 0 })
  const thread = aThread({ id: sampleId(), customerId: customer.id, ticketId: ticket.id, state: 'open' })
  await hub.stage('agents', agent)
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  const remote = hub.connect(agent.id)
  const laptop = createLaptop({ clock, remote, actor: agent })
  await laptop.sync()
  remote.failure = { kind: 'offline', neverLeft: true }
  for (let count = 0; count < replies; count += 1)
    laptop.act('note.add', {
      noteId: sampleId(),
      ticketId: ticket.id,
      threadId: thread.id,
      body: `Note ${count} about the scanner`,
      attachments: [],
    })
  remote.failure = null
  return { ...laptop, send: () => laptop.sync() }
}

test('what an answer costs does not grow with what waits behind it on the same ticket', async () => {
  const laptop = await writtenOffline(220)
  const { database: opened } = laptop
  const before = Number(writesOf(opened))
  await laptop.send()
  expect(laptop.engine.status().waiting).toBe(0)
  // With every row put back and made again it is twice as much at three pushes, and more with each push.
  expect((Number(writesOf(opened)) - before) / 220).toBeLessThan(14)
  await laptop.close()
})
