import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BOARD_OUTCOMES, BoardFilter } from '../../../shared/contract/floor.ts'
import { KIND_TURNS } from '../../../shared/rules/triage/mislabel.ts'
import { getFollowUpsKept } from '../../../main/data/queries/followed-up.ts'
import { listBoardIssues, listBoardThreads } from '../../../main/data/queries/board-threads.ts'
import type { Survey } from '../../../shared/domain/commerce.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import {
  aCustomer,
  aFollowUp,
  aMessage,
  anEvent,
  aThread,
  aTicket,
  aTicketLink,
  freshId,
  NOW_MS,
} from '../../support/builders.ts'
import { aSurvey } from '../../support/relation-builders.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
})
afterEach(() => world.laptop.close())

const TEAM = freshId()
const LENA = freshId()

function ticketWith(...threads: readonly Partial<Thread>[]): string {
  const [customerId, ticketId] = [freshId(), freshId()]
  world.put('customers', aCustomer({ id: customerId }))
  world.put('tickets', aTicket({ id: ticketId, customerId }))
  for (const thread of threads)
    world.put('threads', aThread({ id: freshId(), ticketId, customerId, ...thread }))
  return ticketId
}
const listed = (filter: BoardFilter): readonly string[] =>
  listBoardThreads(world.context, { filter, limit: 100 }).rows.map(({ ticketId }) => ticketId)

test('a queue opens its own open threads, the longest wait first', () => {
  const short = ticketWith({ teamId: TEAM, kind: 'service', waitingSinceMs: NOW_MS - 1_000 })
  const long = ticketWith({ teamId: TEAM, kind: 'service', waitingSinceMs: NOW_MS - 9_000 })
  const answered = ticketWith({ teamId: TEAM, kind: 'service', waitingSinceMs: null })
  ticketWith({ teamId: TEAM, kind: 'support' })
  ticketWith({ teamId: freshId(), kind: 'service' })
  ticketWith({ teamId: TEAM, kind: 'service', state: 'pending' })
  expect(listed({ by: 'queue', teamId: TEAM, kind: 'service' })).toEqual([long, short, answered])
})

test('work without a team is a queue of its own', () => {
  const nobodys = ticketWith({ teamId: null, kind: 'support' })
  ticketWith({ teamId: TEAM, kind: 'support' })
  expect(listed({ by: 'queue', teamId: null, kind: 'support' })).toEqual([nobodys])
})

test('an agent’s number opens what they carry, a ticket with both kinds once', () => {
  const both = ticketWith({ assigneeId: LENA, kind: 'service' }, { assigneeId: LENA, kind: 'support' })
  ticketWith({ assigneeId: freshId() })
  expect(listed({ by: 'agent', agentId: LENA })).toEqual([both])
})

test('who waits is opened by kind or in all, and alerts open the tickets they name', () => {
  const service = ticketWith({ kind: 'service', waitingSinceMs: NOW_MS - 2_000 })
  const support = ticketWith({ kind: 'support', waitingSinceMs: NOW_MS - 3_000 })
  const done = ticketWith({ kind: 'support', state: 'solved', waitingSinceMs: null })
  expect(listed({ by: 'waiting', kind: null })).toEqual([support, service])
  expect(listed({ by: 'waiting', kind: 'service' })).toEqual([service])
  expect(listed({ by: 'tickets', ticketIds: [done, freshId(), service] })).toEqual([done, service])
})

test('no known issue, no name', () => {
  expect(listBoardIssues(world.context)).toEqual([])
})

const DAY_MS = 86_400_000
const outcome = (of: (typeof BOARD_OUTCOMES)[number], kind: 'service' | 'support' | null) =>
  listBoardThreads(world.context, {
    filter: { by: 'outcome', of, kind, sinceMs: NOW_MS - DAY_MS },
    limit: 100,
  })

test('first replies of the period open with how long they took, the slowest first', () => {
  const at = (tookMs: number, answeredAtMs: number): Partial<Thread> => ({
    openedAtMs: answeredAtMs - tookMs,
    answeredAtMs,
    lastActivityAtMs: answeredAtMs,
  })
  const quick = ticketWith({ kind: 'service', ...at(60_000, NOW_MS - 5_000) })
  const slow = ticketWith({ kind: 'support', state: 'solved', ...at(900_000, NOW_MS - 9_000) })
  ticketWith({ kind: 'service', ...at(1_000, NOW_MS - 2 * DAY_MS) })
  ticketWith({ kind: 'service', answeredAtMs: null })
  const all = outcome('first-reply', null)
  expect(all.rows.map(({ ticketId }) => ticketId)).toEqual([slow, quick])
  expect(all.values).toEqual({ [slow]: 900_000, [quick]: 60_000 })
  expect(outcome('first-reply', 'service').values).toEqual({ [quick]: 60_000 })
})

test('time to restore opens support that was solved, with when it ran again, else when it was solved', () => {
  const solved = { state: 'solved', kind: 'support', solvedAtMs: NOW_MS - 1_000 } as const
  const long = ticketWith({ ...solved, openedAtMs: NOW_MS - 50_000, restoredAtMs: null })
  const short = ticketWith({ ...solved, openedAtMs: NOW_MS - 90_000, restoredAtMs: NOW_MS - 80_000 })
  ticketWith({ ...solved, kind: 'service' })
  ticketWith({ ...solved, solvedAtMs: NOW_MS - 2 * DAY_MS })
  const { rows, values } = outcome('restore', null)
  expect(rows.map(({ ticketId }) => ticketId)).toEqual([long, short])
  expect(values).toEqual({ [long]: 49_000, [short]: 10_000 })
})

test('first contact opens what was solved, with how many replies by people it took, the most first', () => {
  const solved = { state: 'solved', solvedAtMs: NOW_MS - 1_000 } as const
  const [once, thrice] = [
    ticketWith({ ...solved, kind: 'service' }),
    ticketWith({ ...solved, kind: 'support' }),
  ]
  const reply = (ticketId: string, authorKind: 'agent' | 'automation'): void =>
    world.put('messages', aMessage({ id: freshId(), ticketId, direction: 'out', authorKind }))
  for (const ticketId of [once, thrice, thrice, thrice]) reply(ticketId, 'agent')
  reply(once, 'automation')
  expect(outcome('first-contact', null).values).toEqual({ [once]: 1, [thrice]: 3 })
  expect(outcome('first-contact', null).rows[0]?.ticketId).toBe(thrice)
  expect(outcome('first-contact', 'service').values).toEqual({ [once]: 1 })
})

test('first contact says why a solved ticket does not count, and shows those first', () => {
  const solvedAtMs = NOW_MS - DAY_MS / 2
  const solved = { state: 'solved', kind: 'service', solvedAtMs } as const
  const answered = (threads: Partial<Thread>): string => {
    const ticketId = ticketWith({ ...solved, ...threads })
    world.put('messages', aMessage({ id: freshId(), ticketId, direction: 'out', authorKind: 'agent' }))
    return ticketId
  }
  const linked = (atMs: number): string => {
    const [ticketId, otherTicketId] = [answered({}), freshId()]
    world.put('tickets', aTicket({ id: otherTicketId, createdAtMs: atMs }))
    world.put('ticketLinks', aTicketLink({ id: freshId(), ticketId: otherTicketId, otherTicketId: ticketId }))
    return ticketId
  }
  const [fine, before] = [answered({}), linked(solvedAtMs - 1)]
  const [again, back] = [linked(solvedAtMs + 1), answered({ reopenedCount: 1 })]
  const { rows, values } = outcome('first-contact', null)
  expect(values).toEqual({ [back]: -1, [again]: -2, [fine]: 1, [before]: 1 })
  expect(rows.slice(0, 2).map(({ ticketId }) => ticketId)).toEqual([back, again])
})

test('satisfaction opens the answers of the period, the worst first', () => {
  const survey = (score: number | null, change: Partial<Survey> = {}): string => {
    const ticketId = ticketWith({ kind: 'service' })
    const answeredAtMs = score === null ? null : NOW_MS
    const asked = { kind: 'csat', askedAtMs: NOW_MS - 1_000 } as const
    world.put('surveys', aSurvey({ ...asked, ticketId, score, answeredAtMs, ...change }))
    return ticketId
  }
  const good = survey(5)
  const bad = survey(1)
  survey(null)
  survey(3, { kind: 'ces' })
  survey(2, { askedAtMs: NOW_MS - 2 * DAY_MS })
  const { rows, values } = outcome('csat', null)
  expect(rows.map(({ ticketId }) => ticketId)).toEqual([bad, good])
  expect(values).toEqual({ [bad]: 1, [good]: 5 })
  expect(outcome('csat', 'support').rows).toEqual([])
})

test('mislabelled opens what came lately and people made another kind of, under the kind it came with', () => {
  const came = (atMs: number, ...turns: readonly (readonly [string, string, string | null])[]): string => {
    const [customerId, ticketId] = [freshId(), freshId()]
    const place = { customerId, ticketId }
    world.put('tickets', aTicket({ id: ticketId, customerId, createdAtMs: atMs }))
    world.put('threads', aThread({ id: freshId(), ...place, lastActivityAtMs: NOW_MS }))
    for (const [index, [before, after, actorId]] of turns.entries()) {
      const facts = { before, after }
      const event = { id: freshId(), ...place, facts, actorId, atMs: NOW_MS - 9_000 + index }
      world.put('events', anEvent({ ...event, type: 'ticket.relabelled' }))
    }
    return ticketId
  }
  const wrong = came(NOW_MS - 9_000, ['service', 'support', LENA], ['support', 'both', LENA])
  came(NOW_MS - 9_000, ['service', 'both', LENA], ['both', 'service', LENA])
  came(NOW_MS - 9_000, ['service', 'support', null])
  came(NOW_MS - 2 * DAY_MS, ['service', 'support', LENA])
  came(NOW_MS - 9_000)
  expect(outcome('mislabelled', null).values).toEqual({ [wrong]: KIND_TURNS.indexOf('service-both') })
  expect(outcome('mislabelled', 'service').rows.map(({ ticketId }) => ticketId)).toEqual([wrong])
  expect(outcome('mislabelled', 'support').rows).toEqual([])
})

test('follow-ups open with how they were kept, and painful incidents with whether anybody came back', () => {
  const own = (id: string) => ({ ticketId: id, customerId: customerOf.get(id) ?? '' })
  const customerOf = new Map<string, string>()
  const aCase = (): string => {
    const [customerId, id] = [freshId(), ticketWith()]
    world.put('tickets', aTicket({ id, customerId }))
    world.put('threads', aThread({ id: freshId(), ticketId: id, customerId }))
    customerOf.set(id, customerId)
    return id
  }
  const [kept, missed, waits] = [aCase(), aCase(), aCase()]
  const dueAtMs = NOW_MS - DAY_MS / 2
  const done = { state: 'done', completedAtMs: dueAtMs } as const
  world.put('followUps', aFollowUp({ id: freshId(), ...own(kept), dueAtMs, ...done }))
  world.put('followUps', aFollowUp({ id: freshId(), ...own(missed), dueAtMs, state: 'open' }))
  world.put('followUps', aFollowUp({ id: freshId(), ...own(waits), dueAtMs: NOW_MS + DAY_MS, state: 'open' }))
  expect(outcome('follow-ups', null).values).toEqual({ [missed]: 0, [kept]: 2 })
  expect(outcome('follow-ups', null).rows.map(({ ticketId }) => ticketId)).toEqual([missed, kept])

  for (const id of [kept, waits]) {
    world.put('handshakes', sampleRow('handshakes', { ...own(id), id: freshId(), atMs: dueAtMs - 1 }))
  }
  expect(outcome('painful', null).values).toEqual({ [waits]: 1, [kept]: 2 })
  const { all, coverage } = getFollowUpsKept(world.context, { fromMs: NOW_MS - DAY_MS, toMs: NOW_MS })
  expect([all.due, all.kept, coverage]).toEqual([2, 1, { covered: 1, missed: 0, open: 1, share: 1 }])
})

test('a number with more tickets than are shown says so', () => {
  for (const waitingSinceMs of [1, 2, 3]) ticketWith({ assigneeId: LENA, waitingSinceMs })
  const ask = (limit: number) =>
    listBoardThreads(world.context, { filter: { by: 'agent', agentId: LENA }, limit })
  expect([ask(3).hasMore, ask(4).hasMore]).toEqual([true, false])
})

test('a step of the flow opens who wrote or was answered by a person in it, most messages first', () => {
  const at = NOW_MS - DAY_MS / 2
  const active = { lastActivityAtMs: at } as const
  const [busy, quiet] = [
    ticketWith({ ...active, kind: 'service' }, { ...active, kind: 'support' }),
    ticketWith({ ...active, kind: 'service', state: 'solved' }),
  ]
  const wrote = (ticketId: string, acceptedAtMs: number): void =>
    world.put('messages', aMessage({ id: freshId(), ticketId, acceptedAtMs }))
  const answered = (ticketId: string, authorKind: 'agent' | 'automation'): void =>
    world.put(
      'messages',
      aMessage({ id: freshId(), ticketId, direction: 'out', authorKind, acceptedAtMs: at }),
    )
  for (const ticketId of [busy, busy, quiet]) wrote(ticketId, at)
  wrote(quiet, at - 1)
  wrote(quiet, at + 1_000)
  answered(quiet, 'automation')
  answered(busy, 'agent')
  const flow = (way: 'arrivals' | 'replies' | null, kind: 'service' | 'support' | null = null) =>
    listBoardThreads(world.context, {
      filter: { by: 'flow', way, kind, fromMs: at, untilMs: at + 1_000 },
      limit: 100,
    })
  expect(flow(null).rows.map(({ ticketId }) => ticketId)).toEqual([busy, quiet])
  expect(flow(null).values).toEqual({ [busy]: 3, [quiet]: 1 })
  expect(flow('arrivals').values).toEqual({ [busy]: 2, [quiet]: 1 })
  expect(flow('replies').values).toEqual({ [busy]: 1 })
  expect(flow(null, 'support').values).toEqual({ [busy]: 3 })
})
