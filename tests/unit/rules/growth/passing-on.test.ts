import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPPORTUNITY_STATES, PASSING_CONSENTS } from '../../../../shared/domain/growth.ts'
import type { Opportunity } from '../../../../shared/domain/growth.ts'
import {
  heldAt,
  isEnded,
  mayMove,
  mayPassOn,
  nextStates,
} from '../../../../shared/rules/growth/passing-on.ts'
import { favourToAsk, FAVOUR_EVERY_MS, PROMOTER_FOR_MS } from '../../../../shared/rules/growth/promoter.ts'
import type { PromoterFacts } from '../../../../shared/rules/growth/promoter.ts'
import { NOW_MS } from '../../../support/builders.ts'
import { anOpportunity } from '../../../support/growth-builders.ts'
import { aSurvey } from '../../../support/relation-builders.ts'

const DAY_MS = 86_400_000
const INCIDENT = { because: 'incident', id: 't' } as const

test('only what is noted is passed on, and only with consent', () => {
  for (const state of OPPORTUNITY_STATES)
    for (const consent of PASSING_CONSENTS)
      expect(mayPassOn({ state, consent })).toBe(state === 'noted' && consent === 'given')
})

test('every offered step is allowed and can be taken back, and nothing is passed on by a mere step', () => {
  for (const state of OPPORTUNITY_STATES)
    for (const next of nextStates({ state })) {
      expect(mayMove(state, next)).toBe(true)
      expect(mayMove(next, state)).toBe(true)
      expect([state, next]).not.toEqual(['noted', 'passed-on'])
    }
})

test('what ended offers only to be taken up again; a state of a newer hub offers nothing and counts as open', () => {
  expect(OPPORTUNITY_STATES.filter(state => isEnded({ state }))).toEqual([
    'declined',
    'won',
    'lost',
    'withdrawn',
  ])
  expect([nextStates({ state: 'other' }), isEnded({ state: 'other' })]).toEqual([[], false])
})

test('what goes to an address waits for support first, then for the hub; what stays inside waits for nobody', () => {
  const outside = { state: 'passed-on', address: 'sales@partner.example', sentAtMs: null } as const
  expect(heldAt(outside, INCIDENT)).toBe('silence')
  expect(heldAt(outside, null)).toBe('hub')
  expect(heldAt({ ...outside, sentAtMs: NOW_MS }, INCIDENT)).toBeNull()
  expect(heldAt({ ...outside, address: null }, INCIDENT)).toBeNull()
})

describe('a word about us', () => {
  const nps = (score: number, days: number) =>
    aSurvey({ kind: 'nps', score, askedAtMs: NOW_MS - days * DAY_MS, answeredAtMs: NOW_MS - days * DAY_MS })
  const facts = (row: Partial<PromoterFacts> = {}): PromoterFacts => ({
    surveys: [nps(9, 10)],
    opportunities: [],
    silence: null,
    hasComplaint: false,
    hasRefused: false,
    nowMs: NOW_MS,
    ...row,
  })
  const favour = (days: number): Pick<Opportunity, 'kind' | 'createdAtMs'> =>
    anOpportunity({ kind: 'referral', createdAtMs: NOW_MS - days * DAY_MS })

  test('is asked of whoever last answered 9 or 10, while that is fresh', () => {
    expect(favourToAsk(facts())).toMatchObject({ score: 9 })
    expect(favourToAsk(facts({ surveys: [nps(8, 10)] }))).toBeNull()
    expect(favourToAsk(facts({ surveys: [nps(10, 40), nps(3, 2)] }))).toBeNull()
    expect(favourToAsk(facts({ surveys: [nps(10, PROMOTER_FOR_MS / DAY_MS + 1)] }))).toBeNull()
    expect(favourToAsk(facts({ surveys: [aSurvey({ kind: 'csat', score: 9 })] }))).toBeNull()
  })

  test('is asked once, whatever they answered, and never over an incident or a complaint', () => {
    expect(favourToAsk(facts({ opportunities: [favour(30)] }))).toBeNull()
    expect(favourToAsk(facts({ opportunities: [favour(FAVOUR_EVERY_MS / DAY_MS + 1)] }))).not.toBeNull()
    expect(favourToAsk(facts({ opportunities: [anOpportunity({ kind: 'upsell' })] }))).not.toBeNull()
    expect(favourToAsk(facts({ silence: INCIDENT }))).toBeNull()
    expect(favourToAsk(facts({ hasComplaint: true }))).toBeNull()
    expect(favourToAsk(facts({ hasRefused: true }))).toBeNull()
  })

  test('asked whenever it is offered, nobody is asked twice within a year', () => {
    const day = fc.record({
      gapDays: fc.integer({ min: 1, max: 200 }),
      score: fc.integer({ min: 0, max: 10 }),
      isBroken: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), days => {
        let nowMs = NOW_MS
        const asked: number[] = []
        for (const { gapDays, score, isBroken } of days) {
          nowMs += gapDays * DAY_MS
          const opportunities = asked.map(createdAtMs => ({ kind: 'referral' as const, createdAtMs }))
          const surveys = [aSurvey({ kind: 'nps', score, askedAtMs: nowMs, answeredAtMs: nowMs })]
          const silence = isBroken ? INCIDENT : null
          if (favourToAsk(facts({ surveys, opportunities, silence, nowMs })) === null) continue
          expect([isBroken, score >= 9]).toEqual([false, true])
          const last = asked.at(-1)
          if (last !== undefined) expect(nowMs - last).toBeGreaterThanOrEqual(FAVOUR_EVERY_MS)
          asked.push(nowMs)
        }
      }),
    )
  })
})
