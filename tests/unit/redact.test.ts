import { expect, test } from 'vitest'
import { redact, redactFacts } from '../../shared/redact.ts'
import { idOf } from '../support/builders.ts'

test.each([
  ['an address', 'from ana.ruiz@norte.example', 'from [e-mail]'],
  ['an international address', 'from jörg@bücher.example', 'from [e-mail]'],
  ['a bearer header', 'authorization: Bearer abc.def-123', 'authorization: Bearer [token]'],
  ['a signed token', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln back', 'got [token] back'],
  ['credentials in an address', 'https://lena:pa55@hub.example/x', 'https://[login]@hub.example/x'],
  ['a token in a query', '/v1/live?token=abc&cursor=9', '/v1/live?token=[token]&cursor=9'],
  ['the owner of a home folder', 'in /home/lena/.config', 'in /home/[user]/.config'],
  ['a hash', `blob ${'ab12'.repeat(16)}`, 'blob [key]'],
  ['a telephone number', 'called +49 30 901820-11', 'called [number]'],
  ['a telephone number in brackets', 'called (030) 901820', 'called [number]'],
  ['a card number', 'card 4111 1111 1111 1111', 'card [number]'],
  ['a card number without spaces', 'card 4111111111111111', 'card [number]'],
  ['an account', 'to DE89 3704 0044 0532 0130 00', 'to [account]'],
])('%s is taken out', (_what, text, expected) => {
  expect(redact(text)).toBe(expected)
})

test.each([
  ['an id', `row ${idOf(7)} changed`],
  ['a count', '12345 rows in 678 ms'],
  ['a time in ms', 'at 1741000000000'],
  ['a date', 'since 2025-03-03'],
  ['an address of a machine', 'listening on 127.0.0.1'],
  ['a version', 'console 0.12.103'],
  ['a code', 'E-1042'],
])('%s stays, because a log without it helps nobody', (_what, text) => {
  expect(redact(text)).toBe(text)
})

test('facts with the name of a secret lose their value, numbers and codes stay', () => {
  expect(
    redactFacts({
      accessToken: 'abc',
      password: 'x',
      rows: 5,
      code: 'offline',
      who: 'ana@norte.example',
      at: null,
    }),
  ).toEqual({
    accessToken: '[secret]',
    password: '[secret]',
    rows: 5,
    code: 'offline',
    who: '[e-mail]',
    at: null,
  })
})

test('redacting twice changes nothing more', () => {
  const text = `Bearer abc ana@norte.example +49 30 901820 ${idOf(7)}`
  expect(redact(redact(text))).toBe(redact(text))
})
