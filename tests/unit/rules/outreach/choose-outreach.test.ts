import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OUTREACH_REASONS } from '../../../../shared/domain/outreach.ts'
import { chooseOutreach, heldBack, isDue } from '../../../../shared/rules/outreach/choose-outreach.ts'
import type { Candidate, ReachFacts } from '../../../../shared/rules/outreach/choose-outreach.ts'
import { ruleFor, rulesFor } from '../../../../shared/rules/outreach/rules.ts'
import { idOf, NOW_MS } from '../../../support/builders.ts'
import { anOutreach, anOutreachRule } from '../../../support/relation-builders.ts'

const DAY_MS = 86_400_000
const facts = (row: Partial<ReachFacts> = {}): ReachFacts => ({
  customerId: idOf(1),
  name: 'Ana Ruiz',
  organisationName: null,
  preferredChannel: 'email',
  yearlyValueMinor: 840_000,
  currency: 'EUR',
  hasIncident: false,
  hasRefused: false,
  isWaiting: false,
  lastContactAtMs: NOW_MS - 200 * DAY_MS,
  ...row,
})
const candidate = (row: Partial<Candidate> = {}): Candidate => ({
  customerId: idOf(1),
  reason: 'no-contact',
  occasion: idOf(1),
  atMs: 0,
  about: '',
  ticketId: null,
  ...row,
})
const choose = (candidates: readonly Candidate[], who: readonly ReachFacts[], decisions = [] as const) =>
  chooseOutreach({
    candidates,
    facts: new Map(who.map(each => [each.customerId, each])),
    rules: rulesFor([]),
    decisions,
    nowMs: NOW_MS,
  })

test('how many there are by reason: all that are shown, and each customer once', () => {
  const who = [1, 2, 3].map(id => facts({ customerId: idOf(id) }))
  const { reasons, total } = choose(
    [
      candidate({ customerId: idOf(1) }),
      candidate({ customerId: idOf(1), reason: 'renewal-near', atMs: NOW_MS + 5 * DAY_MS }),
      candidate({ customerId: idOf(2), occasion: idOf(2) }),
      candidate({ customerId: idOf(3), occasion: idOf(3) }),
    ],
    who,
  )
  expect(total).toBe(3)
  expect(reasons).toEqual([
    { reason: 'renewal-near', count: 1 },
    { reason: 'no-contact', count: 2 },
  ])
})

describe('held back or not, both ways', () => {
  const old = NOW_MS - 10 * DAY_MS
  test.each([
    [{ hasIncident: true, isWaiting: false, lastContactAtMs: old }, 'no-contact', 'support-open'],
    [{ hasIncident: false, isWaiting: false, lastContactAtMs: old }, 'no-contact', null],
    [{ hasIncident: true, isWaiting: false, lastContactAtMs: old }, 'upgrade-due', 'support-open'],
    [{ hasIncident: false, isWaiting: false, lastContactAtMs: old }, 'upgrade-due', null],
    [{ hasIncident: true, isWaiting: true, lastContactAtMs: NOW_MS }, 'after-incident', 'support-open'],
    [{ hasIncident: false, isWaiting: true, lastContactAtMs: old }, 'renewal-near', 'waiting'],
    [{ hasIncident: false, isWaiting: false, lastContactAtMs: NOW_MS }, 'renewal-near', 'contacted-lately'],
    [{ hasIncident: false, isWaiting: false, lastContactAtMs: NOW_MS }, 'after-incident', null],
    [{ hasIncident: false, isWaiting: false, lastContactAtMs: null }, 'after-delivery', null],
    [{ hasRefused: true, hasIncident: true, lastContactAtMs: old }, 'no-contact', 'refused'],
    [{ hasRefused: true, lastContactAtMs: old }, 'after-incident', 'refused'],
  ] as const)('%j for %s: %s', (state, reason, expected) => {
    const { name: _name, ...rest } = facts(state)
    expect(heldBack(rest, NOW_MS, reason)).toBe(expected)
  })

  test('a customer is held back, counted, and there again once support is done', () => {
    const held = choose([candidate()], [facts({ hasIncident: true })])
    expect(held).toEqual({
      entries: [],
      total: 0,
      reasons: [],
      held: [{ why: 'support-open', count: 1 }],
    })
    expect(choose([candidate()], [facts()]).entries).toMatchObject([
      { name: 'Ana Ruiz', reason: 'no-contact' },
    ])
  })
})

describe('due', () => {
  const at = (reason: Candidate['reason'], atMs: number, lastContactAtMs: number | null = null) =>
    isDue({ reason, atMs }, ruleFor(reason, []), { nowMs: NOW_MS, lastContactAtMs })
  test('after a delivery: not at once, not for ever, and not when they were in contact since', () => {
    expect(at('after-delivery', NOW_MS - 4 * DAY_MS)).toBe(false)
    expect(at('after-delivery', NOW_MS - 6 * DAY_MS)).toBe(true)
    expect(at('after-delivery', NOW_MS - 6 * DAY_MS, NOW_MS - 5 * DAY_MS)).toBe(false)
    expect(at('after-delivery', NOW_MS - 60 * DAY_MS)).toBe(false)
  })
  test('a renewal: before it and not after', () => {
    expect(at('renewal-near', NOW_MS + 40 * DAY_MS)).toBe(true)
    expect(at('renewal-near', NOW_MS + 50 * DAY_MS)).toBe(false)
    expect(at('renewal-near', NOW_MS - 2 * DAY_MS)).toBe(false)
  })
  test('a rule that is off finds nobody', () => {
    const off = anOutreachRule({ isActive: false })
    const rule = ruleFor('no-contact', [off])
    expect(isDue(candidate(), rule, { nowMs: NOW_MS, lastContactAtMs: 0 })).toBe(false)
  })
})

test('what was decided is left alone: done for good, put off until then, a lapse until the next one', () => {
  const delivered = candidate({ reason: 'after-delivery', occasion: idOf(5), atMs: NOW_MS - 6 * DAY_MS })
  const who = [facts({ lastContactAtMs: null })]
  const decided = (row: Parameters<typeof anOutreach>[0]) =>
    chooseOutreach({
      candidates: [delivered, candidate()],
      facts: new Map(who.map(each => [each.customerId, each])),
      rules: rulesFor([]),
      decisions: [anOutreach(row)],
      nowMs: NOW_MS,
    }).entries.map(({ reason }) => reason)
  const onDelivery = { reason: 'after-delivery', occasion: idOf(5) } as const
  const longAgo = NOW_MS - 3 * DAY_MS
  expect(decided({ ...onDelivery, state: 'done', atMs: longAgo })).toEqual(['no-contact'])
  expect(decided({ ...onDelivery, state: 'snoozed', untilMs: NOW_MS - 1 })).toEqual(['after-delivery'])
  expect(decided({ ...onDelivery, state: 'open' })).toEqual(['after-delivery'])
  const lapse = { reason: 'no-contact', occasion: idOf(1), state: 'done' } as const
  expect(decided({ ...lapse, atMs: longAgo })).toEqual(['after-delivery'])
})

test('whoever was just decided about is not put forward for the next reason at once', () => {
  const soon = candidate({ reason: 'renewal-near', occasion: idOf(6), atMs: NOW_MS + 10 * DAY_MS })
  const after = (row: Parameters<typeof anOutreach>[0]) =>
    chooseOutreach({
      candidates: [soon, candidate()],
      facts: new Map([[idOf(1), facts()]]),
      rules: rulesFor([]),
      decisions: [anOutreach({ reason: 'no-contact', occasion: idOf(1), ...row })],
      nowMs: NOW_MS,
    }).entries.map(({ reason }) => reason)
  for (const state of ['done', 'skipped'] as const) {
    expect(after({ state, atMs: NOW_MS - DAY_MS })).toEqual([])
    expect(after({ state, atMs: NOW_MS - 3 * DAY_MS })).toEqual(['renewal-near'])
  }
  expect(after({ state: 'snoozed', untilMs: NOW_MS + 1 })).toEqual([])
  expect(after({ state: 'snoozed', untilMs: NOW_MS - 1 })).toEqual(['renewal-near'])
  expect(after({ state: 'open', atMs: NOW_MS })).toEqual(['renewal-near'])
})

test('whatever there is, nobody stands in the queue twice, or while support is at work', () => {
  const ids = [1, 2, 3, 4].map(idOf)
  const oneCandidate = fc.record({
    customerId: fc.constantFrom(...ids),
    reason: fc.constantFrom(...OUTREACH_REASONS),
    occasion: fc.constantFrom('a', 'b'),
    atMs: fc.integer({ min: NOW_MS - 100 * DAY_MS, max: NOW_MS + 60 * DAY_MS }),
    about: fc.constant(''),
    ticketId: fc.constant(null),
  })
  const states = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(oneCandidate, { maxLength: 12 }), states, (candidates, state) => {
      const who = ids.map((customerId, index) =>
        facts({
          customerId,
          hasIncident: state[index]?.[0] ?? false,
          isWaiting: state[index]?.[1] ?? false,
        }),
      )
      const { entries, held } = choose(candidates, who)
      const shown = entries.map(({ customerId }) => customerId)
      expect(new Set(shown).size).toBe(shown.length)
      for (const each of who)
        if (each.hasIncident || each.isWaiting) expect(shown).not.toContain(each.customerId)
      for (const { count } of held) expect(count).toBeGreaterThan(0)
    }),
  )
})
