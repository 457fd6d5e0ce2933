import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent, Team } from '../../../shared/domain/people.ts'
import {
  changeAgent,
  changeScopePolicy,
  deleteTicket,
  eraseCustomer,
  newEpoch,
  purgeTombstones,
} from '../../../server/sync/admin.ts'
import { exportPerson } from '../../../server/sync/export-person.ts'
import { pull } from '../../../server/sync/pull.ts'
import {
  aContactPoint,
  aCustomer,
  aDraft,
  aMessage,
  anAgent,
  aNote,
  anOrder,
  aTeam,
  aThread,
  aTicket,
  freshId,
} from '../../support/builders.ts'
import { newReply, testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { expectSettled, Mirror } from '../../support/mirror.ts'

let hub: TestHub
let workspace: TestWorkspace
let service: Team
let support: Team
let lena: Agent
let tom: Agent

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub, { policy: 'teams', agent: { role: 'admin' } })
  service = aTeam()
  support = aTeam({ name: 'Support', kind: 'support' })
  lena = anAgent({ teamIds: [service.id] })
  tom = anAgent({ name: 'Tom', teamIds: [support.id] })
  await put(hub, workspace.id, [
    inTable('teams', service),
    inTable('teams', support),
    inTable('agents', lena),
    inTable('agents', tom),
  ])
})

type Case = { readonly customerId: string; readonly ticketId: string; readonly threadId: string }

async function addCase(
  fields: { teamId?: string | null; assigneeId?: string | null; customerId?: string } = {},
): Promise<Case> {
  const { teamId = service.id, assigneeId = null } = fields
  const customerId = fields.customerId ?? freshId()
  const [ticketId, threadId] = [freshId(), freshId()]
  const own = { ticketId, customerId }
  await put(hub, workspace.id, [
    ...(fields.customerId
      ? []
      : [inTable('customers', aCustomer({ id: customerId })), inTable('orders', anOrder({ customerId }))]),
    inTable('contactPoints', aContactPoint({ customerId })),
    inTable('tickets', aTicket({ id: ticketId, customerId, number: null, lastMessageSeq: 1 })),
    inTable('threads', aThread({ ...own, id: threadId, teamId, assigneeId })),
    inTable('messages', aMessage({ ...own, seq: 1 })),
    inTable('notes', aNote({ ...own, threadId })),
  ])
  return { customerId, ticketId, threadId }
}

const laptopOf = (agent: Agent): Mirror => new Mirror(hub, { workspaceId: workspace.id, agentId: agent.id })
const holds = (mirror: Mirror, { customerId }: Case): boolean => mirror.rows.has(`customers/${customerId}`)
const assign = async (
  { threadId }: Case,
  team: { seen: string | null; value: string | null },
): Promise<void> => {
  const verdict = await testClient(hub, workspace).send('thread.assign', { threadId, team, assignee: null })
  expect(verdict.kind).toBe('done')
}
const settleAll = async (...mirrors: Mirror[]): Promise<void> => {
  for (const mirror of mirrors) await expectSettled(hub, mirror)
}

test('a laptop gets its teams’ and its own customers whole, and nothing of the others', async () => {
  const mine = await addCase()
  const theirs = await addCase({ teamId: support.id })
  const everybodys = await addCase({ teamId: null })
  const assigned = await addCase({ teamId: support.id, assigneeId: lena.id })
  const mirror = laptopOf(lena)
  await settleAll(mirror, laptopOf(tom))
  expect([mine, theirs, everybodys, assigned].map(each => holds(mirror, each))).toEqual([
    true,
    false,
    true,
    true,
  ])
})

test('a customer that enters comes with all of its rows, however old; one that leaves goes with all', async () => {
  const moving = await addCase()
  const [lenas, toms] = [laptopOf(lena), laptopOf(tom)]
  await settleAll(lenas, toms)
  expect([holds(lenas, moving), holds(toms, moving)]).toEqual([true, false])
  await assign(moving, { seen: service.id, value: support.id })
  await settleAll(lenas, toms)
  expect([holds(lenas, moving), holds(toms, moving)]).toEqual([false, true])
  const enter = toms.entries.find(entry => entry.kind === 'enter')
  expect(enter?.kind === 'enter' && new Set(enter.rows.map(row => row.table))).toEqual(
    new Set(['customers', 'orders', 'contactPoints', 'tickets', 'threads', 'messages', 'notes', 'events']),
  )
  expect(lenas.entries.some(entry => entry.kind === 'leave' && entry.customerId === moving.customerId)).toBe(
    true,
  )
  expect([lenas.snapshots, toms.snapshots]).toEqual([['first'], ['first']])
})

test('a second thread that is still its own keeps the customer', async () => {
  const first = await addCase()
  await addCase({ customerId: first.customerId })
  const mirror = laptopOf(lena)
  await settleAll(mirror)
  await assign(first, { seen: service.id, value: support.id })
  await settleAll(mirror, laptopOf(tom))
  expect(holds(mirror, first)).toBe(true)
  expect(mirror.entries.some(entry => entry.kind === 'leave')).toBe(false)
})

test('coming and going while a laptop is away, in any number and page size, ends where the hub ends', async () => {
  const moving = await addCase()
  const still = await addCase({ teamId: support.id })
  const laptops = [laptopOf(lena), laptopOf(tom)]
  await settleAll(...laptops)
  let at = service.id
  for (let moves = 0; moves < 7; moves += 1) {
    const next = at === service.id ? support.id : service.id
    await assign(moving, { seen: at, value: next })
    await testClient(hub, workspace).send('ticket.tag', { ticketId: still.ticketId, tags: [`t${moves}`] })
    at = next
    // One laptop looks in between, in pages of one; the other sleeps through all of it.
    const [awake] = laptops
    if (awake && moves % 3 === 1) await awake.sync({ limit: 1 })
  }
  for (const mirror of laptops) await mirror.sync({ limit: 1 })
  await settleAll(...laptops)
  expect(laptops.map(mirror => holds(mirror, moving))).toEqual([false, true])
})

test('a laptop stopped between two pages, while the scope turns again, still ends right', async () => {
  const moving = await addCase({ teamId: support.id })
  const mirror = laptopOf(lena)
  await settleAll(mirror)
  const step = async (): Promise<void> => {
    const answer = await pull(hub.deps, mirror.caller, { cursor: mirror.cursor, limit: 1 })
    if (answer.kind !== 'page') throw new Error('a page')
    for (const entry of answer.entries) {
      if (entry.kind === 'enter')
        for (const { table, id, row } of entry.rows)
          mirror.rows.set(`${table}/${id}`, {
            table: table as 'tickets',
            row: row as never,
            version: entry.seq,
          })
      if (entry.kind === 'leave')
        for (const [key, held] of mirror.rows)
          if (held.row['customerId'] === entry.customerId || key === `customers/${entry.customerId}`)
            mirror.rows.delete(key)
    }
    mirror.cursor = answer.cursor
  }
  await assign(moving, { seen: support.id, value: service.id })
  await assign(moving, { seen: service.id, value: support.id })
  await assign(moving, { seen: support.id, value: service.id })
  for (let steps = 0; steps < 4; steps += 1) await step()
  await assign(moving, { seen: service.id, value: support.id })
  await settleAll(mirror)
  expect(holds(mirror, moving)).toBe(false)
})

test('rows that move to another customer are evicted where only the old one is in scope', async () => {
  const mine = await addCase()
  const theirs = await addCase({ teamId: support.id })
  const extra = aNote({ id: freshId(), ticketId: mine.ticketId, customerId: mine.customerId })
  await put(hub, workspace.id, [inTable('notes', extra)])
  const [lenas, toms] = [laptopOf(lena), laptopOf(tom)]
  await settleAll(lenas, toms)
  const move = (to: Case): Promise<void> =>
    hub.store.write(workspace.id, async tx => {
      const [found] = await tx.lockRows([{ table: 'notes', id: extra.id }])
      const from = String(found?.row['customerId'])
      await tx.patchRows('notes', [
        { id: extra.id, fields: { customerId: to.customerId, ticketId: to.ticketId } },
      ])
      const change = {
        kind: 'row',
        table: 'notes',
        rowId: extra.id,
        groupId: to.customerId,
        prevGroupIds: [from],
        agentId: null,
      } as const
      await tx.publish([change], hub.clock.now())
    })
  await move(theirs)
  await settleAll(lenas, toms)
  expect(lenas.entries.at(-1)).toMatchObject({ kind: 'evict', table: 'notes', id: extra.id })
  // There and on again while both are away: the first customer is not forgotten.
  await move(mine)
  await settleAll(lenas, toms)
  const third = await addCase({ teamId: support.id })
  await move(theirs)
  await move(third)
  await settleAll(lenas, toms)
})

test('another team or role sends the agent, and only the agent, to a fresh snapshot', async () => {
  await addCase()
  await addCase({ teamId: support.id })
  const [lenas, toms] = [laptopOf(lena), laptopOf(tom)]
  await settleAll(lenas, toms)
  await changeAgent(hub.deps, workspace.id, { id: lena.id, teamIds: [support.id] })
  await settleAll(lenas, toms)
  expect([lenas.snapshots, toms.snapshots]).toEqual([['first', 'scope'], ['first']])
  await changeAgent(hub.deps, workspace.id, { id: lena.id, role: 'supervisor' })
  await changeAgent(hub.deps, workspace.id, { id: tom.id, name: 'Thomas' })
  await settleAll(lenas, toms)
  expect([lenas.snapshots, toms.snapshots]).toEqual([['first', 'scope', 'scope'], ['first']])
})

test('another policy takes effect for every customer, and for those made while it changes', async () => {
  const cases = [await addCase(), await addCase({ teamId: support.id })]
  const mirror = laptopOf(lena)
  await settleAll(mirror)
  const changing = changeScopePolicy(hub.deps, workspace.id, 'everything')
  cases.push(await addCase({ teamId: support.id }))
  await changing
  await settleAll(mirror)
  expect(cases.map(each => holds(mirror, each))).toEqual([true, true, true])
  const back = changeScopePolicy(hub.deps, workspace.id, 'teams')
  cases.push(await addCase({ teamId: support.id }))
  await back
  await settleAll(mirror, laptopOf(tom))
  expect(cases.map(each => holds(mirror, each))).toEqual([true, false, false, false])
})

test('private drafts reach the owner’s laptops and nobody else’s', async () => {
  const shared = await addCase({ teamId: null })
  const draft = aDraft({ agentId: lena.id, ticketId: shared.ticketId })
  await put(hub, workspace.id, [inTable('drafts', draft)])
  const [lenas, toms] = [laptopOf(lena), laptopOf(tom)]
  await settleAll(lenas, toms)
  expect([lenas, toms].map(mirror => mirror.rows.has(`drafts/${draft.id}`))).toEqual([true, false])
  const later = aDraft({ agentId: lena.id, ticketId: shared.ticketId })
  await put(hub, workspace.id, [inTable('drafts', later)])
  await settleAll(lenas, toms)
  expect(toms.entries.some(entry => 'id' in entry && entry.id === later.id)).toBe(false)
})

test('a deleted ticket and an erased customer leave every laptop, also one it had left before', async () => {
  const [deleted, erased] = [await addCase(), await addCase()]
  const draft = aDraft({ agentId: lena.id, ticketId: erased.ticketId })
  await put(hub, workspace.id, [inTable('drafts', draft)])
  const [lenas, toms] = [laptopOf(lena), laptopOf(tom)]
  await settleAll(lenas, toms)
  await deleteTicket(hub.deps, workspace.id, deleted.ticketId)
  await eraseCustomer(hub.deps, workspace.id, erased.customerId)
  await settleAll(lenas, toms)
  expect([holds(lenas, deleted), holds(lenas, erased), lenas.rows.has(`drafts/${draft.id}`)]).toEqual([
    true,
    false,
    false,
  ])
  // Tom never had it; the tombstone reaches him all the same, in case his laptop kept rows for unsent work.
  expect(toms.entries).toContainEqual(expect.objectContaining({ kind: 'tombstone', id: erased.customerId }))
  await expect(eraseCustomer(hub.deps, workspace.id, erased.customerId)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('erasing a person forgets what receipts quote', async () => {
  const { customerId } = await addCase()
  const client = testClient(hub, workspace)
  const marker = 'Zanzibar-7741'
  const conflict = {
    reason: 'changed-since' as const,
    fields: [
      { table: 'customers' as const, id: customerId, field: 'facts', seen: '', mine: marker, theirs: '' },
    ],
  }
  const verdict = {
    kind: 'conflict' as const,
    conflict,
    refs: [{ table: 'customers' as const, id: customerId }],
  }
  const receipt = { mutationId: freshId(), authorId: lena.id, verdict, isReplayed: false, acceptedAtMs: 1 }
  await hub.store.write(workspace.id, tx => tx.putReceipts(client.clientId, [receipt]))
  const hits = async (): Promise<number> => {
    const { rows } = await hub.database.owner.query<{ n: number }>(
      `SELECT count(*) AS n FROM receipts WHERE workspace_id = $1 AND verdict_json::text LIKE '%' || $2 || '%'`,
      [workspace.id, marker],
    )
    return rows[0]?.n ?? -1
  }
  expect(await hits()).toBe(1)
  await eraseCustomer(hub.deps, workspace.id, customerId)
  expect(await hits()).toBe(0)
})

test('a verdict never brings a row outside of the scope', async () => {
  const mine = await addCase()
  const client = testClient(hub, workspace, lena.id)
  const entry = client.entry('thread.assign', {
    threadId: mine.threadId,
    team: { seen: service.id, value: support.id },
    assignee: null,
  })
  const [verdict] = await client.push([entry])
  expect(verdict?.kind === 'done' && verdict.rows.map(({ table, row }) => [table, row])).toContainEqual([
    'threads',
    null,
  ])
  const [repeated] = await client.push([entry])
  expect(repeated?.kind === 'done' && repeated.rows.every(({ row }) => row === null)).toBe(true)
})

test('a new epoch, a cursor from the future and one behind the horizon need a snapshot; a present one does not', async () => {
  const mine = await addCase()
  const mirror = laptopOf(lena)
  await settleAll(mirror)
  const reason = async (cursor: string | null): Promise<unknown> => {
    const answer = await pull(hub.deps, mirror.caller, { cursor, limit: 10 })
    return answer.kind === 'page' ? 'page' : answer.reason
  }
  const old = mirror.cursor
  expect([await reason(null), await reason(old), await reason('nonsense')]).toEqual([
    'first',
    'page',
    'epoch',
  ])
  await testClient(hub, workspace).send('ticket.reply', newReply(mine, { seenUpToSeq: 1 }))
  await deleteTicket(hub.deps, workspace.id, mine.ticketId)
  hub.clock.advance(10)
  expect(await purgeTombstones(hub.deps, workspace.id, hub.clock.now())).toBeGreaterThan(0)
  expect(await reason(old)).toBe('horizon')
  await settleAll(mirror)
  expect(mirror.snapshots).toEqual(['first', 'horizon'])
  const future = mirror.cursor
  await hub.database.owner.query('UPDATE feed_counter SET seq = seq - 1 WHERE workspace_id = $1', [
    workspace.id,
  ])
  expect(await reason(future)).toBe('epoch')
  await hub.database.owner.query('UPDATE feed_counter SET seq = seq + 1 WHERE workspace_id = $1', [
    workspace.id,
  ])
  await newEpoch(hub.deps, workspace.id, freshId())
  expect(await reason(future)).toBe('epoch')
})

const merge = async (one: Case, into: Case): Promise<void> => {
  const verdict = await testClient(hub, workspace).send('customer.merge', {
    customerId: one.customerId,
    intoId: into.customerId,
    seen: null,
  })
  expect(verdict.kind).toBe('done')
}
const separate = async (one: Case, from: Case): Promise<void> => {
  const verdict = await testClient(hub, workspace).send('customer.unmerge', {
    customerId: one.customerId,
    seen: from.customerId,
  })
  expect(verdict.kind).toBe('done')
}

test('whoever holds one record of a person holds them all, from the merge until they are separated', async () => {
  const [mine, theirs] = [await addCase(), await addCase({ teamId: support.id })]
  const [lenas, toms] = [laptopOf(lena), laptopOf(tom)]
  await settleAll(lenas, toms)
  expect([holds(lenas, theirs), holds(toms, mine)]).toEqual([false, false])
  await merge(theirs, mine)
  await settleAll(lenas, toms)
  expect([holds(lenas, theirs), holds(toms, mine)]).toEqual([true, true])
  expect([lenas.snapshots, toms.snapshots]).toEqual([['first'], ['first']])
  // A chain, and work that moves within it: still one person.
  const third = await addCase({ teamId: support.id })
  await merge(mine, third)
  await assign(mine, { seen: service.id, value: support.id })
  await settleAll(lenas, toms)
  expect([mine, theirs, third].map(each => holds(lenas, each))).toEqual([false, false, false])
  expect([mine, theirs, third].map(each => holds(toms, each))).toEqual([true, true, true])
  await assign(theirs, { seen: support.id, value: service.id })
  await settleAll(lenas, toms)
  expect([mine, theirs, third].map(each => holds(lenas, each))).toEqual([true, true, true])
  await separate(mine, third)
  await settleAll(lenas, toms)
  expect([mine, theirs, third].map(each => holds(lenas, each))).toEqual([true, true, false])
})

test('two laptops that merge two records both ways at once leave one person and no circle', async () => {
  const [one, other] = [await addCase(), await addCase()]
  const both = await Promise.all(
    [
      [one, other],
      [other, one],
    ].map(([customer, into]) =>
      testClient(hub, workspace).send('customer.merge', {
        customerId: customer?.customerId ?? '',
        intoId: into?.customerId ?? '',
        seen: null,
      }),
    ),
  )
  expect(both.map(({ kind }) => kind)).toEqual(['done', 'done'])
  const rows = await hub.store.read(workspace.id, tx =>
    tx.rows('customers', [one.customerId, other.customerId]),
  )
  expect(rows.filter(row => row['mergedIntoId'] !== null)).toHaveLength(1)
})

test('erasing one record erases the person, and what others are said to be to them', async () => {
  const [one, other, friend] = [await addCase(), await addCase(), await addCase()]
  await merge(one, other)
  const verdict = await testClient(hub, workspace).send('relation.add', {
    relationId: freshId(),
    customerId: friend.customerId,
    otherCustomerId: one.customerId,
    otherName: null,
    kind: 'partner',
    note: 'since school',
    sinceMs: null,
  })
  expect(verdict.kind).toBe('done')
  const told = await exportPerson(hub.deps, workspace.id, other.customerId)
  expect(told.tables.customers?.map(({ id }) => id).toSorted()).toEqual(
    [one.customerId, other.customerId].toSorted(),
  )
  expect(told.tables.relations).toMatchObject([{ note: 'since school' }])
  const lenas = laptopOf(lena)
  await settleAll(lenas)
  await eraseCustomer(hub.deps, workspace.id, other.customerId)
  await settleAll(lenas)
  expect([one, other, friend].map(each => holds(lenas, each))).toEqual([false, false, true])
  const left = await hub.store.read(workspace.id, tx =>
    tx.many({ table: 'relations', where: { otherCustomerId: one.customerId }, above: null }),
  )
  expect(left).toEqual([])
})
