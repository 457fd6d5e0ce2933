import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  changeScopePolicy,
  deleteTicket,
  eraseCustomer,
  purgeTombstones,
} from '../../../server/sync/admin.ts'
import { erasedHere } from '../../../main/data/sync/erase-person.ts'
import { aCustomer, anAgent, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

// A laptop that is away for longer than tombstones are kept hears of erased people with the end of a snapshot.

const MARKER = 'XMARKERX7Q'
const agent = anAgent({ id: sampleId(), role: 'supervisor' })
const other = aCustomer({ id: sampleId(), name: 'Somebody else' })

let clock: FakeClock
let hub: MemoryHub
let laptop: Laptop
let remote: MemoryRemote
let customerId: string
let ticketId: string

beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 2 })
  const customer = aCustomer({ id: sampleId(), name: `Maria ${MARKER}` })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, subject: MARKER })
  customerId = customer.id
  ticketId = ticket.id
  await hub.stage('agents', agent)
  await hub.stage('customers', customer, other)
  await hub.stage('tickets', ticket)
  remote = hub.connect(agent.id)
  laptop = createLaptop({ clock, remote, actor: agent })
  await laptop.sync(60_000)
})
afterEach(() => laptop.close())

const noteOf = (body: string) => ({
  noteId: sampleId(),
  ticketId,
  threadId: null,
  body,
  attachments: [],
})
const addContact = (): string =>
  laptop.act('contact.add', {
    contactPointId: sampleId(),
    customerId,
    kind: 'phone',
    value: MARKER,
    label: null,
  })

/** Something accepted, a draft the hub has, then two things it never heard of. */
async function workAndGoAway(): Promise<void> {
  addContact()
  const { clientId } = laptop
  const draft = { draftId: sampleId(), clientId, ticketId, mode: 'reply', body: MARKER } as const
  laptop.act('draft.save', { ...draft, to: null, cc: null, seenUpToSeq: 0 })
  await laptop.sync(60_000)
  remote.failure = { kind: 'offline' }
  laptop.act('note.add', noteOf('my own words'))
  addContact()
}
const erase = (): Promise<void> => hub.admin(deps => eraseCustomer(deps, hub.workspaceId, customerId))
const forgetTombstones = (): Promise<void> =>
  hub.admin(deps => purgeTombstones(deps, hub.workspaceId, clock.now() + 1))
const comeBack = async (): Promise<void> => {
  remote.failure = null
  await laptop.sync(60_000)
}

/** Everything that lies in the tables of the laptop, as text. */
function everything(): string {
  const { handle } = laptop.database.database.db
  const names = handle
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'`)
    .pluck()
    .all() as string[]
  return names.map(name => JSON.stringify(handle.prepare(`SELECT * FROM "${name}"`).all())).join('\n')
}

/** What a laptop keeps of the person, and what it keeps beside. */
const kept = () => ({
  customer: laptop.row('customers', customerId),
  ticket: laptop.row('tickets', ticketId),
  drafts: laptop.rows('drafts'),
  departures: laptop.store.departures.list(),
  accepted: laptop.store.outbox.doneSince(0),
  hasMarker: everything().includes(MARKER),
  erased: [...erasedHere(laptop.store)],
  own: laptop.store.outbox.parked().find(({ name }) => name === 'note.add'),
  isOtherHere: laptop.row('customers', other.id) !== null,
})
const ownWordsOnly = () => ({
  customer: null,
  ticket: null,
  drafts: [],
  departures: [],
  accepted: [],
  hasMarker: false,
  erased: [customerId],
  own: { args: { body: 'my own words' }, verdict: { kind: 'gone' } },
  isOtherHere: true,
})

test('of a person erased while this laptop was away for long nothing stays but own words', async () => {
  await workAndGoAway()
  expect(everything()).toContain(MARKER)
  await erase()
  await forgetTombstones()
  await comeBack()
  expect(kept()).toMatchObject(ownWordsOnly())
  // The same once more changes nothing.
  await hub.admin(deps => changeScopePolicy(deps, hub.workspaceId, 'teams'))
  await laptop.sync(60_000)
  expect(kept()).toMatchObject(ownWordsOnly())
})

test('a snapshot for another reason passes over tombstones too: it names who was erased', async () => {
  await workAndGoAway()
  await erase()
  await hub.admin(deps => changeScopePolicy(deps, hub.workspaceId, 'teams'))
  await comeBack()
  expect(kept()).toMatchObject(ownWordsOnly())
})

test('a laptop that no longer knows how far it had come is told of everybody', async () => {
  await workAndGoAway()
  await erase()
  await forgetTombstones()
  laptop.store.transaction('durable', () => {
    for (const key of ['cursor', 'upToSeq'] as const) laptop.store.state.set(key, null)
  })
  await comeBack()
  expect(kept()).toMatchObject(ownWordsOnly())
})

test('a hub restored to a time after the erasure names the person under its new epoch', async () => {
  await workAndGoAway()
  await erase()
  await forgetTombstones()
  await hub.restore(hub.backup(), 'another')
  await comeBack()
  expect(kept()).toMatchObject(ownWordsOnly())
})

test('people who were never here leave no mark, nor does anybody on a laptop that is filled for the first time', async () => {
  remote.failure = { kind: 'offline' }
  const stranger = aCustomer({ id: sampleId() })
  await hub.stage('customers', stranger)
  await hub.admin(deps => eraseCustomer(deps, hub.workspaceId, stranger.id))
  await hub.admin(deps => changeScopePolicy(deps, hub.workspaceId, 'teams'))
  await comeBack()
  expect([...erasedHere(laptop.store)]).toEqual([])
  expect(laptop.row('customers', customerId)).not.toBeNull()
  await erase()
  const asked: (number | null)[] = []
  const fresh = hub.connect(agent.id)
  const { snapshot } = fresh
  Object.assign(fresh, {
    snapshot: (query: Parameters<typeof snapshot>[0]) => {
      asked.push(query.since)
      return snapshot(query)
    },
  })
  const second = createLaptop({ clock, remote: fresh, actor: agent })
  await second.sync(60_000)
  expect(second.row('customers', other.id)).not.toBeNull()
  expect(new Set(asked)).toEqual(new Set([null]))
  await second.close()
})

test('a draft that was begun offline and arrives after the person was erased is kept nowhere', async () => {
  remote.failure = { kind: 'offline' }
  const draftId = sampleId()
  const { clientId } = laptop
  const draft = { draftId, clientId, ticketId, mode: 'reply', body: MARKER } as const
  laptop.act('draft.save', { ...draft, to: null, cc: null, seenUpToSeq: 0 })
  await clock.advance(60_000)
  await erase()
  await forgetTombstones()
  await comeBack()
  expect(hub.state().rows.get('drafts')?.size).toBe(0)
  expect(laptop.rows('drafts')).toEqual([])
  expect(laptop.store.outbox.isEmpty()).toBe(true)
  expect(everything()).not.toContain(MARKER)
})

test('a draft on a ticket that was deleted, and forgotten, long before its person is erased goes with the person', async () => {
  const { clientId } = laptop
  const draft = { draftId: sampleId(), clientId, ticketId, mode: 'reply', body: MARKER } as const
  laptop.act('draft.save', { ...draft, to: null, cc: null, seenUpToSeq: 0 })
  await laptop.sync(60_000)
  await hub.admin(deps => deleteTicket(deps, hub.workspaceId, ticketId))
  await forgetTombstones()
  await laptop.sync(60_000)
  expect([hub.state().rows.get('drafts')?.size, laptop.rows('drafts').length]).toEqual([1, 1])
  await erase()
  await laptop.sync(60_000)
  expect([hub.state().rows.get('drafts')?.size, laptop.rows('drafts')]).toEqual([0, []])
  expect(everything()).not.toContain(MARKER)
})
