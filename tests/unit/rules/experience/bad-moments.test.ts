import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { badMoments } from '../../../../shared/rules/experience/bad-moments.ts'
import type { Evidence } from '../../../../shared/rules/experience/bad-moments.ts'
import { experienceAlert } from '../../../../shared/rules/experience/experience-alert.ts'
import { EXPERIENCE_DEFAULTS, experienceRule } from '../../../../shared/rules/experience/experience-rule.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NOW_MS = Date.UTC(2025, 2, 3, 10)
const rule = EXPERIENCE_DEFAULTS

type Event = Evidence['events'][number]
let made = 0
const event = (type: string, facts: Event['facts'] = {}, more: Partial<Event> = {}): Event => {
  made += 1
  return {
    id: `e${String(made).padStart(4, '0')}`,
    ticketId: 't1',
    threadId: 's1',
    type,
    facts,
    atMs: NOW_MS - DAY_MS,
    ...more,
  }
}
const found = (evidence: Partial<Evidence>, changed: Partial<typeof rule> = {}) =>
  badMoments({ events: [], ratings: [], down: [], ...evidence }, { ...rule, ...changed }, NOW_MS)
const kinds = (events: readonly Event[], changed: Partial<typeof rule> = {}) =>
  found({ events }, changed).map(({ kind }) => kind)

describe('one bad moment of each kind', () => {
  test('a level that was missed, a promise that was broken, what somebody reports', () => {
    expect(found({ events: [event('sla.breached', { target: 'first-reply' })] })).toMatchObject([
      { kind: 'sla-missed', table: 'events', ticketId: 't1', detail: { target: 'first-reply' } },
    ])
    expect(kinds([event('promise.closed', { after: 'broken' })])).toEqual(['promise-broken'])
    expect(kinds([event('promise.closed', { after: 'kept' })])).toEqual([])
    expect(kinds([event('experience.negative', { cause: 'downtime' })])).toEqual(['reported'])
  })

  test('what comes back after it was solved, unless it was a slip that was undone', () => {
    expect(kinds([event('thread.state-changed', { before: 'solved', after: 'open' })])).toEqual(['reopened'])
    expect(kinds([event('thread.state-changed', { before: 'closed', after: 'pending' })])).toEqual([
      'reopened',
    ])
    expect(kinds([event('thread.state-changed', { before: 'solved', after: 'closed' })])).toEqual([])
    expect(kinds([event('thread.state-changed', { before: 'open', after: 'pending' })])).toEqual([])
    const undone = { before: 'solved', after: 'open', undone: true }
    expect(kinds([event('thread.state-changed', undone)])).toEqual([])
  })

  test('the second hand-over, not the first owner, and not one that was taken back at once', () => {
    const given = (before: string | null, after: string | null, atMs: number) =>
      event(
        'thread.assigned',
        { assigneeBefore: before, assigneeAfter: after },
        { atMs: NOW_MS - DAY_MS + atMs },
      )
    expect(kinds([given(null, 'a', 0), given('a', 'b', HOUR_MS)])).toEqual([])
    expect(kinds([given('a', 'b', 0), given('b', 'c', HOUR_MS)])).toEqual(['transferred'])
    expect(kinds([given('a', 'b', 0), given('b', 'a', 60_000)])).toEqual([])
    expect(kinds([given('a', 'b', 0), given('b', 'a', HOUR_MS)])).toEqual(['transferred'])
    const relabelled = event('ticket.relabelled', { before: 'service', after: 'support' })
    expect(kinds([relabelled, given('a', 'b', 2 * HOUR_MS)])).toEqual(['transferred'])
    const widened = event('ticket.relabelled', { before: 'service', after: 'both' })
    expect(kinds([widened, given('a', 'b', 2 * HOUR_MS)])).toEqual([])
  })

  test('downtime that lasted too long, or lasts', () => {
    const outage = (hours: number, endedHoursAgo: number | null = 0) => {
      const untilMs = endedHoursAgo === null ? null : NOW_MS - endedHoursAgo * HOUR_MS
      const sinceMs = (untilMs ?? NOW_MS) - hours * HOUR_MS
      return [{ table: 'impacts', id: 'i1', ticketId: 't1', sinceMs, untilMs }] as const
    }
    expect(found({ down: outage(4) })).toEqual([])
    expect(found({ down: outage(5) })).toMatchObject([
      { kind: 'downtime', table: 'impacts', id: 'i1', ticketId: 't1', detail: { minutes: 300 } },
    ])
    expect(found({ down: outage(5, 31 * 24) })).toEqual([])
    expect(found({ down: outage(4, null) })).toEqual([])
    expect(found({ down: outage(40 * 24, null) })).toHaveLength(1)
  })

  test('a rating that is low', () => {
    const rated = (score: number) => [{ id: 'r1', ticketId: 't1', score, atMs: NOW_MS - DAY_MS }]
    expect(found({ ratings: rated(2) })).toMatchObject([
      { kind: 'low-rating', table: 'surveys', detail: { score: 2 } },
    ])
    expect(found({ ratings: rated(3) })).toEqual([])
    expect(found({ ratings: rated(3) }, { ratingAtMost: 3 })).toHaveLength(1)
  })
})

test('a kind counts once per ticket, with its newest row', () => {
  const newest = event('sla.breached', { target: 'resolve' }, { atMs: NOW_MS - HOUR_MS })
  const events = [event('sla.breached'), newest, event('sla.breached', {}, { ticketId: 't2' })]
  expect(found({ events }).map(({ id }) => id)).toEqual([newest.id, events[2]?.id])
})

test('a switch that is off and a window that is over count nothing', () => {
  expect(kinds([event('sla.breached')], { countsMissed: false })).toEqual([])
  expect(kinds([event('sla.breached', {}, { atMs: NOW_MS - 31 * DAY_MS })])).toEqual([])
  expect(kinds([event('sla.breached', {}, { atMs: NOW_MS - 31 * DAY_MS })], { windowDays: 60 })).toHaveLength(
    1,
  )
})

test('a rule reads what is stored and keeps it within limits', () => {
  expect(experienceRule(null)).toEqual(EXPERIENCE_DEFAULTS)
  expect(experienceRule({ transfers: 900, ratingAtMost: 'x', countsMissed: false, unknown: 1 })).toEqual({
    ...EXPERIENCE_DEFAULTS,
    transfers: 20,
    countsMissed: false,
  })
})

describe('the alert', () => {
  const moment = (atMs: number) =>
    found({ events: [event('sla.breached', {}, { atMs, ticketId: `t${atMs}` })] })
  const recovery = { id: 'f1', title: '', dueAtMs: NOW_MS, completedAtMs: null } as const

  test('comes after the first, before the second, and says when it has happened again', () => {
    const one = moment(NOW_MS - DAY_MS)
    const two = [...moment(NOW_MS - HOUR_MS), ...one]
    expect(experienceAlert([], [])).toEqual({ level: 'none', count: 0, newest: null })
    expect(experienceAlert(one, [])).toMatchObject({ level: 'before-second', count: 1 })
    expect(experienceAlert(two, [])).toMatchObject({ level: 'again', count: 2 })
  })

  test('is planned for while a recovery is open, and settled once it is done; what comes after is the second', () => {
    const one = moment(NOW_MS - DAY_MS)
    expect(experienceAlert(one, [{ ...recovery, state: 'open' }])).toMatchObject({
      level: 'planned',
      count: 1,
    })
    expect(experienceAlert(one, [{ ...recovery, state: 'cancelled' }])).toMatchObject({
      level: 'before-second',
    })
    const done = { ...recovery, state: 'done', completedAtMs: NOW_MS - 2 * HOUR_MS } as const
    expect(experienceAlert(one, [done])).toMatchObject({ level: 'settled', count: 0 })
    const again = [...moment(NOW_MS - HOUR_MS), ...one]
    expect(experienceAlert(again, [done])).toMatchObject({ level: 'again', count: 1 })
  })
})

/** What counts, said once more and slowly: no windows of rows, no sorting, no maps. */
function slowCount(events: readonly Event[]): number {
  const fresh = events.filter(({ atMs }) => atMs > NOW_MS - rule.windowDays * DAY_MS)
  const bad = new Set<string>()
  for (const { type, facts, ticketId, id } of fresh) {
    const key = ticketId ?? id
    if (type === 'sla.breached') bad.add(`sla ${key}`)
    if (type === 'promise.closed' && facts['after'] === 'broken') bad.add(`promise ${key}`)
    if (type === 'experience.negative') bad.add(`told ${key}`)
    const wasDone = facts['before'] === 'solved' || facts['before'] === 'closed'
    const isDone = facts['after'] === 'solved' || facts['after'] === 'closed'
    if (type === 'thread.state-changed' && wasDone && !isDone) bad.add(`back ${key}`)
  }
  return bad.size
}

const someEvent = fc
  .record({
    id: fc.uuid(),
    ticketId: fc.constantFrom('t1', 't2', 't3', null),
    type: fc.constantFrom(
      'sla.breached',
      'promise.closed',
      'experience.negative',
      'thread.state-changed',
      'ticket.tagged',
    ),
    before: fc.constantFrom('open', 'solved', 'closed'),
    after: fc.constantFrom('open', 'solved', 'pending', 'broken', 'kept'),
    daysAgo: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ before, after, daysAgo, ...rest }): Event => ({
    ...rest,
    threadId: null,
    facts: { before, after },
    atMs: NOW_MS - daysAgo * DAY_MS,
  }))

describe('whatever happened', () => {
  test('the count is that of a slow reference, and the order of rows does not matter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(someEvent, { selector: ({ id }) => id, maxLength: 40 }), events => {
        const moments = found({ events })
        expect(moments).toHaveLength(slowCount(events))
        expect(found({ events: events.toReversed() })).toEqual(moments)
        const times = moments.map(({ atMs }) => atMs)
        expect(times).toEqual(times.toSorted((a, b) => b - a))
      }),
    )
  })

  test('every moment names a row that was there, and more rows never make it fewer', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someEvent, { selector: ({ id }) => id, maxLength: 30 }),
        someEvent,
        (events, another) => {
          const ids = new Set(events.map(({ id }) => id))
          const moments = found({ events })
          expect(moments.every(({ id }) => ids.has(id))).toBe(true)
          expect(found({ events: [...events, another] }).length).toBeGreaterThanOrEqual(moments.length)
        },
      ),
    )
  })
})
