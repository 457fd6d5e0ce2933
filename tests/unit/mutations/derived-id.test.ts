import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, RowId } from '../../../shared/domain/ids.ts'
import { derivedIdOf } from '../../../shared/mutations/decide.ts'
import { NOW_MS } from '../../support/builders.ts'

const mutationId = fc
  .array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 4, maxLength: 4 })
  .map(numbers => {
    let next = 0
    return newId(NOW_MS, () => numbers[next++ % numbers.length] ?? 0)
  })

test('derived ids are UUIDv7 with the time of their mutation, the same on every side', () => {
  fc.assert(
    fc.property(mutationId, fc.nat({ max: 50 }), (id, index) => {
      const derived = derivedIdOf(id)(index)
      expect(RowId.safeParse(derived).success).toBe(true)
      expect(derived.slice(0, 13)).toBe(id.slice(0, 13))
      expect(derivedIdOf(id)(index)).toBe(derived)
    }),
  )
})

test('ids derived by many mutations of one millisecond never meet', () => {
  let state = 1
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
  const made = new Set<string>()
  for (let mutation = 0; mutation < 20_000; mutation += 1) {
    const derived = derivedIdOf(newId(NOW_MS, random))
    for (let index = 0; index < 12; index += 1) made.add(derived(index))
  }
  expect(made.size).toBe(20_000 * 12)
})
