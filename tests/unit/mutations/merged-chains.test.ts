import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Customer } from '../../../shared/domain/people.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { leadsTo, rootOf } from '../../../shared/rules/merged-people/families.ts'
import { takenByDefault } from '../../../shared/rules/merged-people/join-records.ts'
import { aCustomer, idOf, onHub } from '../../support/builders.ts'
import { createWorld } from '../../support/row-world.ts'

const NAMES = [1, 2, 3, 4] as const
const idAt = (n: number): Customer['id'] => idOf(0x900 + n)
const bare = { tier: null, language: null, timeZone: null, preferredChannel: null, journeyStage: null }
const said = fc.constantFrom(null, 'gold', 'silver')
const cardWith = (words: string) =>
  fc.record({
    tier: said,
    jobTitle: fc.constantFrom(null, 'Owner', 'Cook'),
    labels: fc.subarray(['vip', 'café', 'press']),
    facts: fc.constantFrom('', words),
  })
const cards = fc.tuple(
  cardWith('Has a dog.'),
  cardWith('Likes tea.'),
  cardWith('Calls on Mondays.\nNever by phone.'),
  cardWith('Writes in verse.'),
)
const act = fc.record({ one: fc.constantFrom(...NAMES), into: fc.option(fc.constantFrom(...NAMES)) })
const acts = fc.array(act, { maxLength: 12 })

/** Four records, and what agents do with them in the window: who stands for one is merged into who stands for another. */
function people(given: readonly Partial<Customer>[]) {
  const world = createWorld()
  const start = NAMES.map((n, index) =>
    aCustomer({ ...bare, organisationId: null, id: idAt(n), name: `Record ${n}`, ...given[index] }),
  )
  world.put('customers', ...start)
  let acted = 0
  const context = () => onHub({ mutationId: idOf(0x8000 + (acted += 1)) })
  const into = () => new Map(world.all('customers').map(({ id, mergedIntoId }) => [id, mergedIntoId]))
  const of = (id: string): Customer => {
    const row = world.get('customers', id)
    if (!row) throw new Error('everybody is here')
    return row
  }
  const separate = (n: number): void => {
    const { id, mergedIntoId } = of(idAt(n))
    world.run('customer.unmerge', { customerId: id, seen: mergedIntoId }, context())
  }
  const merge = (one: number, other: number): void => {
    const [goes, stays] = [of(rootOf(idAt(one), into())), of(rootOf(idAt(other), into()))]
    if (goes.id === stays.id) return
    const takes = takenByDefault(stays, goes).map(field => ({ field, seen: stays[field] }))
    world.run('customer.merge', { customerId: goes.id, intoId: stays.id, seen: null, takes }, context())
  }
  const all = () => world.all('customers').toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { world, start, into, of, separate, merge, all, context }
}

test('a chain of merges separated in any order leaves every card as it was', () => {
  fc.assert(
    fc.property(cards, acts, fc.shuffledSubarray([...NAMES], { minLength: 4 }), (given, list, order) => {
      const { start, separate, merge, all } = people(given)
      for (const { one, into } of list) {
        if (into === null) separate(one)
        else merge(one, into)
      }
      for (const n of order) separate(n)
      expect(all()).toEqual(start)
    }),
    { numRuns: 300 },
  )
})

test('who stands for a person says what their records say, and nothing of one that was separated', () => {
  fc.assert(
    fc.property(cards, acts, (given, list) => {
      const { start, separate, merge, into, of } = people(given)
      for (const { one, into: other } of list) {
        if (other === null) separate(one)
        else merge(one, other)
        for (const { id } of start.filter(row => rootOf(row.id, into()) === row.id)) {
          const family = start.filter(row => rootOf(row.id, into()) === id)
          const root = of(id)
          expect(family.flatMap(({ labels }) => labels)).toEqual(expect.arrayContaining(root.labels))
          for (const field of ['tier', 'jobTitle'] as const) {
            const words = family.map(row => row[field])
            expect([null, ...words]).toContain(root[field])
          }
          const lines = (facts: string): readonly string[] => facts.split('\n').filter(Boolean)
          expect(new Set(family.flatMap(({ facts }) => lines(facts)))).toEqual(new Set(lines(root.facts)))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('one at the bottom is separated and joined again: the card at the top follows both ways', () => {
  const { separate, merge, of, all, world, context } = people([
    { labels: ['café'], jobTitle: 'Owner', facts: 'Has a dog.' },
    { facts: 'Likes tea.' },
    { facts: 'Calls on Mondays.' },
  ])
  merge(1, 2)
  merge(2, 3)
  const joined = all()
  expect(of(idAt(3))).toMatchObject({
    labels: expect.arrayContaining(['café']),
    jobTitle: 'Owner',
    facts: 'Calls on Mondays.\nLikes tea.\nHas a dog.',
  })
  const mutation = mutationByName('customer.unmerge')
  const args = { customerId: idAt(1), seen: idAt(2) }
  const back = mutation.invert(world.load(mutation, args).rows as never, args)
  separate(1)
  expect(of(idAt(3))).toMatchObject({
    jobTitle: of(idAt(2)).jobTitle,
    facts: 'Calls on Mondays.\nLikes tea.',
  })
  expect(of(idAt(3)).labels).not.toContain('café')
  world.run('customer.merge', back?.args as never, context())
  expect(all()).toEqual(joined)
})

test('what a colleague has written on the card at the top since stays theirs', () => {
  const { separate, merge, of, world } = people([{ tier: 'gold', labels: ['press'], facts: 'Has a dog.' }])
  merge(1, 2)
  merge(2, 3)
  const since = { tier: 'silver', facts: 'Has two dogs now.' }
  world.put('customers', { ...of(idAt(3)), ...since })
  separate(1)
  expect(of(idAt(3))).toMatchObject(since)
  expect(of(idAt(3)).labels).not.toContain('press')
})

test('any two records merged in any direction end in nobody but one who stands for the person', () => {
  fc.assert(
    fc.property(cards, acts, (given, list) => {
      const { of, into, world, context, separate } = people(given)
      for (const { one, into: other } of list) {
        if (other === null) separate(one)
        else if (one !== other) {
          const args = {
            customerId: idAt(one),
            intoId: idAt(other),
            seen: of(idAt(one)).mergedIntoId,
            takes: [],
          }
          if (world.decide('customer.merge', args, context()).kind === 'changes')
            world.run('customer.merge', args, context())
        }
        for (const n of NAMES) expect(into().get(leadsTo(idAt(n), into()).at(-1) ?? '')).toBeNull()
      }
      for (const n of NAMES) separate(n)
      for (const n of NAMES) expect(of(idAt(n)).givenAway).toBeNull()
    }),
  )
})
