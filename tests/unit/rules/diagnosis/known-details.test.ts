import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnosis } from '../../../../shared/domain/diagnosis.ts'
import { DETAIL_PLACES } from '../../../../shared/domain/guides.ts'
import type { RequiredDetail } from '../../../../shared/domain/guides.ts'
import { detailsFor, detailStates, localWords } from '../../../../shared/rules/diagnosis/known-details.ts'
import type { DetailFacts } from '../../../../shared/rules/diagnosis/known-details.ts'
import { sampleRow } from '../../../support/sample-row.ts'

const detail = (key: string, from: string | null): RequiredDetail => ({
  key,
  label: { en: key },
  question: { en: `What about ${key}?`, de: `Was ist mit ${key}?` },
  from,
})
const diagnosis = (fields: Partial<Diagnosis> = {}): Diagnosis => ({
  ...sampleRow('diagnoses'),
  symptom: '',
  environment: {},
  ...fields,
})
const nothing: DetailFacts = { diagnosis: null, asset: null, entries: [] }
const scanner = { name: 'P40', version: '2.1', serial: null, environment: { connection: 'USB' } }

test('each detail is read where it stands', () => {
  const facts = {
    diagnosis: diagnosis({ symptom: 'blinks', frequency: 'always' }),
    asset: scanner,
    entries: [],
  }
  const places = ['symptom', 'frequency', 'version', 'serial', 'environment.connection', 'firstSeen']
  const states = detailStates(
    places.map(place => detail(place, place)),
    facts,
  )
  expect(states.map(({ value }) => value)).toEqual(['blinks', 'always', '2.1', null, 'USB', null])
})

test('an answer makes a detail known, by its key or by the question as it was put into a reply', () => {
  const entry = { kind: 'asked' as const, outcome: null, atMs: 5 }
  const items = [detail('till', null), detail('cable', null), detail('light', null)]
  const entries = [
    { ...entry, words: 'the till?', detailKey: 'till', outcome: '8.2' },
    { ...entry, words: 'WAS ist mit cable?', detailKey: null },
  ]
  const states = detailStates(items, { ...nothing, entries })
  expect(states.map(({ value, askedAtMs }) => [value, askedAtMs])).toEqual([
    ['8.2', null],
    [null, 5],
    [null, null],
  ])
})

test('a product has its own list; the general one is for the others', () => {
  const [own, general] = [[detail('own', null)], [detail('general', null)]]
  const lists = [
    { products: ['P40'], items: own },
    { products: [], items: general },
  ]
  expect(detailsFor(lists, 'P40')).toBe(own)
  expect(detailsFor(lists, 'L20')).toBe(general)
  expect(detailsFor(lists, null)).toBe(general)
  expect(detailsFor([], 'P40')).toEqual([])
})

test('words come in the language wanted, else in English', () => {
  expect(localWords({ en: 'a', de: 'b' }, 'de-AT')).toBe('b')
  expect(localWords({ en: 'a', de: 'b' }, 'pl')).toBe('a')
  expect(localWords({ de: 'b' }, null)).toBe('b')
  expect(localWords({}, 'de')).toBeNull()
})

test('nothing that is known becomes unknown by learning more, whatever the places are', () => {
  const place = fc.option(fc.oneof(fc.constantFrom(...DETAIL_PLACES), fc.string()), { nil: null })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 8 }), fc.boolean(), (places, hasAsset) => {
      const items = places.map((from, index) => detail(`d${index}`, from))
      const less = { ...nothing, asset: hasAsset ? scanner : null }
      const more = { ...less, diagnosis: diagnosis({ symptom: 'blinks', errorCode: 'E-1' }) }
      const known = (facts: DetailFacts) => detailStates(items, facts).map(({ value }) => value !== null)
      const [before, after] = [known(less), known(more)]
      expect(before.every((isKnown, index) => !isKnown || after[index] === true)).toBe(true)
      expect(after).toHaveLength(items.length)
    }),
  )
})
