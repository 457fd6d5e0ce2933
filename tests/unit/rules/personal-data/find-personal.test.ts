import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findPersonal,
  isAskedAbout,
  NOTHING_KNOWN,
  reachesIn,
  takeOut,
} from '../../../../shared/rules/personal-data/find-personal.ts'
import type { KnownData } from '../../../../shared/rules/personal-data/find-personal.ts'
import { isIban } from '../../../../shared/rules/personal-data/payment.ts'

const found = (text: string, known: Partial<KnownData> = {}): readonly (readonly [string, string])[] =>
  findPersonal(text, { ...NOTHING_KNOWN, ...known }).map(({ kind, words }) => [kind, words] as const)

test.each([
  ['card', 'We refund it to 4111 1111 1111 1111 today.', '4111 1111 1111 1111'],
  ['card', 'your card 5500-0055-5555-5559 was declined', '5500-0055-5555-5559'],
  ['card', 'Amex 3782 822463 10005.', '3782 822463 10005'],
  ['iban', 'auf DE89 3704 0044 0532 0130 00 überwiesen', 'DE89 3704 0044 0532 0130 00'],
  ['iban', 'IBAN ES9121000418450200051332', 'ES9121000418450200051332'],
  ['secret', 'Your new password is Blue7!sky.', 'Blue7!sky'],
  ['secret', 'Ihr Kennwort lautet: Sommer2026', 'Sommer2026'],
  ['secret', 'La contraseña es gato_77', 'gato_77'],
  ['secret', 'le mot de passe : Chat88', 'Chat88'],
  ['secret', 'a senha é Lua99x', 'Lua99x'],
  ['secret', 'The PIN is 4821, the rest you know', '4821'],
  ['secret', 'use sk_live_abcdEFGH1234 for it', 'sk_live_abcdEFGH1234'],
  ['secret', 'Authorization: Bearer abc.def-123456 ok', 'abc.def-123456'],
  ['identity', 'your number 536-22-1234 is on file', '536-22-1234'],
  ['identity', 'DNI 12345678Z', '12345678Z'],
  ['identity', 'CPF 529.982.247-25', '529.982.247-25'],
  ['identity', 'Passport no. C01X00T47', 'C01X00T47'],
])('finds %s in “%s”', (kind, text, words) => expect(found(text)).toEqual([[kind, words]]))

test.each([
  'Your order 7719 of 2026-11-23 was shipped with DHL, tracking 00340434161094042557.',
  'Die Sendungsnummer ist 4111 1111 1111 1111.',
  'Order 4111111111111111 is on its way.',
  'IMEI: 356938035643809',
  'It costs 1.249,00 € or 1 234 567.89 USD; version 8.2.1 of 23.11.2026 10:42:17.',
  'Invoice RE-2026-000123456789, ticket #48213, serial P40-2231-0098-4417.',
  'Use https://example.com/reset?token=abcDEF123456&card=4111111111111111 within an hour.',
  'Password: please choose a new one. The password is case-sensitive, the token expired.',
  'Your password: 8-12 characters. The secret: patience.',
  'The sum of the file is d41d8cd98f00b204e9800998ecf8427e.',
  'Call me at +34 910 555 0143 or write to help@norte.example.',
  'Two-factor: the PIN is sent to you. The pin is bent.',
  'DE89 3704 0044 0532 0130 01 has a typing error and is no account.',
])('says nothing of “%s”', text => expect(found(text)).toEqual([]))

test('what the canned words of the team say is the house’s own', () => {
  const text = 'Please pay to DE89370400440532013000.'
  expect(found(text, { house: ['Our account: DE89 3704 0044 0532 0130 00'] })).toEqual([])
})

test('names whose address or number it is, and says nothing of those it was not told about', () => {
  const text = 'Ask Bo: bo@larsen.example, +45 20 12 34 56, or me: ana@ruiz.example.'
  expect(reachesIn(text)).toEqual({
    emails: ['bo@larsen.example', 'ana@ruiz.example'],
    phones: ['+45 20 12 34 56'],
  })
  const others = [
    { value: 'bo@larsen.example', name: 'Bo Larsen' },
    { value: '+45 20 12 34 56', name: 'Bo Larsen' },
  ]
  expect(findPersonal(text, { ...NOTHING_KNOWN, others })).toMatchObject([
    { kind: 'someone', words: 'bo@larsen.example', whose: 'Bo Larsen' },
    { kind: 'someone', words: '+45 20 12 34 56', whose: 'Bo Larsen' },
  ])
})

test('cites the sentence that says what was told in confidence, in any form of its words', () => {
  const sensitive = ['Reads with a screen reader']
  expect(found('Hello. As you read with a screen reader, here is a text. Bye.', { sensitive })).toEqual([
    ['sensitive', 'As you read with a screen reader, here is a text.'],
  ])
  expect(found('Please read the screen again.', { sensitive })).toEqual([])
})

test('taking out leaves the end of a card or account and nothing of the rest', () => {
  const text = 'Card 4111 1111 1111 1111, password: Blue7sky, IBAN DE89 3704 0044 0532 0130 00.'
  expect(takeOut(text, findPersonal(text))).toBe('Card …1111, password: , IBAN …3000.')
  expect(findPersonal(text).every(isAskedAbout)).toBe(true)
})

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))
const luhnEnd = (body: string): string => {
  const sum = Array.from(body)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return body + String((10 - (sum % 10)) % 10)
}
const card = digits(14).map(rest => luhnEnd(`4${rest}`))
const iban = digits(18).map(body => {
  const rest = BigInt(`${body}131400`) % 97n
  return `DE${String(98n - rest).padStart(2, '0')}${body}`
})

test('every card is found, bare and in fours, and with any other last digit none is', () => {
  fc.assert(
    fc.property(card, fc.integer({ min: 1, max: 9 }), (number, off) => {
      const fours = number.match(/.{4}/gu)?.join(' ') ?? ''
      expect(found(`Card: ${number}.`)).toEqual([['card', number]])
      expect(found(`Card: ${fours}.`)).toEqual([['card', fours]])
      const wrong = number.slice(0, -1) + String((Number(number.at(-1)) + off) % 10)
      expect(found(`Card: ${wrong}.`)).toEqual([])
    }),
  )
})

test('every account number is found, and with any other digit none is', () => {
  fc.assert(
    fc.property(iban, fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 9 }), (number, at, off) => {
      expect(isIban(number)).toBe(true)
      expect(found(`to ${number} today`)).toEqual([['iban', number]])
      const digit = String((Number(number[at]) + off) % 10)
      expect(isIban(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false)
    }),
  )
})

const dated = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .chain(date => {
    const iso = date.toISOString()
    return fc.constantFrom(
      iso,
      iso.slice(0, 10),
      iso.slice(0, 10).split('-').toReversed().join('.'),
      iso.slice(0, 10).replaceAll('-', '/'),
    )
  })
const harmless = fc.oneof(
  dated.map(date => `on ${date}`),
  fc.integer({ min: 1, max: 999_999_999 }).map(number => `order ${number}`),
  digits(20).map(number => `tracking ${number}`),
  fc.tuple(digits(2), digits(9)).map(([, number]) => `parcel JD${number}DE`),
  fc.integer({ min: 0, max: 9_999_999 }).map(cents => `${(cents / 100).toFixed(2)} €`),
  fc.constantFrom('thank you', 'we will call', 'ana@ruiz.example', 'version 8.2.1', 'until 17:00'),
)

test('dates, amounts, order and tracking numbers and the receiver’s own address raise no alarm', () => {
  fc.assert(
    fc.property(fc.array(harmless, { maxLength: 12 }), parts => {
      expect(found(parts.join(', '))).toEqual([])
    }),
  )
})

test('whatever stands in a text: findings cite it, lie apart, and taken out are gone', () => {
  const piece = fc.oneof(
    harmless,
    card,
    iban,
    fc.constantFrom('password: Blue7sky', 'PIN is 4821', '\n', '536-22-1234'),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), parts => {
      const text = parts.join(' ')
      const findings = findPersonal(text)
      for (const { at, words } of findings) expect(text.slice(at, at + words.length)).toBe(words)
      const inPlace = findings.toSorted((a, b) => a.at - b.at)
      inPlace.slice(1).forEach((each, index) => {
        const before = inPlace[index]
        expect(each.at).toBeGreaterThanOrEqual((before?.at ?? 0) + (before?.words.length ?? 0))
      })
      const left = takeOut(text, findings)
      for (const { words } of findings)
        expect(findPersonal(left).map(each => each.words)).not.toContain(words)
    }),
  )
})
