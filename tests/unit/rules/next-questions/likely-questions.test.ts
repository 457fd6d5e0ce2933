import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likelyQuestions, MOST_QUESTIONS } from '../../../../shared/rules/next-questions/likely-questions.ts'
import type { QuestionFacts } from '../../../../shared/rules/next-questions/question-facts.ts'
import { STANDARD_KEYS } from '../../../../shared/rules/next-questions/standard-questions.ts'
import { anOrder, idOf, NOW_MS } from '../../../support/builders.ts'
import { aNextQuestion } from '../../../support/growth-builders.ts'

const DAY_MS = 86_400_000
const NOTHING: QuestionFacts = {
  stage: null,
  renewsAtMs: null,
  steps: [],
  orders: [],
  returns: [],
  invoices: [],
  assets: [],
  issues: [],
  authored: [],
  said: [],
  nowMs: NOW_MS,
}
const facts = (row: Partial<QuestionFacts> = {}): QuestionFacts => ({ ...NOTHING, ...row })
const keys = (row: Partial<QuestionFacts>): readonly string[] =>
  likelyQuestions(facts(row)).map(({ key }) => key)
const delivered = (days: number) =>
  anOrder({ number: '7488', state: 'delivered', deliveredAtMs: NOW_MS - days * DAY_MS })
const RETURNED = {
  number: 'R-12',
  state: 'received',
  amountMinor: 24_900,
  currency: 'EUR',
  createdAtMs: NOW_MS - 3 * DAY_MS,
} as const

test('nothing speaks for any question, so there is none', () => {
  expect(likelyQuestions(NOTHING)).toEqual([])
})

test.each([
  ['delivered-setup', { orders: [delivered(1)] }],
  ['shipped-when', { orders: [anOrder({ state: 'shipped' })] }],
  ['refund-when', { returns: [RETURNED] }],
  ['return-how', { returns: [{ ...RETURNED, state: 'approved' as const }] }],
  ['issue-when', { issues: [{ code: 'KE-1', title: 'Slow', workaround: null }] }],
  ['step-next', { steps: [{ plan: 'First shop', step: 'Items', dueAtMs: NOW_MS + DAY_MS }] }],
  ['renewal-terms', { renewsAtMs: NOW_MS + 20 * DAY_MS }],
  ['upgrade-what', { assets: [{ name: 'P40', productId: null, version: '2.1', currentVersion: '2.3' }] }],
] as const)('%s comes from what has just happened', (key, row) => {
  expect(keys(row)).toEqual([key])
})

test('an invoice is asked about once it is late, and never before', () => {
  const invoice = { number: '88-1', totalMinor: 100, currency: 'EUR', issuedAtMs: NOW_MS } as const
  const due = (dueAtMs: number) => [{ ...invoice, state: 'sent' as const, dueAtMs }]
  expect(keys({ invoices: due(NOW_MS - 1) })).toEqual(['invoice-pay'])
  expect(keys({ invoices: due(NOW_MS + DAY_MS) })).toEqual([])
})

test('what was delivered long ago, or is up to date, asks nothing', () => {
  expect(keys({ orders: [delivered(8)] })).toEqual([])
  expect(keys({ renewsAtMs: NOW_MS + 90 * DAY_MS })).toEqual([])
  expect(
    keys({ assets: [{ name: 'P40', productId: null, version: '2.10', currentVersion: '2.9' }] }),
  ).toEqual([])
})

test('what they asked already, or were told, is not offered again, in both languages', () => {
  expect(keys({ returns: [RETURNED], said: ['When will you refund me?'] })).toEqual([])
  expect(keys({ returns: [RETURNED], said: ['Die Rückerstattung kommt bis Freitag.'] })).toEqual([])
  expect(keys({ returns: [RETURNED], said: ['The parcel is on its way back.'] })).toEqual(['refund-when'])
})

test('the team’s own questions come first, the narrower one before the wider one', () => {
  const wide = aNextQuestion({ id: idOf(1), question: 'Wide?', conditions: { stages: ['using'] } })
  const narrow = aNextQuestion({
    id: idOf(2),
    question: 'Narrow?',
    conditions: { stages: ['using'], orderStates: ['delivered'] },
  })
  const found = likelyQuestions(facts({ stage: 'using', orders: [delivered(1)], authored: [wide, narrow] }))
  expect(found.map(({ key }) => key)).toEqual([idOf(2), idOf(1), 'delivered-setup'])
  expect(found[0]?.reason).toMatchObject({ why: 'order', about: '7488' })
  expect(found[1]?.reason).toMatchObject({ why: 'stage', about: 'using' })
})

test('every condition has to hold, one without any never does, one that is put away neither', () => {
  const both = { stages: ['using'], renewalWithinDays: 30 }
  const asked = (conditions: object, row: Partial<QuestionFacts>, isActive = true) =>
    keys({ ...row, authored: [aNextQuestion({ id: idOf(1), conditions, isActive })] }).includes(idOf(1))
  expect(asked(both, { stage: 'using' })).toBe(false)
  expect(asked(both, { stage: 'using', renewsAtMs: NOW_MS + DAY_MS })).toBe(true)
  expect(asked({}, { stage: 'using' })).toBe(false)
  expect(asked({ stages: ['using'] }, { stage: 'using' }, false)).toBe(false)
})

test('a question of the team’s is gone once it was asked in other words, or its answer was sent', () => {
  const row = aNextQuestion({
    id: idOf(1),
    question: 'Can I change the delivery address?',
    answer: 'Yes, until the parcel leaves our house, and only within the country.',
    conditions: { stages: ['using'] },
  })
  const with_ = (said: string) => keys({ stage: 'using', authored: [row], said: [said] })
  expect(with_('Thank you.')).toEqual([idOf(1)])
  expect(with_('Could you change the address of the delivery?')).toEqual([])
  expect(with_('Hello,\n\nyes, until the parcel leaves our house, and only within the country.')).toEqual([])
})

test('never more than fit, never twice the same, always with a reason, whatever stands there', () => {
  const some = fc.record({
    stage: fc.constantFrom('using', 'onboarding', null),
    renewsAtMs: fc.option(fc.integer({ min: NOW_MS - 9 * DAY_MS, max: NOW_MS + 90 * DAY_MS })),
    states: fc.array(fc.constantFrom('placed', 'shipped', 'delivered'), { maxLength: 4 }),
    issues: fc.array(
      fc.record({ code: fc.string(), title: fc.string(), workaround: fc.option(fc.string()) }),
    ),
    said: fc.array(fc.string(), { maxLength: 5 }),
    stages: fc.array(fc.constantFrom('using', 'onboarding'), { maxLength: 2 }),
  })
  fc.assert(
    fc.property(some, ({ states, stages, ...row }) => {
      const orders = states.map(state => anOrder({ state: state as 'placed', deliveredAtMs: NOW_MS }))
      const authored = [aNextQuestion({ id: idOf(1), conditions: { stages } })]
      const found = likelyQuestions(facts({ ...row, orders, authored }))
      expect(found.length).toBeLessThanOrEqual(MOST_QUESTIONS)
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
      for (const { source, key, reason } of found) {
        expect(reason.why).not.toBe('')
        expect(source === 'team' || STANDARD_KEYS.some(known => known === key)).toBe(true)
      }
    }),
  )
})
