import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepIdentity } from '../../../renderer/data/keep-identity.ts'

describe('keepIdentity', () => {
  test('the same rows in another order stay the same objects', () => {
    const before = [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ]
    const after = keepIdentity(before, [
      { id: 'b', n: 2 },
      { id: 'a', n: 1 },
      { id: 'c', n: 3 },
    ])

    expect(after[0]).toBe(before[1])
    expect(after[1]).toBe(before[0])
  })

  test('a row that changed is new, its unchanged parts are not', () => {
    const before = { id: 'a', tags: ['x'], state: 'open' }
    const after = keepIdentity(before, { id: 'a', tags: ['x'], state: 'solved' })

    expect(after).not.toBe(before)
    expect(after.tags).toBe(before.tags)
  })

  test('a key that is gone makes a difference', () => {
    const before: { a: number; b?: number } = { a: 1, b: 2 }
    expect(keepIdentity(before, { a: 1 })).toEqual({ a: 1 })
  })

  test('a key that is called as what objects are made from is a key like others', () => {
    const next: unknown = JSON.parse('{"__proto__":{"a":1}}')
    expect(Object.keys(keepIdentity({}, next) as object)).toEqual(['__proto__'])
    expect(keepIdentity({}, JSON.parse('{"__proto__":{}}') as unknown)).not.toBe(Object.prototype)
  })

  test('the result always says the same as the new value, and is the old object when nothing changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (previous, next) => {
        expect(keepIdentity(previous, next)).toEqual(next)
        expect(keepIdentity(next, structuredClone(next))).toBe(next)
      }),
    )
  })
})
