import { afterEach, beforeEach, expect, test } from 'vitest'
import { watchStay } from '../../../main/data/watch-stay.ts'
import { changeAgent } from '../../../server/sync/admin.ts'
import type { AgentId } from '../../../shared/domain/ids.ts'
import { silentLog } from '../../../shared/log.ts'
import { aCustomer, anAgent, aTeam, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock, settle } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

// A guest whose time ends while their laptop is away, and never comes online again.

const HOUR_MS = 3_600_000
/** Within this it is looked at. */
const LOOKS_MS = 11 * 60_000
const DAY_MS = 24 * HOUR_MS
const team = aTeam({ id: sampleId() })

let hubClock: FakeClock
/** The laptop's own, which anybody may set. */
let clock: FakeClock
let hub: MemoryHub
let laptop: Laptop
let remote: MemoryRemote
let guestId: AgentId
let untilMs: number
let ticketIds: readonly string[]

const tellGuest = (fields: { readonly guestUntilMs: number }): Promise<void> =>
  hub.admin(deps => changeAgent(deps, hub.workspaceId, { id: guestId, ...fields }))
const held = () => ({
  customers: laptop.rows('customers').length,
  tickets: laptop.rows('tickets').length,
  threads: laptop.rows('threads').length,
  people: laptop.rows('agents').length + laptop.rows('teams').length,
})

beforeEach(async () => {
  hubClock = createFakeClock()
  // Ten minutes ahead of the hub's.
  clock = createFakeClock(hubClock.now() + 10 * 60_000)
  hub = createMemoryHub({ clock: hubClock })
  const guest = anAgent({ id: sampleId(), teamIds: [team.id] })
  guestId = guest.id
  await hub.stage('teams', team)
  await hub.stage('agents', guest)
  const cases = [0, 1].map(() => {
    const [customerId, ticketId] = [sampleId(), sampleId()]
    return { customerId, ticketId, place: { customerId, ticketId } }
  })
  ticketIds = cases.map(({ ticketId }) => ticketId)
  for (const { customerId, ticketId, place } of cases) {
    await hub.stage('customers', aCustomer({ id: customerId }))
    await hub.stage('tickets', aTicket({ id: ticketId, customerId, number: null }))
    await hub.stage('threads', aThread({ id: sampleId(), ...place, teamId: team.id }))
  }
  untilMs = hubClock.now() + DAY_MS
  await hub.admin(deps =>
    changeAgent(deps, hub.workspaceId, { id: guest.id, role: 'guest', guestUntilMs: untilMs }),
  )
  remote = hub.connect(guest.id)
  laptop = createLaptop({ clock, remote, actor: { ...guest, role: 'guest' }, followsDirectory: true })
  await laptop.sync(60_000)
  remote.failure = { kind: 'offline' }
})
afterEach(() => laptop.close())

const WHOLE = { customers: 2, tickets: 2, threads: 2, people: 2 }
const EMPTY = { customers: 0, tickets: 0, threads: 0, people: 2 }

test('the laptop empties itself at the end by the hub’s time, and not a moment before', async () => {
  expect(held()).toEqual(WHOLE)
  // By its own clock the end has passed; by the hub's it has not.
  clock.jump(untilMs - clock.now() + 60_000)
  await laptop.engine.endStay()
  expect(held()).toEqual(WHOLE)
  clock.jump(10 * 60_000)
  await laptop.engine.endStay()
  expect(held()).toEqual(EMPTY)
})

test('what is unsent stays with what it is about, and leaves when there is a way', async () => {
  const note = {
    noteId: sampleId(),
    ticketId: ticketIds[0] ?? '',
    threadId: null,
    body: 'Seen',
    attachments: [],
  }
  laptop.act('note.add', note)
  clock.jump(2 * DAY_MS)
  await laptop.engine.endStay()
  expect(held()).toMatchObject({ customers: 1, people: 2 })
  expect(laptop.row('notes', note.noteId)?.body).toBe('Seen')
  expect(laptop.engine.status().waiting).toBe(1)
})

test('a clock put forward empties it; when the hub says that the time goes on, everything comes again', async () => {
  clock.jump(3 * DAY_MS)
  await laptop.engine.endStay()
  expect(held()).toEqual(EMPTY)
  clock.jump(-3 * DAY_MS)
  await laptop.engine.endStay()
  remote.failure = null
  await laptop.sync(60_000)
  expect(held()).toEqual(WHOLE)
  // The real end is still to come.
  remote.failure = { kind: 'offline' }
  clock.jump(DAY_MS)
  await laptop.engine.endStay()
  expect(held()).toEqual(EMPTY)
})

test('a longer time that the hub tells brings everything again', async () => {
  clock.jump(DAY_MS + HOUR_MS)
  await laptop.engine.endStay()
  expect(held()).toEqual(EMPTY)
  await tellGuest({ guestUntilMs: untilMs + 7 * DAY_MS })
  remote.failure = null
  await laptop.sync(60_000)
  expect(held()).toEqual(WHOLE)
})

test('nobody else’s laptop empties itself, and no guest’s without a last day', async () => {
  await tellGuest({ guestUntilMs: untilMs + 30 * DAY_MS })
  remote.failure = null
  await laptop.sync(60_000)
  clock.jump(2 * DAY_MS)
  expect(await laptop.engine.endStay()).toBeGreaterThan(20 * DAY_MS)
  expect(held()).toEqual(WHOLE)
  await hub.admin(deps => changeAgent(deps, hub.workspaceId, { id: guestId, role: 'agent' }))
  await laptop.sync(60_000)
  clock.jump(300 * DAY_MS)
  expect(await laptop.engine.endStay()).toBeNull()
  expect(held()).toEqual(WHOLE)
})

test('it is looked at by itself, without anybody doing anything', async () => {
  const watch = watchStay({
    clock,
    log: silentLog,
    engine: laptop.engine,
    blobs: { letOthersGo: async () => {} },
  })
  await clock.advance(LOOKS_MS)
  expect(held()).toEqual(WHOLE)
  clock.jump(2 * DAY_MS)
  await clock.advance(LOOKS_MS)
  await settle()
  expect(held()).toEqual(EMPTY)
  watch.stop()
})
