import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerMood } from '../../../../shared/rules/health/answer-mood.ts'
import { healthOf } from '../../../../shared/rules/health/health.ts'
import type { HealthFacts, HealthRow } from '../../../../shared/rules/health/health.ts'
import { HEALTH_DEFAULTS, HEALTH_LIMITS, healthRule } from '../../../../shared/rules/health/health-rule.ts'
import type { HealthRule } from '../../../../shared/rules/health/health-rule.ts'
import { NOW_MS } from '../../../support/builders.ts'

const DAY_MS = 86_400_000
const row = (id: string, days = 1): HealthRow => ({
  table: 'events',
  id,
  ticketId: null,
  atMs: NOW_MS - days * DAY_MS,
  text: '',
})
const facts = (some: Partial<HealthFacts> = {}): HealthFacts => ({
  experiences: [],
  complaints: [],
  promises: [],
  answers: [],
  issues: [],
  returns: [],
  lastContactAtMs: NOW_MS - DAY_MS,
  renewsAtMs: null,
  isKnown: true,
  nowMs: NOW_MS,
  ...some,
})
const scoreOf = (some: Partial<HealthFacts>, rule: HealthRule = HEALTH_DEFAULTS): number =>
  healthOf(facts(some), rule)?.score ?? Number.NaN

test('nothing known is no health at all, nothing bad is the best there is', () => {
  expect(healthOf(facts({ isKnown: false }), HEALTH_DEFAULTS)).toBeNull()
  expect(healthOf(facts(), HEALTH_DEFAULTS)).toEqual({ score: 100, band: 'good', risk: 'low', reasons: [] })
})

test('every reason names what it took and the rows that say so, the newest first', () => {
  const health = healthOf(
    facts({
      experiences: [row('a', 9), row('b', 2)],
      complaints: [row('c')],
      answers: [
        { ...row('d'), mood: 'low' },
        { ...row('e'), mood: 'high' },
      ],
      lastContactAtMs: NOW_MS - 200 * DAY_MS,
      renewsAtMs: NOW_MS + 20 * DAY_MS,
    }),
    HEALTH_DEFAULTS,
  )
  expect(health?.reasons.map(({ signal, points }) => [signal, points])).toEqual([
    ['experience', -24],
    ['complaint', -14],
    ['survey', -10],
    ['silence', -10],
    ['renewal', -4],
    ['praise', 3],
  ])
  expect(health).toMatchObject({ score: 41, band: 'fair', risk: 'high' })
  expect(health?.reasons[0]?.rows.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(health?.reasons.slice(3, 5).map(({ days }) => days)).toEqual([200, 20])
})

test('old answers and old returns count no more, and praise only gives back what was taken', () => {
  const old = HEALTH_DEFAULTS.windowDays + 1
  expect(scoreOf({ answers: [{ ...row('a', old), mood: 'low' }], returns: [row('b', old)] })).toBe(100)
  expect(scoreOf({ answers: [{ ...row('a'), mood: 'high' }] })).toBe(100)
})

test('an answer is judged on its own scale', () => {
  expect([1, 2, 3, 4, 5].map(score => answerMood('csat', score)).join()).toBe('low,low,middle,high,high')
  expect([6, 7, 8, 9].map(score => answerMood('nps', score)).join()).toBe('low,middle,middle,high')
  expect([3, 4, 5, 6].map(score => answerMood('ces', score)).join()).toBe('low,middle,middle,high')
  expect(answerMood('other', 1)).toBe('middle')
})

const BAD = ['experiences', 'complaints', 'promises', 'issues', 'returns'] as const
const rows = fc.array(
  fc.record({ id: fc.uuid(), days: fc.integer({ min: 0, max: 400 }) }).map(({ id, days }) => row(id, days)),
  { maxLength: 5 },
)
const anyFacts = fc
  .record({
    experiences: rows,
    complaints: rows,
    promises: rows,
    issues: rows,
    returns: rows,
    answers: fc.array(
      fc
        .record({
          id: fc.uuid(),
          days: fc.integer({ min: 0, max: 400 }),
          mood: fc.constantFrom<'low' | 'middle' | 'high'>('low', 'middle', 'high'),
        })
        .map(({ id, days, mood }) => ({ ...row(id, days), mood })),
      { maxLength: 6 },
    ),
    silentDays: fc.option(fc.integer({ min: 0, max: 800 }), { nil: null }),
    renewsDays: fc.option(fc.integer({ min: -100, max: 200 }), { nil: null }),
  })
  .map(({ silentDays, renewsDays, ...some }) =>
    facts({
      ...some,
      lastContactAtMs: silentDays === null ? null : NOW_MS - silentDays * DAY_MS,
      renewsAtMs: renewsDays === null ? null : NOW_MS + renewsDays * DAY_MS,
    }),
  )
const anyRule = fc
  .dictionary(fc.constantFrom(...Object.keys(HEALTH_LIMITS)), fc.integer({ min: -50, max: 900 }))
  .map(content => healthRule(content))

test('whatever the rows and the weights: bounded, and the reasons add up to the score', () => {
  fc.assert(
    fc.property(anyFacts, anyRule, (some, rule) => {
      const health = healthOf(some, rule)
      const sum = (health?.reasons ?? []).reduce((total, { points }) => total + points, 100)
      expect(health?.score).toBe(sum)
      expect(sum).toBeGreaterThanOrEqual(0)
      expect(sum).toBeLessThanOrEqual(100)
      for (const { points } of health?.reasons ?? []) expect(points).not.toBe(0)
    }),
  )
})

test('one more bad row of any kind never makes it better', () => {
  fc.assert(
    fc.property(anyFacts, anyRule, fc.constantFrom(...BAD), (some, rule, kind) => {
      const more = { ...some, [kind]: [...some[kind], row('one-more')] }
      expect(healthOf(more, rule)?.score).toBeLessThanOrEqual(healthOf(some, rule)?.score ?? 0)
    }),
  )
  fc.assert(
    fc.property(anyFacts, anyRule, (some, rule) => {
      const more = { ...some, answers: [...some.answers, { ...row('one-more'), mood: 'low' as const }] }
      expect(healthOf(more, rule)?.score).toBeLessThanOrEqual(healthOf(some, rule)?.score ?? 0)
    }),
  )
})

test('the order of rows does not matter', () => {
  fc.assert(
    fc.property(anyFacts, anyRule, (some, rule) => {
      const turned = Object.fromEntries(
        Object.entries(some).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
      ) as unknown as HealthFacts
      const plain = (of: HealthFacts) =>
        healthOf(of, rule)?.reasons.map(({ rows: found, ...reason }) => ({ ...reason, count: found.length }))
      expect(plain(turned)).toEqual(plain(some))
    }),
  )
})
