import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Marks } from '../../../../shared/domain/portrait.ts'
import { finishedMarks, marksDraft } from '../../../../renderer/data/marks.ts'
import { isSensitive, marksRefusal } from '../../../../shared/rules/portrait/marks.ts'

const given: Marks = {
  sensitivity: 'sensitive',
  consent: 'given',
  consentBy: 'Ana Ruiz',
  consentHow: 'on the phone',
  consentAtMs: 1,
}

test('what is sensitive needs the consent, who gave it and how; ordinary words need nothing', () => {
  expect(marksRefusal(given)).toBeNull()
  expect(marksRefusal({ ...given, consent: 'not-asked' })).toBe('needs-consent')
  expect(marksRefusal({ ...given, consent: 'refused' })).toBe('needs-consent')
  expect(marksRefusal({ ...given, consentHow: ' ' })).toBe('needs-record')
  expect(marksRefusal({ ...given, sensitivity: 'ordinary', consent: 'not-asked' })).toBeNull()
  expect(marksRefusal({ ...given, sensitivity: 'of a newer version', consent: 'not-asked' })).toBe(
    'needs-consent',
  )
})

test('words without marks are shown, sensitive ones and those of a newer version are hidden', () => {
  expect(
    [null, { ...given, sensitivity: 'ordinary' }, given, { ...given, sensitivity: 'new' }].map(isSensitive),
  ).toEqual([false, false, true, true])
})

test('a form that says nothing writes nothing, and what was written comes back', () => {
  expect(finishedMarks(marksDraft(null), 5)).toBeNull()
  fc.assert(
    fc.property(
      fc.record({
        sensitivity: fc.constantFrom('ordinary' as const, 'sensitive' as const),
        consent: fc.constantFrom('given' as const, 'refused' as const),
        consentBy: fc.constantFrom('Ana', null),
        consentHow: fc.constantFrom('by mail', null),
        consentAtMs: fc.constantFrom(7, 8),
      }),
      marks => {
        expect(finishedMarks(marksDraft(marks), 5)).toEqual(marks)
      },
    ),
  )
})
