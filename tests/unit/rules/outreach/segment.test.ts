import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OutreachSegment } from '../../../../shared/domain/outreach.ts'
import { fitsSegment, isForAll, sameTier, statedSegment } from '../../../../shared/rules/outreach/segment.ts'
import type { SegmentFacts } from '../../../../shared/rules/outreach/segment.ts'

const word = fc.constantFrom('gold', 'Gold ', 'silver', 'large', 'eu', '')
const words = fc.array(word, { maxLength: 3 })
const lists = { tiers: words, bands: words, labels: words, productIds: words }
const segment: fc.Arbitrary<OutreachSegment> = fc.record(
  { ...lists, name: word, vipOnly: fc.boolean() },
  { requiredKeys: [] },
)
const facts: fc.Arbitrary<SegmentFacts> = fc.record({
  tier: fc.option(word),
  valueBand: fc.option(word),
  labels: words,
  productIds: words,
  isVip: fc.boolean(),
})
const NOBODY: SegmentFacts = { tier: null, valueBand: null, labels: [], productIds: [], isVip: false }

test('a rule without a segment, and one that only has a name, is about everybody', () => {
  fc.assert(fc.property(facts, each => fitsSegment(null, each) && fitsSegment({ name: 'All' }, each)))
  expect([isForAll(null), isForAll({ name: 'All', tiers: [] }), isForAll({ vipOnly: true })]).toEqual([
    true,
    true,
    false,
  ])
})

test('everything that is said has to hold: a segment of two is about whoever both are about', () => {
  fc.assert(
    fc.property(segment, facts, (each, who) => {
      const { vipOnly = false, ...rest } = each
      expect(fitsSegment(each, who)).toBe(fitsSegment(rest, who) && fitsSegment({ vipOnly }, who))
    }),
  )
})

test('one more value of a list never leaves anybody out, and of two values one is enough', () => {
  fc.assert(
    fc.property(
      facts,
      fc.constantFrom('tiers', 'bands', 'labels', 'productIds'),
      fc.tuple(word, word),
      (who, key, [one, other]) => {
        const both = fitsSegment({ [key]: [one, other] }, who)
        expect(both).toBe(fitsSegment({ [key]: [one] }, who) || fitsSegment({ [key]: [other] }, who))
      },
    ),
  )
})

test('what says nothing is left out, and changes nobody', () => {
  fc.assert(
    fc.property(segment, facts, (each, who) => {
      const stated = statedSegment(each)
      expect(fitsSegment(stated, who)).toBe(fitsSegment(each, who))
      expect(statedSegment(stated)).toEqual(stated)
      expect(isForAll(stated)).toBe(isForAll(each))
    }),
  )
  expect(statedSegment({ name: ' ', tiers: [], vipOnly: false })).toBe(null)
})

test('tiers are the same in capitals or not, and whoever nothing is known of is of no segment', () => {
  expect([sameTier(' Gold '), fitsSegment({ tiers: ['GOLD'] }, { ...NOBODY, tier: 'gold' })]).toEqual([
    'gold',
    true,
  ])
  fc.assert(fc.property(segment, each => isForAll(each) || !fitsSegment(each, NOBODY)))
})
