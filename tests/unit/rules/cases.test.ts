import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowanceId, spendingId } from '../../../shared/domain/cases.ts'
import { RowId } from '../../../shared/domain/ids.ts'
import { RETURN_KINDS, RETURN_STATES, ROLES } from '../../../shared/domain/values.ts'
import {
  ALLOWANCE_WINDOW_MS,
  isWithin,
  judgeGesture,
  limitsOf,
  spentMinor,
} from '../../../shared/rules/cases/allowance.ts'
import { loyaltyRule, tierNamed } from '../../../shared/rules/cases/loyalty-rule.ts'
import { balanceOf, earnedInYear, nextTier } from '../../../shared/rules/cases/loyalty.ts'
import {
  isSettled,
  isStepBack,
  mayMove,
  nextReturnStates,
  returnPath,
} from '../../../shared/rules/cases/return-moves.ts'
import { reviewRisk, RISK_REASONS } from '../../../shared/rules/cases/review-risk.ts'
import { searchProducts, shortlist } from '../../../shared/rules/cases/shortlist.ts'
import { aComplaint, anAllowance, aProduct, aRecoveryStep, idOf, NOW_MS } from '../../support/builders.ts'

const DAY_MS = 86_400_000
const minor = fc.integer({ min: 0, max: 1_000_000 })

describe('the life of a return', () => {
  const kind = fc.constantFrom(...RETURN_KINDS)
  const state = fc.constantFrom(...RETURN_STATES)

  test('every kind reaches its end by moves that are allowed, and its path is one of them', () => {
    for (const each of RETURN_KINDS) {
      const path = returnPath(each)
      expect(path[0]).toBe('requested')
      expect(isSettled(path.at(-1) ?? '')).toBe(true)
      for (const [index, from] of path.slice(0, -1).entries())
        expect(mayMove(each, from, path[index + 1] ?? '')).toBe(true)
    }
  })

  test('nothing follows once money or goods have left, and nothing goes back from there', () => {
    fc.assert(
      fc.property(kind, state, (each, to) => {
        for (const end of ['refunded', 'exchanged']) expect(mayMove(each, end, to)).toBe(false)
        expect(nextReturnStates(each, 'refused')).toEqual([])
      }),
    )
  })

  test('forwards and back never loop: what can be next is never also a step back', () => {
    fc.assert(
      fc.property(kind, state, state, (each, from, to) => {
        if (nextReturnStates(each, from).includes(to)) expect(isStepBack(from, to)).toBe(false)
        expect(mayMove(each, from, from)).toBe(false)
      }),
    )
  })

  test('a case is never paid before it was approved', () => {
    for (const each of RETURN_KINDS) {
      expect(nextReturnStates(each, 'requested')).toEqual(['approved', 'refused'])
      expect(nextReturnStates(each, 'in-transit')).not.toContain('refunded')
    }
  })

  test('a kind or state of a newer version goes nowhere by itself', () => {
    expect(nextReturnStates('other', 'received')).toEqual(['refused'])
    expect(nextReturnStates('return', 'somewhere')).toEqual([])
  })
})

describe('an allowance', () => {
  const spent = fc.array(
    fc.record({ goodwillId: fc.uuid(), atMs: fc.integer({ min: 0 }), amountMinor: minor }),
  )

  test('what was given counts for thirty days and not a moment longer', () => {
    fc.assert(
      fc.property(spent, fc.integer({ min: 0 }), (all, atMs) => {
        const counted = all.filter(each => each.atMs > atMs - ALLOWANCE_WINDOW_MS)
        expect(spentMinor(all, atMs)).toBe(counted.reduce((sum, each) => sum + each.amountMinor, 0))
      }),
    )
  })

  test('gestures within never add up to more than the month', () => {
    fc.assert(
      fc.property(fc.array(minor), minor, minor, (amounts, perCase, perMonth) => {
        const limits = { ...anAllowance(), goodwillMinor: perCase, goodwillMonthMinor: perMonth }
        const given: { goodwillId: string; atMs: number; amountMinor: number }[] = []
        for (const amountMinor of amounts) {
          const verdict = judgeGesture({ amountMinor, atMs: NOW_MS, limits, spent: given })
          if (verdict.kind === 'within') given.push({ goodwillId: '', atMs: NOW_MS, amountMinor })
        }
        expect(spentMinor(given, NOW_MS)).toBeLessThanOrEqual(perMonth)
        expect(given.every(each => each.amountMinor <= perCase)).toBe(true)
      }),
    )
  })

  test('a smaller gesture is never over where a larger one is within', () => {
    fc.assert(
      fc.property(minor, minor, spent, (one, other, all) => {
        const judge = (amountMinor: number) =>
          judgeGesture({ amountMinor, atMs: NOW_MS, limits: anAllowance(), spent: all }).kind
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect([judge(less), judge(more)]).not.toEqual(['over', 'within'])
      }),
    )
  })

  test('agents without a limit ask for everything; those who supervise are asked', () => {
    const of = (role: string, currency = 'EUR') => limitsOf({ role, currency }, [anAllowance()])
    expect(of('agent').returnMinor).toBe(10_000)
    expect(of('agent', 'JPY').returnMinor).toBe(0)
    expect(of('supervisor').returnMinor).toBeNull()
    expect(of('somebody new').goodwillMinor).toBe(0)
    expect(isWithin(1, 0)).toBe(false)
    expect(isWithin(10 ** 9, null)).toBe(true)
  })

  test('has one row for a role and currency, and one for an agent and currency', () => {
    const currencies = ['EUR', 'USD', 'GBP', 'JPY', 'CHF', 'SEK', 'AAA', 'ZZZ']
    const ids = ROLES.flatMap(role => currencies.map(currency => allowanceId(role, currency)))
    const own = currencies.flatMap(currency => [
      spendingId(idOf(9), currency),
      spendingId(idOf(10), currency),
    ])
    expect(new Set([...ids, ...own]).size).toBe(ids.length + own.length)
    for (const id of [...ids, ...own]) expect(RowId.safeParse(id).success).toBe(true)
  })
})

describe('points', () => {
  const entry = fc.record({
    points: fc.integer({ min: -100_000, max: 100_000 }),
    atMs: fc.integer({ min: NOW_MS - 800 * DAY_MS, max: NOW_MS }),
    reason: fc.constantFrom('purchase', 'goodwill', 'redeemed') as fc.Arbitrary<
      'purchase' | 'goodwill' | 'redeemed'
    >,
  })

  test('the balance is the sum, in any order, and in any parts', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (some, others) => {
        expect(balanceOf([...some, ...others])).toBe(balanceOf(some) + balanceOf(others))
        expect(balanceOf([...some].reverse())).toBe(balanceOf(some))
      }),
    )
  })

  test('only what was bought within a year counts for a tier', () => {
    fc.assert(
      fc.property(fc.array(entry), all => {
        const earned = earnedInYear(all, NOW_MS)
        expect(
          earnedInYear(
            all.filter(({ reason }) => reason === 'purchase'),
            NOW_MS,
          ),
        ).toBe(earned)
        expect(earnedInYear(all, NOW_MS + 1_200 * DAY_MS)).toBe(0)
      }),
    )
  })

  test('the next tier is the first that is not reached yet', () => {
    const tiers = loyaltyRule(null)
    expect(nextTier(tiers, 0)).toEqual({ tier: 'bronze', missing: 500 })
    expect(nextTier(tiers, 500)).toEqual({ tier: 'silver', missing: 1_500 })
    expect(nextTier(tiers, 800, 'Silver')).toEqual({ tier: 'gold', missing: 9_200 })
    expect(nextTier(tiers, 800, 'gold')).toBeNull()
    expect(nextTier(tiers, 800, 'Partner')).toBeNull()
    expect(nextTier(tiers, tiers.at(-1)?.points ?? 0)).toBeNull()
  })
})

describe('the tiers a team has', () => {
  test('come with three; names, points and benefits are the team’s own, whatever else was stored', () => {
    expect(loyaltyRule(null).map(({ tier, points }) => [tier, points])).toEqual([
      ['bronze', 500],
      ['silver', 2_000],
      ['gold', 10_000],
    ])
    const own = loyaltyRule({
      oneName: ' ',
      twoPoints: 'many',
      threeBenefits: ' Free shipping \n\nA call back within an hour\n',
      fourName: 'Partner',
    })
    expect(own).toEqual([
      { tier: 'silver', points: 2_000, benefits: [] },
      { tier: 'gold', points: 10_000, benefits: ['Free shipping', 'A call back within an hour'] },
      { tier: 'Partner', points: 0, benefits: [] },
    ])
    expect(tierNamed(own, ' GOLD')?.benefits).toHaveLength(2)
    expect(tierNamed(own, 'bronze')).toBeNull()
    expect(tierNamed(own, null)).toBeNull()
    // What is given is on nobody's way up.
    expect(nextTier(own, 10_000)).toBeNull()
    expect(nextTier(own, 0, 'Partner')).toBeNull()
  })
})

describe('the risk of a bad review', () => {
  const risk = (complaint: Parameters<typeof aComplaint>[0], steps = [aRecoveryStep()], nowMs = NOW_MS) =>
    reviewRisk({ complaint: aComplaint({ severity: 'low', ...complaint }), steps, nowMs })

  test('is gone with the complaint, whatever else holds', () => {
    for (const state of ['resolved', 'withdrawn'] as const)
      expect(risk({ state, severity: 'critical', mentionsReview: true }, [], NOW_MS + 90 * DAY_MS)).toEqual(
        [],
      )
  })

  test('names each reason that holds, the strongest first', () => {
    expect(risk({})).toEqual([])
    expect(risk({ mentionsReview: true, severity: 'critical' })).toEqual(['says-so', 'severe'])
    expect(risk({}, [aRecoveryStep()], NOW_MS + 2 * DAY_MS)).toEqual(['late-step'])
    expect(risk({}, [aRecoveryStep({ doneAtMs: NOW_MS })], NOW_MS + 8 * DAY_MS)).toEqual(['waits-long'])
    expect(risk({}, [], NOW_MS + 2 * DAY_MS)).toEqual(['no-plan'])
  })

  test('only grows while nothing is done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (one, other) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map(days =>
          risk({}, [aRecoveryStep()], NOW_MS + days * DAY_MS),
        )
        for (const reason of sooner ?? []) expect(later).toContain(reason)
        expect(RISK_REASONS).toEqual(expect.arrayContaining([...(later ?? [])]))
      }),
    )
  })
})

describe('a shortlist', () => {
  test('takes no word of an occasion that any sentence has for a reason', () => {
    const plan = aProduct({
      id: idOf(7),
      name: 'Starter plan',
      description: 'For one till, with updates',
      tags: [],
    })
    const wanted = {
      occasion: 'One stock for 40 shops, with tills',
      budgetMinor: null,
      currency: null,
      wishes: [],
    }
    expect(shortlist(wanted, [plan])).toEqual([])
    const found = shortlist({ ...wanted, occasion: 'A till for our new shop' }, [plan])
    expect(found[0]?.reasons).toEqual([{ kind: 'occasion', value: 'till' }])
  })

  const tablet = aProduct({
    id: idOf(1),
    name: 'S10 stock tablet',
    sku: 'ST-S10',
    description: 'Counts stock and moves it between shops.',
    tags: ['stocktaking', 'mobile'],
    priceMinor: 39_900,
  })
  const scanner = aProduct({
    id: idOf(2),
    name: 'P40 handheld scanner',
    description: 'For stocktaking, reads codes.',
    tags: ['mobile'],
    priceMinor: 18_900,
  })
  const drawer = aProduct({ id: idOf(3), name: 'Cash drawer', tags: ['till'], priceMinor: 8_900 })
  const all = [tablet, scanner, drawer]
  const wanted = {
    occasion: 'Inventory',
    budgetMinor: 30_000,
    currency: 'EUR',
    wishes: ['stocktaking', 'mobile'],
  }

  test('has a reason for every product, and none for what nothing speaks for', () => {
    const found = shortlist(wanted, all)
    expect(found.map(({ productId }) => productId)).toEqual([scanner.id, tablet.id])
    expect(found[0]?.reasons).toContainEqual({ kind: 'within-budget', leftMinor: 11_100 })
    expect(found[1]?.reasons).toEqual([
      { kind: 'wish', value: 'stocktaking' },
      { kind: 'wish', value: 'mobile' },
      { kind: 'over-budget', overMinor: 9_900 },
    ])
  })

  test('is the same for any order of the catalogue, never longer than asked, and never sells what is not sold', () => {
    const product = fc.record({
      tags: fc.subarray(['mobile', 'till', 'stocktaking', 'quiet']),
      priceMinor: fc.option(minor),
      isActive: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(product, { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), (rows, limit) => {
        const products = rows.map((row, index) => aProduct({ id: idOf(index + 1), name: 'Thing', ...row }))
        const found = shortlist(wanted, products, limit)
        expect(shortlist(wanted, products.toReversed(), limit)).toEqual(found)
        expect(found.length).toBeLessThanOrEqual(limit)
        for (const { productId, reasons } of found) {
          expect(reasons.length).toBeGreaterThan(0)
          expect(products.find(({ id }) => id === productId)?.isActive).toBe(true)
        }
      }),
    )
  })

  test('a budget in another currency says nothing', () => {
    const found = shortlist({ ...wanted, currency: 'JPY' }, all)
    expect(found.flatMap(({ reasons }) => reasons).every(({ kind }) => kind === 'wish')).toBe(true)
  })

  test('products are found by the beginning of any word, number or tag', () => {
    expect(searchProducts(all, 'tabl')).toEqual([tablet])
    expect(searchProducts(all, 'st-s10')).toEqual([tablet])
    expect(searchProducts(all, 'mobile stock')).toEqual([tablet, scanner])
    expect(searchProducts([{ ...drawer, isActive: false }], '')).toEqual([])
  })
})
