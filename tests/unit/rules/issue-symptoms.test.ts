import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issueSymptoms } from '../../../shared/rules/issue-symptoms.ts'

const ana = { name: 'Ana Ruiz', organisation: 'Librería Faro' }

test('the fault stays, and whoever has it goes', () => {
  const mail = [
    'The scanner of ana ruiz does not pair, it says E-310. Call me: +34 600 123 456.',
    '',
    'Ana Ruiz',
    'Libreria Faro',
    '',
    '> Which version is it?',
  ].join('\n')
  expect(issueSymptoms(mail, ana)).toBe(
    'The scanner of [word] does not pair, it says E-310. Call me: [phone].',
  )
})

test('a signature with a farewell goes too, and somebody without a name loses nothing', () => {
  expect(issueSymptoms('It stops at 80 %.\n\nKind regards\nAna\nLibrería Faro', ana)).toBe(
    'It stops at 80 %.',
  )
  expect(issueSymptoms('It stops.', { name: '', organisation: null })).toBe('It stops.')
})

test('no text makes it fail or grow beyond what the register takes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 5_000 }), text => {
      expect(issueSymptoms(text, ana).length).toBeLessThanOrEqual(2_000)
    }),
    { numRuns: 50 },
  )
})
