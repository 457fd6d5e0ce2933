import type { Order } from '../../domain/commerce.ts'
import type { Fields } from '../../domain/values.ts'
import { minorDigits } from '../money.ts'
import { readRule } from '../team-rule.ts'
import type { RuleLimits } from '../team-rule.ts'

const DAY_MS = 86_400_000
export const VALUE_DAYS = 365

export const VALUE_BANDS = ['small', 'middle', 'large'] as const
export type ValueBand = (typeof VALUE_BANDS)[number]

/** From which sum of a year on a customer is of a band, in whole units of their currency. */
export const VALUE_DEFAULTS = { middleFrom: 500, largeFrom: 5000 }
export type ValueRule = typeof VALUE_DEFAULTS
const SUMS = [0, 100_000_000] as const
export const VALUE_LIMITS: RuleLimits = { middleFrom: SUMS, largeFrom: SUMS }

export const valueRule = (content: Fields | null): ValueRule =>
  readRule(content, VALUE_DEFAULTS, VALUE_LIMITS)

type Bought = Pick<Order, 'id' | 'state' | 'totalMinor' | 'currency' | 'placedAtMs'>

export type CustomerValue = {
  readonly band: ValueBand
  /** Of twelve months, minor units of `currency`. */
  readonly minor: number
  readonly currency: string
  readonly orders: number
  /** Orders in other currencies: sums of two currencies are not added. */
  readonly others: number
}

/** Bought and kept. */
const counts = ({ state }: Bought): boolean => state !== 'cancelled' && state !== 'returned'

/**
 * What a customer has bought within twelve months, in their own currency (else that of the newest order), and the band
 * it falls into; null: nothing.
 */
export function valueOf(
  orders: readonly Bought[],
  rule: ValueRule,
  { currency, nowMs }: { readonly currency: string | null; readonly nowMs: number },
): CustomerValue | null {
  const year = orders.filter(
    order => counts(order) && order.placedAtMs <= nowMs && order.placedAtMs > nowMs - VALUE_DAYS * DAY_MS,
  )
  if (year.length === 0 || currency === null) return null
  const own = year.filter(order => order.currency === currency)
  const minor = own.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
  const whole = minor / 10 ** minorDigits(currency)
  const band = whole >= rule.largeFrom ? 'large' : whole >= rule.middleFrom ? 'middle' : 'small'
  return { band, minor, currency, orders: own.length, others: year.length - own.length }
}

/** The currency a customer's value is counted in. */
export const currencyOf = (own: string | null, orders: readonly Bought[]): string | null =>
  own ?? orders.toSorted((a, b) => b.placedAtMs - a.placedAtMs)[0]?.currency ?? null
