import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import {
  aContactPoint,
  aCustomer,
  aKnownIssue,
  aMessage,
  anAgent,
  aTeam,
  aThread,
  aTicket,
} from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'

let clock: FakeClock
let hub: MemoryHub
let remote: MemoryRemote
let lena: Laptop
const team = aTeam()
beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock })
  const agent = anAgent({ name: 'Lena Koch' })
  await hub.stage('agents', agent)
  await hub.stage('teams', team)
  remote = hub.connect(agent.id)
  lena = createLaptop({ clock, remote, actor: agent })
})
afterEach(() => lena.close())

/** Tickets of one customer each, in different states, every fourth with both kinds. */
async function aQueue(count: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const customer = aCustomer({
      id: sampleId(),
      name: index % 10 === 9 ? '' : `Ana Ruiz ${index}`,
      language: index === 3 ? 'de-AT' : 'es',
    })
    const ticket = aTicket({ id: sampleId(), customerId: customer.id, number: null, lastMessageSeq: 1 })
    const place = { customerId: customer.id, ticketId: ticket.id }
    const isPaired = index % 4 === 3
    const thread = aThread({
      id: sampleId(),
      ...place,
      isPaired,
      priority: (['low', 'normal', 'high'] as const)[index % 3] ?? 'low',
      waitingSinceMs: 1_000 + index,
      reopenedCount: index % 2,
    })
    const from = { name: customer.name, address: `c${index}@example.org` }
    await hub.stage('customers', customer)
    await hub.stage('contactPoints', aContactPoint({ id: sampleId(), customerId: customer.id }))
    await hub.stage('tickets', ticket)
    await hub.stage('threads', thread)
    if (isPaired)
      await hub.stage('threads', aThread({ ...thread, id: sampleId(), kind: 'support', state: 'pending' }))
    await hub.stage('messages', aMessage({ id: sampleId(), ...place, seq: 1, direction: 'in', from }))
    ids.push(ticket.id)
  }
  await lena.sync()
  return ids
}

const everything = {
  state: { type: 'state', state: 'solved' },
  mine: { type: 'assign', to: 'me' },
  team: { type: 'team', teamId: team.id },
  priority: { type: 'priority', priority: 'urgent' },
  tag: { type: 'tag', tags: ['outage'] },
  snooze: { type: 'snooze', until: { inMinutes: 60 } },
  note: { type: 'note', body: 'Told {{customer.name}}' },
} as const satisfies Record<string, TicketAction>

const run = (ticketIds: readonly string[], actions: readonly TicketAction[], kind: 'service' | null = null) =>
  lena.engine.actOnMany({ ticketIds, actions, kind, undo: { seconds: 10, byChannel: {} } })

/** Everything that undo restores: activity alone never goes back. */
const standing = () => ({
  threads: lena.rows('threads').map(({ lastActivityAtMs: _, ...row }) => row),
  tickets: lena.rows('tickets'),
  notes: lena.rows('notes'),
  messages: lena.rows('messages'),
})

test('undoing a bulk of 200 tickets restores every field, before anything has left', async () => {
  const ids = await aQueue(200)
  remote.failure = { kind: 'offline' }
  const before = standing()
  const { state, mine, priority, tag } = everything
  const results = await run(ids, [state, mine, priority, tag, everything.team])
  expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(200)
  expect(lena.rows('threads').every(row => row.state === 'solved' && row.assigneeId === lena.actor.id)).toBe(
    true,
  )
  const undone = await lena.engine.undo(results.flatMap(({ mutationIds }) => mutationIds))
  expect(undone.refused).toEqual([])
  expect(standing()).toEqual(before)
  expect(lena.store.outbox.isEmpty()).toBe(true)
})

test('and after it has left, on the hub too', async () => {
  const ids = await aQueue(40)
  const before = standing()
  const { state, mine, priority, tag } = everything
  const results = await run(ids, [state, mine, priority, tag])
  await lena.sync()
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
  const undone = await lena.engine.undo(results.flatMap(({ mutationIds }) => mutationIds))
  expect(undone.refused).toEqual([])
  await lena.sync()
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
  expect(standing()).toEqual(before)
})

test('what one ticket refuses holds up no other, and each says why', async () => {
  const ids = await aQueue(4)
  const [closed, gone, done] = ids
  const thread = lena.rows('threads').find(row => row.ticketId === closed)
  lena.act('thread.setState', { threadId: thread?.id ?? '', state: 'closed', seen: 'open', seenUpToSeq: 1 })
  lena.store.transaction('relaxed', () => lena.store.rows.remove('tickets', gone ?? ''))
  lena.act('ticket.tag', { ticketId: done ?? '', tags: ['outage'] })
  const results = await run(ids, [everything.priority])
  expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['failed', 'closed'],
    ['failed', 'not-here'],
    ['done', null],
    ['done', null],
  ])
  const again = await run(ids.slice(2), [everything.priority, everything.tag])
  expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'done'])
})

test('a conflict on one ticket parks that one only', async () => {
  const ids = await aQueue(3)
  const [first] = ids
  const thread = lena.rows('threads').find(row => row.ticketId === first)
  await hub.act('thread.setPriority', { threadId: thread?.id ?? '', priority: 'low', seen: 'low' })
  await hub.act('thread.setPriority', { threadId: thread?.id ?? '', priority: 'high', seen: 'low' })
  await run(ids, [everything.priority, everything.tag])
  await lena.sync()
  expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 1 })
  const others = lena.rows('tickets').filter(row => row.id !== first)
  expect(others.every(row => row.tags.includes('outage'))).toBe(true)
})

test('of a ticket with both kinds only the threads of the kind in view are touched', async () => {
  const ids = await aQueue(4)
  await run(ids, [everything.state], 'service')
  expect(lena.rows('threads').map(row => [row.kind, row.state])).toEqual(
    expect.arrayContaining([['support', 'pending']]),
  )
  expect(lena.rows('threads').filter(row => row.kind === 'service' && row.state !== 'solved')).toEqual([])
})

test('a macro with a reply writes to each customer by name, and to nobody with braces in it', async () => {
  const ids = await aQueue(10)
  const body = 'Dear {{customer.firstName}}, it works again. {{agent.name}}'
  const results = await run(ids, [
    { type: 'reply', body, variants: [{ language: 'de', body: 'Guten Tag {{customer.name}}' }] },
    everything.state,
  ])
  expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(9)
  expect(results.find(({ outcome }) => outcome === 'failed')).toMatchObject({ reason: 'open-place' })
  const sent = lena.rows('messages').filter(row => row.direction === 'out')
  expect(sent).toHaveLength(9)
  expect(sent.filter(({ bodyText }) => bodyText === 'Guten Tag Ana Ruiz 3')).toHaveLength(1)
  expect(sent.filter(({ bodyText }) => bodyText === 'Dear Ana, it works again. Lena Koch')).toHaveLength(8)
  for (const message of sent) {
    expect(message.to[0]?.address).toMatch(/^c\d@example\.org$/)
  }
  const undone = await lena.engine.undo(results.flatMap(({ mutationIds }) => mutationIds))
  expect(undone.words).toHaveLength(9)
  expect(lena.rows('messages').filter(row => row.direction === 'out')).toEqual([])
})

test('a snooze and a note are planned from now, with what is known filled in', async () => {
  const ids = await aQueue(1)
  await run(ids, [everything.snooze, everything.note])
  expect(lena.rows('threads')[0]).toMatchObject({ state: 'snoozed', snoozedUntilMs: clock.now() + 3_600_000 })
  expect(lena.rows('notes')[0]?.body).toBe('Told Ana Ruiz 0')
})

test('a known issue is linked to many; what has it already stays as it is, and what is not here says so', async () => {
  const ids = await aQueue(3)
  const issue = aKnownIssue({ id: sampleId() })
  await hub.stage('knownIssues', issue)
  await lena.sync()
  const link: TicketAction = { type: 'linkIssue', issueId: issue.id }
  const outcomes = async (ticketIds: readonly string[]) =>
    (await run(ticketIds, [link])).map(({ outcome, reason }) => reason ?? outcome)
  expect(await outcomes(ids.slice(0, 1))).toEqual(['done'])
  expect(await outcomes([...ids, sampleId()])).toEqual(['unchanged', 'done', 'done', 'not-here'])
})
