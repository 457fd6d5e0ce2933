import { beforeAll, describe, expect, test } from 'vitest'
import { changeAgent, stageRows } from '../../../server/sync/admin.ts'
import { newId } from '../../../shared/domain/ids.ts'
import { GuestAnswer, GuestsAnswer } from '../../../shared/protocol/guests.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { aCalendar, aPolicy, aTarget, freshId } from '../../support/builders.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { SignedInAs } from '../../support/hub.ts'
import { addGuest, post } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'

// Hours agreed with a guest, and how much of them is done.

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MINUTE_MS = 60_000
const hub = fileHub()
let sara: SignedInAs
let gus: SignedInAs

beforeAll(async () => {
  // A Wednesday at noon: the week has begun on every clock.
  const monday = 4 * DAY_MS
  const inWeek = (hub.clock.now() - monday) % (7 * DAY_MS)
  hub.clock.shift(7 * DAY_MS - inWeek + 2 * DAY_MS + 12 * HOUR_MS)
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.sara, teamIds: [hub.teamIds.orders] })
  await addGuest(hub)
  sara = await hub.signIn('sara')
  gus = await hub.signIn('gus')
})

const quartersOf = async (agentId: string): Promise<number | undefined> => {
  const answer = await fetch(`${hub.url}${routes.guests}`, { headers: sara.headers })
  const { used } = GuestsAnswer.parse(await answer.json())
  return used.find(each => each.agentId === agentId)?.quarters
}
const noteAt = async (ticketId: string, atMs: number): Promise<void> => {
  const args = { noteId: freshId(), ticketId, threadId: null, body: 'Seen', attachments: [] }
  const mutationId = newId(atMs, Math.random)
  const { kind } = await pushOne(hub, gus, { name: 'note.add', args, mutationId, nowMs: atMs })
  expect(kind).toBe('done')
}

test('what a guest does counts by the quarter of an hour it was done in, whenever it arrives', async () => {
  const { ticket } = await addCase(hub, { teamId: hub.teamIds.orders })
  const id = gus.agent.id
  expect(await quartersOf(id)).toBe(0)
  const nine = hub.clock.now() - (hub.clock.now() % DAY_MS) + 9 * HOUR_MS
  await noteAt(ticket.id, nine)
  await noteAt(ticket.id, nine + 14 * MINUTE_MS)
  expect(await quartersOf(id)).toBe(1)
  // Yesterday without a network, sent now.
  await noteAt(ticket.id, nine - DAY_MS)
  await noteAt(ticket.id, nine + 20 * MINUTE_MS)
  expect(await quartersOf(id)).toBe(3)
  // Of last week, by the clock of nobody's opening hours: Sunday evening.
  const sunday = nine - 2 * DAY_MS - 12 * HOUR_MS
  await noteAt(ticket.id, sunday)
  expect(await quartersOf(id)).toBe(3)
  // In Auckland it was Monday by then.
  const target = aTarget({ calendarId: freshId() })
  const targets = { urgent: null, high: null, normal: target, low: null }
  await stageRows(hub.deps, hub.workspaceId, [
    [
      { table: 'calendars', row: aCalendar({ id: target.calendarId, timeZone: 'Pacific/Auckland' }) },
      { table: 'slaPolicies', row: aPolicy({ id: freshId(), targets }) },
    ],
  ])
  expect(await quartersOf(id)).toBe(4)
})

test('work of colleagues is not counted', async () => {
  const lena = await hub.signIn('lena')
  expect(await quartersOf(lena.agent.id)).toBeUndefined()
})

describe('hours a week', () => {
  const send = async (request: object): Promise<{ status: number; agentId: string }> => {
    const answer = await post(`${hub.url}${routes.guests}`, request, sara.headers)
    const body: unknown = await answer.json()
    return { status: answer.status, agentId: GuestAnswer.safeParse(body).data?.agentId ?? '' }
  }
  const agreedWith = async (id: string): Promise<unknown> => {
    const [row] = await hub.store.read(hub.workspaceId, tx => tx.rows('agents', [id]))
    return row?.['guestHours']
  }
  const make = { act: 'make', name: 'Emil Falk', untilMs: null }

  test('are set and changed, and a laptop that does not know them leaves them', async () => {
    const teamIds = [hub.teamIds.orders]
    const { agentId } = await send({ ...make, email: 'emil@acme.example', teamIds, hours: 4 })
    expect(await agreedWith(agentId)).toBe(4)
    const change = { act: 'change', agentId, teamIds, untilMs: null }
    expect((await send({ ...change, hours: 6 })).status).toBe(200)
    expect(await agreedWith(agentId)).toBe(6)
    expect((await send(change)).status).toBe(200)
    expect(await agreedWith(agentId)).toBe(6)
    expect((await send({ ...change, hours: null })).status).toBe(200)
    expect(await agreedWith(agentId)).toBeNull()
    expect(await Promise.all([0, 81, 1.5].map(hours => send({ ...change, hours })))).toMatchObject([
      { status: 400 },
      { status: 400 },
      { status: 400 },
    ])
    const old = await send({ ...make, email: 'ida@acme.example', teamIds })
    expect(await agreedWith(old.agentId)).toBeNull()
  })

  test('of a guest of several supervisors are for all of them, or an administrator', async () => {
    const adam = await hub.signIn('adam')
    const teamIds = [hub.teamIds.orders, hub.teamIds.devices]
    const made = { ...make, email: 'nina@acme.example', teamIds, hours: 4 }
    const answer = await post(`${hub.url}${routes.guests}`, made, adam.headers)
    const { agentId } = GuestAnswer.parse(await answer.json())
    expect(await send({ act: 'change', agentId, teamIds, untilMs: null, hours: 5 })).toMatchObject({
      status: 403,
    })
    expect(await send({ act: 'change', agentId, teamIds, untilMs: null, hours: 4 })).toMatchObject({
      status: 200,
    })
    expect(await agreedWith(agentId)).toBe(4)
  })
})
