import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  COVER_DAYS,
  coverageOf,
  coverStanding,
  followedUp,
} from '../../../../shared/rules/experience/follow-up-coverage.ts'
import { followUpRate, followUpStanding } from '../../../../shared/rules/experience/follow-up-kept.ts'
import type { FollowUpFacts } from '../../../../shared/rules/experience/follow-up-kept.ts'
import { inWorkingDays } from '../../../../shared/rules/experience/in-working-days.ts'
import { NOW_MS } from '../../../support/builders.ts'

const DAY_MS = 86_400_000
const period = { fromMs: NOW_MS - 30 * DAY_MS, toMs: NOW_MS, nowMs: NOW_MS }
const followUp = (change: Partial<FollowUpFacts>): FollowUpFacts => ({
  state: 'open',
  dueAtMs: NOW_MS - DAY_MS,
  completedAtMs: null,
  ownerId: null,
  ...change,
})
const done = (completedAtMs: number) => followUp({ state: 'done', completedAtMs })

test.each([
  [done(NOW_MS - 2 * DAY_MS), 'kept'],
  [done(NOW_MS - DAY_MS), 'kept'],
  [done(NOW_MS), 'late'],
  [followUp({}), 'missed'],
  [followUp({ state: 'cancelled' }), null],
  [followUp({ dueAtMs: NOW_MS + DAY_MS }), null],
  [followUp({ dueAtMs: period.fromMs - 1 }), null],
] as const)('%o is %s', (each, standing) => {
  expect(followUpStanding(each, period)).toBe(standing)
})

test('the rate is what the follow-ups are one by one', () => {
  const any = fc.record({
    state: fc.constantFrom('open' as const, 'done' as const, 'cancelled' as const),
    dueAtMs: fc.integer({ min: NOW_MS - 40 * DAY_MS, max: NOW_MS + 5 * DAY_MS }),
    completedAtMs: fc.integer({ min: NOW_MS - 40 * DAY_MS, max: NOW_MS }),
    ownerId: fc.constant(null),
  })
  fc.assert(
    fc.property(fc.array(any), all => {
      const standings = all.map(each => followUpStanding(each, period))
      const of = (wanted: string): number => standings.filter(standing => standing === wanted).length
      expect(followUpRate(all, period)).toMatchObject({
        kept: of('kept'),
        late: of('late'),
        broken: of('missed'),
        due: of('kept') + of('late') + of('missed'),
      })
    }),
  )
})

const FRIDAY_MS = Date.parse('2026-11-20T10:00:00Z')
const WEDNESDAY_MS = Date.parse('2026-11-25T10:00:00Z')

test('three working days after a Friday are over on Wednesday', () => {
  expect(inWorkingDays(FRIDAY_MS, COVER_DAYS)).toBe(WEDNESDAY_MS)
  const at = (followedAtMs: number | null, nowMs: number) =>
    coverStanding({ atMs: FRIDAY_MS, followedAtMs }, nowMs)
  expect(at(WEDNESDAY_MS, WEDNESDAY_MS + 1)).toBe('covered')
  expect(at(null, WEDNESDAY_MS)).toBe('open')
  expect(at(null, WEDNESDAY_MS + 1)).toBe('missed')
  expect(at(WEDNESDAY_MS + 1, WEDNESDAY_MS + 2)).toBe('missed')
})

test('any follow-up of the same person that was done since answers an incident, the first of them', () => {
  const pain = { personId: 'ana', atMs: FRIDAY_MS }
  const done = (personId: string, completedAtMs: number) =>
    ({ personId, state: 'done', completedAtMs }) as const
  const at = (...all: Parameters<typeof followedUp>[1]) => followedUp([pain], all)[0]?.followedAtMs
  expect(at()).toBeNull()
  expect(at(done('ben', FRIDAY_MS), done('ana', FRIDAY_MS - 1))).toBeNull()
  expect(at({ personId: 'ana', state: 'cancelled', completedAtMs: FRIDAY_MS })).toBeNull()
  expect(at(done('ana', WEDNESDAY_MS), done('ana', FRIDAY_MS))).toBe(FRIDAY_MS)
})

test('coverage is of customers: one missed incident of two is a missed customer, who waits counts neither way', () => {
  const incident = (personId: string, followedAtMs: number | null, atMs = FRIDAY_MS) => ({
    personId,
    atMs,
    followedAtMs,
  })
  const nowMs = WEDNESDAY_MS + 1
  const all = [
    incident('ana', FRIDAY_MS + 1),
    incident('ana', null),
    incident('ben', FRIDAY_MS + 1),
    incident('cem', null, WEDNESDAY_MS),
  ]
  expect(coverageOf(all, nowMs)).toEqual({ covered: 1, missed: 1, open: 1, share: 0.5 })
  expect(coverageOf([], nowMs)).toEqual({ covered: 0, missed: 0, open: 0, share: null })
})
