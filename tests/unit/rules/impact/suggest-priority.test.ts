import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PRIORITIES } from '../../../../shared/domain/values.ts'
import {
  isWorthSuggesting,
  priorityRule,
  suggestPriority,
  TABLE_DEFAULTS,
} from '../../../../shared/rules/impact/suggest-priority.ts'
import type { PriorityFacts } from '../../../../shared/rules/impact/suggest-priority.ts'

const DAY_MS = 86_400_000
const NOW_MS = Date.parse('2026-03-02T10:00:00')
const rule = priorityRule(null)
const nothing: PriorityFacts = { outages: [], fields: {}, promisedAtMs: null }
const suggest = (facts: Partial<PriorityFacts>, content: typeof rule = rule) =>
  suggestPriority({ ...nothing, ...facts }, content, NOW_MS)

describe('the priority that fits', () => {
  test('is urgent while something stands still, and says so once', () => {
    const downSinceMs = NOW_MS - 3_600_000
    expect(suggest({ outages: [{ scope: 'down', downSinceMs }] })).toEqual({
      priority: 'urgent',
      impact: 'high',
      urgency: 'high',
      reasons: [{ what: 'down', value: downSinceMs }],
    })
    expect(suggest({ outages: [{ scope: 'degraded', downSinceMs }] })?.priority).toBe('normal')
  })

  test('rises with the day it is needed by', () => {
    const priorities = ['2026-03-03', '2026-03-08', '2026-04-20'].map(
      neededBy => suggest({ fields: { affected: 12, neededBy } })?.priority,
    )
    expect(priorities).toEqual(['urgent', 'high', 'high'])
    expect(suggest({ fields: { severity: 'nuisance' }, promisedAtMs: NOW_MS + DAY_MS })?.priority).toBe(
      'normal',
    )
    expect(suggest({ fields: { severity: 'question' } })?.priority).toBe('low')
  })

  test('is nothing where nothing says how much is at stake, or the team wants none', () => {
    expect(suggest({})).toBeNull()
    expect(
      suggest({ fields: { neededBy: '2026-03-03', severity: 'imported words', affected: 'many' } }),
    ).toBeNull()
    const outages = [{ scope: 'down', downSinceMs: 0 }]
    expect(suggest({ outages }, priorityRule({ suggest: false }))).toBeNull()
  })

  test('is the one in the team’s own table', () => {
    const own = priorityRule({ lowLow: 3, manyPeople: 2 })
    expect(suggest({ fields: { severity: 'slows' } }, own)?.priority).toBe('high')
    expect(suggest({ fields: { affected: 2 } }, own)?.impact).toBe('high')
  })
})

const facts: fc.Arbitrary<PriorityFacts> = fc.record({
  outages: fc.array(
    fc.record({ scope: fc.constantFrom('down', 'degraded', 'other'), downSinceMs: fc.integer({ min: 0 }) }),
    { maxLength: 3 },
  ),
  fields: fc.dictionary(
    fc.constantFrom('severity', 'affected', 'neededBy', 'topic'),
    fc.oneof(
      fc.constantFrom('stops', 'slows', 'nuisance', '2026-03-03', 'no day'),
      fc.integer(),
      fc.boolean(),
    ),
  ),
  promisedAtMs: fc.option(fc.integer({ min: 0, max: NOW_MS * 2 })),
})
const rank = (found: { readonly priority: string } | null): number =>
  found ? PRIORITIES.findIndex(each => each === found.priority) : -1

test('it always says why, and more that speaks for it never lowers it', () => {
  fc.assert(
    fc.property(facts, given => {
      const found = suggestPriority(given, rule, NOW_MS)
      if (found) expect(found.reasons.length).toBeGreaterThan(0)
      const worse = { ...given, outages: [...given.outages, { scope: 'down', downSinceMs: NOW_MS }] }
      expect(rank(suggestPriority(worse, rule, NOW_MS))).toBeGreaterThanOrEqual(rank(found))
    }),
  )
})

test('whatever is stored, the table holds places among the priorities', () => {
  const stored = fc.dictionary(
    fc.constantFrom(...Object.keys(TABLE_DEFAULTS)),
    fc.oneof(fc.integer(), fc.string(), fc.boolean()),
  )
  fc.assert(
    fc.property(stored, facts, (content, given) => {
      const found = suggestPriority(given, priorityRule(content), NOW_MS)
      expect([null, ...PRIORITIES]).toContain(found?.priority ?? null)
    }),
  )
})

test('what stands, is lower, was kept or was left by a person is not suggested', () => {
  expect(isWorthSuggesting('high', 'normal', [])).toBe(true)
  expect(isWorthSuggesting('high', 'high', [])).toBe(false)
  expect(isWorthSuggesting('normal', 'urgent', [])).toBe(false)
  expect(isWorthSuggesting('high', 'normal', [{ suggested: 'high', before: null }])).toBe(false)
  expect(isWorthSuggesting('high', 'normal', [{ suggested: null, before: 'high' }])).toBe(false)
  expect(isWorthSuggesting('urgent', 'normal', [{ suggested: 'high', before: 'low' }])).toBe(true)
})
