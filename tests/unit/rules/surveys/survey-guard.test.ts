import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SURVEY_KINDS } from '../../../../shared/domain/values.ts'
import {
  isScore,
  LEAST_GAP_MS,
  surveyRefusal,
  surveyToAsk,
} from '../../../../shared/rules/surveys/survey-guard.ts'
import type { SurveyFacts } from '../../../../shared/rules/surveys/survey-guard.ts'
import { idOf, NOW_MS } from '../../../support/builders.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const thread = (kind: 'service' | 'support', solvedAtMs: number | null) => ({
  kind,
  state: solvedAtMs === null ? ('open' as const) : ('solved' as const),
  solvedAtMs,
  restoredAtMs: null,
})
const facts = (row: Partial<SurveyFacts> = {}): SurveyFacts => ({
  asked: [],
  ticket: { id: idOf(2), threads: [thread('service', NOW_MS - HOUR_MS)] },
  hasIncident: false,
  hasRefused: false,
  customerSinceMs: NOW_MS - 400 * DAY_MS,
  nowMs: NOW_MS,
  ...row,
})

describe('which survey', () => {
  test('satisfaction on a service ticket that is solved', () => {
    expect(surveyToAsk(facts())).toBe('csat')
    const open = facts({ ticket: { id: idOf(2), threads: [thread('service', null)] }, asked: [nps(0)] })
    expect(surveyRefusal('csat', open)).toBe('not-solved')
    const old = facts({ ticket: { id: idOf(2), threads: [thread('service', NOW_MS - 8 * DAY_MS)] } })
    expect(surveyRefusal('csat', old)).toBe('too-late')
  })
  test('effort a day after support, not before', () => {
    const support = (ageMs: number) =>
      facts({ ticket: { id: idOf(2), threads: [thread('support', NOW_MS - ageMs)] } })
    expect(surveyRefusal('ces', support(23 * HOUR_MS))).toBe('too-early')
    expect(surveyToAsk(support(25 * HOUR_MS))).toBe('ces')
    // A ticket without service is about effort.
    expect(surveyRefusal('csat', support(25 * HOUR_MS))).toBe('not-solved')
  })
  test('how they see us once in a quarter, of whoever knows us', () => {
    const none = { ticket: null }
    expect(surveyToAsk(facts(none))).toBe('nps')
    expect(surveyToAsk(facts({ ...none, customerSinceMs: NOW_MS - 5 * DAY_MS }))).toBeNull()
    expect(surveyToAsk(facts({ ...none, asked: [nps(NOW_MS - 80 * DAY_MS)] }))).toBeNull()
    expect(surveyToAsk(facts({ ...none, asked: [nps(NOW_MS - 91 * DAY_MS)] }))).toBe('nps')
  })
  test('none while something does not work, and there again once it does', () => {
    for (const kind of SURVEY_KINDS)
      expect(surveyRefusal(kind, facts({ hasIncident: true }))).toBe('incident-open')
    expect(surveyToAsk(facts({ hasIncident: true }))).toBeNull()
    // What the customer said comes first.
    for (const kind of SURVEY_KINDS)
      expect(surveyRefusal(kind, facts({ hasIncident: true, hasRefused: true }))).toBe('refused')
    expect(surveyToAsk(facts({ hasRefused: true }))).toBeNull()
    expect(surveyToAsk(facts({ hasIncident: false }))).toBe('csat')
  })
})

const nps = (askedAtMs: number) => ({ kind: 'nps' as const, ticketId: null, askedAtMs })

test('scores lie on the scale of their kind', () => {
  expect([isScore('csat', 5), isScore('csat', 6), isScore('csat', 0)]).toEqual([true, false, false])
  expect([isScore('nps', 0), isScore('nps', 10), isScore('ces', 7), isScore('ces', 8)]).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect([isScore('nps', 2.5), isScore('other', 3)]).toEqual([false, false])
})

test('whoever asks whatever is offered, no contact is asked twice and never within the least gap', () => {
  const day = fc.record({
    gapMs: fc.integer({ min: HOUR_MS, max: 40 * DAY_MS }),
    ticket: fc.constantFrom(2, 3, 4, null),
    kind: fc.constantFrom('service' as const, 'support' as const),
    ageMs: fc.integer({ min: 0, max: 10 * DAY_MS }),
    hasIncident: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(day, { maxLength: 40 }), days => {
      let nowMs = NOW_MS
      const asked: { kind: 'csat' | 'nps' | 'ces'; ticketId: string | null; askedAtMs: number }[] = []
      for (const { gapMs, ticket, kind, ageMs, hasIncident } of days) {
        nowMs += gapMs
        const ticketId = ticket === null ? null : idOf(ticket)
        const contact = ticketId && { id: ticketId, threads: [thread(kind, nowMs - ageMs)] }
        const toAsk = surveyToAsk(facts({ asked, nowMs, hasIncident, ticket: contact || null }))
        if (toAsk === null) continue
        expect(hasIncident).toBe(false)
        asked.push({ kind: toAsk, ticketId: toAsk === 'nps' ? null : ticketId, askedAtMs: nowMs })
      }
      for (const [index, each] of asked.entries()) {
        const next = asked[index + 1]
        if (next) expect(next.askedAtMs - each.askedAtMs).toBeGreaterThanOrEqual(LEAST_GAP_MS)
      }
      const touched = asked.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId]))
      expect(new Set(touched).size).toBe(touched.length)
    }),
  )
})
