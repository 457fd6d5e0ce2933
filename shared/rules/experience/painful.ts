import type { Fields } from '../../domain/values.ts'
import { readRule } from '../team-rule.ts'
import type { RuleLimits } from '../team-rule.ts'

const HOUR_MS = 3_600_000
/** Beyond this nobody compares any more. */
const WORST = 1_000_000_000

/** When an incident was painful enough that service comes back to the customer, and what may be given. */
export const HANDSHAKE_DEFAULTS = {
  /** On at all. */
  isOn: true,
  /** Down hours × messages × weight of the customer's value from which on it is painful. */
  painAt: 24,
  /** Yearly value in whole units of currency that doubles the weight. */
  valueStep: 5_000,
  /** Working days until the follow-up is due. */
  dueDays: 2,
  /** Gestures by tier, in whole units of the customer's currency. 0: none. */
  gestureBasic: 10,
  gestureSilver: 20,
  gestureGold: 30,
  gesturePlatinum: 50,
}
export type HandshakeRule = typeof HANDSHAKE_DEFAULTS

export const HANDSHAKE_LIMITS: RuleLimits = {
  painAt: [1, 100_000],
  valueStep: [1, 10_000_000],
  dueDays: [0, 14],
  gestureBasic: [0, 100_000],
  gestureSilver: [0, 100_000],
  gestureGold: [0, 100_000],
  gesturePlatinum: [0, 100_000],
}
export const handshakeRule = (content: Fields | null): HandshakeRule =>
  readRule(content, HANDSHAKE_DEFAULTS, HANDSHAKE_LIMITS)

/** What is known of an incident when it closes. */
export type Incident = {
  readonly downMs: number
  /** Messages that went to and fro. */
  readonly contacts: number
  /** A year, minor units; null when nobody knows. */
  readonly valueMinor: number | null
}

/**
 * How much an incident hurt: hours down × messages × (1 + yearly value / step), rounded down. Downtime × contacts ×
 * value of "What only this console can do" 10. More of any of the three never makes it less.
 */
export function painOf({ downMs, contacts, valueMinor }: Incident, { valueStep }: HandshakeRule): number {
  const hours = Math.max(0, downMs) / HOUR_MS
  const weight = 1 + Math.max(0, valueMinor ?? 0) / 100 / valueStep
  return Math.min(WORST, Math.floor(hours * Math.max(1, contacts) * weight))
}

export const isPainful = (incident: Incident, rule: HandshakeRule): boolean =>
  rule.isOn && painOf(incident, rule) >= rule.painAt

/** The gesture that fits a tier, minor units; null where none is given. Whoever gives it stays within the allowance. */
export function gestureFor(tier: string | null, rule: HandshakeRule): number | null {
  const whole = { silver: rule.gestureSilver, gold: rule.gestureGold, platinum: rule.gesturePlatinum }
  const units = whole[tier?.toLowerCase() as keyof typeof whole] ?? rule.gestureBasic
  return units > 0 ? Math.round(units * 100) : null
}
