import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inWorkingDays } from '../../../../shared/rules/experience/in-working-days.ts'
import {
  gestureFor,
  HANDSHAKE_DEFAULTS,
  handshakeRule,
  isPainful,
  painOf,
} from '../../../../shared/rules/experience/painful.ts'
import { silenceOf } from '../../../../shared/rules/experience/silence.ts'
import { aThread } from '../../../support/builders.ts'

const HOUR_MS = 3_600_000
const rule = HANDSHAKE_DEFAULTS
const incident = (hours: number, contacts: number, value: number | null = null) => ({
  downMs: hours * HOUR_MS,
  contacts,
  valueMinor: value === null ? null : value * 100,
})

describe('a painful incident', () => {
  test.each([
    [incident(1, 2), 2, false],
    [incident(6, 4), 24, true],
    [incident(6, 4, 5_000), 48, true],
    [incident(3, 4), 12, false],
    [incident(3, 4, 5_000), 24, true],
    [incident(30, 0), 30, true],
  ])('%o has a score of %i', (facts, score, painful) => {
    expect(painOf(facts, rule)).toBe(score)
    expect(isPainful(facts, rule)).toBe(painful)
    expect(isPainful(facts, { ...rule, isOn: false })).toBe(false)
  })

  test('more downtime, more messages or a higher value never hurts less', () => {
    const some = fc.record({
      hours: fc.integer({ min: 0, max: 500 }),
      contacts: fc.integer({ min: 0, max: 60 }),
      value: fc.option(fc.integer({ min: 0, max: 100_000 })),
    })
    const grown = fc.record({
      hours: fc.nat(100),
      contacts: fc.nat(20),
      value: fc.nat(20_000),
    })
    fc.assert(
      fc.property(some, grown, ({ hours, contacts, value }, more) => {
        const less = painOf(incident(hours, contacts, value), rule)
        const bigger = incident(hours + more.hours, contacts + more.contacts, (value ?? 0) + more.value)
        expect(painOf(bigger, rule)).toBeGreaterThanOrEqual(less)
        expect(less).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('the gesture goes by tier, whatever its case, and may be none', () => {
    expect(gestureFor('Gold', rule)).toBe(3_000)
    expect(gestureFor('platinum', rule)).toBe(5_000)
    expect(gestureFor(null, rule)).toBe(1_000)
    expect(gestureFor('bronze', { ...rule, gestureBasic: 0 })).toBeNull()
    expect(handshakeRule({ painAt: -5, gestureGold: 'much' })).toMatchObject({ painAt: 1, gestureGold: 30 })
  })
})

describe('working days', () => {
  const friday = Date.UTC(2025, 2, 7, 15)
  test('pass over the weekend', () => {
    expect(inWorkingDays(friday, 1)).toBe(Date.UTC(2025, 2, 10, 15))
    expect(inWorkingDays(friday, 2)).toBe(Date.UTC(2025, 2, 11, 15))
    expect(inWorkingDays(Date.UTC(2025, 2, 8, 9), 0)).toBe(Date.UTC(2025, 2, 10, 9))
    expect(inWorkingDays(Date.UTC(2025, 2, 3, 9), 0)).toBe(Date.UTC(2025, 2, 3, 9))
  })
})

describe('silence', () => {
  const incidentThread = aThread({ kind: 'support', state: 'open' })
  test('nothing is asked while support works or something is down, and not a moment longer is kept silent', () => {
    expect(silenceOf({ threads: [], down: [] })).toBeNull()
    expect(silenceOf({ threads: [incidentThread], down: [] })).toEqual({
      because: 'incident',
      id: incidentThread.ticketId,
    })
    expect(silenceOf({ threads: [], down: [{ id: 'a1' }] })).toEqual({ because: 'down', id: 'a1' })
    const over = [
      aThread({ kind: 'support', state: 'solved', solvedAtMs: 1 }),
      aThread({ kind: 'support', state: 'closed', solvedAtMs: null }),
      aThread({ kind: 'support', state: 'pending', restoredAtMs: 1 }),
      aThread({ kind: 'service', state: 'open' }),
    ]
    expect(silenceOf({ threads: over, down: [] })).toBeNull()
    expect(silenceOf({ threads: [...over, incidentThread], down: [] })).not.toBeNull()
  })
})
