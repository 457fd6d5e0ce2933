import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initials } from '../../../shared/rules/initials.ts'
import { isCallTime, localTime } from '../../../shared/rules/local-time.ts'
import { formatMoney } from '../../../shared/rules/money.ts'
import { storableText } from '../../../shared/rules/storable-text.ts'
import { NOW_MS } from '../../support/builders.ts'

describe('local time', () => {
  test('is what the clock says where the customer is', () => {
    expect(localTime({ timeZone: 'Europe/Madrid', nowMs: NOW_MS, locale: 'en-GB' })).toEqual({
      clock: '11:00',
      hour: 11,
      weekday: 1,
    })
    expect(localTime({ timeZone: 'Asia/Kolkata', nowMs: NOW_MS, locale: 'de' })).toMatchObject({
      clock: '15:30',
      hour: 15,
    })
  })

  test('is nothing for a zone or a time that nobody knows', () => {
    for (const timeZone of [null, '', 'Mars/Olympus', 'constructor']) {
      expect(localTime({ timeZone, nowMs: NOW_MS, locale: 'en' })).toBeNull()
    }
    expect(localTime({ timeZone: 'Europe/Madrid', nowMs: Number.NaN, locale: 'en' })).toBeNull()
  })

  test('is told in some language even where the locale is unknown', () => {
    expect(localTime({ timeZone: 'UTC', nowMs: NOW_MS, locale: 'not a locale' })?.hour).toBe(10)
  })

  test('a call disturbs at night and at the weekend', () => {
    expect([
      isCallTime({ clock: '', hour: 9, weekday: 1 }),
      isCallTime({ clock: '', hour: 22, weekday: 1 }),
    ]).toEqual([true, false])
    expect(isCallTime({ clock: '', hour: 12, weekday: 7 })).toBe(false)
  })
})

describe('money', () => {
  test.each([
    [24_900, 'EUR', '€249.00'],
    [24_900, 'JPY', '¥24,900'],
    [24_900, 'KWD', 'KWD 24.900'],
    [-150, 'USD', '-$1.50'],
  ])('%i %s has the decimals of its currency', (minor, currency, expected) => {
    expect(formatMoney({ minor, currency, locale: 'en' }).replaceAll('\u00a0', ' ')).toBe(expected)
  })

  test('an unknown currency is written out as it came', () => {
    expect(formatMoney({ minor: 199, currency: 'coins', locale: 'en' })).toBe('1.99 coins')
    expect(formatMoney({ minor: 199, currency: null, locale: 'en' })).toBe('1.99')
  })
})

describe('initials', () => {
  test.each([
    ['Ana Ruiz', 'AR'],
    ['Ana María Ruiz Vega', 'AV'],
    ['madonna', 'M'],
    ['Élodie Østergård', 'ÉØ'],
    ['山田 太郎', '山'],
    ['김민수', '김'],
    ['  ', '?'],
    ['"Bo" Larsen', 'BL'],
    ['🙂 Kim', 'K'],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })

  test('are never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        expect(initials(name)).not.toBe('')
      }),
    )
  })
})

test('storable text has no NUL and no half surrogate pair, and storable text stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 0xffff })), codes => {
      const stored = storableText(String.fromCharCode(...codes))
      expect(stored).not.toContain('\0')
      expect(new TextDecoder().decode(new TextEncoder().encode(stored))).toBe(stored.replace(/^\uFEFF/, ''))
      expect(storableText(stored)).toBe(stored)
    }),
  )
})
