import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIELD_TYPES } from '../../../../shared/domain/forms.ts'
import { FormArgs } from '../../../../shared/mutations/parts/form-args.ts'
import {
  finishedFields,
  freshField,
  freshOption,
  isWhole,
  withLabel,
  withType,
} from '../../../../shared/rules/forms/edit-form.ts'

test('a field without a name, and a choice without anything to choose from, is not finished', () => {
  const named = { ...freshField(), label: { de: 'Thema' } }
  expect([isWhole(freshField()), isWhole(named), isWhole(withType(named, 'choice'))]).toEqual([
    false,
    true,
    false,
  ])
  const chosen = { ...withType(named, 'choice'), options: [{ ...freshOption(), label: { en: 'Billing' } }] }
  expect(isWhole(chosen)).toBe(true)
  expect(withType(chosen, 'text').options).toEqual([])
})

test('words of one language are changed, the others left alone', () => {
  expect(withLabel({ en: 'Topic' }, 'de', 'Thema')).toEqual({ en: 'Topic', de: 'Thema' })
  expect(withLabel({ en: 'Topic', de: 'Thema' }, 'de', ' ')).toEqual({ en: 'Topic' })
})

test('what has a key keeps it, whatever it is called now', () => {
  const before = { ...freshField(), key: 'topic', label: { en: 'Subject matter' } }
  const added = { ...freshField(), label: { en: 'Topic' } }
  expect(finishedFields([added, before]).map(({ key }) => key)).toEqual(['topic-2', 'topic'])
})

const label = fc.dictionary(fc.constantFrom('en', 'de', 'ar'), fc.string({ minLength: 1, maxLength: 30 }))
const option = label.map(words => ({ ...freshOption(), label: words }))
const field = fc
  .record({ label, type: fc.constantFrom(...FIELD_TYPES), options: fc.array(option, { maxLength: 4 }) })
  .map(changed => ({
    ...freshField(),
    ...changed,
    options: changed.type === 'choice' ? changed.options : [],
  }))

test('what is whole can be saved, with a key for everything', () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 6 }), fields => {
      const items = finishedFields(fields.filter(isWhole))
      expect(FormArgs.safeParse({ kind: 'service', items }).success).toBe(true)
    }),
  )
})
