import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  emailKey,
  isSimilarName,
  phoneKey,
  suggestDuplicates,
} from '../../../../shared/rules/merged-people/suggest-duplicates.ts'
import type { Known } from '../../../../shared/rules/merged-people/suggest-duplicates.ts'

const somebody = (id: string, row: Partial<Known> = {}): Known => ({
  id,
  name: 'Ana Ruiz',
  organisationId: null,
  emails: [],
  phones: [],
  ...row,
})

test.each([
  ['Ana Ruiz', 'ana  ruiz', true],
  ['Ana Ruiz', 'Ruiz, Ana', true],
  ['Ana Ruiz', 'A. Ruiz', true],
  ['José Núñez', 'Jose Nunez', true],
  ['Ana María Ruiz', 'Ana M. Ruiz', true],
  ['A. R.', 'Ana Ruiz', false],
  ['Ana Ruiz', 'Ana Rius', false],
  ['Ana Ruiz', 'Eva Ruiz', false],
  ['Ana Ana', 'Ana Eva', false],
  ['Ruiz', 'Ruiz', false],
  ['', '', false],
])('%s and %s: similar %s', (one, other, isSimilar) => {
  expect(isSimilarName(one, other)).toBe(isSimilar)
  expect(isSimilarName(other, one)).toBe(isSimilar)
})

test('numbers are compared by their last digits, addresses without case; shared ones say nothing', () => {
  expect(phoneKey('+34 600 11 22 33')).toBe(phoneKey('600112233'))
  expect(phoneKey('٦٠٠١١٢٢٣٣')).toBe(phoneKey('600-112-233'))
  expect(phoneKey('112')).toBeNull()
  expect(emailKey(' Ana@Norte.example')).toBe('ana@norte.example')
  expect(emailKey('info@norte.example')).toBeNull()
  expect(emailKey('not an address')).toBeNull()
})

test('an address says more than a number, a number more than a name, and a name only among colleagues', () => {
  const ana = somebody('1', {
    organisationId: 'norte',
    emails: ['ana@norte.example'],
    phones: ['+34 600 11 22 33'],
  })
  const found = suggestDuplicates(ana, [
    ana,
    somebody('2', { organisationId: 'norte', name: 'A. Ruiz' }),
    somebody('3', { name: 'Ana Ruiz' }),
    somebody('4', { name: 'Front desk', phones: ['600112233'] }),
    somebody('5', { name: 'ana', emails: ['ANA@norte.example'] }),
    somebody('6', { organisationId: 'norte', name: 'Eva Ruiz' }),
  ])
  expect(found.map(({ id, reasons }) => [id, reasons.map(({ kind }) => kind)])).toEqual([
    ['5', ['email']],
    ['4', ['phone']],
    ['2', ['name']],
  ])
})

test('is total, never suggests somebody to themselves, and sees the same from both sides', () => {
  const known = fc.record<Known>({
    id: fc.constantFrom('1', '2', '3'),
    name: fc.oneof(fc.string(), fc.constantFrom('Ana Ruiz', 'A Ruiz', 'Ruiz Ana')),
    organisationId: fc.option(fc.constantFrom('norte', 'sur')),
    emails: fc.array(fc.oneof(fc.string(), fc.constantFrom('a@b.example', 'A@B.example')), { maxLength: 2 }),
    phones: fc.array(fc.oneof(fc.string(), fc.constantFrom('600112233', '+34 600 112 233')), {
      maxLength: 2,
    }),
  })
  fc.assert(
    fc.property(known, known, (one, other) => {
      const there = suggestDuplicates(one, [other])
      const back = suggestDuplicates(other, [one])
      expect(there.length).toBe(back.length)
      if (one.id === other.id) expect(there).toEqual([])
    }),
  )
})
