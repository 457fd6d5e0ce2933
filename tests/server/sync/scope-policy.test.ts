import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent, Team } from '../../../shared/domain/people.ts'
import { EVERYTHING } from '../../../shared/rules/scope-policy.ts'
import { seededRandom } from '../../support/sample-row.ts'
import { changeScope, eraseCustomer, sweepScope } from '../../../server/sync/admin.ts'
import { applyScopePolicy, readScopePolicy, setScopePolicy } from '../../../server/sync/scope-policy.ts'
import { capFor } from '../../../server/sync/sweep-scope.ts'
import { NO_LIMITS } from '../../../server/sync/scope.ts'
import {
  aCustomer,
  aKeep,
  aLease,
  anAgent,
  aTeam,
  aThread,
  aTicket,
  freshId,
} from '../../support/builders.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { Mirror } from '../../support/mirror.ts'

const DAY_MS = 86_400_000
let hub: TestHub
let workspace: TestWorkspace
let orders: Team
let lena: Agent

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub, { agent: { role: 'admin' } })
  orders = aTeam()
  lena = anAgent({ teamIds: [orders.id] })
  await put(hub, workspace.id, [inTable('teams', orders), inTable('agents', lena)])
})

const deps = () => ({ ...hub.deps, random: seededRandom(7) })
const settings = () => hub.store.read(workspace.id, tx => tx.settings())
const in_ = (days: number) => ({
  ...hub.deps,
  clock: { ...hub.deps.clock, now: () => hub.clock.now() + days * DAY_MS },
})
const laptop = (): Mirror => new Mirror(hub, { workspaceId: workspace.id, agentId: lena.id })

async function addOld(days: number, state: 'open' | 'solved' = 'solved'): Promise<string> {
  const customerId = freshId()
  const ticketId = freshId()
  const lastActivityAtMs = hub.clock.now() - days * DAY_MS
  await put(hub, workspace.id, [
    inTable('customers', aCustomer({ id: customerId })),
    inTable('tickets', aTicket({ id: ticketId, customerId, number: null })),
    inTable(
      'threads',
      aThread({ id: freshId(), ticketId, customerId, state, teamId: orders.id, lastActivityAtMs }),
    ),
  ])
  return customerId
}

test('a workspace nobody has said anything for is given what holds, and a policy that is set is put in force once', async () => {
  expect(await applyScopePolicy(deps(), workspace.id)).toBe(false)
  const adopted = await hub.store.read(workspace.id, tx => readScopePolicy(tx))
  expect(adopted).toMatchObject({ version: 1, queues: 'all', days: null })
  expect(await applyScopePolicy(deps(), workspace.id)).toBe(false)
  const stamp = (await settings()).scopeStamp
  const content = { ...EVERYTHING, queues: 'own', days: 30 } as const
  expect(await setScopePolicy(deps(), workspace.id, { seen: 1, content })).toBeNull()
  expect(await applyScopePolicy(deps(), workspace.id)).toBe(true)
  expect(await applyScopePolicy(deps(), workspace.id)).toBe(false)
  expect(await settings()).toMatchObject({
    scopePolicy: 'teams',
    scopeDays: 30,
    scopeVersion: 2,
    scopeStamp: stamp + 1,
  })
  // Somebody who has not seen version 2 changes nothing.
  expect(await setScopePolicy(deps(), workspace.id, { seen: 1, content: EVERYTHING })).not.toBeNull()
})

test('a day moves those whose age passes a limit, and says nothing about anybody else', async () => {
  const [young, old] = [await addOld(10), await addOld(25)]
  await changeScope(hub.deps, workspace.id, { scopeDays: 30 })
  const mirror = laptop()
  await mirror.sync()
  mirror.entries.length = 0
  await sweepScope(in_(6), workspace.id)
  await mirror.sync()
  expect(mirror.entries).toEqual([{ kind: 'leave', seq: expect.any(Number), customerId: old }])
  expect(mirror.rows.has(`customers/${young}`)).toBe(true)
  expect(mirror.snapshots).toEqual(['first'])
  const { seq } = await hub.store.read(workspace.id, tx => tx.head())
  await sweepScope(in_(6), workspace.id)
  expect((await hub.store.read(workspace.id, tx => tx.head())).seq).toBe(seq)
})

test('a sweep that was cut off between its steps is finished by the next one', async () => {
  const old = await addOld(25)
  await changeScope(hub.deps, workspace.id, { scopeDays: 30 })
  const mirror = laptop()
  await mirror.sync()
  // The new day stands, nobody was moved yet.
  const day = Math.floor(in_(6).clock.now() / DAY_MS) * DAY_MS
  await hub.store.write(workspace.id, tx => tx.setScope({ scopeAsOfMs: day }))
  await mirror.sync()
  expect(mirror.rows.has(`customers/${old}`)).toBe(true)
  await sweepScope(in_(6), workspace.id)
  await mirror.sync()
  expect(mirror.rows.has(`customers/${old}`)).toBe(false)
})

test('a lease and a keep hold a customer however old it is, and erasing the person takes the keep', async () => {
  const [leased, kept] = [await addOld(100), await addOld(100)]
  const [ticket] = await hub.store.read(workspace.id, tx =>
    tx.many({ table: 'tickets', where: { customerId: leased }, above: null }),
  )
  await changeScope(hub.deps, workspace.id, { scopeDays: 30 })
  const mirror = laptop()
  await mirror.sync()
  expect([leased, kept].map(id => mirror.rows.has(`customers/${id}`))).toEqual([false, false])
  const untilMs = hub.clock.now() + 2 * DAY_MS
  const lease = aLease({ customerId: leased, ticketId: ticket?.id ?? '', agentId: lena.id, untilMs })
  await put(hub, workspace.id, [
    inTable('leases', lease),
    inTable('keeps', aKeep({ agentId: lena.id, customerId: kept, untilMs })),
  ])
  await mirror.sync()
  expect([leased, kept].map(id => mirror.rows.has(`customers/${id}`))).toEqual([true, true])
  await eraseCustomer(hub.deps, workspace.id, kept)
  await mirror.sync()
  expect([...mirror.rows.keys()].filter(key => key.startsWith('keeps/'))).toEqual([])
  await sweepScope(in_(4), workspace.id)
  await mirror.sync()
  expect(mirror.rows.has(`customers/${leased}`)).toBe(false)
})

test('a size is kept by the oldest closed work, never by the freshest, and given back only with room to spare', () => {
  const rule = {
    scopePolicy: 'everything' as const,
    scopeDays: 365,
    scopeMegabytes: 10,
    scopeAlsoTeamIds: [],
    scopeGuests: false,
    scopeMayFetch: 'own' as const,
    scopeAsOfMs: 0,
  }
  const megabytes = (keys: readonly string[], count: number) => ({ keys, bytes: count * 1_048_576 })
  const agent = { id: 'a', teamIds: [] }
  const cap = (sizes: ReturnType<typeof megabytes>[], before: number | null = null) =>
    capFor(agent, { rule, limits: { ...NO_LIMITS, cap: before }, sizes })
  const [fresh, month, year] = [megabytes(['all'], 4), megabytes(['all/30'], 4), megabytes(['all/365'], 4)]
  expect(cap([fresh, month])).toBe(null)
  expect(cap([fresh, month, year])).toBe(180)
  expect(cap([megabytes(['all'], 20), month])).toBe(7)
  expect(cap([fresh, month, megabytes(['all/365'], 1.5)], 180)).toBe(180)
  expect(cap([fresh, month, megabytes(['all/365'], 0.5)], 180)).toBe(null)
  // What is for other teams is not on this laptop.
  expect(cap([fresh, month, megabytes(['team:x'], 50)])).toBe(null)
})
