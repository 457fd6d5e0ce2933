import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardFilter } from '../../../shared/contract/floor.ts'
import { listBoardIssues, listBoardThreads } from '../../../main/data/queries/board-threads.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { aCustomer, aThread, aTicket, freshId, NOW_MS } from '../../support/builders.ts'
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
