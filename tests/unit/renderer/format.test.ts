import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  ago,
  calendarDate,
  dayLabel,
  decimalMark,
  fileSize,
  money,
  quoted,
  roughMoney,
  span,
} from '../../../renderer/lib/format.ts'
import { customerTime } from '../../../renderer/lib/customer-time.ts'
import { inWords, orderInWords } from '../../../renderer/lib/engine-dates.ts'
import { isRisky } from '../../../renderer/lib/files.ts'
import {
  fromInput,
  nextMonday,
  thisEvening,
  toInput,
  tomorrowMorning,
} from '../../../renderer/lib/moments.ts'
import { startI18n } from '../../../renderer/i18n.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const now = new Date(2026, 10, 24, 11, 11).getTime()

beforeAll(() => startI18n('en'))

describe('time', () => {
  test('a length of time has one or two units', () => {
    expect([9 * MINUTE, 65 * MINUTE, 2 * HOUR, 3 * DAY + 20 * HOUR].map(span)).toEqual([
      '9 m',
      '1 h 05',
      '2 h',
      '3 d 20 h',
    ])
  })

  test('how long ago has one', () => {
    expect([20_000, 9 * MINUTE, 3 * HOUR, 2 * DAY].map(passed => ago(now - passed, now))).toEqual([
      'now',
      '9 m',
      '3 h',
      '2 d',
    ])
  })

  test('a day is named as near as it is', () => {
    expect(dayLabel(now, now)).toBe('')
    expect(dayLabel(now - 3 * DAY, now)).toBe('Sat')
    expect(dayLabel(new Date(2024, 9, 28).getTime(), now)).toMatch(/2024/u)
  })

  test('a day on record has its year, however near it is', () => {
    expect(calendarDate(now)).toMatch(/2026/u)
  })

  test("the customer's clock says its city, and whether it is the agent's own time", () => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
    expect(customerTime(own, now)).toMatchObject({ isSameAsHere: true })
    expect(customerTime('Pacific/Kiritimati', now)).toMatchObject({ city: 'Kiritimati', isSameAsHere: false })
    expect(customerTime('Nowhere/At_All', now)).toBeNull()
  })
})

describe('moments to choose from', () => {
  test('lie in the future, at hours people mean', () => {
    expect(new Date(tomorrowMorning(now)).toString()).toContain('Nov 25 2026 09:00')
    expect(new Date(thisEvening(now)).toString()).toContain('Nov 24 2026 18:00')
    expect(new Date(thisEvening(now + 7 * HOUR)).toString()).toContain('Nov 25 2026 18:00')
    expect(new Date(nextMonday(now)).toString()).toContain('Mon Nov 30 2026')
    expect(nextMonday(new Date(2026, 10, 30, 8).getTime())).toBe(new Date(2026, 11, 7, 9).getTime())
  })

  test('go into a field and come back', () => {
    expect(fromInput(toInput(now))).toBe(now)
    expect(fromInput('')).toBeNull()
  })
})

describe('numbers', () => {
  test('money has as many decimals as its currency', () => {
    expect(money(24_900, 'EUR')).toMatch(/249/u)
    expect(money(24_950, 'EUR')).toMatch(/249.50/u)
    expect(money(500, 'JPY')).toMatch(/500/u)
    expect(money(1_000, 'nonsense')).toContain('nonsense')
  })

  test('what is written for the decimals is what the agent reads', () => {
    expect(money(24_950, 'EUR')).toContain(`249${decimalMark()}50`)
  })

  test('rough money is short, and without decimals where the language shortens nothing', async () => {
    expect(roughMoney(844_000, 'EUR')).toBe('€8.4K')
    expect(roughMoney(52_840, 'EUR')).toBe('€528')
    await i18next.changeLanguage('de')
    expect([844_050, 99_270].map(minor => roughMoney(minor, 'EUR'))).toEqual(['8.441\u00a0€', '993\u00a0€'])
    expect([decimalMark(), quoted('Ja')]).toEqual([',', '„Ja“'])
    await i18next.changeLanguage('en')
    expect(quoted('Yes')).toBe('“Yes”')
  })

  test('files have the largest unit that fits', () => {
    expect([0, 999, 48_213, 1_048_213].map(fileSize)).toEqual(['0 byte', '999 byte', '48.2 kB', '1 MB'])
  })
})

test.each([
  ['invoice.pdf.exe', true],
  ['invoice\u202Efdp.exe', true],
  ['photo\u202Egpj.', true],
  ['invoice.pdf', false],
  ['notes.txt', false],
])('%j can be a program: %j', (name, expected) => {
  expect(isRisky(name)).toBe(expected)
})

test('a field for a day says it in words only where the engine writes another language', async () => {
  const engine = new Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2)
  const other = engine === 'de' ? 'en' : 'de'
  await i18next.changeLanguage(other)
  expect(inWords(now, false)).toMatch(other === 'de' ? /Dienstag, 24. November 2026/u : /Tuesday/u)
  expect(inWords(now, true)).toContain('11:11')
  expect(inWords(null, true)).toBeNull()
  const named = other === 'de' ? ['Jahr', 'Monat', 'Tag'] : ['day', 'month', 'year']
  expect(orderInWords(false)?.split(' · ').toSorted()).toEqual(named)
  expect(orderInWords(true)?.split(' · ')).toHaveLength(5)
  await i18next.changeLanguage(engine)
  expect(inWords(now, false)).toBeNull()
  expect(orderInWords(false)).toBeNull()
  await i18next.changeLanguage('en')
})
