import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeAgent, changeScope, sweepScope } from '../../../server/sync/admin.ts'
import { PersonExportAnswer } from '../../../shared/protocol/erase.ts'
import type { ScopeRule } from '../../../server/sync/store.ts'
import { freshId } from '../../support/builders.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import type { Place } from './support.ts'
import { addCase, newCustomer, newPlace, newReply, rawJson, rawRequest, settled } from './support.ts'

const DAY_MS = 86_400_000
let hub: HubUnderTest
/** Lena works for the orders team; Adam, in both teams, makes the cases. */
let lena: SecondClient
let adam: SecondClient

beforeAll(async () => {
  hub = await startTestHub()
  const { agentIds, teamIds, workspaceId } = hub
  await changeAgent(hub.deps, workspaceId, { id: agentIds.adam, teamIds: [teamIds.orders, teamIds.devices] })
  lena = await settled(hub, 'lena')
  adam = await settled(hub, 'adam')
})
afterAll(() => hub.stop())
beforeEach(() =>
  bound({ scopePolicy: 'everything', scopeDays: null, scopeMegabytes: null, scopeMayFetch: 'own' }),
)

/** The policy for laptops, taken by both. */
async function bound(change: Partial<ScopeRule>): Promise<void> {
  await changeScope(hub.deps, hub.workspaceId, change)
  for (const client of [lena, adam]) await client.pull()
}
/** The hub looks at ages as it will in so many days. */
async function daysPass(days: number): Promise<readonly (string | null)[]> {
  const clock = { ...hub.deps.clock, now: () => hub.deps.clock.now() + days * DAY_MS }
  await sweepScope({ ...hub.deps, clock }, hub.workspaceId)
  return lena.pull()
}
const holds = (client: SecondClient, { customerId }: Pick<Place, 'customerId'>): boolean =>
  client.row('customers', customerId) !== null

async function solvedCase(teamId: string | null = null): Promise<Place> {
  const at = await addCase(adam, { teamId })
  const args = { threadId: at.threadId, state: 'solved', seen: 'open', seenUpToSeq: 0 }
  expect((await adam.send('thread.setState', args)).kind).toBe('done')
  await lena.pull()
  return at
}
const fetch = (client: SecondClient, at: Partial<Place>, forMs = DAY_MS) =>
  client.send('keep.fetch', {
    keepId: client.newId(),
    agentId: client.state.session?.agent.id,
    customerId: at.customerId ?? null,
    ticketId: at.ticketId ?? null,
    forMs,
  })

test('L17 closed work leaves when it was not touched for the days of the policy, and comes back when it is', async () => {
  const [closed, open, promised] = [await solvedCase(), await addCase(adam), await solvedCase()]
  const due = { followUpId: adam.newId(), customerId: promised.customerId, ticketId: null, title: 'Ask' }
  await adam.send('followUp.add', { ...due, reason: null, channel: null, dueAtMs: 1, ownerId: null })
  const bare = newPlace(adam)
  await adam.send('customer.create', newCustomer(bare.customerId))
  await bound({ scopeDays: 30 })
  const all = [closed, open, promised, bare]
  expect(all.map(at => holds(lena, at))).toEqual([true, true, true, true])
  expect(await daysPass(29)).toEqual([])
  expect(all.map(at => holds(lena, at))).toEqual([true, true, true, true])
  // Entries of the feed, no snapshot.
  expect(await daysPass(32)).toEqual([])
  expect(all.map(at => holds(lena, at))).toEqual([false, true, true, false])
  await adam.send('ticket.reply', newReply(adam, closed, { confirmed: true }))
  const reopened = { threadId: closed.threadId, state: 'open', seen: 'solved', seenUpToSeq: 9 }
  expect((await adam.send('thread.setState', reopened)).kind).toBe('done')
  await lena.pull()
  expect(holds(lena, closed)).toBe(true)
  // A clock that was put back brings back what it took.
  await daysPass(0)
  expect(holds(lena, bare)).toBe(true)
})

test('L18 above the size of the policy the oldest closed work leaves first, and open work never', async () => {
  const [old, young, open] = [await solvedCase(), await solvedCase(), await addCase(adam)]
  for (const at of [old, young, open]) {
    const words = { confirmed: true, bodyText: 'x'.repeat(500_000) }
    expect((await adam.send('ticket.reply', newReply(adam, at, words))).kind).toBe('done')
  }
  const at = hub.deps.clock.now()
  await hub.database.owner.query(
    `UPDATE tandem.threads SET last_activity_at_ms = $1 - 50 * 86400000::bigint WHERE customer_id = $2`,
    [at, old.customerId],
  )
  await hub.database.owner.query(
    `UPDATE tandem.threads SET last_activity_at_ms = $1 - 20 * 86400000::bigint WHERE customer_id = $2`,
    [at, young.customerId],
  )
  await bound({ scopeDays: 365, scopeMegabytes: 1 })
  expect(await daysPass(0)).toEqual(['scope'])
  expect([old, young, open].map(each => holds(lena, each))).toEqual([false, true, true])
  await bound({ scopeMegabytes: 100 })
  await daysPass(0)
  expect([old, young, open].map(each => holds(lena, each))).toEqual([true, true, true])
})

test('L19 an agent may hold less than the policy says: younger work, fewer queues; what is assigned stays', async () => {
  const { orders, devices } = hub.teamIds
  const [mine, theirs, closed] = [
    await addCase(adam, { teamId: orders }),
    await addCase(adam, { teamId: devices }),
    await solvedCase(orders),
  ]
  const assignee = { seen: null, value: hub.agentIds.lena }
  await adam.send('thread.assign', { threadId: theirs.threadId, team: null, assignee })
  await bound({ scopePolicy: 'teams', scopeDays: 90 })
  await daysPass(40)
  const all = [mine, theirs, closed]
  expect(all.map(at => holds(lena, at))).toEqual([true, true, true])
  const content = {
    queues: 'all',
    alsoTeamIds: [],
    withoutTeamIds: [orders],
    days: 30,
    megabytes: null,
    mayFetch: 'any',
  }
  const own = { agentId: hub.agentIds.lena, seen: 0, content }
  expect((await lena.send('scopePolicy.set', own)).kind).toBe('done')
  expect(await lena.pull()).toEqual(['scope'])
  expect(all.map(at => holds(lena, at))).toEqual([false, true, false])
  // Nobody else hears of it, and nobody may say it for somebody else.
  expect(await adam.pull()).toEqual([])
  expect((await adam.send('scopePolicy.set', { ...own, seen: 1 })).kind).toBe('rejected')
  expect((await lena.send('scopePolicy.set', { ...own, agentId: null })).kind).toBe('rejected')
  const nothing = { ...content, withoutTeamIds: [], days: null }
  expect((await lena.send('scopePolicy.set', { ...own, seen: 1, content: nothing })).kind).toBe('done')
  expect(await lena.pull()).toEqual(['scope'])
  expect(all.map(at => holds(lena, at))).toEqual([true, true, true])
})

test('L20 what is fetched comes whole, stays up to date, and leaves when its time is over or it is let go', async () => {
  const [first, second] = [await solvedCase(), await solvedCase()]
  await bound({ scopeDays: 7 })
  await daysPass(20)
  expect([first, second].map(at => holds(lena, at))).toEqual([false, false])
  expect((await fetch(lena, { ticketId: first.ticketId })).kind).toBe('done')
  const keep = await fetch(lena, { customerId: second.customerId }, 30 * DAY_MS)
  expect(await lena.pull()).toEqual([])
  expect([first, second].map(at => holds(lena, at))).toEqual([true, true])
  // Only the one who asked gets it, and each change of it.
  await adam.pull()
  expect(holds(adam, first)).toBe(false)
  await adam.send('ticket.tag', { ticketId: first.ticketId, tags: ['late'] })
  await lena.pull()
  expect(lena.row('tickets', first.ticketId)?.['tags']).toEqual(['late'])
  await daysPass(21)
  expect([first, second].map(at => holds(lena, at))).toEqual([false, true])
  const keepId = keep.kind === 'done' ? keep.rows.find(({ table }) => table === 'keeps')?.id : null
  expect((await lena.send('keep.end', { keepId })).kind).toBe('done')
  await lena.pull()
  expect(holds(lena, second)).toBe(false)
})

test('L21 beyond the own queues nothing is fetched unless the policy says so, and nothing of what is not there', async () => {
  const { orders, devices } = hub.teamIds
  const [theirs, unknown] = [await addCase(adam, { teamId: devices }), newPlace(adam)]
  await bound({ scopePolicy: 'teams', scopeMayFetch: 'own' })
  expect(holds(lena, theirs)).toBe(false)
  expect((await fetch(lena, theirs)).kind).toBe('done')
  expect(await lena.pull()).toEqual([])
  expect(holds(lena, theirs)).toBe(false)
  await bound({ scopeMayFetch: 'any' })
  expect(holds(lena, theirs)).toBe(true)
  const missing = await fetch(lena, unknown)
  expect(missing).toMatchObject({ kind: 'done', rows: [] })
  // Another team takes the right to what it was fetched by.
  await bound({ scopeMayFetch: 'own' })
  const { lena: id } = hub.agentIds
  await changeAgent(hub.deps, hub.workspaceId, { id, teamIds: [orders, devices] })
  await lena.pull()
  expect(holds(lena, theirs)).toBe(true)
  await changeAgent(hub.deps, hub.workspaceId, { id, teamIds: [orders] })
  await lena.pull()
  expect(holds(lena, theirs)).toBe(false)
})

test('L22 tickets beyond the scope are found by number, words, name and address, as far as they may be fetched', async () => {
  const { orders, devices } = hub.teamIds
  const at = newPlace(adam)
  const point = {
    id: adam.newId(),
    kind: 'email',
    value: 'zoe@harbour.example',
    label: null,
    isPrimary: true,
  }
  await adam.send(
    'customer.create',
    newCustomer(at.customerId, { name: 'Zoë Harbour', contactPoints: [point] }),
  )
  const ticket = { ...at, customerId: at.customerId }
  const thread = {
    id: at.threadId,
    kind: 'support',
    state: 'open',
    priority: 'normal',
    teamId: devices,
    assigneeId: null,
  }
  const made = await adam.send('ticket.create', {
    ticketId: ticket.ticketId,
    customerId: at.customerId,
    subject: 'Scanner shows nothing after the update',
    channel: 'email',
    tags: [],
    fields: {},
    threads: [thread],
    message: null,
    note: null,
  })
  expect(made.kind).toBe('done')
  const number = String(adam.row('tickets', at.ticketId)?.['number'])
  await bound({ scopePolicy: 'teams', scopeMayFetch: 'any' })
  const found = async (text: string): Promise<readonly unknown[]> => {
    const answer = await rawRequest(lena, {
      path: `/v1/sync/find?${new URLSearchParams({ text }).toString()}`,
    })
    expect(answer.status).toBe(200)
    const { hits } = JSON.parse(Buffer.from(answer.body).toString()) as { hits: { ticketId: string }[] }
    return hits.map(hit => hit.ticketId)
  }
  for (const text of [
    number,
    `#${number}`,
    'scanner upd',
    'Harb',
    'zoe@harbour.example',
    'ZOE@harbour.example',
  ])
    expect([text, await found(text)]).toEqual([text, expect.arrayContaining([at.ticketId])])
  expect(await found('nobody has this')).toEqual([])
  expect(await found('!?')).toEqual([])
  expect((await rawRequest(lena, { path: '/v1/sync/find?text=x' })).status).toBe(400)
  await bound({ scopeMayFetch: 'own' })
  expect(await found('scanner')).toEqual([])
  const { lena: id } = hub.agentIds
  await changeAgent(hub.deps, hub.workspaceId, { id, teamIds: [orders, devices] })
  expect(await found('scanner')).toContain(at.ticketId)
  await changeAgent(hub.deps, hub.workspaceId, { id, teamIds: [orders] })
  await lena.pull()
})

test('L24 records of one person enter and leave together, and are looked at by themselves again once separated', async () => {
  const { orders, devices } = hub.teamIds
  const [mine, theirs] = [await addCase(adam, { teamId: orders }), await addCase(adam, { teamId: devices })]
  await bound({ scopePolicy: 'teams' })
  const both = (): readonly boolean[] => [mine, theirs].map(at => holds(lena, at))
  expect(both()).toEqual([true, false])
  const one = { customerId: mine.customerId, seen: null }
  expect((await adam.send('customer.merge', { ...one, intoId: theirs.customerId })).kind).toBe('done')
  await lena.pull()
  expect(both()).toEqual([true, true])
  expect((await adam.send('customer.unmerge', { ...one, seen: theirs.customerId })).kind).toBe('done')
  await lena.pull()
  expect(both()).toEqual([true, false])
})

test('E1 supervisors erase a person: every client gets the tombstones, and only a word from a list is kept', async () => {
  const at = await solvedCase()
  expect(holds(lena, at)).toBe(true)
  const body = { customerId: at.customerId, reason: 'asked' }
  expect((await rawJson(lena, '/v1/customers/erase', body)).status).toBe(403)
  expect((await rawJson(adam, '/v1/customers/erase', { ...body, reason: 'Ana asked' })).status).toBe(400)
  expect((await rawJson(adam, '/v1/customers/erase', body)).status).toBe(200)
  await lena.pull()
  expect([lena.row('tickets', at.ticketId), lena.row('customers', at.customerId)]).toEqual([null, null])
  expect((await rawJson(adam, '/v1/customers/erase', body)).status).toBe(404)
  const { rows } = await hub.database.owner.query(
    'SELECT agent_id, reason FROM tandem.erasures WHERE customer_id = $1',
    [at.customerId],
  )
  expect(rows).toEqual([{ agent_id: hub.agentIds.adam, reason: 'asked' }])
})

test('E2 supervisors take everything that is kept about a person, and that they did is on record', async () => {
  const at = await solvedCase()
  const body = { customerId: at.customerId }
  const path = '/v1/customers/export'
  expect((await rawJson(lena, path, body)).status).toBe(403)
  expect((await rawJson(adam, path, { customerId: freshId() })).status).toBe(404)
  const answer = await rawJson(adam, path, body)
  const { tables } = PersonExportAnswer.parse(JSON.parse(answer.body.toString()))
  expect(tables['customers']?.map(({ id }) => id)).toEqual([at.customerId])
  expect(tables['tickets']?.map(({ id }) => id)).toEqual([at.ticketId])
  const { rows } = await hub.database.owner.query(
    'SELECT agent_id FROM tandem.person_exports WHERE customer_id = $1',
    [at.customerId],
  )
  expect(rows).toEqual([{ agent_id: hub.agentIds.adam }])
})
