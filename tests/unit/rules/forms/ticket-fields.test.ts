import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELD_TYPES } from '../../../../shared/domain/forms.ts'
import type { FormField } from '../../../../shared/domain/forms.ts'
import {
  earlyValues,
  fieldsOfKind,
  isEmpty,
  labelOf,
  missingFields,
  otherNames,
  typedOf,
  typeOf,
  valueFrom,
  valueText,
} from '../../../../shared/rules/forms/ticket-fields.ts'

const field = (key: string, changed: Partial<FormField> = {}): FormField => ({
  key,
  label: { en: key.toUpperCase(), de: `${key} auf Deutsch` },
  type: 'text',
  options: [],
  isRequired: false,
  isEarly: false,
  ...changed,
})
const topic = field('topic', {
  type: 'choice',
  isRequired: true,
  isEarly: true,
  options: [
    { key: 'billing', label: { en: 'Billing', de: 'Rechnung' } },
    { key: 'other', label: { en: 'Something else' } },
  ],
})
const component = field('component', { isEarly: true })
const forms = [
  { kind: 'service' as const, items: [topic] },
  { kind: 'support' as const, items: [component] },
]
const words = { language: 'de', yes: 'Ja', no: 'Nein' }

test('a kind of work without a form asks for nothing', () => {
  expect(fieldsOfKind([], 'service')).toEqual([])
  expect(fieldsOfKind(forms, 'support')).toEqual([component])
})

describe('what stands in a field', () => {
  test('is said with the label of its option, and as it is where none fits', () => {
    expect(valueText(topic, 'billing', words)).toBe('Rechnung')
    expect(valueText(topic, 'refunds_2019', words)).toBe('refunds_2019')
    expect(valueText(topic, 'other', words)).toBe('Something else')
    expect(valueText(field('vip', { type: 'yes-no' }), false, words)).toBe('Nein')
  })

  test('"no" and 0 are answers, an empty text is none', () => {
    expect([false, 0, '', '  ', null, undefined].map(isEmpty)).toEqual([false, false, true, true, true, true])
  })

  test('is named by closing when it is needed and not there', () => {
    const needed = [topic, field('vip', { type: 'yes-no', isRequired: true }), component]
    expect(missingFields(needed, { vip: false }).map(({ key }) => key)).toEqual(['topic'])
  })

  test('stays in sight when no form of the kinds asks for it', () => {
    const fields = { topic: 'billing', zendesk: 'x', empty: '', component: 'Till' }
    expect(otherNames(forms, ['service', 'support'], fields)).toEqual(['zendesk'])
    expect(otherNames(forms, ['support'], fields)).toEqual(['topic', 'zendesk'])
    expect(labelOf(forms, 'topic', 'de')).toBe('topic auf Deutsch')
    expect(labelOf(forms, 'zendesk', 'de')).toBeNull()
  })
})

test('a new ticket takes what its kinds ask for at the start, and nothing of another kind', () => {
  const typed = { topic: 'billing', component: 'Till', unknown: 'x' }
  expect(earlyValues(forms, ['service'], { typed })).toEqual({ topic: 'billing' })
  expect(earlyValues(forms, ['service', 'support'], { typed })).toEqual({
    topic: 'billing',
    component: 'Till',
  })
  expect(earlyValues(forms, ['service'], { typed: { topic: ' ' } })).toEqual({})
})

describe('what was typed', () => {
  test('fits its field, or is refused', () => {
    const as = (type: string, typed: string) => valueFrom(field('x', { type }), typed)
    expect([as('number', '12,5'), as('number', '-3'), as('number', 'many')]).toEqual([12.5, -3, undefined])
    expect([as('date', '2026-02-28'), as('date', '28.02.2026')]).toEqual(['2026-02-28', undefined])
    expect([as('yes-no', 'yes'), as('yes-no', 'no'), as('yes-no', 'perhaps')]).toEqual([
      true,
      false,
      undefined,
    ])
    expect([valueFrom(topic, 'billing'), valueFrom(topic, 'sales')]).toEqual(['billing', undefined])
    expect(as('text', '  ')).toBeNull()
  })

  test('a number has decimals as its writer writes them, and thousands apart', () => {
    const from = (mark: string | null, ...written: readonly string[]) =>
      written.map(each => valueFrom(field('x', { type: 'number' }), each, mark))
    expect(from(',', '1,5', '1.5', '1.234', '1.234,5', '-0,25', '12 000')).toEqual([
      1.5, 1.5, 1234, 1234.5, -0.25, 12_000,
    ])
    expect(from('.', '1.5', '1,5', '1,234', '1,234.5', '1’234.5')).toEqual([1.5, 1.5, 1234, 1234.5, 1234.5])
    // Of another system nobody knows how it writes.
    expect(from(null, '1.234', '1,234', '1.234,5')).toEqual([1.234, 1.234, undefined])
    expect(from(',', '1,2,3', '1.23.456', '1e5', '12345678901234567', ',5', '')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      null,
    ])
    expect([typedOf(1.5, ','), typedOf(1.5), typedOf(0.000_000_1, ','), typedOf(12_000, ',')]).toEqual([
      '1,5',
      '1.5',
      '0,0000001',
      '12000',
    ])
  })

  test('a number that was kept comes back as itself, whatever stands before decimals', () => {
    const kept = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6)).map(([n, d]) => n / 10 ** d)
    fc.assert(
      fc.property(kept, fc.constantFrom('.', ','), (value, mark) => {
        const number = field('x', { type: 'number' })
        expect(valueFrom(number, typedOf(value, mark), mark)).toBe(value || 0)
      }),
    )
  })

  test('a type of a newer hub is text', () => {
    expect(typeOf({ type: 'colour' })).toBe('text')
    expect(valueFrom(field('x', { type: 'colour' }), 'red')).toBe('red')
  })

  test('comes back as it was kept, whatever the type', () => {
    const anyField = fc
      .constantFrom(...FIELD_TYPES)
      .map(type => (type === 'choice' ? topic : field('x', { type })))
    fc.assert(
      fc.property(
        anyField,
        fc.oneof(fc.string(), fc.constantFrom('yes', 'no', 'billing', '7', '2026-01-02')),
        (of, typed) => {
          const value = valueFrom(of, typed)
          expect(value === undefined ? undefined : valueFrom(of, typedOf(value))).toEqual(value)
        },
      ),
    )
  })
})
