import { describe, expect, test } from 'vitest'
import { findStories, topicsOf } from '../../../../shared/rules/training/find-stories.ts'
import { readKey, stepLines, toNote } from '../../../../shared/rules/training/first-steps.ts'
import { pickCases } from '../../../../shared/rules/training/pick-cases.ts'
import type { PastCase } from '../../../../shared/rules/training/pick-cases.ts'
import { criteriaOf } from '../../../../shared/rules/training/scorecards.ts'
import { aStory } from '../../../support/training-builders.ts'
import { weekOf } from '../../../../renderer/features/training/weeks.ts'

const aCase = (past: Partial<PastCase> = {}): PastCase => ({
  ticketId: 'a',
  pane: 'service',
  language: 'en',
  topics: [],
  asked: 200,
  answered: 200,
  answers: 2,
  reopened: 0,
  score: null,
  hasCause: false,
  hasComplaint: false,
  isSensitive: false,
  solvedAtMs: 1,
  ...past,
})
const anyCase = { pane: null, language: null, topic: null } as const
const idsOf = (
  all: readonly PastCase[],
  wish: Parameters<typeof pickCases>[1] = anyCase,
): readonly string[] => pickCases(all, wish).map(({ past }) => past.ticketId)

describe('cases to practise with', () => {
  test.each<[string, Partial<PastCase>]>([
    ['nobody answered', { answered: 0 }],
    ['a word is no question', { asked: 12 }],
    ['it came back', { reopened: 1 }],
    ['it was rated badly', { score: 2 }],
    ['it was a complaint', { hasComplaint: true }],
    ['something sensitive is noted', { isSensitive: true }],
    ['it is about the law', { topics: ['Legal'] }],
  ])('none where %s', (_why, past) => {
    expect(idsOf([aCase(past)])).toEqual([])
  })

  test('what speaks for itself comes first, then the newest', () => {
    const all = [
      aCase({ ticketId: 'old' }),
      aCase({ ticketId: 'new', solvedAtMs: 9 }),
      aCase({ ticketId: 'rated', score: 5 }),
      aCase({ ticketId: 'best', score: 5, answers: 1 }),
    ]
    expect(idsOf(all)).toEqual(['best', 'rated', 'new', 'old'])
    expect(pickCases(all, anyCase)[0]?.because).toEqual(['rated', 'first-contact'])
  })

  test('of the pane and language that were asked for, and few of one topic', () => {
    const all = Array.from({ length: 9 }, (_none, index) =>
      aCase({ ticketId: `t${index}`, topics: ['delivery'], language: index === 8 ? 'de-AT' : 'en' }),
    )
    expect(idsOf(all)).toHaveLength(4)
    expect(idsOf(all, { ...anyCase, language: 'de' })).toEqual(['t8'])
    expect(idsOf(all, { ...anyCase, pane: 'support' })).toEqual([])
    expect(idsOf(all, { ...anyCase, topic: 'delivery' })).toHaveLength(9)
  })
})

describe('stories', () => {
  const rain = aStory({
    title: 'Es fiel nur bei Regen aus',
    kind: 'support',
    topics: ['pairing'],
    keptAtMs: 1,
  })
  const both = aStory({ title: 'Saturday', kind: 'both', topics: ['outage', 'pairing'], keptAtMs: 2 })
  const wish = { text: '', kind: null, topic: null }

  test('are found by words in any order, whatever their case and accents, and by kind and topic', () => {
    expect(findStories([rain, both], { ...wish, text: 'REGEN  fïel' })).toEqual([rain])
    expect(findStories([rain, both], { ...wish, kind: 'service' })).toEqual([both])
    expect(findStories([rain, both], { ...wish, topic: 'pairing' })).toEqual([both, rain])
  })

  test('topics come with the commonest first', () => {
    expect(topicsOf([rain, both])).toEqual(['pairing', 'outage'])
  })
})

describe('first steps', () => {
  const own = [{ id: 'shop', text: 'An hour in the shop' }]

  test('are done by what was done, by counting, and by one’s word for the team’s own', () => {
    const done = { reply: 5, [readKey('a')]: 1, [readKey('b')]: 2, 'own:shop': 3 }
    const lines = stepLines({ done }, { practised: 2, own })
    expect(lines.filter(({ isDone }) => isDone).map(({ key }) => key)).toEqual([
      'reply',
      'stories',
      'own:shop',
    ])
    expect(lines.find(({ key }) => key === 'practice')?.amount).toEqual([2, 3])
    expect(toNote(lines, { done })).toEqual(['stories'])
  })

  test('what was noted once stays done, also for whoever cannot count', () => {
    const lines = stepLines({ done: { practice: 1 } }, { practised: 0, own: [] })
    expect(lines.find(({ key }) => key === 'practice')).toMatchObject({ isDone: true, amount: null })
  })
})

test('a scorecard has the team’s criteria, and those that come along where it has none', () => {
  expect(criteriaOf('support', null, key => key).map(({ id }) => id)).toEqual(['evidence', 'cause', 'next'])
  expect(criteriaOf('support', [], key => key)).toHaveLength(3)
  expect(criteriaOf('service', [{ id: 'own', text: 'Own' }], key => key)).toEqual([
    { id: 'own', text: 'Own' },
  ])
})

test('weeks begin on Monday and meet, across a change of the clock too', () => {
  const sunday = new Date(2026, 9, 25, 23, 30).getTime()
  const week = weekOf(sunday, 0)
  expect(new Date(week.fromMs).getDay()).toBe(1)
  expect(week.fromMs).toBeLessThanOrEqual(sunday)
  expect(week.endMs).toBeGreaterThan(sunday)
  expect(weekOf(sunday, 1).endMs).toBe(week.fromMs)
})
