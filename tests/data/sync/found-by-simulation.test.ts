import { afterEach, beforeEach, expect, test } from 'vitest'
import { BACKUP_HORIZON_MS } from '../../../shared/protocol/version.ts'
import {
  changeScopePolicy,
  deleteTicket,
  eraseCustomer,
  purgeTombstones,
} from '../../../server/sync/admin.ts'
import { failed } from '../../../main/data/remote/remote.ts'
import type { BlobRef } from '../../../main/data/remote/remote.ts'
import { actorOf } from '../../../main/data/sync/actor.ts'
import { rebase } from '../../../main/data/sync/rebase.ts'
import { departCustomers, departRow } from '../../../main/data/sync/scope.ts'
import { undoAct } from '../../../main/data/sync/undo.ts'
import { aCustomer, anAgent, aTeam, aThread, aTicket, aViewBody } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { firstGuide } from '../../simulation/world/diagnosis-acts.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

// What the simulation once found, each as short as it can be told on real SQLite.

const YEAR_MS = 365 * 86_400_000
let clock: FakeClock
let hub: MemoryHub
let laptop: Laptop
let remote: MemoryRemote
/** What happens while files go ahead of a push. */
let meanwhile: () => void
const agent = anAgent({ id: sampleId(), role: 'supervisor' })
const customer = aCustomer({ id: sampleId() })

beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 1 })
  await hub.stage('agents', agent)
  await hub.stage('customers', customer)
  remote = hub.connect(agent.id)
  meanwhile = () => {}
  const uploadBlobs = async (blobs: readonly BlobRef[]): Promise<null> => {
    meanwhile()
    for (const { customerId, sha256 } of blobs) hub.state().blobs.add(`${customerId}:${sha256}`)
    return null
  }
  laptop = createLaptop({ clock, remote, actor: agent, uploadBlobs })
})
afterEach(() => laptop.close())

const addContact = (value: string): { readonly contactPointId: string; readonly mutationId: string } => {
  const contactPointId = sampleId()
  const args = { contactPointId, customerId: customer.id, kind: 'phone' as const, value, label: null }
  return { contactPointId, mutationId: laptop.act('contact.add', args) }
}
const takeBack = (mutationId: string): void => {
  const { store, clientId } = laptop
  undoAct({ store, clientId, clock, random: seededRandom(1), actor: () => agent }, mutationId)
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
      return snapshot(asked === 2 ? { ...query, position: 'of-another-release' } : query)
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
  await hub.restore(backup, 'another')
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

async function aTicketHere(): Promise<string> {
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, number: null })
  await hub.stage('tickets', ticket)
  await laptop.sync(60_000)
  return ticket.id
}

/** A note with a file: its bytes go ahead of everything that leaves with it. */
function addNoteWithFile(ticketId: string): string {
  const noteId = sampleId()
  const sha256 = 'a'.repeat(64)
  const file = { id: sampleId(), fileName: 'a.txt', mediaType: 'text/plain', sizeBytes: 1, contentId: null }
  const attachments = [{ ...file, sha256 }]
  laptop.act('note.add', { noteId, ticketId, threadId: null, body: 'x', attachments })
  return noteId
}

test('an edit that is made while files travel leaves with them', async () => {
  const ticketId = await aTicketHere()
  const setSubject = (subject: string, seen: string): string =>
    laptop.act('ticket.setSubject', { ticketId, subject, seen })
  meanwhile = () => {
    meanwhile = () => {}
    expect(setSubject('second', 'first')).toBe(joined)
  }
  addNoteWithFile(ticketId)
  const joined = setSubject('first', String(laptop.row('tickets', ticketId)?.subject))
  await laptop.sync(60_000)
  expect(hub.state().rows.get('tickets')?.get(ticketId)).toMatchObject({ subject: 'second' })
  expect(laptop.row('tickets', ticketId)?.subject).toBe('second')
})

test('what is taken back while files travel never leaves', async () => {
  const ticketId = await aTicketHere()
  const added = addContact('111')
  addNoteWithFile(ticketId)
  meanwhile = () => {
    meanwhile = () => {}
    takeBack(added.mutationId)
  }
  await laptop.sync(60_000)
  expect(hub.state().rows.get('contactPoints')?.has(added.contactPointId)).toBe(false)
  expect(laptop.row('contactPoints', added.contactPointId)).toBeNull()
})

test('a restored hub gets back files as well, though their records stand here still', async () => {
  const ticketId = await aTicketHere()
  const backup = hub.backup()
  addNoteWithFile(ticketId)
  await laptop.sync(60_000)
  expect(hub.state().blobs.size).toBe(1)
  await hub.restore(backup, 'another')
  await laptop.sync(60_000)
  expect(hub.state().blobs.size).toBe(1)
  expect(hub.state().rows.get('notes')?.size).toBe(1)
})

test('a note with a file that was removed again before it left holds nothing up', async () => {
  const ticketId = await aTicketHere()
  remote.failure = { kind: 'offline' }
  const noteId = addNoteWithFile(ticketId)
  laptop.act('note.remove', { noteId, ticketId, seen: 'x' })
  remote.failure = null
  await laptop.sync(60_000)
  expect(laptop.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
  expect(hub.state().rows.get('notes')?.size).toBe(0)
})

test('a hint that was under way does not bring back what own work has removed since', async () => {
  await laptop.sync(60_000)
  const cursor = String(laptop.store.state.get('cursor'))
  const fromSeq = laptop.engine.upToSeq()
  const { contactPointId } = addContact('111')
  await clock.advance(1_000)
  const answer = await remote.pull({ cursor, limit: 100 })
  if (!answer.ok || answer.value.kind !== 'page') throw new Error('no page')
  const { entries, upTo } = answer.value
  laptop.act('contact.remove', { contactPointId, customerId: customer.id })
  await clock.advance(1_000)
  expect(hub.state().rows.get('contactPoints')?.has(contactPointId)).toBe(false)
  laptop.engine.hint({ kind: 'hint', seq: upTo ?? 0, fromSeq, entries, cursor: null })
  expect(laptop.row('contactPoints', contactPointId)).toBeNull()
})

test('what is pending is predicted anew in the transaction that takes the right to do it away', async () => {
  await laptop.sync(60_000)
  remote.failure = { kind: 'offline' }
  laptop.act('agent.setCapacity', { agentId: agent.id, capacity: 3, seen: agent.capacity })
  const viewId = sampleId()
  const shared = { sharedWith: { teamIds: [] }, name: 'Gold', body: aViewBody(), position: 1 }
  laptop.act('view.create', { viewId, ...shared })
  expect(laptop.row('agents', agent.id)?.capacity).toBe(3)
  expect(laptop.row('sharedViews', viewId)).not.toBeNull()
  const { store } = laptop
  const incoming = [{ table: 'agents', id: agent.id, version: 99, row: { ...agent, role: 'agent' } }] as const
  store.transaction('relaxed', () =>
    rebase({ store, actor: actorOf(store, agent) }, { incoming, touched: [], source: 'feed' }),
  )
  expect(laptop.row('agents', agent.id)).toMatchObject({ role: 'agent', capacity: agent.capacity })
  // It touches no row of hers and is hers to do no more.
  expect(laptop.row('sharedViews', viewId)).toBeNull()
})

test('what was removed here and there stays away when its tombstone is forgotten', async () => {
  await laptop.sync(60_000)
  const { contactPointId } = addContact('111')
  await laptop.sync(60_000)
  const push = remote.push
  Object.assign(remote, { push: async () => failed({ kind: 'server-error', status: 503 }) })
  const removal = laptop.act('contact.remove', { contactPointId, customerId: customer.id })
  await hub.act('contact.remove', { contactPointId, customerId: customer.id })
  await hub.admin(deps => purgeTombstones(deps, hub.workspaceId, clock.now() + 1))
  await laptop.sync(3_600_000)
  Object.assign(remote, { push })
  expect(laptop.store.outbox.get(removal)?.state).toBe('parked')
  laptop.engine.resolve([removal], 'discard')
  expect(laptop.row('contactPoints', contactPointId)).toBeNull()
})

test('a customer out of scope goes when the work that held it is taken back', async () => {
  await laptop.sync(60_000)
  remote.failure = { kind: 'offline' }
  const { mutationId } = addContact('111')
  laptop.store.transaction('relaxed', () => departCustomers(laptop.store, [customer.id]))
  expect(laptop.row('customers', customer.id)).not.toBeNull()
  takeBack(mutationId)
  expect(laptop.row('customers', customer.id)).toBeNull()
})

test('words about a person who was erased long ago go with the next snapshot', async () => {
  const ticketId = await aTicketHere()
  // Of a hub that does not say yet who was erased.
  const snapshot = remote.snapshot
  Object.assign(remote, {
    snapshot: (query: Parameters<typeof snapshot>[0]) => snapshot({ ...query, since: null }),
  })
  const draftId = sampleId()
  const { clientId } = laptop
  const draft = { draftId, clientId, ticketId, mode: 'reply', body: 'about her' } as const
  laptop.act('draft.save', { ...draft, to: null, cc: null, seenUpToSeq: 0 })
  await laptop.sync(60_000)
  expect(hub.state().rows.get('drafts')?.has(draftId)).toBe(true)
  await hub.admin(deps => eraseCustomer(deps, hub.workspaceId, customer.id))
  await hub.admin(deps => purgeTombstones(deps, hub.workspaceId, clock.now() + 1))
  await laptop.sync(60_000)
  expect(laptop.row('drafts', draftId)).toBeNull()
})

test('what was removed while a customer was out of sight stays away when the customer comes back', async () => {
  const ticketId = await aTicketHere()
  const team = aTeam({ id: sampleId() })
  const place = { ticketId, customerId: customer.id, teamId: null, assigneeId: null }
  const thread = aThread({ id: sampleId(), ...place, state: 'open' })
  await hub.stage('teams', team)
  await hub.stage('threads', thread)
  await hub.admin(deps => changeScopePolicy(deps, hub.workspaceId, 'teams'))
  const moveTo = (teamId: string | null, seen: string | null): Promise<void> =>
    hub.act('thread.assign', { threadId: thread.id, team: { seen, value: teamId }, assignee: null })
  const { contactPointId } = addContact('111')
  const { clientId } = laptop
  const draft = { draftId: sampleId(), clientId, ticketId, mode: 'reply', body: 'Dear' } as const
  laptop.act('draft.save', { ...draft, to: null, cc: null, seenUpToSeq: 0 })
  await laptop.sync(60_000)

  remote.failure = { kind: 'offline' }
  await moveTo(team.id, null)
  await hub.act('contact.remove', { contactPointId, customerId: customer.id })
  await hub.admin(deps => purgeTombstones(deps, hub.workspaceId, clock.now() + 1))
  remote.failure = null
  await laptop.sync(60_000)
  expect(laptop.store.departures.list()).toEqual([{ kind: 'customer', id: customer.id }])
  await moveTo(null, team.id)
  await laptop.sync(60_000)
  expect(laptop.store.departures.list()).toEqual([])
  expect(laptop.row('tickets', ticketId)).not.toBeNull()
  expect(laptop.row('contactPoints', contactPointId)).toBeNull()
})

test('what an answer of a guide had taken away stays away when a snapshot takes the run it belongs to', async () => {
  const ticketId = await aTicketHere()
  const guide = firstGuide(sampleId())
  await hub.stage('guides', guide)
  await laptop.sync(60_000)
  const runId = sampleId()
  const step = { runId, stepId: 'a', note: null } as const
  laptop.act('guideRun.start', { runId, ticketId, guideId: guide.id })
  laptop.act('guideRun.answer', { ...step, answer: 'y', seen: null })
  await laptop.sync(60_000)
  expect(laptop.rows('askedTried')).toHaveLength(1)
  remote.failure = { kind: 'offline' }
  laptop.act('guideRun.answer', { ...step, answer: null, seen: 'y' })
  expect(laptop.rows('askedTried')).toEqual([])
  await hub.admin(deps => deleteTicket(deps, hub.workspaceId, ticketId))
  await hub.admin(deps => purgeTombstones(deps, hub.workspaceId, clock.now() + 1))
  remote.failure = null
  await laptop.sync(60_000)
  expect(laptop.row('guideRuns', runId)).toBeNull()
  expect(laptop.rows('askedTried')).toEqual([])
})

test('a row that is not here has nothing to wait for, whatever work names it', async () => {
  const ticketId = await aTicketHere()
  const { clientId, store } = laptop
  const draft = { draftId: sampleId(), clientId, ticketId, mode: 'reply', body: 'Dear' } as const
  laptop.act('draft.save', { ...draft, to: null, cc: null, seenUpToSeq: 0 })
  const leave = (): void =>
    store.transaction('relaxed', () => departRow(store, { kind: 'row', table: 'tickets', id: ticketId }))
  leave()
  expect(store.departures.list()).toEqual([{ kind: 'row', table: 'tickets', id: ticketId }])
  store.transaction('relaxed', () => store.rows.remove('tickets', ticketId))
  leave()
  expect(store.departures.list()).toEqual([])
})

test('a customer whom a restored hub was given again stays when the work that held her here is discarded', async () => {
  const { store } = laptop
  await laptop.sync(60_000)
  const backup = hub.backup()
  const her = aCustomer({ id: sampleId() })
  const [lost, again] = [1, 2].map(() => aTicket({ id: sampleId(), customerId: her.id, number: null }))
  if (!lost || !again) throw new Error('no tickets')
  await hub.stage('customers', her)
  await hub.stage('tickets', lost, again)
  await laptop.sync(60_000)
  remote.failure = { kind: 'offline' }
  const contact = { contactPointId: sampleId(), customerId: her.id, kind: 'phone', value: '111' } as const
  const addition = laptop.act('contact.add', { ...contact, label: null })
  await hub.restore(backup, 'another')
  remote.failure = null
  await laptop.sync(60_000)
  expect(store.outbox.get(addition)?.state).toBe('parked')
  expect(store.departures.list()).toEqual([{ kind: 'customer', id: her.id }])

  await hub.stage('tickets', again)
  await laptop.sync(60_000)
  await hub.stage('customers', her)
  await laptop.sync(60_000)
  laptop.engine.resolve([addition], 'discard')
  expect(laptop.row('customers', her.id)).not.toBeNull()
  expect(laptop.row('tickets', again.id)).not.toBeNull()
  expect(laptop.row('tickets', lost.id)).toBeNull()
})
