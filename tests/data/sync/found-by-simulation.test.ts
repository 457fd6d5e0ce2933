import { afterEach, beforeEach, expect, test } from 'vitest'
import { BACKUP_HORIZON_MS } from '../../../shared/protocol/version.ts'
import { changeScopePolicy } from '../../../server/sync/admin.ts'
import { undoAct } from '../../../main/data/sync/undo.ts'
import { aCustomer, anAgent, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

// What the simulation once found, each as short as it can be told on real SQLite.

const YEAR_MS = 365 * 86_400_000
let clock: FakeClock
let hub: MemoryHub
let laptop: Laptop
let remote: MemoryRemote
const agent = anAgent({ id: sampleId() })
const customer = aCustomer({ id: sampleId() })

beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 1 })
  await hub.stage('agents', agent)
  await hub.stage('customers', customer)
  remote = hub.connect(agent.id)
  laptop = createLaptop({ clock, remote, actor: agent })
})
afterEach(() => laptop.close())

const addContact = (value: string): { readonly contactPointId: string; readonly mutationId: string } => {
  const contactPointId = sampleId()
  const args = { contactPointId, customerId: customer.id, kind: 'phone' as const, value, label: null }
  return { contactPointId, mutationId: laptop.act('contact.add', args) }
}
const doneHere = (): number => laptop.store.outbox.doneSince(0).length

test('a way to reach somebody that comes back is seen by the one that was added since', async () => {
  await laptop.sync(60_000)
  remote.failure = { kind: 'offline' }
  const first = addContact('111')
  const removal = laptop.act('contact.remove', {
    contactPointId: first.contactPointId,
    customerId: customer.id,
  })
  const second = addContact('222')
  expect(laptop.row('contactPoints', second.contactPointId)?.isPrimary).toBe(true)
  const { store, clientId } = laptop
  undoAct({ store, clientId, clock, random: seededRandom(1), actor: () => agent }, removal)
  expect(laptop.row('contactPoints', first.contactPointId)?.isPrimary).toBe(true)
  expect(laptop.row('contactPoints', second.contactPointId)?.isPrimary).toBe(false)
})

test('an earlier intent that comes back does not see what a later one has made of it', async () => {
  const [ticket, other] = [1, 2].map(() => aTicket({ id: sampleId(), customerId: customer.id, number: null }))
  if (!ticket || !other) throw new Error('no tickets')
  await hub.stage('tickets', ticket, other)
  await laptop.sync(60_000)
  remote.failure = { kind: 'offline' }
  const ids = { ticketId: ticket.id, otherTicketId: other.id }
  const back = { ticketId: other.id, otherTicketId: ticket.id }
  const linkId = sampleId()
  const again = sampleId()
  laptop.act('ticket.link', { linkId, ...ids, kind: 'related' })
  const removal = laptop.act('ticket.unlink', { linkId, ticketId: ticket.id })
  laptop.act('ticket.link', { linkId: again, ...back, kind: 'related' })
  expect(laptop.rows('ticketLinks').map(({ id }) => id)).toEqual([again])
  const { store, clientId } = laptop
  undoAct({ store, clientId, clock, random: seededRandom(1), actor: () => agent }, removal)
  expect(laptop.rows('ticketLinks').map(({ id }) => id)).toEqual([linkId])
})

test('a fill whose scope changes in the middle begins again at once', async () => {
  const snapshot = remote.snapshot
  let asked = 0
  Object.assign(remote, {
    snapshot: async (query: Parameters<typeof snapshot>[0]) => {
      asked += 1
      if (asked === 2) await hub.admin(deps => changeScopePolicy(deps, hub.workspaceId, 'teams'))
      return snapshot(query)
    },
  })
  await laptop.sync(1_000)
  expect(laptop.engine.status()).toMatchObject({ isFilled: true, phase: { state: 'idle' } })
})

test('a fill whose place another release of the hub cannot read begins again', async () => {
  const snapshot = remote.snapshot
  let asked = 0
  Object.assign(remote, {
    snapshot: async (query: Parameters<typeof snapshot>[0]) => {
      asked += 1
      return snapshot(asked === 2 ? { position: 'of-another-release' } : query)
    },
  })
  await laptop.sync(1_000)
  expect(laptop.engine.status()).toMatchObject({ isFilled: true, phase: { state: 'idle' } })
})

test('a restored hub gets back what was accepted before the clock here jumped by years', async () => {
  await laptop.sync(60_000)
  const backup = hub.backup()
  const { contactPointId } = addContact('111')
  await laptop.sync(60_000)
  expect(doneHere()).toBe(1)
  hub.restore(backup, 'another')
  // The hub's clock is this one: only the laptop's time is taken back by what it says.
  const now = clock.now
  Object.assign(clock, { now: () => now() + YEAR_MS })
  laptop.engine.wake('focus')
  await laptop.sync(60_000)
  expect(hub.state().rows.get('contactPoints')?.has(contactPointId)).toBe(true)
})

test('what a restored hub can no longer lack is not kept for ever', async () => {
  await laptop.sync(60_000)
  addContact('111')
  await laptop.sync(60_000)
  expect(doneHere()).toBe(1)
  await clock.advance(BACKUP_HORIZON_MS + 86_400_000)
  laptop.engine.wake('focus')
  await laptop.sync(60_000)
  expect(doneHere()).toBe(0)
})
