import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivedStage, standingStage } from '../../../../shared/rules/portrait/stage.ts'
import type { StageFacts } from '../../../../shared/rules/portrait/stage.ts'
import { VALUE_DEFAULTS, currencyOf, valueOf } from '../../../../shared/rules/portrait/value-band.ts'
import { anOrder, NOW_MS } from '../../../support/builders.ts'
import { aPortrait } from '../../../support/portrait-builders.ts'

const DAY_MS = 86_400_000
const order = (days: number, some: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ placedAtMs: NOW_MS - days * DAY_MS, deliveredAtMs: NOW_MS - (days - 2) * DAY_MS, ...some })
const facts = (some: Partial<StageFacts> = {}): StageFacts => ({
  orders: [],
  plans: [],
  needs: [],
  assetsInUse: 0,
  openTickets: 0,
  renewsAtMs: null,
  lastContactAtMs: NOW_MS - DAY_MS,
  health: { score: 90, band: 'good' },
  recorded: null,
  customerSinceMs: null,
  nowMs: NOW_MS,
  ...some,
})
const stage = (some: Partial<StageFacts>) => {
  const found = derivedStage(facts(some))
  return found && [found.stage, found.reason.key]
}

describe('where a customer stands by what the rows say', () => {
  const two = [order(300), order(100)]
  const need = { id: 'n', occasion: 'Second shop' }
  test.each<[string, Partial<StageFacts>, readonly string[] | null]>([
    ['nothing', {}, null],
    ['only asks', { openTickets: 1 }, ['evaluating', 'asks']],
    ['wants something', { needs: [need], openTickets: 1 }, ['evaluating', 'need']],
    [
      'a first order on its way',
      { orders: [order(3, { state: 'shipped', deliveredAtMs: null })] },
      ['buying', 'order-on-its-way'],
    ],
    [
      'a first order just delivered',
      { orders: [order(9, { state: 'delivered' })] },
      ['onboarding', 'first-order'],
    ],
    [
      'one order of somebody who has been a customer for years',
      { orders: [order(9, { state: 'delivered' })], customerSinceMs: NOW_MS - 700 * DAY_MS },
      ['using', 'bought'],
    ],
    ['a plan', { orders: two, plans: [{ id: 'p', name: 'First shop' }] }, ['onboarding', 'plan']],
    ['several orders', { orders: two }, ['using', 'bought']],
    ['only what they own', { assetsInUse: 2 }, ['using', 'owns']],
    ['a cancelled order only', { orders: [order(3, { state: 'cancelled' })] }, null],
    ['a renewal near', { orders: two, renewsAtMs: NOW_MS + 20 * DAY_MS }, ['renewing', 'renewal']],
    ['a renewal far', { orders: two, renewsAtMs: NOW_MS + 200 * DAY_MS }, ['using', 'bought']],
    [
      'poor health',
      { orders: two, renewsAtMs: NOW_MS, health: { score: 30, band: 'poor' } },
      ['at-risk', 'poor-health'],
    ],
    [
      'poor health of nobody’s customer',
      { openTickets: 1, health: { score: 30, band: 'poor' } },
      ['evaluating', 'asks'],
    ],
    ['written down as lost', { orders: two, recorded: 'lost' }, ['lost', 'recorded-lost']],
    ['lost and back', { orders: [order(300), order(10)], recorded: 'lost' }, ['using', 'bought']],
    ['long gone', { orders: [order(900)], lastContactAtMs: NOW_MS - 800 * DAY_MS }, ['lost', 'long-gone']],
    ['long gone, and writes again', { orders: [order(900), order(950)] }, ['using', 'bought']],
  ])('%s', (_name, some, expected) => expect(stage(some)).toEqual(expected))
})

test('what a person said holds while it lasts; then the rows, then what was written down once', () => {
  const derived = derivedStage(facts({ assetsInUse: 1 }))
  const by = { derived, recorded: 'renewing', nowMs: NOW_MS } as const
  expect(standingStage(aPortrait({ stage: 'at-risk' }), by)).toEqual({ stage: 'at-risk', from: 'person' })
  expect(standingStage(aPortrait({ stage: 'at-risk', stageUntilMs: NOW_MS }), by)).toEqual({
    stage: 'using',
    from: 'rows',
  })
  expect(standingStage(null, { ...by, derived: null })).toEqual({ stage: 'renewing', from: 'record' })
})

describe('value', () => {
  const eur = { currency: 'EUR', nowMs: NOW_MS }
  test('sums twelve months in the customer’s own currency and names what it left out', () => {
    const orders = [
      order(10, { totalMinor: 40_000, currency: 'EUR' }),
      order(300, { totalMinor: 20_000, currency: 'EUR' }),
      order(20, { totalMinor: 99_000, currency: 'USD' }),
      order(400, { totalMinor: 900_000, currency: 'EUR' }),
      order(30, { totalMinor: 900_000, currency: 'EUR', state: 'returned' }),
    ]
    expect(valueOf(orders, VALUE_DEFAULTS, eur)).toEqual({
      band: 'middle',
      minor: 60_000,
      currency: 'EUR',
      orders: 2,
      others: 1,
    })
  })

  test('nothing bought is no value at all, and not a small one', () => {
    expect(valueOf([order(400)], VALUE_DEFAULTS, eur)).toBeNull()
  })

  test('a currency without decimals is counted in whole units', () => {
    const yen = [order(5, { totalMinor: 6_000, currency: 'JPY' })]
    expect(valueOf(yen, VALUE_DEFAULTS, { ...eur, currency: currencyOf(null, yen) })?.band).toBe('large')
  })

  test('one more order never lowers the band, and the order of rows does not matter', () => {
    const anOrders = fc.array(
      fc
        .record({ days: fc.integer({ min: 0, max: 500 }), totalMinor: fc.integer({ min: 0, max: 900_000 }) })
        .map(({ days, totalMinor }) => order(days, { totalMinor, currency: 'EUR' })),
      { maxLength: 8 },
    )
    const rank = { small: 0, middle: 1, large: 2 }
    fc.assert(
      fc.property(anOrders, fc.integer({ min: 0, max: 900_000 }), (orders, totalMinor) => {
        const before = valueOf(orders, VALUE_DEFAULTS, eur)
        expect(valueOf(orders.toReversed(), VALUE_DEFAULTS, eur)).toEqual(before)
        const after = valueOf([...orders, order(1, { totalMinor, currency: 'EUR' })], VALUE_DEFAULTS, eur)
        expect(after && rank[after.band]).toBeGreaterThanOrEqual(before ? rank[before.band] : 0)
      }),
    )
  })
})
