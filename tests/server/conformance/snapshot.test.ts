import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  changeAgent,
  changeScopePolicy,
  deleteTicket,
  eraseCustomer,
  newEpoch,
  purgeTombstones,
  stageRows,
} from '../../../server/sync/admin.ts'
import { aCustomer, anOrganisation } from '../../support/builders.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { newId } from '../../support/second-client/api.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import type { Part } from '../../support/second-client/pull.ts'
import { snapshotPart, snapshotStep } from '../../support/second-client/pull.ts'
import {
  addCase,
  expectFailure,
  failureOf,
  newCustomer,
  newNote,
  rawRequest,
  settled,
  signedIn,
} from './support.ts'

const PART_ROWS = 2000
const CUSTOMERS = 2300

let hub: HubUnderTest
/** Has everything and makes what others shall see. */
let adam: SecondClient
beforeAll(async () => {
  hub = await startTestHub()
  const units = Array.from({ length: CUSTOMERS }, (_, index) => [
    {
      table: 'customers' as const,
      row: aCustomer({ id: newId(hub.clock.now()), name: `Customer ${index}` }),
    },
  ])
  await stageRows(hub.deps, hub.workspaceId, units)
  await stageRows(hub.deps, hub.workspaceId, [
    [{ table: 'organisations', row: anOrganisation({ id: newId(1) }) }],
  ])
  adam = await settled(hub, 'adam')
})
afterAll(() => hub.stop())

const allParts = async (client: SecondClient, first: string | null = null): Promise<readonly Part[]> => {
  const parts: Part[] = []
  for (let position = first; parts.length === 0 || position !== null;) {
    const part = await snapshotPart(client.core, position)
    parts.push(part)
    position = part.head.next
  }
  return parts
}
/** Steps until rows of a table came. */
const stepUntil = async (client: SecondClient, table: string): Promise<void> => {
  for (let isLast = false; !isLast && client.rows(table).length === 0;)
    isLast = await snapshotStep(client.core)
}

test('S1 a part is NDJSON: a head, then rows in the order of its columns, at most 2,000', async () => {
  const client = await signedIn(hub, 'lena')
  const { headers, body } = await rawRequest(client, { path: '/v1/sync/snapshot' })
  expect(headers['content-type']).toMatch(/^application\/x-ndjson/)
  const head = JSON.parse(body.toString().split('\n')[0] ?? '') as Part['head']
  expect(Object.keys(head).toSorted()).toEqual(
    ['asOf', 'columns', 'cursor', 'epoch', 'expectedRows', 'next', 'rows', 'table'].toSorted(),
  )
  const parts = await allParts(client)
  expect(parts.map(({ rows }) => rows.length).filter(count => count > PART_ROWS)).toEqual([])
  const customers = parts.filter(part => part.head.table === 'customers')
  expect(customers.length).toBeGreaterThan(1)
  expect(new Set(customers.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(CUSTOMERS)
  expect(new Set(parts.map(part => part.head.asOf)).size).toBe(1)
  expect(head.expectedRows).toBeGreaterThan(CUSTOMERS / 2)
})

test('S2 with the last part the cursor goes on from there, and the rows are those of a client that pulled', async () => {
  const client = await settled(hub, 'lena')
  expect(client.state.snapshot).toBe(null)
  await addCase(adam)
  await adam.pull()
  expect(await client.pull()).toEqual([])
  expect(client.all()).toEqual(adam.all())
})

test('S3 parts and pages are compressed when asked for, and understood when not', async () => {
  const parts = await allParts(await signedIn(hub, 'lena'))
  const index = parts.findIndex(({ head, rows }) => head.table === 'customers' && rows.length > 1000)
  const position = encodeURIComponent(parts[index - 1]?.head.next ?? '')
  const path = `/v1/sync/snapshot?position=${position}`
  const [plain, ...compressed] = await Promise.all(
    ['identity', 'gzip', 'br', 'zstd'].map(encoding =>
      rawRequest(adam, { path, headers: { 'accept-encoding': encoding } }),
    ),
  )
  expect(plain?.headers['content-encoding']).toBe(undefined)
  expect(compressed.map(({ headers }) => headers['content-encoding'])).toEqual(['gzip', 'br', 'zstd'])
  for (const { body, wireBytes } of compressed) {
    expect(body.equals(plain?.body ?? Buffer.alloc(0))).toBe(true)
    expect(wireBytes).toBeLessThan(body.length / 3)
  }
})

test('S4 a cut snapshot goes on with the stored position, from another copy of the hub too', async () => {
  const client = await signedIn(hub, 'lena')
  await stepUntil(client, 'customers')
  const rowsBefore = client.rows('customers').length
  expect(rowsBefore).toBeLessThanOrEqual(PART_ROWS)
  const copy = await hub.startCopy()
  const asked: string[] = []
  const through = client.restarted({ baseUrl: copy.url }).core.send
  const resumed = client.restarted({
    baseUrl: copy.url,
    send: request => {
      asked.push(request.path)
      return through(request)
    },
  })
  const again = await snapshotPart(resumed.core, resumed.state.snapshot?.position ?? null)
  expect(again.head.asOf).toBe(resumed.state.snapshot?.asOf)
  await resumed.pull()
  await copy.stop()
  expect(asked.filter(path => path.includes('own=1'))).toEqual([])
  await adam.pull()
  expect(resumed.all()).toEqual(adam.all())
})

test('S5 what changes during a snapshot comes by the pull behind it', async () => {
  const at = await addCase(adam)
  const client = await signedIn(hub, 'lena')
  await stepUntil(client, 'threads')
  await adam.send('thread.setPriority', { threadId: at.threadId, priority: 'urgent', seen: 'normal' })
  const late = await addCase(adam)
  await client.pull()
  expect(client.row('threads', at.threadId)).toMatchObject({ priority: 'urgent' })
  expect(client.row('tickets', late.ticketId)).not.toBe(null)
  expect(client.all()).toEqual(adam.all())
})

test('S6 rows that no part named are removed at the end, except newer ones and those that unsent work holds', async () => {
  const [gone, held] = [await addCase(adam), await addCase(adam)]
  const client = await settled(hub, 'lena')
  client.act('note.add', newNote(client, held))
  client.state.cursor = null
  for (const { ticketId } of [gone, held]) await deleteTicket(hub.deps, hub.workspaceId, ticketId)
  await snapshotStep(client.core)
  const fresh = client.newId()
  await client.send('customer.create', newCustomer(fresh))
  while (!(await snapshotStep(client.core))) continue
  expect(client.row('tickets', gone.ticketId)).toBe(null)
  expect(client.row('customers', fresh)).not.toBe(null)
  expect(client.row('tickets', held.ticketId)).not.toBe(null)
  client.state.outbox = []
  await client.pull()
  await adam.pull()
  expect(client.row('tickets', held.ticketId)).toBe(null)
  expect(client.all()).toEqual(adam.all())
})

test('S7 a changed scope or epoch ends a snapshot under way with conflict, and it begins again', async () => {
  const client = await signedIn(hub, 'lena')
  const { next } = (await snapshotPart(client.core, null)).head
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.lena, teamIds: [hub.teamIds.devices] })
  expect(await failureOf(snapshotPart(client.core, next))).toMatchObject({ status: 409, code: 'conflict' })
  await snapshotStep(client.core)
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.lena, teamIds: [hub.teamIds.orders] })
  await client.pull()
  await adam.pull()
  expect(client.all()).toEqual(adam.all())

  const other = (await snapshotPart(client.core, null)).head.next
  await newEpoch(hub.deps, hub.workspaceId, 'another')
  expect(await failureOf(snapshotPart(client.core, other))).toMatchObject({ status: 409, code: 'conflict' })
  await client.pull()
  await adam.sync()
  expect([client.state.epoch, adam.state.epoch]).toEqual(['another', 'another'])
})

test('S8 a position that cannot be read is refused', async () => {
  expectFailure(await rawRequest(adam, { path: '/v1/sync/snapshot?position=strange' }), {
    status: 400,
    code: 'bad-request',
  })
})

test('S9 own=1 sends the tickets of the agent’s queues first; they come again later', async () => {
  await changeScopePolicy(hub.deps, hub.workspaceId, 'everything')
  const at = await addCase(adam, { teamId: hub.teamIds.orders, assigneeId: null })
  const client = await signedIn(hub, 'lena')
  const order: string[] = []
  for (let isLast = false; !isLast;) {
    const part = await snapshotPart(client.core, client.state.snapshot?.position ?? null)
    if (part.head.table === 'customers') order.push(...part.rows.map(({ id }) => id))
    isLast = await snapshotStep(client.core)
  }
  const firstOfOthers = order.findIndex(id => id !== at.customerId)
  expect(order.indexOf(at.customerId)).toBeLessThanOrEqual(firstOfOthers)
  expect(order.filter(id => id === at.customerId)).toHaveLength(2)
})

test('S10 the last part names who was erased since the number asked for, also when their tombstones are forgotten', async () => {
  const [early, late] = [await addCase(adam), await addCase(adam)]
  const lastHead = async (client: SecondClient): Promise<Part['head'] | undefined> =>
    (await allParts(client)).at(-1)?.head
  const client = await settled(hub, 'lena')
  await eraseCustomer(hub.deps, hub.workspaceId, early.customerId)
  await client.pull()
  expect((await lastHead(client))?.erased).toEqual([])
  // Away from here on, with unsent work that holds the ticket past a snapshot.
  client.act('note.add', newNote(client, late))
  await eraseCustomer(hub.deps, hub.workspaceId, late.customerId)
  await purgeTombstones(hub.deps, hub.workspaceId, hub.clock.now() + 1)
  expect((await lastHead(client))?.erased).toEqual([late.customerId])
  const earlier = client.state.upTo
  client.state.upTo = 0
  expect((await lastHead(client))?.erased).toEqual(
    expect.arrayContaining([early.customerId, late.customerId]),
  )
  client.state.upTo = earlier
  expect(await client.pull()).toEqual(['horizon'])
  expect([client.row('tickets', late.ticketId), client.row('customers', late.customerId)]).toEqual([
    null,
    null,
  ])
  const { body } = await rawRequest(client, { path: '/v1/sync/snapshot' })
  expect(JSON.parse(body.toString().split('\n')[0] ?? '')).not.toHaveProperty('erased')
})

test('S11 several=1 sends parts behind one another, the same ones, in far fewer answers of the size of one', async () => {
  const client = await signedIn(hub, 'lena')
  const single = await allParts(client)
  const rowsOf = (parts: readonly Part[], table: string): readonly string[] =>
    parts.filter(part => part.head.table === table).flatMap(part => part.rows.map(({ id }) => id))
  const [tables, rows]: [string[], Record<string, string[]>] = [[], {}]
  let answers = 0
  for (let position: string | null = ''; position !== null; answers += 1) {
    const at: string = position === '' ? 'own=1' : `position=${encodeURIComponent(position)}`
    const { body } = await rawRequest(client, { path: `/v1/sync/snapshot?${at}&since=0&several=1` })
    const values = body
      .toString()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Part['head'] | readonly unknown[])
    const heads = values.filter((value): value is Part['head'] => !Array.isArray(value))
    expect(values.length - heads.length).toBe(heads.reduce((sum, head) => sum + head.rows, 0))
    expect(values.length - heads.length).toBeLessThanOrEqual(PART_ROWS)
    let head: Part['head'] | null = null
    for (const value of values)
      if (!Array.isArray(value)) head = value as Part['head']
      else if (head) (rows[head.table] ??= []).push(String(value[head.columns.indexOf('id')]))
    tables.push(...heads.map(({ table }) => table))
    position = heads.at(-1)?.next ?? null
    expect(heads.slice(0, -1).map(({ erased }) => erased)).toEqual(heads.slice(0, -1).map(() => undefined))
    expect(heads.at(-1)?.erased === undefined).toBe(position !== null)
  }
  for (const table of new Set(tables)) expect(rows[table] ?? []).toEqual(rowsOf(single, table))
  expect(new Set(tables)).toEqual(new Set(single.map(part => part.head.table)))
  expect(answers).toBeLessThan(single.length / 2)
})

test('S12 tables= sends the rows of these tables alone, in scope, and passes names over that nobody knows', async () => {
  await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
  const mine = await addCase(adam, { teamId: hub.teamIds.orders, assigneeId: null })
  const client = await signedIn(hub, 'lena')
  const all = await allParts(client)
  const idsOf = (parts: readonly Part[], table: string): readonly string[] =>
    parts.filter(part => part.head.table === table).flatMap(part => part.rows.map(({ id }) => id))
  const only: Record<string, string[]> = {}
  const ask = 'tables=threads,teams,strange'
  for (let at: string | null = ask; at !== null;) {
    const { body } = await rawRequest(client, { path: `/v1/sync/snapshot?${at}&own=1&several=0` })
    const [head, ...rows] = body
      .toString()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as unknown) as [Part['head'], ...(readonly unknown[])[]]
    if (rows.length > 0)
      (only[head.table] ??= []).push(...rows.map(row => String(row[head.columns.indexOf('id')])))
    at = head.next === null ? null : `position=${encodeURIComponent(head.next)}`
  }
  expect(Object.keys(only).toSorted()).toEqual(['teams', 'threads'])
  expect(only['teams']?.toSorted()).toEqual(idsOf(all, 'teams').toSorted())
  expect(only['threads']?.toSorted()).toEqual([...new Set(idsOf(all, 'threads'))].toSorted())
  expect(only['threads']).toContain(mine.threadId)
})
