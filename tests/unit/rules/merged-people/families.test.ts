import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomerId } from '../../../../shared/domain/ids.ts'
import {
  familyOf,
  isSamePerson,
  leadsTo,
  mergeRefusal,
  rootOf,
} from '../../../../shared/rules/merged-people/families.ts'
import type { Merged } from '../../../../shared/rules/merged-people/families.ts'

type Into = Map<string, string | null>
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const everybody = (): Into => new Map(NAMES.map(name => [name, null]))
const row = (into: Into, id: string): Merged => ({
  id: id as CustomerId,
  mergedIntoId: (into.get(id) ?? null) as CustomerId | null,
})

/** As the hub does it: refused or done, by what the two records and the one above say. */
function merge(into: Into, id: string, target: string): boolean {
  const above = into.get(target)
  const refusal = mergeRefusal({
    customer: row(into, id),
    into: row(into, target),
    above: typeof above === 'string' ? row(into, above) : null,
  })
  if (refusal === null) into.set(id, target)
  return refusal === null
}

type Act = { readonly id: string; readonly into: string | null }
const acts = fc.array(
  fc.record<Act>({ id: fc.constantFrom(...NAMES), into: fc.option(fc.constantFrom(...NAMES)) }),
  { maxLength: 40 },
)
const play = (list: readonly Act[], into: Into = everybody()): Into => {
  for (const { id, into: target } of list) {
    if (target === null) into.set(id, null)
    else merge(into, id, target)
  }
  return into
}

test('any order of merges and separations closes no circle', () => {
  fc.assert(
    fc.property(acts, list => {
      const into = play(list)
      for (const name of NAMES) expect(into.get(rootOf(name, into))).toBeNull()
    }),
  )
})

test('a merge that is taken back leaves exactly what was there', () => {
  fc.assert(
    fc.property(acts, fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), (list, id, target) => {
      const into = play(list)
      const before = new Map(into)
      const was = into.get(id) ?? null
      if (merge(into, id, target)) into.set(id, was)
      expect(into).toEqual(before)
    }),
  )
})

test('a family is one whoever is asked, and everybody is in exactly one', () => {
  fc.assert(
    fc.property(acts, list => {
      const into = play(list)
      for (const name of NAMES) {
        const family = familyOf(name, into)
        expect(family).toContain(name)
        for (const member of family) {
          expect(familyOf(member, into)).toEqual(family)
          expect(rootOf(member, into)).toBe(rootOf(name, into))
        }
        const others = NAMES.filter(other => rootOf(other, into) === rootOf(name, into))
        expect(family).toEqual(others.toSorted())
      }
    }),
  )
})

test('a circle a laptop may see for a moment ends the look, and so does somebody who is not here', () => {
  const into: Into = new Map([
    ['a', 'b'],
    ['b', 'a'],
    ['c', 'gone'],
  ])
  expect(leadsTo('a', into)).toEqual(['a', 'b'])
  expect(familyOf('a', into)).toEqual(['a', 'b'])
  expect(rootOf('c', into)).toBe('c')
  expect(familyOf('c', into)).toEqual(['c'])
  expect(rootOf('nobody', into)).toBe('nobody')
})

test('who is one person already, the other way round too, is not merged again', () => {
  const into = everybody()
  expect(merge(into, 'a', 'b')).toBe(true)
  expect(merge(into, 'b', 'a')).toBe(false)
  expect(merge(into, 'a', 'a')).toBe(false)
  expect(merge(into, 'c', 'a')).toBe(true)
  expect(familyOf('c', into)).toEqual(['a', 'b', 'c'])
  // Two steps up stands who is not looked at.
  expect(merge(into, 'd', 'c')).toBe(false)
  expect(merge(into, 'b', 'c')).toBe(false)
})

test('two records are known to be one person of one another or of a third', () => {
  const one = (id: string, mergedIntoId: string | null): Merged => ({ id, mergedIntoId }) as unknown as Merged
  expect(isSamePerson(one('a', null), one('b', 'a'))).toBe(true)
  expect(isSamePerson(one('a', 'b'), one('b', null))).toBe(true)
  expect(isSamePerson(one('a', 'c'), one('b', 'c'))).toBe(true)
  expect(isSamePerson(one('a', null), one('b', null))).toBe(false)
  expect(isSamePerson(one('a', null), null)).toBe(false)
})
