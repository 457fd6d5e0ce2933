import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyedValue, withKeyed } from '../../../../shared/mutations/parts/keyed-fields.ts'
import { environmentName, environmentNames } from '../../../../shared/rules/diagnosis/environment-names.ts'

const list = (products: readonly string[], places: readonly (string | null)[]) => ({
  products: [...products],
  items: places.map((from, index) => ({ key: `k${index}`, label: { en: `L${index}` }, question: {}, from })),
})

test('what has to be known of a product comes first, then what is known besides', () => {
  const lists = [list([], ['environment.os']), list(['P40'], ['version', 'environment.router', null])]
  expect(environmentNames(lists, 'P40', { shop: 'Third', router: 'Fritz' })).toEqual([
    { name: 'router', label: { en: 'L1' } },
    { name: 'shop', label: null },
  ])
  expect(environmentNames(lists, null, {})).toEqual([{ name: 'os', label: { en: 'L0' } }])
})

test('a place without a name is none', () => {
  expect([environmentName('environment.'), environmentName('version'), environmentName(null)]).toEqual([
    null,
    null,
    null,
  ])
})

const fields = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string({ minLength: 1 }), fc.integer()))

test('a value written under a name stands there, and all others as before', () => {
  fc.assert(
    fc.property(fields, fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (before, name, value) => {
      const after = withKeyed(before, [{ name, value }])
      expect(keyedValue(after, name)).toBe(value)
      for (const other of Object.keys(before).filter(each => each !== name))
        expect(keyedValue(after, other)).toBe(keyedValue(before, other))
      expect(keyedValue(withKeyed(after, [{ name, value: null }]), name)).toBeNull()
    }),
  )
})
