import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoAct } from '../../../main/data/sync/undo.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import { mutationNames } from '../../../shared/mutations/index.ts'
import { passingFolder } from '../../support/at-the-end.ts'
import { aCustomer, aMessage, anAgent, aTeam, aThread, aTicket } from '../../support/builders.ts'
import { openDeskLaptop } from '../../support/desk-laptop.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'
import { samples } from '../../unit/mutations/scenes.ts'

const HOLD_MS = 10_000

describe('what has not left', () => {
  test.each(mutationNames)('%s is taken back and leaves no trace', name => {
    const laptop = openDeskLaptop()
    const { drafts: _before, ...before } = laptop.content()
    const deps = { ...laptop.depsFor(name), clientId: sampleId() }
    const undone = undoAct(deps, mutate(deps, { name, args: samples[name] }))
    expect(undone).toMatchObject({ takenBack: [expect.any(String)], inverses: [], refused: [] })
    const { drafts: _after, ...after } = laptop.content()
    expect(after).toEqual(before)
    laptop.close()
  })
})

let clock: FakeClock
let hub: MemoryHub
const laptops: Laptop[] = []
beforeEach(() => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock })
})
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.close()
})

type Desk = Laptop & { readonly remote: MemoryRemote }
async function signIn(agent = anAgent(), folder?: string): Promise<Desk> {
  await hub.stage('agents', agent)
  const remote = hub.connect(agent.id)
  const laptop = createLaptop({ clock, remote, actor: agent, ...(folder ? { folder } : {}) })
  laptops.push(laptop)
  await laptop.sync()
  return { ...laptop, remote }
}

/** A ticket that waits for an answer, with both its threads. */
async function someWork() {
  const customer = aCustomer({ id: sampleId() })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, tags: ['vip'], lastMessageSeq: 1 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ id: sampleId(), ...place, waitingSinceMs: 5, priority: 'high' })
  const message = aMessage({ id: sampleId(), ...place, seq: 1, direction: 'in' })
  const teams = [aTeam(), aTeam({ name: 'Support' })]
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.stage('messages', message)
  await hub.stage('teams', ...teams)
  return { customer, ticket, thread, teams }
}
type Work = Awaited<ReturnType<typeof someWork>>

const replyTo = ({ ticket, thread }: Work, bodyText = 'Hello') => ({
  name: 'ticket.reply',
  args: {
    messageId: sampleId(),
    ticketId: ticket.id,
    threadId: thread.id,
    channel: 'email' as const,
    to: [{ name: 'Ana Ruiz', address: 'ana@norte.example' }],
    cc: [{ name: null, address: 'boss@norte.example' }],
    bodyText,
    bodyHtml: null,
    attachments: [],
    seenUpToSeq: 1,
    confirmed: false,
  },
})
const solve = ({ thread }: Work, seenUpToSeq = 1) => ({
  name: 'thread.setState',
  args: { threadId: thread.id, state: 'solved' as const, seen: 'open', seenUpToSeq },
})
const sentMessages = (): number =>
  [...(hub.state().rows.get('messages')?.values() ?? [])].filter(row => row['direction'] === 'out').length

/** What undo restores: everything of a thread but the newest activity, which never goes back. */
const standing = (laptop: Laptop, { thread }: Work) => {
  const { lastActivityAtMs: _, ...rest } = laptop.row('threads', thread.id) ?? {}
  return rest
}

describe('what has left', () => {
  const acts = [
    ['a state', (work: Work) => solve(work)],
    [
      'a priority',
      ({ thread }: Work) => ({
        name: 'thread.setPriority',
        args: { threadId: thread.id, priority: 'low', seen: 'high' },
      }),
    ],
    [
      'an owner and a team',
      ({ thread, teams }: Work) => ({
        name: 'thread.assign',
        args: {
          threadId: thread.id,
          team: { seen: null, value: teams[0]?.id },
          assignee: { seen: thread.assigneeId, value: null },
        },
      }),
    ],
    [
      'a snooze',
      ({ thread }: Work) => ({
        name: 'thread.snooze',
        args: { threadId: thread.id, untilMs: 9_999_999_999_999, seen: 'open', seenUpToSeq: 1 },
      }),
    ],
    [
      'a tag',
      ({ ticket }: Work) => ({ name: 'ticket.tag', args: { ticketId: ticket.id, tags: ['urgent'] } }),
    ],
    [
      'a note',
      ({ ticket }: Work) => ({
        name: 'note.add',
        args: { noteId: sampleId(), ticketId: ticket.id, threadId: null, body: 'Look', attachments: [] },
      }),
    ],
  ] as const
  test.each(acts)('%s goes back on the hub too', async (_what, make) => {
    const work = await someWork()
    const lena = await signIn()
    const before = { thread: standing(lena, work), ticket: lena.row('tickets', work.ticket.id) }
    const id = lena.engine.mutate(make(work))
    await lena.sync()
    const undone = await lena.engine.undo([id])
    expect(undone).toMatchObject({ takenBack: [], inverses: [expect.any(String)], refused: [] })
    await lena.sync()
    expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
    expect(standing(lena, work)).toEqual(before.thread)
    expect(lena.row('tickets', work.ticket.id)).toEqual(before.ticket)
    expect(lena.rows('notes')).toEqual([])
    const other = await signIn()
    expect(standing(other, work)).toEqual(before.thread)
  })

  test('a field somebody changed since stays and is named, the others go back', async () => {
    const work = await someWork()
    const [first, second] = work.teams
    const [lena, tom] = [await signIn(), await signIn()]
    const id = lena.act('thread.assign', {
      threadId: work.thread.id,
      team: { seen: null, value: first?.id ?? null },
      assignee: { seen: null, value: lena.actor.id },
    })
    await lena.sync()
    await tom.sync()
    tom.act('thread.assign', {
      threadId: work.thread.id,
      team: { seen: first?.id ?? null, value: second?.id ?? null },
      assignee: null,
    })
    await tom.sync()
    await lena.sync()
    const undone = await lena.engine.undo([id])
    expect(undone.inverses).toHaveLength(1)
    expect(undone.refused).toMatchObject([
      {
        reason: 'changed-since',
        ticketId: work.ticket.id,
        fields: [{ field: 'teamId', seen: first?.id, theirs: second?.id }],
      },
    ])
    await lena.sync()
    expect(lena.row('threads', work.thread.id)).toMatchObject({ teamId: second?.id, assigneeId: null })
  })

  test('a state somebody changed since stays, whole, and nothing is sent', async () => {
    const work = await someWork()
    const [lena, tom] = [await signIn(), await signIn()]
    const id = lena.engine.mutate(solve(work))
    await lena.sync()
    await tom.sync()
    tom.act('thread.setState', { threadId: work.thread.id, state: 'pending', seen: 'solved', seenUpToSeq: 1 })
    await tom.sync()
    await lena.sync()
    const undone = await lena.engine.undo([id])
    expect(undone).toMatchObject({ inverses: [], refused: [{ reason: 'changed-since' }] })
    expect(lena.engine.status().waiting).toBe(0)
    expect(lena.row('threads', work.thread.id)?.state).toBe('pending')
  })

  test('a change this laptop has not heard of yet is found by the hub and asked about', async () => {
    const work = await someWork()
    const [lena, tom] = [await signIn(), await signIn()]
    const id = lena.engine.mutate(solve(work))
    await lena.sync()
    await tom.sync()
    tom.act('thread.setState', { threadId: work.thread.id, state: 'pending', seen: 'solved', seenUpToSeq: 1 })
    await tom.sync()
    await lena.engine.undo([id])
    await lena.sync()
    expect(lena.engine.status().attention).toBe(1)
    await tom.sync()
    expect(tom.row('threads', work.thread.id)?.state).toBe('pending')
  })

  test('of "send and solve" the reply has left and stays; the state goes back', async () => {
    const work = await someWork()
    const lena = await signIn()
    const { mutationIds } = lena.engine.mutateGroup([replyTo(work), solve(work)])
    await lena.sync()
    const undone = await lena.engine.undo(mutationIds)
    expect(undone.inverses).toHaveLength(1)
    expect(undone.refused).toMatchObject([{ name: 'ticket.reply', reason: 'left' }])
    await lena.sync()
    expect(lena.row('threads', work.thread.id)?.state).toBe('open')
    expect(sentMessages()).toBe(1)
  })

  test('what may have arrived is not taken back, its inverse follows it', async () => {
    const work = await someWork()
    const lena = await signIn()
    lena.remote.loseAnswers = 1
    const id = lena.engine.mutate(solve(work))
    await lena.sync()
    const undone = await lena.engine.undo([id])
    expect(undone).toMatchObject({ takenBack: [], inverses: [expect.any(String)] })
    await lena.sync(60_000)
    expect(lena.engine.status()).toMatchObject({ waiting: 0, attention: 0 })
    expect(lena.row('threads', work.thread.id)?.state).toBe('open')
  })
})

describe('edits of one field that became one intent', () => {
  test('are undone one by one, the last first', async () => {
    const work = await someWork()
    const lena = await signIn()
    lena.remote.failure = { kind: 'offline' }
    const setPriority = (priority: 'urgent' | 'low', seen: string): string =>
      lena.act('thread.setPriority', { threadId: work.thread.id, priority, seen })
    const first = setPriority('urgent', 'high')
    const second = setPriority('low', 'urgent')
    expect(second).toBe(first)
    const priority = (): unknown => lena.row('threads', work.thread.id)?.priority
    await lena.engine.undo([second])
    expect(priority()).toBe('urgent')
    await lena.engine.undo([first])
    expect(priority()).toBe('high')
    expect(lena.store.outbox.isEmpty()).toBe(true)
  })

  test('once left, the last edit goes back to what stood before it', async () => {
    const work = await someWork()
    const lena = await signIn()
    lena.remote.failure = { kind: 'offline' }
    lena.act('thread.setPriority', { threadId: work.thread.id, priority: 'urgent', seen: 'high' })
    const id = lena.act('thread.setPriority', { threadId: work.thread.id, priority: 'low', seen: 'urgent' })
    lena.remote.failure = null
    await lena.sync()
    await lena.engine.undo([id])
    await lena.sync()
    expect(lena.row('threads', work.thread.id)?.priority).toBe('urgent')
  })
})

test('what later work builds on is not pulled away from under it', async () => {
  const work = await someWork()
  const lena = await signIn()
  lena.remote.failure = { kind: 'offline' }
  const noteId = sampleId()
  const note = lena.act('note.add', {
    noteId,
    ticketId: work.ticket.id,
    threadId: null,
    body: 'One',
    attachments: [],
  })
  lena.act('note.edit', { noteId, seen: 'One', body: 'One and two' })
  const undone = await lena.engine.undo([note])
  expect(undone).toMatchObject({
    takenBack: [],
    inverses: [],
    refused: [{ reason: 'changed-since', fields: [{ field: 'body' }] }],
  })
  expect(lena.row('notes', noteId)?.body).toBe('One and two')
})

describe('a reply in its undo window', () => {
  const send = (lena: Laptop, work: Work): readonly string[] =>
    lena.engine.mutateGroup([replyTo(work), solve(work)], { holdMs: HOLD_MS }).mutationIds

  test('rests here, leaves once when the window is over, and by itself', async () => {
    const work = await someWork()
    const lena = await signIn()
    send(lena, work)
    await lena.sync(HOLD_MS - 200)
    expect(sentMessages()).toBe(0)
    await clock.advance(400)
    expect(sentMessages()).toBe(1)
    expect(lena.engine.status().waiting).toBe(0)
  })

  test('taken back it never leaves, and its words, receivers and files stand in the draft', async () => {
    const work = await someWork()
    const lena = await signIn()
    const ids = send(lena, work)
    await lena.sync(HOLD_MS / 2)
    const undone = await lena.engine.undo(ids)
    expect(undone.takenBack).toHaveLength(2)
    expect(undone.words).toMatchObject([
      {
        ticketId: work.ticket.id,
        mode: 'reply',
        body: 'Hello',
        to: [{ address: 'ana@norte.example' }],
        cc: [{ address: 'boss@norte.example' }],
        files: [],
      },
    ])
    expect(lena.row('drafts', undone.words[0]?.draftId ?? '')).toMatchObject({
      body: 'Hello',
      clientId: lena.clientId,
    })
    expect(lena.row('threads', work.thread.id)?.state).toBe('open')
    await lena.sync(60_000)
    expect(sentMessages()).toBe(0)
  })

  test('a crash in the window neither sends it early nor twice nor never', async () => {
    const work = await someWork()
    const folder = passingFolder('undo')
    const lena = await signIn(anAgent(), folder)
    send(lena, work)
    await clock.advance(HOLD_MS / 2)
    await lena.engine.stop()
    const { remote, actor, clientId } = lena
    const again = createLaptop({ clock, remote, actor, clientId, folder })
    laptops.push(again)
    await again.sync()
    expect(sentMessages()).toBe(0)
    await clock.advance(HOLD_MS)
    expect(sentMessages()).toBe(1)
    await again.sync(120_000)
    expect(sentMessages()).toBe(1)
  })

  test('a clock that was set back holds nothing for longer', async () => {
    const work = await someWork()
    const lena = await signIn()
    send(lena, work)
    clock.jump(-3_600_000)
    await lena.sync()
    expect(sentMessages()).toBe(1)
  })

  test('after it left nothing can be taken back', async () => {
    const work = await someWork()
    const lena = await signIn()
    const ids = lena.engine.mutateGroup([replyTo(work)], { holdMs: HOLD_MS }).mutationIds
    await lena.sync(HOLD_MS + 100)
    const undone = await lena.engine.undo(ids)
    expect(undone).toMatchObject({ takenBack: [], inverses: [], words: [], refused: [{ reason: 'left' }] })
    expect(sentMessages()).toBe(1)
  })
})
