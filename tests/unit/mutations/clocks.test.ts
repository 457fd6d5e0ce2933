import { describe, expect, test } from 'vitest'
import type { MutationContext } from '../../../shared/mutations/define.ts'
import { restoredFrom } from '../../../shared/mutations/set-state.ts'
import type { RestoredThread } from '../../../shared/mutations/set-state.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { serviceLevels } from '../../../shared/rules/sla/service-levels.ts'
import {
  aCalendar,
  aCustomer,
  aPolicy,
  aTarget,
  aThread,
  aTicket,
  byAutomation,
  idOf,
  NOW_MS,
  onHub,
  onLaptop,
  someServiceLevels,
} from '../../support/builders.ts'
import { createWorld } from '../../support/row-world.ts'
import type { World } from '../../support/row-world.ts'
import { aDesk, aPairedDesk, ids, samples } from './scenes.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const levels = someServiceLevels()

/** Monday in Madrid at an hour of UTC; the desk is open 8 to 13 and 15 to 18 UTC. */
const at = (hours: number): number => Date.UTC(2025, 2, 3) + hours * HOUR_MS
let acts = 100
const when = (nowMs: number, facts: Partial<MutationContext> = {}) => ({
  nowMs,
  acceptedAtMs: nowMs,
  mutationId: idOf((acts += 1)),
  serviceLevels: levels,
  ...facts,
})

/** A customer writes at 10 UTC (11 in Madrid) and a ticket of one service thread is made of it. */
function aTicketAt(nowMs = at(10), change: Partial<Parameters<typeof make>[1]> = {}): World {
  const world = createWorld()
  world.put('customers', aCustomer())
  make(world, { ...mailIn, ...change }, nowMs)
  return world
}
const mailIn = {
  ...samples['ticket.create'],
  ticketId: ids.ticket,
  channel: 'email' as 'email' | 'phone',
  threads: [
    {
      id: ids.service,
      kind: 'service' as const,
      state: 'open' as const,
      priority: 'normal' as 'normal' | 'low',
      teamId: null,
      assigneeId: null,
    },
  ],
  message: {
    id: ids.message,
    direction: 'in' as 'in' | 'out',
    from: null,
    to: [],
    cc: [],
    bodyText: 'Hi',
    bodyHtml: null,
    attachments: [],
  } as {
    id: string
    direction: 'in' | 'out'
    from: null
    to: []
    cc: []
    bodyText: string
    bodyHtml: null
    attachments: []
  } | null,
  note: null,
}
const make = (world: World, args: typeof mailIn, nowMs: number): unknown =>
  world.run('ticket.create', args, byAutomation(when(nowMs)))

const thread = (world: World, id: string = ids.service): Thread => {
  const found = world.get('threads', id)
  if (!found) throw new Error('no thread')
  return found
}
const reply = (world: World, nowMs: number, facts: Partial<MutationContext> = {}): unknown =>
  world.run(
    'ticket.reply',
    { ...samples['ticket.reply'], messageId: idOf((acts += 1)), attachments: [], confirmed: true },
    onHub(when(nowMs, facts)),
  )
const write = (world: World, nowMs: number): unknown =>
  world.run(
    'ticket.receive',
    { ...samples['ticket.receive'], messageId: idOf((acts += 1)), receivedAtMs: nowMs },
    byAutomation(when(nowMs)),
  )
type Step = { readonly state: 'open' | 'pending' | 'solved'; readonly restore: RestoredThread | null }
const changeState = (world: World, { state, restore }: Step, nowMs: number): unknown =>
  world.run(
    'thread.setState',
    { threadId: ids.service, state, seen: thread(world).state, seenUpToSeq: 99, restore },
    onHub(when(nowMs)),
  )
const setState = (world: World, state: Step['state'], nowMs: number): unknown =>
  changeState(world, { state, restore: null }, nowMs)
const breaches = (world: World) =>
  world
    .all('events')
    .filter(({ type }) => type === 'sla.breached')
    .map(({ facts }) => facts)

describe('a new ticket', () => {
  test('owes a first reply in an hour and a solution in eight, over noon and night', () => {
    const { clocks, dueAtMs } = thread(aTicketAt())
    expect(clocks?.first?.dueAtMs).toBe(at(11))
    // Three hours to noon, three in the afternoon, two on Tuesday morning.
    expect(clocks?.solve?.dueAtMs).toBe(at(24 + 10))
    expect(clocks?.next).toBeNull()
    expect(dueAtMs).toBe(at(11))
    expect(clocks?.first?.warnAtMs).toBe(at(10.75))
  })
  test('written in the night, it begins to count in the morning', () => {
    expect(thread(aTicketAt(at(2))).dueAtMs).toBe(at(9))
  })
  test('of a call owes no first reply: the customer was spoken with', () => {
    const { clocks, answeredAtMs, dueAtMs } = thread(aTicketAt(at(10), { channel: 'phone' }))
    expect(answeredAtMs).toBe(at(10))
    expect(clocks?.first).toBeNull()
    expect(dueAtMs).toBe(clocks?.solve?.dueAtMs)
  })
  test('that begins with a mail of ours owes none either', () => {
    const message = mailIn.message && { ...mailIn.message, direction: 'out' as const }
    expect(thread(aTicketAt(at(10), { message })).clocks?.first).toBeNull()
  })
  test('without a message owes one when the customer first writes', () => {
    const world = aTicketAt(at(10), { message: null })
    expect(thread(world).clocks?.first).toBeNull()
    write(world, at(11))
    expect(thread(world).clocks?.first?.dueAtMs).toBe(at(12))
  })
  test('of a priority nothing is promised for has no clocks', () => {
    const threads = [{ ...mailIn.threads[0], priority: 'low' as const }] as typeof mailIn.threads
    expect(thread(aTicketAt(at(10), { threads }))).toMatchObject({ clocks: null, dueAtMs: null })
  })
  test('has the same clocks on the laptop that makes it and on the hub', () => {
    const [laptop, hub] = [createWorld(), createWorld()]
    for (const world of [laptop, hub]) world.put('customers', aCustomer())
    laptop.run('ticket.create', mailIn, onLaptop({ nowMs: at(10), serviceLevels: levels }))
    make(hub, mailIn, at(10))
    expect(thread(laptop).clocks).toEqual(thread(hub).clocks)
  })
})

describe('replies', () => {
  test('the first one stops its clock for good; the solution stays due', () => {
    const world = aTicketAt()
    reply(world, at(10.5))
    const { clocks, answeredAtMs, dueAtMs } = thread(world)
    expect(answeredAtMs).toBe(at(10.5))
    expect(clocks?.first).toMatchObject({ stoppedAtMs: at(10.5), dueAtMs: at(11), isBreached: false })
    expect(dueAtMs).toBe(clocks?.solve?.dueAtMs)
  })
  test('a second message starts the clock for the next one; several in a row are one wait', () => {
    const world = aTicketAt()
    reply(world, at(10.5))
    write(world, at(11))
    write(world, at(12))
    expect(thread(world).clocks?.next?.dueAtMs).toBe(at(13))
    reply(world, at(12.5))
    expect(thread(world).clocks?.next).toBeNull()
    write(world, at(17))
    expect(thread(world).clocks?.next?.dueAtMs).toBe(at(24 + 9))
  })
  test('written on a train, a reply counts when the hub takes it, and was late', () => {
    const world = aTicketAt()
    reply(world, at(10.5), { acceptedAtMs: at(12) })
    expect(thread(world)).toMatchObject({
      answeredAtMs: at(12),
      clocks: { first: { stoppedAtMs: at(12), isBreached: true } },
    })
    expect(breaches(world)).toEqual([{ target: 'first-reply', dueAtMs: at(11), policyVersion: 1 }])
  })
  test('the laptop shows it as answered at once, and leaves saying that it was late to the hub', () => {
    const world = aTicketAt()
    world.run(
      'ticket.reply',
      { ...samples['ticket.reply'], attachments: [] },
      onLaptop({ nowMs: at(12), serviceLevels: levels }),
    )
    expect(thread(world).clocks?.first?.stoppedAtMs).toBe(at(12))
    expect(breaches(world)).toEqual([])
  })
  test('what a machine says stops no clock', () => {
    const world = aTicketAt()
    world.run('ticket.reply', { ...samples['ticket.reply'], attachments: [] }, byAutomation(when(at(10.5))))
    expect(thread(world)).toMatchObject({ answeredAtMs: null, dueAtMs: at(11) })
  })
  test('of a ticket with two threads, each owes its own first reply', () => {
    const world = aPairedDesk()
    for (const id of [ids.service, ids.support])
      world.put('threads', { ...thread(world, id), clocks: null, waitingSinceMs: null })
    for (const id of [ids.service, ids.support])
      world.run('thread.startClocks', { threadId: id }, byAutomation(when(at(9))))
    for (const id of [ids.service, ids.support]) {
      const { clocks } = thread(world, id)
      if (clocks) world.put('threads', { ...thread(world, id), clocks: { ...clocks, isAdopted: false } })
    }
    write(world, at(10))
    reply(world, at(10.5))
    expect(thread(world).clocks?.first?.stoppedAtMs).toBe(at(10.5))
    expect(thread(world, ids.support).clocks?.first).toMatchObject({ stoppedAtMs: null, dueAtMs: at(11) })
  })
})

describe('pauses', () => {
  test('pending stops the clock to resolve, and what passed meanwhile does not count', () => {
    const world = aTicketAt()
    reply(world, at(10.5))
    setState(world, 'pending', at(11))
    expect(thread(world)).toMatchObject({ dueAtMs: null, clocks: { solve: { stoppedAtMs: at(11) } } })
    setState(world, 'open', at(16))
    // One hour was used; two are left on Monday, five on Tuesday morning.
    expect(thread(world).dueAtMs).toBe(at(24 + 13))
  })
  test('a first reply is owed all the same, and so is a word to a customer who waits', () => {
    const world = aTicketAt()
    setState(world, 'pending', at(10.25))
    expect(thread(world).dueAtMs).toBe(at(11))
  })
  test('snoozing pauses and waking goes on', () => {
    const world = aTicketAt()
    reply(world, at(10.5))
    world.run(
      'thread.snooze',
      { threadId: ids.service, untilMs: at(16), seen: 'open', seenUpToSeq: 99 },
      onHub(when(at(11))),
    )
    expect(thread(world).dueAtMs).toBeNull()
    world.run('thread.wake', { threadId: ids.service, untilMs: at(16) }, byAutomation(when(at(16))))
    expect(thread(world).dueAtMs).toBe(at(24 + 13))
  })
  test('a customer who writes wakes the thread and its clock', () => {
    const world = aTicketAt()
    reply(world, at(10.5))
    setState(world, 'pending', at(11))
    write(world, at(12))
    expect(thread(world)).toMatchObject({
      state: 'open',
      clocks: { solve: { usedMs: HOUR_MS, sinceMs: at(12), stoppedAtMs: null } },
    })
  })
})

describe('the end', () => {
  test('solving stops everything; reopening goes on where it stood', () => {
    const world = aTicketAt()
    setState(world, 'solved', at(10.5))
    expect(thread(world)).toMatchObject({
      dueAtMs: null,
      clocks: { first: { stoppedAtMs: at(10.5) }, solve: { stoppedAtMs: at(10.5) } },
    })
    setState(world, 'open', at(12))
    expect(thread(world).clocks?.solve).toMatchObject({ usedMs: HOUR_MS / 2, sinceMs: at(12) })
  })
  test('a solve that is undone leaves no trace in the clocks', () => {
    const world = aTicketAt()
    const before = thread(world)
    setState(world, 'solved', at(10.5))
    changeState(world, { state: 'open', restore: restoredFrom(before) }, at(10.6))
    expect(thread(world)).toEqual(before)
  })
  test('what was solved too late is recorded once', () => {
    const world = aTicketAt()
    reply(world, at(10.5))
    setState(world, 'solved', at(24 + 11))
    expect(breaches(world)).toEqual([{ target: 'resolve', dueAtMs: at(24 + 10), policyVersion: 1 }])
    expect(thread(world).clocks?.breachAtMs).toBeNull()
  })
})

describe('another promise', () => {
  const raise = (world: World, priority: 'urgent' | 'normal' | 'low', nowMs: number): unknown =>
    world.run(
      'thread.setPriority',
      { threadId: ids.service, priority, seen: thread(world).priority },
      onHub(when(nowMs)),
    )

  test('a higher priority takes effect from now: time used stays used', () => {
    const world = aTicketAt()
    reply(world, at(10.5))
    raise(world, 'urgent', at(11))
    expect(thread(world).clocks?.solve).toMatchObject({
      limitMs: 4 * HOUR_MS,
      usedMs: HOUR_MS,
      dueAtMs: at(16),
    })
    raise(world, 'normal', at(12))
    expect(thread(world).clocks?.solve?.dueAtMs).toBe(at(24 + 10))
  })
  test('a promise that is used up by the change is late from the change on, not from before', () => {
    const world = aTicketAt()
    raise(world, 'urgent', at(10.75))
    expect(thread(world).dueAtMs).toBe(at(10.75))
  })
  test('a priority without a promise ends the clocks', () => {
    const world = aTicketAt()
    raise(world, 'low', at(10.5))
    expect(thread(world)).toMatchObject({ clocks: null, dueAtMs: null })
  })
  test('a new version holds for new threads and changed ones; what runs keeps the version it has', () => {
    const world = aTicketAt()
    const second = aPolicy({
      id: idOf(73),
      version: 2,
      validFromMs: at(10.1),
      targets: { ...aPolicy().targets, normal: aTarget({ solveMinutes: 60 }) },
    })
    const both = serviceLevels([aPolicy(), second], [aCalendar()])
    world.run(
      'ticket.reply',
      { ...samples['ticket.reply'], attachments: [] },
      onHub(when(at(10.5), { serviceLevels: both })),
    )
    expect(thread(world).clocks).toMatchObject({ policyId: idOf(71), solve: { dueAtMs: at(24 + 10) } })
    world.run(
      'thread.setPriority',
      { threadId: ids.service, priority: 'high', seen: 'normal' },
      onHub(when(at(11), { serviceLevels: both })),
    )
    expect(thread(world).clocks?.policyId).toBe(idOf(73))
  })
  test('relabelled to support, the thread goes on under the promise of support', () => {
    const world = aTicketAt()
    world.run(
      'ticket.relabel',
      { ticketId: ids.ticket, kind: 'support', seen: 'service', teamId: null },
      onHub(when(at(10.5))),
    )
    expect(thread(world)).toMatchObject({
      kind: 'support',
      clocks: { policyId: idOf(72), first: { usedMs: HOUR_MS / 2 } },
    })
  })
  test('split into both, the new thread begins now and the old one goes on', () => {
    const world = aTicketAt()
    world.run(
      'ticket.relabel',
      { ticketId: ids.ticket, kind: 'both', seen: 'service', teamId: null },
      onHub(when(at(10.5))),
    )
    const support = world.all('threads').find(({ kind }) => kind === 'support')
    expect(support?.clocks?.first?.dueAtMs).toBe(at(11.5))
    expect(thread(world).clocks?.first?.dueAtMs).toBe(at(11))
  })
})

describe('the hub’s timer', () => {
  const record = (world: World, nowMs: number) =>
    world.run('thread.recordBreach', { threadId: ids.service }, byAutomation(when(nowMs)))

  test('records each clock that ran out once, while it still runs', () => {
    const world = aTicketAt()
    expect(record(world, at(10.9))).toEqual([])
    record(world, at(11))
    expect(breaches(world)).toEqual([{ target: 'first-reply', dueAtMs: at(11), policyVersion: 1 }])
    expect(record(world, at(12))).toEqual([])
    expect(thread(world)).toMatchObject({ dueAtMs: at(11), clocks: { breachAtMs: at(24 + 10) } })
    reply(world, at(12))
    record(world, at(24 + 11))
    expect(breaches(world).map(({ target }) => target)).toEqual(['first-reply', 'resolve'])
  })
  test('gives clocks to threads from before the policy, from now on and without owing a first reply', () => {
    const world = aDesk()
    world.put('threads', aThread({ waitingSinceMs: at(-100), openedAtMs: at(-200) }))
    world.run('thread.startClocks', { threadId: ids.service }, byAutomation(when(at(10))))
    expect(thread(world).clocks).toMatchObject({
      isAdopted: true,
      first: null,
      next: { dueAtMs: at(12) },
      solve: { usedMs: 0, sinceMs: at(10) },
    })
    expect(world.run('thread.startClocks', { threadId: ids.service }, byAutomation(when(at(11))))).toEqual([])
  })
  test('leaves threads alone whose clocks a newer hub wrote', () => {
    const world = aDesk()
    const clocks = { newer: true } as never
    world.put('threads', aThread({ clocks, dueAtMs: 5 }))
    setState(world, 'pending', at(10))
    expect(thread(world)).toMatchObject({ state: 'pending', clocks, dueAtMs: 5 })
  })
})

test('without policies nothing changes anywhere', () => {
  const world = createWorld()
  world.put('customers', aCustomer())
  world.put('tickets', aTicket())
  world.run('ticket.create', { ...mailIn, ticketId: ids.otherTicket }, byAutomation({ nowMs: NOW_MS }))
  expect(thread(world)).toMatchObject({ clocks: null, dueAtMs: null })
})
