import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  changeAgent,
  changeScopePolicy,
  deleteTicket,
  eraseCustomer,
  purgeTombstones,
} from '../../../server/sync/admin.ts'
import { PackedPage, unpackPage } from '../../../shared/protocol/packed-page.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import type { PullAnswer } from '../../support/second-client/pull.ts'
import { pullPage } from '../../support/second-client/pull.ts'
import type { FeedEntry } from '../../support/second-client/rows.ts'
import { take } from '../../support/second-client/rows.ts'
import type { Place } from './support.ts'
import {
  addCase,
  expectFailure,
  moveNote,
  newCustomer,
  newNote,
  newPlace,
  newTicket,
  rawRequest,
  settled,
} from './support.ts'

let hub: HubUnderTest
/** Lena sees the customers of the orders team; Adam, in both teams, sees all and does what others do to her rows. */
let lena: SecondClient
let adam: SecondClient
beforeAll(async () => {
  hub = await startTestHub()
  const { agentIds, teamIds, workspaceId } = hub
  await changeScopePolicy(hub.deps, workspaceId, 'teams')
  await changeAgent(hub.deps, workspaceId, { id: agentIds.adam, teamIds: [teamIds.orders, teamIds.devices] })
  lena = await settled(hub, 'lena')
  adam = await settled(hub, 'adam')
})
afterAll(() => hub.stop())
beforeEach(async () => {
  for (const client of [lena, adam]) {
    client.state.outbox = []
    await client.pull()
  }
})

const pageOf = (answer: PullAnswer) => {
  if (answer.kind !== 'page') throw new Error(`A snapshot is wanted: ${answer.reason}`)
  return answer
}
/** What a pull would bring, without taking it. */
const ahead = async (client: SecondClient): Promise<readonly FeedEntry[]> =>
  pageOf(await pullPage(client.core)).entries
const assign = async (at: Place, to: { team?: string | null; assignee?: string | null }) => {
  await adam.pull()
  const thread = adam.row('threads', at.threadId)
  const team = to.team === undefined ? null : { seen: thread?.['teamId'] ?? null, value: to.team }
  const assignee =
    to.assignee === undefined ? null : { seen: thread?.['assigneeId'] ?? null, value: to.assignee }
  expect((await adam.send('thread.assign', { threadId: at.threadId, team, assignee })).kind).toBe('done')
}
const caseOf = async (team: string | null): Promise<Place> => addCase(adam, { teamId: team })
const holdsAll = (client: SecondClient, at: Place): readonly boolean[] =>
  (['customers', 'tickets', 'threads'] as const).map(
    (table, index) => client.row(table, [at.customerId, at.ticketId, at.threadId][index] ?? '') !== null,
  )
const everything = [true, true, true]
const nothing = [false, false, false]

test('L1 pages come in order; the cursor goes on behind the page, while more', async () => {
  for (let count = 0; count < 3; count += 1) await caseOf(null)
  const expected = (await ahead(lena)).map(({ seq }) => seq)
  expect(expected).toEqual(expected.toSorted((a, b) => a - b))
  const seen: number[] = []
  for (let more = true; more;) {
    const page = pageOf(await pullPage(lena.core, 2))
    expect(page.entries.length).toBeLessThanOrEqual(2)
    seen.push(...page.entries.map(({ seq }) => seq))
    more = page.more
    lena.state.cursor = page.cursor
    expect(page.upTo).toBeGreaterThanOrEqual(seen.at(-1) ?? 0)
  }
  expect(seen).toEqual(expected)
  expect(await ahead(lena)).toEqual([])
})

test('L2 a limit outside of 1 to 1000 is refused; unknown parameters are passed over', async () => {
  for (const limit of ['0', '1001', 'x', '1.5', ''])
    expectFailure(await rawRequest(lena, { path: `/v1/sync/pull?limit=${limit}` }), {
      status: 400,
      code: 'bad-request',
      where: 'query.limit',
    })
  expect((await rawRequest(lena, { path: '/v1/sync/pull?limit=1000&colour=red' })).status).toBe(200)
})

test('L3 one entry per row, at its newest number', async () => {
  const at = await caseOf(null)
  for (const [seen, priority] of [
    ['normal', 'high'],
    ['high', 'low'],
  ])
    await adam.send('thread.setPriority', { threadId: at.threadId, priority, seen })
  const ofThread = (await ahead(lena)).filter(entry => 'id' in entry && entry.id === at.threadId)
  expect(ofThread).toMatchObject([{ kind: 'row', row: { priority: 'low' } }])
  await lena.pull()
  expect(lena.state.rows.get(`threads/${at.threadId}`)?.version).toBe(ofThread[0]?.seq)
})

test('L4 a tombstone removes the row, also one never heard of, and with unsent work on it', async () => {
  const [known, strange] = [await caseOf(null), await caseOf(null)]
  await lena.pull()
  lena.state.rows.delete(`tickets/${strange.ticketId}`)
  lena.act('note.add', newNote(lena, known))
  for (const { ticketId } of [known, strange]) await deleteTicket(hub.deps, hub.workspaceId, ticketId)
  const kinds = (await ahead(lena)).map(({ kind }) => kind)
  expect(new Set(kinds)).toContain('tombstone')
  await lena.pull()
  expect(lena.row('tickets', known.ticketId)).toBe(null)
  expect(lena.row('tickets', strange.ticketId)).toBe(null)
  expect(lena.row('customers', known.customerId)).not.toBe(null)
  expect(await lena.push()).toMatchObject([{ kind: 'gone', table: 'tickets', id: known.ticketId }])
})

test('L5 enter brings all a customer has, at the number of the entry', async () => {
  const at = await caseOf(null)
  await assign(at, { team: hub.teamIds.devices })
  await lena.pull()
  expect(holdsAll(lena, at)).toEqual(nothing)
  await assign(at, { team: hub.teamIds.orders })
  const entries = await ahead(lena)
  const enter = entries.find(entry => entry.kind === 'enter')
  expect(enter).toMatchObject({ customerId: at.customerId })
  if (enter?.kind === 'enter')
    expect(enter.rows.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['customers', 'tickets', 'threads', 'events']),
    )
  await lena.pull()
  expect(holdsAll(lena, at)).toEqual(everything)
  expect(lena.state.rows.get(`customers/${at.customerId}`)?.version).toBe(enter?.seq)
})

test('L6 leave takes all a customer has', async () => {
  const at = await caseOf(null)
  await lena.pull()
  expect(holdsAll(lena, at)).toEqual(everything)
  await assign(at, { team: hub.teamIds.devices })
  expect((await ahead(lena)).some(({ kind }) => kind === 'leave')).toBe(true)
  await lena.pull()
  expect(holdsAll(lena, at)).toEqual(nothing)
  const left = [...lena.state.rows.values()].filter(({ row }) => row['customerId'] === at.customerId)
  expect(left).toEqual([])
})

test('L7 evict takes a row that moved to a customer outside of the scope', async () => {
  const [mine, theirs] = [await caseOf(null), await caseOf(null)]
  const note = newNote(adam, mine)
  await adam.send('note.add', note)
  await assign(theirs, { team: hub.teamIds.devices })
  await lena.pull()
  expect(lena.row('notes', note.noteId)).not.toBe(null)
  await moveNote(hub, note.noteId, theirs)
  expect(await ahead(lena)).toMatchObject([{ kind: 'evict', table: 'notes', id: note.noteId }])
  await lena.pull()
  expect(lena.row('notes', note.noteId)).toBe(null)
  expect(holdsAll(lena, mine)).toEqual(everything)
})

test('L8 entries that come again, or in a lower version, change nothing', async () => {
  const at = await caseOf(null)
  const { cursor } = lena.state
  await assign(at, { team: hub.teamIds.devices })
  await assign(at, { team: hub.teamIds.orders })
  await adam.send('thread.setPriority', { threadId: at.threadId, priority: 'high', seen: 'normal' })
  const old = await ahead(lena)
  await lena.pull()
  const before = structuredClone(lena.state.rows)
  lena.state.cursor = cursor
  await lena.pull()
  expect(lena.state.rows).toEqual(before)
  for (const entry of old)
    if (entry.kind === 'row' || entry.kind === 'enter') take(lena.state, { ...entry, seq: 1 })
  expect(lena.state.rows).toEqual(before)
})

test('L9 what leaves the scope stays while unsent work holds it, and goes when that is finished', async () => {
  const at = await caseOf(null)
  await lena.pull()
  const work = lena.act('note.add', newNote(lena, at))
  await assign(at, { team: hub.teamIds.devices })
  await lena.pull()
  expect(holdsAll(lena, at)).toEqual(everything)
  const [verdict] = await lena.push()
  expect(verdict?.mutationId).toBe(work.mutationId)
  expect(holdsAll(lena, at)).toEqual(nothing)
})

test('L10 work on a customer out of scope is decided like any other, and its rows are null', async () => {
  const at = await caseOf(null)
  await lena.pull()
  await assign(at, { team: hub.teamIds.devices })
  lena.act('note.add', newNote(lena, at))
  const [verdict] = await lena.push()
  expect(verdict?.kind).toBe('done')
  if (verdict?.kind === 'done')
    expect(verdict.rows.map(({ row }) => row)).toEqual(verdict.rows.map(() => null))
})

test('L11 without a cursor, with one of another history or one that cannot be read: a snapshot', async () => {
  const asked = async (query: string) => {
    const answer = await rawRequest(lena, { path: `/v1/sync/pull?${query}` })
    return JSON.parse(answer.body.toString()) as unknown
  }
  expect(await asked('')).toMatchObject({ kind: 'snapshot-needed', reason: 'first', epoch: lena.state.epoch })
  expect(await asked('cursor=strange')).toMatchObject({ kind: 'snapshot-needed', reason: 'epoch' })
})

test('L12 a change of teams, role or policy wants a snapshot, and unsent work survives it', async () => {
  const at = await caseOf(null)
  await assign(at, { team: hub.teamIds.devices })
  await lena.pull()
  lena.act('customer.create', newCustomer(lena.newId()))
  const id = hub.agentIds.lena
  const { orders, devices } = hub.teamIds
  await changeAgent(hub.deps, hub.workspaceId, { id, teamIds: [orders, devices] })
  expect(await lena.pull()).toEqual(['scope'])
  expect(holdsAll(lena, at)).toEqual(everything)
  await changeAgent(hub.deps, hub.workspaceId, { id, teamIds: [orders] })
  expect(await lena.pull()).toEqual(['scope'])
  expect(holdsAll(lena, at)).toEqual(nothing)
  await changeScopePolicy(hub.deps, hub.workspaceId, 'everything')
  expect(await lena.pull()).toEqual(['scope'])
  expect(holdsAll(lena, at)).toEqual(everything)
  await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
  expect(await lena.pull()).toEqual(['scope'])
  expect(holdsAll(lena, at)).toEqual(nothing)
  expect(lena.state.outbox).toHaveLength(1)
  expect((await lena.push()).map(({ kind }) => kind)).toEqual(['done'])
})

test('L13 a cursor from before forgotten tombstones wants a snapshot, which removes what is gone', async () => {
  const at = await caseOf(null)
  await lena.pull()
  await eraseCustomer(hub.deps, hub.workspaceId, at.customerId)
  await adam.pull()
  await purgeTombstones(hub.deps, hub.workspaceId, hub.clock.now() + 1)
  expect(await lena.pull()).toEqual(['horizon'])
  expect(holdsAll(lena, at)).toEqual(nothing)
})

test('L14 in scope by team: no team, an own team, the assignee, or no threads at all', async () => {
  const { orders, devices } = hub.teamIds
  const bare = newPlace(adam)
  await adam.send('customer.create', newCustomer(bare.customerId))
  const cases = {
    noTeam: await caseOf(null),
    ownTeam: await caseOf(null),
    otherTeam: await caseOf(null),
    assigned: await caseOf(null),
  }
  await assign(cases.ownTeam, { team: orders })
  await assign(cases.assigned, { team: devices, assignee: hub.agentIds.lena })
  await assign(cases.otherTeam, { team: devices })
  await lena.pull()
  const inScope = Object.entries(cases).map(([name, at]) => [name, holdsAll(lena, at)])
  expect(Object.fromEntries(inScope)).toEqual({
    noTeam: everything,
    ownTeam: everything,
    otherTeam: nothing,
    assigned: everything,
  })
  expect(lena.row('customers', bare.customerId)).not.toBe(null)
  // One thread is enough: the customer has the other ticket too, and it comes along.
  const second = { ...newPlace(adam), customerId: cases.otherTeam.customerId }
  await adam.send('ticket.create', newTicket(second, { teamId: orders }))
  await lena.pull()
  expect(holdsAll(lena, cases.otherTeam)).toEqual(everything)
})

test('L15 rows of an agent go to that agent’s clients and nobody else', async () => {
  const at = await caseOf(null)
  const second = await settled(hub, 'lena')
  await lena.pull()
  const draftId = lena.newId()
  const draft = { draftId, clientId: lena.core.installation.id, ticketId: at.ticketId, mode: 'reply' }
  const saved = await lena.send('draft.save', {
    ...draft,
    body: 'Dear Ana',
    to: null,
    cc: null,
    seenUpToSeq: 0,
  })
  expect(saved.kind).toBe('done')
  await second.pull()
  await adam.pull()
  expect(second.row('drafts', draftId)).toMatchObject({ agentId: hub.agentIds.lena, body: 'Dear Ana' })
  expect(adam.row('drafts', draftId)).toBe(null)
  expect((await settled(hub, 'adam')).row('drafts', draftId)).toBe(null)
  expect((await settled(hub, 'lena')).row('drafts', draftId)).not.toBe(null)
})

test('V1 unknown keys, values, tables and kinds: kept with the row, or passed over', async () => {
  const at = await caseOf(null)
  const through = lena.core.send
  const newer = lena.restarted({
    send: async request => {
      const answer = await through(request)
      if (!request.path.startsWith('/v1/sync/pull')) return answer
      const page = pageOf(JSON.parse(answer.body.toString()) as PullAnswer)
      const entries = page.entries.map(entry =>
        entry.kind === 'row'
          ? { ...entry, row: { ...entry.row, mood: 'sunny', state: 'levitating' } }
          : entry,
      )
      const strange = [
        { kind: 'row', seq: page.upTo, table: 'auras', id: adam.newId(), row: { id: adam.newId() } },
        { kind: 'shimmer', seq: page.upTo },
      ]
      const body = Buffer.from(
        JSON.stringify({ ...page, entries: [...entries, ...strange], weather: 'fine' }),
      )
      return { ...answer, body }
    },
  })
  await newer.pull()
  expect(newer.row('threads', at.threadId)).toMatchObject({ mood: 'sunny', state: 'levitating' })
  expect(newer.rows('auras')).toEqual([])
})

test('L23 a page asked for with values says the same as a plain one, with the names of columns once', async () => {
  const at = await caseOf(null)
  const [cursor, policy] = [adam.state.cursor ?? '', hub.teamIds.devices]
  await lena.pull()
  await adam.send('thread.setPriority', { threadId: at.threadId, priority: 'urgent', seen: 'normal' })
  await deleteTicket(hub.deps, hub.workspaceId, (await caseOf(policy)).ticketId)
  const ask = async (values: string) => {
    const path = `/v1/sync/pull?cursor=${encodeURIComponent(cursor)}${values}`
    const { body } = await rawRequest(adam, { path })
    return { body, page: JSON.parse(body.toString()) as Record<string, unknown> }
  }
  const [plain, packed] = [await ask(''), await ask('&values=1')]
  expect(PackedPage.safeParse(packed.page).success).toBe(true)
  const { hubTimeMs: _then, ...expected } = plain.page
  expect(unpackPage(packed.page)).toMatchObject(expected)
  expect((packed.page['entries'] as unknown[]).filter(entry => Array.isArray(entry)).length).toBeGreaterThan(
    2,
  )
  expect(packed.body.length).toBeLessThan(plain.body.length)
  expect(plain.page).not.toHaveProperty('columns')
})
