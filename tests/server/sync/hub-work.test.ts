import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyAsHub } from '../../../server/sync/apply-as-hub.ts'
import { createAnnouncer, createFanOut } from '../../../server/sync/feed.ts'
import { stageRows } from '../../../server/sync/stage-rows.ts'
import { aCustomer, aMessage, aThread, aTicket, freshId } from '../../support/builders.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put, testClock } from '../../support/hub-db.ts'
import { expectSettled, Mirror } from '../../support/mirror.ts'

let hub: TestHub
let workspace: TestWorkspace
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub)
})

const head = async (): Promise<number> => (await hub.store.read(workspace.id, tx => tx.head())).seq
const aUnit = () => {
  const [customerId, ticketId] = [freshId(), freshId()]
  return [
    inTable('customers', aCustomer({ id: customerId })),
    inTable('tickets', aTicket({ id: ticketId, customerId, number: null })),
    inTable('threads', aThread({ id: freshId(), ticketId, customerId })),
    inTable('messages', aMessage({ ticketId, customerId })),
  ]
}

test('the hub acts by the same mutations: all of its intents in one transaction', async () => {
  const unit = aUnit()
  await put(hub, workspace.id, unit)
  const ticketId = unit[1]?.row.id ?? ''
  const noteId = freshId()
  const refusal = await applyAsHub(hub.deps, workspace.id, [
    { name: 'ticket.tag', args: { ticketId, tags: ['vip'] }, mutationId: freshId() },
    {
      name: 'note.add',
      args: { noteId, ticketId, threadId: null, body: 'From the mailbox', attachments: [] },
      mutationId: freshId(),
    },
  ])
  expect(refusal).toBeNull()
  const [note] = await hub.store.read(workspace.id, tx => tx.rows('notes', [noteId]))
  expect(note).toMatchObject({ authorKind: 'automation', authorId: null, createdAtMs: hub.clock.now() })
  expect(hub.announced.at(-1)).toEqual({ workspaceId: workspace.id, seq: await head() })
})

test('one refused intent refuses all, and nothing is written or announced', async () => {
  const unit = aUnit()
  await put(hub, workspace.id, unit)
  const [before, announced] = [await head(), hub.announced.length]
  const refusal = await applyAsHub(hub.deps, workspace.id, [
    { name: 'ticket.tag', args: { ticketId: unit[1]?.row.id ?? '', tags: ['vip'] }, mutationId: freshId() },
    { name: 'ticket.tag', args: { ticketId: freshId(), tags: ['vip'] }, mutationId: freshId() },
  ])
  expect(refusal).toMatchObject({ index: 1, outcome: { kind: 'gone', table: 'tickets' } })
  expect([await head(), hub.announced.length]).toEqual([before, announced])
  const bad = [{ name: 'ticket.tag' as const, args: { ticketId: 'x', tags: [] }, mutationId: freshId() }]
  await expect(applyAsHub(hub.deps, workspace.id, bad)).rejects.toMatchObject({ code: 'bad-request' })
})

test('staged rows go in once: a second run adds nothing, an interrupted one goes on', async () => {
  const units = Array.from({ length: 300 }, aUnit)
  function* cut() {
    yield* units.slice(0, 170)
    throw new Error('power cut')
  }
  await expect(stageRows(hub.deps, workspace.id, cut())).rejects.toThrow('power cut')
  const partly = await head()
  expect(partly).toBeGreaterThan(500)
  const rest = await stageRows(hub.deps, workspace.id, units)
  expect(rest.added + rest.known).toBe(1200)
  expect(rest.known).toBe(partly - 1)
  const seq = await head()
  expect(await stageRows(hub.deps, workspace.id, units)).toEqual({ added: 0, known: 1200 })
  expect(await head()).toBe(seq)
  const numbers = await hub.database.owner.query<{ n: number }>(
    'SELECT number AS n FROM tickets WHERE workspace_id = $1 ORDER BY 1',
    [workspace.id],
  )
  expect(numbers.rows.map(row => row.n)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
  await expectSettled(hub, new Mirror(hub, { workspaceId: workspace.id, agentId: workspace.agent.id }))
})

test('a unit is staged whole or not at all', async () => {
  const unit = aUnit()
  const broken = [...unit, inTable('messages', { ...aMessage(), bodyText: null as unknown as string })]
  await expect(stageRows(hub.deps, workspace.id, [broken])).rejects.toMatchObject({ name: 'RowRefused' })
  expect(await hub.store.read(workspace.id, tx => tx.rows('customers', [unit[0]?.row.id ?? '']))).toEqual([])
})

test('numbers are announced at once, then at most every 10 ms and only the highest', () => {
  const clock = testClock()
  const sent: [string, number][][] = []
  const announce = createAnnouncer({
    clock,
    send: heads => sent.push([...heads].map(([workspaceId, { seq }]) => [workspaceId, seq])),
  })
  announce('a', 1)
  announce('a', 3)
  announce('a', 2)
  announce('b', 9)
  expect(sent).toEqual([[['a', 1]]])
  clock.advance(9)
  expect(sent).toHaveLength(1)
  clock.advance(1)
  expect(sent.slice(1)).toEqual([
    [
      ['a', 3],
      ['b', 9],
    ],
  ])
  clock.advance(10)
  announce('a', 4)
  expect(sent.slice(2)).toEqual([[['a', 4]]])
})

test('who listens to a workspace hears its numbers until it stops', () => {
  const fanOut = createFanOut()
  const heard: number[] = []
  const stop = fanOut.subscribe('a', seq => heard.push(seq))
  fanOut.heard('a', 1)
  fanOut.heard('b', 2)
  expect(fanOut.workspaceIds()).toEqual(['a'])
  stop()
  fanOut.heard('a', 3)
  expect([heard, fanOut.workspaceIds()]).toEqual([[1], []])
})
