import { afterEach, beforeEach, expect, test } from 'vitest'
import { getGuestHours } from '../../../main/data/queries/guest-hours.ts'
import type { GuestHours } from '../../../shared/contract/proposals.ts'
import { aCustomer, anAgent, aTeam, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'
import { changeAgent } from '../../../server/sync/admin.ts'

// What a guest is told of the agreed hours, from what they did on their laptop.

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const team = aTeam({ id: sampleId() })
let clock: FakeClock
let hub: MemoryHub
let remote: MemoryRemote
let laptop: Laptop
let ticketId: string

beforeEach(async () => {
  // A Wednesday.
  clock = createFakeClock(Date.parse('2026-11-25T09:00:00Z'))
  hub = createMemoryHub({ clock })
  const guest = anAgent({ id: sampleId(), teamIds: [team.id] })
  const customerId = sampleId()
  ticketId = sampleId()
  await hub.stage('teams', team)
  await hub.stage('agents', guest)
  await hub.stage('customers', aCustomer({ id: customerId }))
  await hub.stage('tickets', aTicket({ id: ticketId, customerId, number: null }))
  await hub.stage('threads', aThread({ id: sampleId(), customerId, ticketId, teamId: team.id }))
  await hub.admin(deps => changeAgent(deps, hub.workspaceId, { id: guest.id, role: 'guest', guestHours: 4 }))
  remote = hub.connect(guest.id)
  laptop = createLaptop({ clock, remote, actor: { ...guest, role: 'guest' }, followsDirectory: true })
  await laptop.sync(1_000)
})
afterEach(() => laptop.close())

const hours = (agentId = laptop.actor.id): GuestHours | null =>
  getGuestHours({ db: laptop.database.reader(), agentId, clientId: laptop.clientId, clock })
const note = (): string =>
  laptop.act('note.add', { noteId: sampleId(), ticketId, threadId: null, body: 'Seen', attachments: [] })

test('counts quarters of an hour, unsent and sent alike, and begins again with the week', async () => {
  expect(hours()).toEqual({ agreed: 4, quarters: 0 })
  remote.failure = { kind: 'offline' }
  note()
  clock.jump(5 * MINUTE_MS)
  note()
  expect(hours()?.quarters).toBe(1)
  clock.jump(20 * MINUTE_MS)
  note()
  expect(hours()?.quarters).toBe(2)
  remote.failure = null
  await laptop.sync(60_000)
  expect(laptop.engine.status().waiting).toBe(0)
  expect(hours()?.quarters).toBe(2)
  clock.jump(7 * DAY_MS)
  expect(hours()?.quarters).toBe(0)
})

test('writing is work, also where the pauses of it become one act', () => {
  const draft = { draftId: sampleId(), clientId: laptop.clientId, ticketId, mode: 'reply' as const }
  const save = (body: string): string =>
    laptop.act('draft.save', { ...draft, body, to: null, cc: null, seenUpToSeq: 0, files: null })
  save('Dear')
  clock.jump(16 * MINUTE_MS)
  save('Dear Ana')
  expect(hours()?.quarters).toBe(2)
})

test('colleagues are told nothing', () => {
  expect(hours(sampleId())).toBeNull()
})
