import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeRule } from '../../../shared/rules/saved-views/describe.ts'
import { NONE } from '../../../shared/rules/saved-views/fields.ts'
import { matchesRule, meets } from '../../../shared/rules/saved-views/matches.ts'
import {
  isSound,
  isTimed,
  problemOf,
  unknownFields,
  unknownParts,
} from '../../../shared/rules/saved-views/problems.ts'
import { ANYTHING, narrow, readBody, ruleOf } from '../../../shared/rules/saved-views/rule.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import { standingRule } from '../../../shared/rules/saved-views/standing.ts'
import { tierOrder } from '../../../shared/rules/saved-views/tier-order.ts'
import { matchesView, VIEWS } from '../../../shared/rules/views.ts'
import {
  aCustomer,
  anOrganisation,
  aThread,
  aTicket,
  aViewBody,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { condition, facts, ME, rule, TEAMS } from '../../support/random-views.ts'

const eyes = { me: { id: ME, teamIds: TEAMS.slice(0, 2) }, nowMs: NOW_MS }
const HOUR = 3_600_000

test('a narrowed rule holds where both hold, and stays one level deep', () => {
  fc.assert(
    fc.property(rule, fc.array(condition, { maxLength: 3 }), facts, (wide, conditions, held) => {
      const narrowed = narrow(wide, conditions)
      if (!narrowed) return
      const both = matchesRule(wide, held, eyes) && conditions.every(each => meets(each, held, eyes))
      expect(matchesRule(narrowed, held, eyes)).toBe(both)
    }),
    { numRuns: 2_000 },
  )
})

test('standing views as rules list what the standing views list', () => {
  fc.assert(
    fc.property(facts, held => {
      for (const name of VIEWS) {
        const listed = matchesView(held.thread, { name, kind: 'all' }, eyes.me)
        expect({ name, listed: matchesRule(standingRule(name), held, eyes) }).toEqual({ name, listed })
      }
    }),
    { numRuns: 500 },
  )
})

describe('a condition', () => {
  const held = {
    thread: aThread({ waitingSinceMs: NOW_MS - 5 * HOUR, dueAtMs: NOW_MS + HOUR, assigneeId: null }),
    ticket: aTicket({ tags: ['refund', 'vip'] }),
    customer: aCustomer({ tier: null, language: 'pt-BR', health: 40, labels: ['press'] }),
    organisation: anOrganisation({ country: 'ES' }),
    standing: null,
  }
  const cases: readonly (readonly [string, string, Condition['values'], boolean])[] = [
    ['waiting', 'longer', [240], true],
    ['waiting', 'longer', [300], false],
    ['waiting', 'shorter', [301], true],
    ['due', 'within', [60], true],
    ['due', 'within', [59], false],
    ['due', 'late', [], false],
    ['owner', 'any', [NONE], true],
    ['owner', 'none', [NONE], false],
    ['tier', 'none', ['gold'], true],
    ['tier', 'any', ['gold', NONE], true],
    ['language', 'any', ['pt'], true],
    ['language', 'any', ['pt-PT'], true],
    ['language', 'any', ['es'], false],
    ['tags', 'all', ['refund', 'vip'], true],
    ['tags', 'all', ['refund', 'late'], false],
    ['tags', 'none', ['late'], true],
    ['labels', 'any', ['press'], true],
    ['country', 'any', ['ES', 'FR'], true],
    ['health', 'under', [41], true],
    ['health', 'over', [40], false],
    ['health', 'unset', [], false],
  ]
  test.each(cases)('%s %s %j is %s', (...each) => {
    const [field, op, values, expected] = each
    expect(meets({ field, op, values: [...values] }, held, eyes)).toBe(expected)
  })

  test('of how a customer stands follows what was worked out, once it was', () => {
    const standing = { health: 80, valueBand: 'large', isVip: true, stage: 'renewing' } as const
    const stands = { ...held, standing }
    const asks = (field: string, op: string, ...values: (string | number)[]): boolean =>
      meets({ field, op, values }, stands, eyes)
    expect([asks('health', 'over', 79), asks('health', 'under', 41)]).toEqual([true, false])
    expect([asks('value', 'any', 'large'), asks('vip', 'yes'), asks('vip', 'no')]).toEqual([
      true,
      true,
      false,
    ])
    expect(asks('stage', 'any', 'renewing')).toBe(true)
    expect(meets({ field: 'value', op: 'any', values: [NONE] }, held, eyes)).toBe(true)
    expect(meets({ field: 'vip', op: 'no', values: [] }, held, eyes)).toBe(true)
  })

  test('of a customer who is not here holds only where nothing is asked for', () => {
    const alone = { ...held, customer: null, organisation: null }
    expect(meets({ field: 'tier', op: 'any', values: ['gold'] }, alone, eyes)).toBe(false)
    expect(meets({ field: 'tier', op: 'any', values: [NONE] }, alone, eyes)).toBe(true)
  })
})

test('what a newer version asks for is named, and never taken for something else', () => {
  const newer: Condition = { field: 'mood', op: 'any', values: ['grim'] }
  const rules = ruleOf(newer, { field: 'state', op: 'any', values: ['waiting-room'] })
  expect(unknownFields(rules)).toEqual(['mood', 'state'])
  expect(unknownParts(aViewBody({ sort: 'mood' }))).toEqual(['mood'])
  expect(problemOf({ field: 'tier', op: 'near', values: ['gold'] })).toBe('unknown')
  // Minutes are whole; what a form asks for need not be, and may be large.
  expect(problemOf({ field: 'health', op: 'over', values: [2.5] })).toBe('unknown')
  expect(problemOf({ field: 'fields.weight', op: 'over', values: [2.5] })).toBeNull()
  expect(problemOf({ field: 'fields.weight', op: 'under', values: [90_000_000.25] })).toBeNull()
  expect(problemOf({ field: 'fields.weight', op: 'under', values: ['2.5'] })).toBe('unknown')
  expect(problemOf({ field: 'tier', op: 'any', values: ['@best'] })).toBe('unknown')
  expect(problemOf({ field: 'tier', op: 'any', values: [] })).toBe('empty')
  expect(isSound(ruleOf({ field: 'waiting', op: 'longer', values: [] }))).toBe(false)
  expect(readBody({ rule: { join: 'most', groups: [] }, sort: 'newest', columns: null })).toBeNull()
  expect(readBody({ ...aViewBody(), density: 'roomy' })).toEqual(aViewBody())
})

test('only times make a view change by itself', () => {
  expect(isTimed(aViewBody().rule)).toBe(false)
  expect(isTimed(ruleOf({ field: 'due', op: 'late', values: [] }))).toBe(true)
})

test('a rule reads as a sentence, groups of several conditions in brackets', () => {
  const words = {
    field: (name: string) => name,
    op: ({ op }: Condition) => ({ any: 'is', longer: 'longer than' })[op] ?? op,
    value: (_field: string, value: string) => value,
    span: (minutes: number) => `${minutes} min`,
    list: (parts: readonly string[], join: 'all' | 'any') => parts.join(join === 'all' ? ' and ' : ' or '),
    everything: 'everything',
  }
  const gold: Condition = { field: 'tier', op: 'any', values: ['gold', 'silver'] }
  const long: Condition = { field: 'waiting', op: 'longer', values: [240] }
  expect(describeRule(ANYTHING, words)).toBe('everything')
  expect(describeRule(ruleOf(gold, long), words)).toBe(
    'tier is gold or silver and waiting longer than 240 min',
  )
  const two = {
    join: 'any' as const,
    groups: [
      { join: 'all' as const, conditions: [gold, long] },
      { join: 'all' as const, conditions: [{ field: 'owner', op: 'any', values: [idOf(1)] }] },
    ],
  }
  expect(describeRule(two, words)).toBe(
    `(tier is gold or silver and waiting longer than 240 min) or owner is ${idOf(1)}`,
  )
})

test('tiers stand in the order people mean', () => {
  expect(tierOrder(['bronze', 'Zeta', 'gold', 'Alpha', 'VIP', 'Silver plus', 'Free trial'])).toEqual([
    'VIP',
    'gold',
    'Silver plus',
    'bronze',
    'Free trial',
    'Alpha',
    'Zeta',
  ])
})
