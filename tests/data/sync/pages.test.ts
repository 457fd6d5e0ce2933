import { afterEach, beforeEach, expect, test } from 'vitest'
import { LiveFrame } from '../../../shared/protocol/pull.ts'
import type { PushAnswer } from '../../../shared/protocol/push.ts'
import { changeScopePolicy, purgeTombstones } from '../../../server/sync/admin.ts'
import { readFeedRange } from '../../../server/live/feed-range.ts'
import { hintWriter } from '../../../server/live/hint-writer.ts'
import { createPace } from '../../../main/data/sync/pace.ts'
import { pullOnce } from '../../../main/data/sync/pull.ts'
import { aCustomer, aKnownIssue, anAgent, aTeam, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

// What a page, a hint or an answer holds, and what it says it holds.

let clock: FakeClock
let hub: MemoryHub
let laptop: Laptop
let remote: MemoryRemote
const agent = anAgent({ id: sampleId() })
const otherTeam = aTeam({ id: sampleId() })
const customer = aCustomer({ id: sampleId() })
const ticket = aTicket({ id: sampleId(), customerId: customer.id, number: null })
const thread = aThread({
  id: sampleId(),
  ticketId: ticket.id,
  customerId: customer.id,
  state: 'open',
  teamId: null,
  assigneeId: null,
})

beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock })
  await hub.stage('agents', agent)
  await hub.stage('teams', otherTeam)
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.admin(deps => changeScopePolicy(deps, hub.workspaceId, 'teams'))
  remote = hub.connect(agent.id)
  laptop = createLaptop({ clock, remote, actor: agent })
  await laptop.sync(60_000)
})
afterEach(() => laptop.close())

const issues = (count: number) => Array.from({ length: count }, () => aKnownIssue({ id: sampleId() }))
const moveTo = (teamId: string | null, seen: string | null): Promise<void> =>
  hub.act('thread.assign', { threadId: thread.id, team: { seen, value: teamId }, assignee: null })

async function aContactHere(): Promise<string> {
  const contactPointId = sampleId()
  const args = { contactPointId, customerId: customer.id, kind: 'phone' as const, value: '111', label: null }
  await hub.act('contact.add', args)
  await laptop.sync(60_000)
  expect(laptop.row('contactPoints', contactPointId)).not.toBeNull()
  return contactPointId
}

test('a page whose end is lost with the process is asked for again', async () => {
  await hub.stage('knownIssues', ...issues(300))
  const { store, clientId } = laptop
  const pace = createPace({ stopwatch: null, isWanted: () => false })
  const deps = { store, remote, clock, clientId, pace, actor: () => agent }
  const yieldTurn = (): Promise<void> => Promise.reject(new Error('the process ended'))
  await expect(pullOnce({ ...deps, yieldTurn })).rejects.toThrow('the process ended')
  const some = laptop.rows('knownIssues').length
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(300)
  await pullOnce({ ...deps, yieldTurn: async () => {} })
  expect(laptop.rows('knownIssues')).toHaveLength(300)
})

test('a page that a whole customer has filled goes on behind that customer', async () => {
  await moveTo(otherTeam.id, null)
  await laptop.sync(60_000)
  expect(laptop.row('customers', customer.id)).toBeNull()
  await moveTo(null, otherTeam.id)
  const behind = issues(2)
  await hub.stage('knownIssues', ...behind)
  const { pull } = remote
  Object.assign(remote, { pull: ({ cursor }: Parameters<typeof pull>[0]) => pull({ cursor, limit: 4 }) })
  await laptop.sync(60_000)
  expect(laptop.row('customers', customer.id)).not.toBeNull()
  expect(laptop.rows('knownIssues')).toHaveLength(behind.length)
})

test('who comes back when removals are forgotten does not keep what was removed', async () => {
  const contactPointId = await aContactHere()
  remote.failure = { kind: 'offline' }
  await hub.act('contact.remove', { contactPointId, customerId: customer.id })
  await hub.admin(deps => purgeTombstones(deps, hub.workspaceId, clock.now() + 1))
  remote.failure = null
  await laptop.sync(60_000)
  expect(laptop.row('contactPoints', contactPointId)).toBeNull()
})

test('a hint says what was removed too', async () => {
  const contactPointId = await aContactHere()
  const fromSeq = laptop.engine.upToSeq()
  await hub.act('contact.remove', { contactPointId, customerId: customer.id })
  await hub.admin(async ({ store }) => {
    const range = await readFeedRange(store, hub.workspaceId, fromSeq)
    const reader = { workspaceId: hub.workspaceId, agentId: agent.id, clientId: laptop.clientId }
    const { text } = hintWriter(range)({ ...reader, familyId: 'f', teamIds: [] })
    const frame = LiveFrame.parse(JSON.parse(text))
    if (frame.kind !== 'hint') throw new Error('no hint')
    laptop.engine.hint(frame)
  })
  expect(laptop.engine.upToSeq()).toBeGreaterThan(fromSeq)
  expect(laptop.row('contactPoints', contactPointId)).toBeNull()
})

test('an answer hands out no row of a customer who has left the scope', async () => {
  remote.failure = { kind: 'offline' }
  laptop.act('thread.setPriority', { threadId: thread.id, priority: 'urgent', seen: thread.priority })
  await moveTo(otherTeam.id, null)
  const answers: PushAnswer[] = []
  const { push } = remote
  Object.assign(remote, {
    push: async (request: Parameters<typeof push>[0]) => {
      const answer = await push(request)
      if (answer.ok) answers.push(answer.value)
      return answer
    },
  })
  remote.failure = null
  await laptop.sync(60_000)
  const done = answers.flatMap(({ verdicts }) => verdicts).filter(({ kind }) => kind === 'done')
  expect(done).toHaveLength(1)
  const rows = done.flatMap(verdict => ('rows' in verdict ? verdict.rows : []))
  expect(rows.map(({ table }) => table)).toContain('threads')
  expect(rows.filter(({ row }) => row !== null)).toEqual([])
  expect(hub.state().rows.get('threads')?.get(thread.id)).toMatchObject({ priority: 'urgent' })
})
