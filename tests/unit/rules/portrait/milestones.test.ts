import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MILESTONE_DAYS, milestonesOf } from '../../../../shared/rules/portrait/milestones.ts'
import type { MilestoneFacts } from '../../../../shared/rules/portrait/milestones.ts'
import { MOST_TOPICS, topicsOf } from '../../../../shared/rules/portrait/topics.ts'
import type { TopicFacts } from '../../../../shared/rules/portrait/topics.ts'

const DAY_MS = 86_400_000
const NOW_MS = Date.UTC(2026, 10, 23, 9)
const facts = (change: Partial<MilestoneFacts> = {}): MilestoneFacts => ({
  sinceMs: null,
  orders: [],
  plans: [],
  nowMs: NOW_MS,
  ...change,
})

describe('what a customer reached', () => {
  test('years with us, on the day and a week after it', () => {
    const at = (sinceMs: number, nowMs = NOW_MS) =>
      milestonesOf(facts({ sinceMs, nowMs })).map(({ kind, count }) => [kind, count])
    expect(at(Date.UTC(2023, 10, 20))).toEqual([['years', 3]])
    expect(at(Date.UTC(2023, 10, 24))).toEqual([])
    expect(at(Date.UTC(2023, 10, 16))).toEqual([])
    expect(at(Date.UTC(2026, 10, 23))).toEqual([])
    // Over the turn of the year, and from a day most years do not have.
    expect(at(Date.UTC(2020, 11, 29), Date.UTC(2026, 0, 2))).toEqual([['years', 5]])
    expect(at(Date.UTC(2024, 1, 29), Date.UTC(2026, 2, 1, 1))).toEqual([['years', 2]])
  })

  test('the first order, round ones, and a plan that is done; the newest first', () => {
    const orders = [
      { number: '7719', placedAtMs: NOW_MS - DAY_MS, place: 10 },
      { number: '7700', placedAtMs: NOW_MS - 2 * DAY_MS, place: 9 },
    ]
    const plans = [{ title: 'Onboarding, third shop', endedAtMs: NOW_MS - 3 * DAY_MS }]
    expect(milestonesOf(facts({ orders, plans }))).toMatchObject([
      { kind: 'order', count: 10, about: '7719' },
      { kind: 'plan', about: 'Onboarding, third shop' },
    ])
    expect(
      milestonesOf(facts({ orders: [{ number: '1', placedAtMs: NOW_MS - 8 * DAY_MS, place: 1 }] })),
    ).toEqual([])
  })

  test('nothing is older than a week or still to come, and no two years are told at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (since, now) => {
        const nowMs = now * DAY_MS
        const found = milestonesOf(facts({ sinceMs: since * DAY_MS, nowMs }))
        expect(found.length).toBeLessThanOrEqual(1)
        for (const { atMs, count } of found) {
          expect(atMs).toBeLessThanOrEqual(nowMs)
          expect(nowMs - atMs).toBeLessThan(MILESTONE_DAYS * DAY_MS)
          expect(count).toBeGreaterThan(0)
        }
      }),
    )
  })
})

const good: TopicFacts = {
  milestones: milestonesOf(facts({ sinceMs: Date.UTC(2023, 10, 20) })),
  delivered: { about: 'P40 handheld scanner', atMs: NOW_MS - 9 * DAY_MS },
  praise: { words: 'You were quick!', atMs: NOW_MS - 20 * DAY_MS },
  mood: 'glad',
  hasIncident: false,
  hasGrievance: false,
  nowMs: NOW_MS,
}

describe('what there is to talk about', () => {
  test('a milestone before praise before what came; two at most', () => {
    expect(topicsOf(good).map(({ topic }) => topic)).toEqual(['milestone', 'praise'])
    expect(topicsOf({ ...good, milestones: [] }).map(({ topic }) => topic)).toEqual(['praise', 'delivered'])
  })

  test('what came yesterday has not been used, and praise of spring is stale', () => {
    const late = { ...good, milestones: [], praise: { words: 'Nice', atMs: NOW_MS - 61 * DAY_MS } }
    expect(topicsOf({ ...late, delivered: { about: 'S2', atMs: NOW_MS - DAY_MS } })).toEqual([])
    expect(topicsOf({ ...late, delivered: { about: 'S2', atMs: NOW_MS - 31 * DAY_MS } })).toEqual([])
  })

  test('nothing to somebody who is upset, waits for a repair or is owed something', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('upset', 'glad', null),
        fc.boolean(),
        fc.boolean(),
        (mood, hasIncident, hasGrievance) => {
          const found = topicsOf({ ...good, mood, hasIncident, hasGrievance })
          if (mood === 'upset' || hasIncident || hasGrievance) expect(found).toEqual([])
          else expect(found).toHaveLength(MOST_TOPICS)
        },
      ),
    )
  })
})
