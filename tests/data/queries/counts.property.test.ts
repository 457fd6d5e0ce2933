import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCountClockBehind, moveCountClock, WORTH_A_WRITE } from '../../../main/data/db/count-clock.ts'
import { countInto, everyThread, pairCells, singleCells } from '../../../main/data/db/count-cells.ts'
import { countMany } from '../../../main/data/queries/count-views.ts'
import type { CountedView } from '../../../main/data/queries/count-views.ts'
import { write } from '../../../main/data/db/write.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { tables } from '../../../shared/domain/tables.ts'
import { THREAD_STATES } from '../../../shared/domain/values.ts'
import { KIND_FILTERS, lateAtMs, matchesKind } from '../../../shared/rules/views.ts'
import { aThread, idOf, NOW_MS } from '../../support/builders.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'

type Thread = Row<'threads'>
const AGENTS = [idOf(501), idOf(502), null]
const TEAMS = [idOf(601), idOf(602), idOf(603), null]
const TICKETS = 6
const MINUTE_MS = 60_000

const OWNERS: readonly CountedView['owner'][] = [
  'anybody',
  ...AGENTS.map(agentId => ({ agentId })),
  ...TEAMS.flatMap(teamId => (teamId === null ? [] : [{ teamIds: [teamId] }])),
  { teamIds: [idOf(601), idOf(603)] },
  { teamIds: [idOf(603), idOf(602), idOf(601), idOf(602)] },
  { teamIds: [] },
]
const VIEWS: readonly CountedView[] = THREAD_STATES.flatMap(state =>
  OWNERS.flatMap(owner =>
    KIND_FILTERS.flatMap(kind => [true, false].map(isLate => ({ state, owner, kind, isLate }))),
  ),
).filter(({ state, owner }) => owner === 'anybody' || (state !== 'solved' && state !== 'closed'))

const isOf = (owner: CountedView['owner'], thread: Thread): boolean => {
  if (owner === 'anybody') return true
  if ('agentId' in owner) return thread.assigneeId === owner.agentId
  return thread.teamId !== null && owner.teamIds.includes(thread.teamId)
}

/**
 * The slow, obvious answer, folded as the list folds: told by the mark of the support thread, which may be wrong for a
 * moment, where the service thread is of the same state and owner.
 */
function recount(threads: readonly Thread[], view: CountedView, nowMs: number): number {
  const owned = threads.filter(thread => {
    const lateAt = lateAtMs(thread)
    const isLate = lateAt !== null && lateAt <= nowMs
    return thread.state === view.state && isOf(view.owner, thread) && (!view.isLate || isLate)
  })
  const served = new Set(owned.filter(({ kind }) => kind === 'service').map(({ ticketId }) => ticketId))
  const isFolded = ({ kind, isPaired, ticketId }: Thread): boolean =>
    kind === 'support' && isPaired && served.has(ticketId) && (view.kind === 'all' || view.kind === 'both')
  return owned.filter(thread => matchesKind(thread, view.kind) && !isFolded(thread)).length
}

const moment = fc.option(fc.integer({ min: -30, max: 30 }).map(minutes => NOW_MS + minutes * MINUTE_MS))
const thread = fc
  .record({
    ticket: fc.integer({ min: 0, max: TICKETS - 1 }),
    kind: fc.constantFrom('service' as const, 'support' as const),
    state: fc.constantFrom(...THREAD_STATES, 'other' as const),
    assigneeId: fc.constantFrom(...AGENTS),
    teamId: fc.constantFrom(...TEAMS),
    isPaired: fc.boolean(),
    dueAtMs: moment,
    snoozedUntilMs: moment,
  })
  // A ticket has one thread of a kind at most: ticket and kind make the id.
  .map(({ ticket, ...fields }) =>
    aThread({
      ...fields,
      id: idOf(700 + ticket * 2 + (fields.kind === 'service' ? 0 : 1)),
      ticketId: idOf(800 + ticket),
      customerId: idOf(900 + (ticket % 2)),
    } as Partial<Thread>),
  )
const patch = fc.record(
  {
    state: fc.constantFrom(...THREAD_STATES),
    assigneeId: fc.constantFrom(...AGENTS),
    teamId: fc.constantFrom(...TEAMS),
    isPaired: fc.boolean(),
    dueAtMs: moment,
    snoozedUntilMs: moment,
    lastActivityAtMs: fc.integer({ min: 0, max: NOW_MS }),
  },
  { requiredKeys: [] },
)
const place = fc.integer({ min: 0, max: TICKETS * 2 - 1 })

const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), rows: fc.array(thread, { minLength: 1, maxLength: 5 }) }),
  fc.record({ do: fc.constant('fill' as const), rows: fc.array(thread, { minLength: 1, maxLength: 8 }) }),
  fc.record({ do: fc.constant('patch' as const), place, fields: patch }),
  fc.record({ do: fc.constant('relabel' as const), place }),
  fc.record({ do: fc.constant('remove' as const), place }),
  fc.record({ do: fc.constant('leave' as const), customer: fc.integer({ min: 0, max: 1 }) }),
  fc.record({ do: fc.constant('fail' as const), rows: fc.array(thread, { minLength: 1, maxLength: 3 }) }),
  fc.record({ do: fc.constant('time' as const), minutes: fc.integer({ min: -40, max: 40 }) }),
  fc.record({ do: fc.constant('count now' as const) }),
  fc.record({ do: fc.constant('rebuild' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const all = ({ database }: LaptopDatabase): readonly Thread[] =>
  (database.db.handle.prepare('SELECT * FROM threads').all() as Record<string, unknown>[]).map(row => ({
    ...aThread(),
    id: row['id'] as string,
    ticketId: row['ticket_id'] as string,
    kind: row['kind'] as Thread['kind'],
    state: row['state'] as Thread['state'],
    assigneeId: row['assignee_id'] as string | null,
    teamId: row['team_id'] as string | null,
    isPaired: row['is_paired'] === 1,
    dueAtMs: row['due_at_ms'] as number | null,
    snoozedUntilMs: row['snoozed_until_ms'] as number | null,
  }))

const REBUILD = `DELETE FROM thread_counts; ${countInto(singleCells(everyThread), '+')} ${countInto(pairCells(everyThread), '+')}`

let version = 1
function take(laptop: LaptopDatabase, each: Step, nowMs: number): void {
  const { store, database } = laptop
  version += 1
  switch (each.do) {
    case 'put':
      return store.transaction('relaxed', () =>
        each.rows.forEach(row => store.rows.put('threads', row, version)),
      )
    case 'fill': {
      const columns = Object.keys(tables.threads.columns)
      const rows = each.rows.map(row => columns.map(key => (row as Record<string, unknown>)[key]))
      return store.transaction('relaxed', () => store.rows.fill({ table: 'threads', columns, rows, version }))
    }
    case 'patch': {
      const id = idOf(700 + each.place)
      if (store.rows.get('threads', id))
        store.transaction('durable', () => store.rows.patch('threads', id, each.fields))
      return
    }
    case 'relabel': {
      const found = store.rows.get('threads', idOf(700 + each.place))?.row
      const other = idOf(700 + (each.place % 2 === 0 ? each.place + 1 : each.place - 1))
      const isFree = all(laptop).filter(({ ticketId }) => ticketId === found?.['ticketId']).length === 1
      if (!found || store.rows.get('threads', other) || !isFree) return
      const kind = found['kind'] === 'service' ? 'support' : 'service'
      return store.transaction('durable', () => {
        store.rows.remove('threads', String(found['id']))
        store.rows.put('threads', { ...found, id: other, kind }, version)
        store.rows.patch('threads', other, { kind: found['kind'] })
        store.rows.patch('threads', other, { kind })
      })
    }
    case 'remove':
      return store.transaction('durable', () => store.rows.remove('threads', idOf(700 + each.place)))
    case 'leave':
      return store.transaction('relaxed', () => {
        for (const { table, id } of store.rows.ofGroup(idOf(900 + each.customer)))
          store.rows.remove(table, id)
      })
    case 'fail':
      expect(() =>
        store.transaction('durable', () => {
          for (const row of each.rows) store.rows.put('threads', row, version)
          throw new Error('the disk is full')
        }),
      ).toThrow('the disk is full')
      return
    case 'time':
      return
    case 'count now':
      while (write(database, 'relaxed', () => moveCountClock(database, nowMs)));
      return
    case 'rebuild':
      database.db.handle.exec(REBUILD)
      return
  }
}

const RUNS = process.env['TANDEM_TEST_LONG'] === '1' ? 400 : 40

test('counts equal a recount after every change, also as the clock goes on and back, and after a crash', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 25 }), steps => {
      const laptop = openLaptopDatabase()
      try {
        let nowMs = NOW_MS
        for (const [each, isReopened] of steps) {
          if (each.do === 'time') nowMs += each.minutes * MINUTE_MS
          take(laptop, each, nowMs)
          // A connection of its own sees what is committed, as the next start would.
          const db = isReopened ? laptop.reader() : (laptop.database.db as ReturnType<typeof laptop.reader>)
          const threads = all(laptop)
          const expected = VIEWS.map(view => recount(threads, view, nowMs))
          expect(countMany(db, VIEWS, nowMs)).toEqual(expected)
        }
      } finally {
        laptop.close()
      }
    }),
    { numRuns: RUNS },
  )
}, 120_000)

test('the moment of the counts moves in bounded steps and stays where it is while little lies in between', () => {
  const laptop = openLaptopDatabase()
  const { store, database } = laptop
  const threads = Array.from({ length: 1_200 }, (_, n) =>
    aThread({
      id: idOf(1_000 + n),
      ticketId: idOf(5_000 + n),
      state: 'open',
      kind: 'service',
      isPaired: false,
      dueAtMs: NOW_MS + n,
    }),
  )
  store.transaction('relaxed', () => threads.forEach(row => store.rows.put('threads', row, 1)))
  while (write(database, 'relaxed', () => moveCountClock(database, NOW_MS - 1)));
  const view = { state: 'open', owner: 'anybody', kind: 'all', isLate: true } as const
  const late = (nowMs: number): readonly number[] =>
    countMany(database.db as ReturnType<typeof laptop.reader>, [view], nowMs)

  expect(isCountClockBehind(database.db, NOW_MS + WORTH_A_WRITE - 2, WORTH_A_WRITE)).toBe(false)
  expect(store.tidy(NOW_MS + WORTH_A_WRITE - 2)).toBe(false)
  expect(isCountClockBehind(database.db, NOW_MS + 5_000, WORTH_A_WRITE)).toBe(true)
  let steps = 0
  for (const to of [NOW_MS + 5_000, NOW_MS - 1_000]) {
    for (let isMore = true; isMore; steps += 1) {
      expect(late(NOW_MS + 600)).toEqual([601])
      isMore = store.tidy(to)
    }
    expect(isCountClockBehind(database.db, to, WORTH_A_WRITE)).toBe(false)
  }
  expect(steps).toBe(6)
  expect(late(NOW_MS + 5_000)).toEqual([1_200])
  laptop.close()
})
