import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeAgent, changeScopePolicy, deleteTicket, eraseCustomer } from '../../../server/sync/admin.ts'
import { snapshotPart } from '../../../server/sync/snapshot.ts'
import { aCustomer, aMessage, anAgent, aTeam, aThread, aTicket, freshId } from '../../support/builders.ts'
import { newReply, newTicket, testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { expectSettled, Mirror } from '../../support/mirror.ts'

let hub: TestHub
let workspace: TestWorkspace
const team = aTeam({ id: freshId() })
const otherTeam = aTeam({ id: freshId(), name: 'Other' })

type Case = { readonly customerId: string; readonly ticketId: string; readonly threadId: string }
let cases: Case[]

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub, { policy: 'teams', agent: { teamIds: [team.id] } })
  await put(hub, workspace.id, [inTable('teams', team), inTable('teams', otherTeam)])
  cases = []
  for (let index = 0; index < 12; index += 1) {
    const own = { customerId: freshId(), ticketId: freshId() }
    const threadId = freshId()
    const isMine = index >= 10
    const teamId = index % 3 === 0 ? otherTeam.id : team.id
    cases.push({ ...own, threadId })
    await put(hub, workspace.id, [
      inTable('customers', aCustomer({ id: own.customerId })),
      inTable(
        'tickets',
        aTicket({ id: own.ticketId, customerId: own.customerId, number: null, lastMessageSeq: 2 }),
      ),
      inTable(
        'threads',
        aThread({
          ...own,
          id: threadId,
          teamId,
          state: isMine ? 'open' : 'solved',
          assigneeId: isMine ? workspace.agent.id : null,
        }),
      ),
      inTable('messages', aMessage({ ...own, seq: 1 })),
      inTable(
        'messages',
        aMessage({ ...own, seq: 2, bodyText: 'naïve "quotes"\n\t返金 \u2028', bodyHtml: '<p>&amp;</p>' }),
      ),
    ])
  }
})

const mirrorOf = (agentId = workspace.agent.id): Mirror =>
  new Mirror(hub, { workspaceId: workspace.id, agentId })
const part = (position: string | null, partRows = 5) =>
  snapshotPart({ store: hub.store, partRows }, mirrorOf().caller, { position, ownFirst: true, since: null })

test('a snapshot and the pull behind it are the hub filtered by scope, row by row', async () => {
  for (const partRows of [1, 3, 2000]) {
    const mirror = mirrorOf()
    await mirror.snapshot({ partRows })
    await expectSettled(hub, mirror)
    expect(mirror.snapshots).toEqual([])
  }
})

test('it stays right while writers change, move, make and delete rows between its parts', async () => {
  const writer = testClient(hub, workspace)
  const [mine, other] = [team.id, otherTeam.id]
  let step = 0
  const write = async (): Promise<void> => {
    const at = cases[step % cases.length]
    if (!at) return
    const toOther = { ticketId: at.ticketId, threadId: at.threadId }
    const moves = [
      () => writer.send('ticket.reply', newReply(toOther, { confirmed: true })),
      () =>
        writer.send('thread.assign', {
          threadId: at.threadId,
          team: { seen: mine, value: other },
          assignee: null,
        }),
      () =>
        writer.send('thread.assign', {
          threadId: at.threadId,
          team: { seen: other, value: mine },
          assignee: null,
        }),
      () => writer.send('ticket.create', newTicket(at.customerId)),
    ]
    await moves[step % moves.length]?.()
    if (step === 9) await deleteTicket(hub.deps, workspace.id, cases[4]?.ticketId ?? '')
    step += 1
  }
  const mirror = mirrorOf()
  await mirror.snapshot({ partRows: 2, between: write })
  expect(step).toBeGreaterThan(20)
  await expectSettled(hub, mirror)
})

test('an interrupted snapshot goes on from its last part, on any copy of the hub, and parts can be asked for twice', async () => {
  const first = await part(null)
  const again = await part(null)
  expect(again.lines).toEqual(first.lines)
  const second = await part(first.head.next)
  expect(second.head).toMatchObject({
    asOf: first.head.asOf,
    cursor: first.head.cursor,
    epoch: workspace.epoch,
  })
  expect(await part(first.head.next)).toEqual(second)
  expect(first.head.expectedRows).toBeGreaterThan(60)
})

test('the own queues come before all other customers', async () => {
  const order: string[] = []
  for (let position: string | null | undefined; position !== null;) {
    const { head, lines }: Awaited<ReturnType<typeof part>> = await part(position ?? null, 2000)
    if (head.table === 'tickets')
      for (const line of lines) order.push(String((JSON.parse(line) as unknown[])[0]))
    position = head.next
  }
  const own = cases.slice(10).map(each => each.ticketId)
  expect(new Set(order.slice(0, 2))).toEqual(new Set(own))
  expect(new Set(order).size).toBeGreaterThan(own.length)
})

test('large rows shorten a part instead of meeting in memory', async () => {
  const bodyHtml = Array.from({ length: 3_000_000 }, (_, index) =>
    String.fromCharCode(33 + ((index * 7919) % 90)),
  ).join('')
  const { customerId, ticketId } = cases[11] ?? { customerId: '', ticketId: '' }
  const large = Array.from({ length: 6 }, (_, index) =>
    aMessage({ customerId, ticketId, seq: index + 3, bodyHtml: `${index}${bodyHtml}` }),
  )
  for (const row of large) await put(hub, workspace.id, [inTable('messages', row)])
  const query = {
    table: 'messages',
    after: { customerId: '', id: '' },
    limit: 2000,
    of: { kind: 'customers', customerIds: [customerId] },
    agentId: workspace.agent.id,
  } as const
  const found = await hub.store.read(workspace.id, tx => tx.snapshotRows(query))
  expect(found.count).toBeLessThan(8)
  expect(found.isEnd).toBe(false)
  const mirror = mirrorOf()
  await mirror.snapshot()
  await expectSettled(hub, mirror)
})

test('rights or an epoch that change in mid-flight end it: begin again', async () => {
  const { next } = (await part(null)).head
  await expect(part('nonsense')).rejects.toMatchObject({ code: 'bad-request' })
  await changeAgent(hub.deps, workspace.id, { id: workspace.agent.id, teamIds: [otherTeam.id] })
  await expect(part(next)).rejects.toMatchObject({ code: 'conflict' })
  const later = (await part(null)).head.next
  await changeScopePolicy(hub.deps, workspace.id, 'everything')
  await expect(part(later)).rejects.toMatchObject({ code: 'conflict' })
  const mirror = mirrorOf()
  await mirror.snapshot({ partRows: 4 })
  await expectSettled(hub, mirror)
})

test('an agent without a place gets neither a part nor a page', async () => {
  const gone = anAgent({ isActive: false })
  await put(hub, workspace.id, [inTable('agents', gone)])
  await expect(mirrorOf(gone.id).snapshot()).rejects.toMatchObject({ code: 'signed-out' })
  await expect(mirrorOf(gone.id).sync()).rejects.toMatchObject({ code: 'signed-out' })
})

test('a part of more than 127 rows says how many they are', async () => {
  const customers = Array.from({ length: 300 }, () => inTable('customers', aCustomer({ id: freshId() })))
  await put(hub, workspace.id, customers)
  const mirror = mirrorOf()
  await mirror.snapshot({ partRows: 2000 })
  await expectSettled(hub, mirror)
})

test('who was erased under a release that still forgot it is named to whoever was away then, and to nobody else', async () => {
  const [longAgo, kept] = [freshId(), freshId()]
  const erasure = { agentId: null, reason: 'asked', atMs: 5 } as const
  const erasedSince = (seq: number) => hub.store.read(workspace.id, tx => tx.erasedSince(seq))
  await put(hub, workspace.id, [inTable('customers', aCustomer({ id: kept }))])
  // Only the record of the act is left of the one; the other was erased lately.
  await hub.store.write(workspace.id, tx => tx.recordErasure({ customerId: longAgo, ...erasure }))
  await eraseCustomer(hub.deps, workspace.id, kept)
  expect(await erasedSince(0)).toEqual([kept])
  const before = (await hub.store.read(workspace.id, tx => tx.head())).seq
  await deleteTicket(hub.deps, workspace.id, cases[0]?.ticketId ?? '')
  await hub.store.write(workspace.id, tx => tx.purgeFeed(Number.MAX_SAFE_INTEGER))
  const { seq, horizonSeq } = await hub.store.read(workspace.id, tx => tx.head())
  expect(horizonSeq).toBeGreaterThan(before)
  expect(await erasedSince(0)).toEqual([longAgo, kept])
  expect(await erasedSince(before)).toEqual([longAgo])
  expect(await erasedSince(seq)).toEqual([])
})
