import { afterEach, expect, test } from 'vitest'
import { countViews } from '../../../main/data/queries/count-views.ts'
import { readingMarks } from '../../../main/data/db/reading-marks.ts'
import { ticketIds } from '../../../main/data/queries/ticket-ids.ts'
import { listThreads } from '../../../main/data/queries/list-threads.ts'
import { neighbours } from '../../../main/data/queries/neighbours.ts'
import { lanesOf, sortColumns } from '../../../main/data/queries/view-sql.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { PRIORITIES, THREAD_STATES } from '../../../shared/domain/values.ts'
import {
  compareThreads,
  foldPairs,
  KIND_FILTERS,
  matchesView,
  VIEW_SORTS,
  VIEWS,
} from '../../../shared/rules/views.ts'
import type { KindFilter, ViewName, ViewSort } from '../../../shared/rules/views.ts'
import { aCustomer, anAgent, aThread, aTicket, freshId, idOf, NOW_MS } from '../../support/builders.ts'
import { seededRandom } from '../../support/sample-row.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

let world: QueryWorld
afterEach(() => world.laptop.close())

const TEAMS = [freshId(), freshId(), freshId()]
const me = { id: ME, teamIds: TEAMS.slice(0, 2) }

/** Tickets of every state, kind, owner and team, a third of them with both threads. */
function manyThreads(count: number): readonly Thread[] {
  const random = seededRandom(7)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  return Array.from({ length: count }, () => freshId()).flatMap(ticketId => {
    const isPaired = random() < 0.33
    const kinds = isPaired ? (['service', 'support'] as const) : [pick(['service', 'support'] as const)]
    const lastActivityAtMs = NOW_MS - Math.floor(random() * 50) * 60_000
    const waitingSinceMs = random() < 0.5 ? lastActivityAtMs : null
    return kinds.map(kind =>
      aThread({
        id: freshId(),
        ticketId,
        kind,
        isPaired,
        lastActivityAtMs,
        waitingSinceMs,
        state: pick(THREAD_STATES),
        assigneeId: pick([ME, null, idOf(77)]),
        teamId: pick([...TEAMS, null]),
        priority: pick(PRIORITIES),
        dueAtMs: pick([null, NOW_MS + Math.floor(random() * 20) * 60_000]),
      }),
    )
  })
}

function worldOf(threads: readonly Thread[]): void {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME, teamIds: [...me.teamIds] }))
  world.put('customers', aCustomer())
  world.put(
    'tickets',
    ...[...new Set(threads.map(thread => thread.ticketId))].map(id => aTicket({ id, number: null })),
  )
  world.put('threads', ...threads)
}

/** The slow, obvious answer: filter, fold, sort. */
function expected(
  threads: readonly Thread[],
  { view, kind, sort }: { readonly view: ViewName; readonly kind: KindFilter; readonly sort: ViewSort },
): readonly string[] {
  const listed = threads.filter(thread => matchesView(thread, { name: view, kind }, me))
  return [...foldPairs(listed)].toSorted(compareThreads(sort)).map(thread => thread.ticketId)
}

test('every view, filter and sort lists what the rule says, page by page, each ticket once', () => {
  const threads = manyThreads(400)
  worldOf(threads)
  for (const view of VIEWS) {
    for (const kind of KIND_FILTERS) {
      for (const sort of VIEW_SORTS) {
        const listed: string[] = []
        for (let after: string | null = null; ;) {
          const page = listThreads(world.context, { view, kind, sort, after, limit: 13 })
          listed.push(...page.rows.map(row => row.ticketId))
          after = page.next
          if (after === null) break
        }
        expect(listed, `${view} ${kind} ${sort}`).toEqual(expected(threads, { view, kind, sort }))
      }
    }
  }
})

test('counts equal the lists', () => {
  const threads = manyThreads(300)
  worldOf(threads)
  const counts = countViews(world.context)
  for (const view of VIEWS) {
    for (const kind of KIND_FILTERS) {
      expect(counts[view][kind], `${view} ${kind}`).toBe(
        expected(threads, { view, kind, sort: 'newest' }).length,
      )
    }
  }
})

test('a ticket knows its place in the view and who stands before and after it', () => {
  const threads = manyThreads(200)
  worldOf(threads)
  for (const sort of VIEW_SORTS) {
    const order = expected(threads, { view: 'my-teams', kind: 'all', sort })
    for (const [index, ticketId] of order.entries()) {
      expect(neighbours(world.context, { ticketId, view: 'my-teams', kind: 'all', sort })).toEqual({
        place: index + 1,
        total: order.length,
        previous: order[index - 1] ?? null,
        next: order[index + 1] ?? null,
      })
    }
  }
})

test('a ticket outside of the view has no place in it', () => {
  worldOf([aThread({ state: 'solved' })])
  const answer = neighbours(world.context, { ticketId: idOf(2), view: 'mine', kind: 'all', sort: 'newest' })
  expect(answer).toEqual({ place: null, total: 0, previous: null, next: null })
})

test('a row is unread while somebody waits and their newest message was not on the screen here', () => {
  world = openQueryWorld()
  const ticket = aTicket({ lastMessageSeq: 3 })
  world.put('customers', aCustomer())
  world.put('tickets', ticket)
  world.put('threads', aThread({ ticketId: ticket.id, state: 'open', waitingSinceMs: NOW_MS - 5 }))
  const isUnread = (): boolean | undefined =>
    listThreads(world.context, { view: 'all-open', kind: 'all', sort: 'newest', after: null, limit: 5 })
      .rows[0]?.isUnread
  const marks = readingMarks(world.laptop.database)
  expect(isUnread()).toBe(true)
  marks.see(ticket.id, 2)
  expect(isUnread()).toBe(true)
  marks.see(ticket.id, 3)
  expect(isUnread()).toBe(false)
  // A mark never goes back, and the list is told.
  marks.see(ticket.id, 1)
  expect(isUnread()).toBe(false)
  expect(world.laptop.announced.at(-1)?.get('tickets')).toEqual(new Set([ticket.id]))
  world.put('tickets', { ...ticket, lastMessageSeq: 4 })
  expect(isUnread()).toBe(true)
  world.put('threads', aThread({ ticketId: ticket.id, state: 'open', waitingSinceMs: null }))
  expect(isUnread()).toBe(false)
})

test('every ticket of a view is named in its order, whatever the size of a page', () => {
  const threads = manyThreads(120)
  worldOf(threads)
  for (const sort of VIEW_SORTS) {
    const ids = ticketIds(world.context, { view: 'my-teams', kind: 'all', sort })
    expect(ids).toEqual(expected(threads, { view: 'my-teams', kind: 'all', sort }))
  }
})

test('a position nobody wrote is refused', () => {
  worldOf([])
  const ask = () =>
    listThreads(world.context, { view: 'mine', kind: 'all', sort: 'newest', after: 'x', limit: 5 })
  expect(ask).toThrow(expect.objectContaining({ code: 'bad-request' }))
})

test('no view scans the threads or sorts them in a temporary tree', () => {
  worldOf(manyThreads(20))
  for (const view of VIEWS) {
    for (const kind of KIND_FILTERS) {
      for (const sort of VIEW_SORTS) {
        for (const lane of lanesOf({ view, kind, sort }, me)) {
          const column = sortColumns[sort]
          const sql = `EXPLAIN QUERY PLAN SELECT t.local_id, t.${column} AS key, t.id FROM threads t INDEXED BY ${lane.index}
            WHERE ${lane.where} AND (t.${column}, t.id) < (?, ?) ORDER BY t.${column} DESC, t.id DESC LIMIT ?`
          const plan = world.context.db.handle.prepare(sql).all(...lane.params, NOW_MS, 'x', 50) as {
            detail: string
          }[]
          const text = plan.map(step => step.detail).join(' | ')
          expect(text, `${view} ${kind} ${sort}: ${text}`).not.toMatch(/SCAN t\b|TEMP B-TREE/)
          expect(text, `${view} ${kind} ${sort}: ${text}`).toMatch(/SEARCH t USING (COVERING )?INDEX/)
        }
      }
    }
  }
})
