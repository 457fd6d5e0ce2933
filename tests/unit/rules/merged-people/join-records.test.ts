import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  differingFields,
  joinCards,
  partCards,
  takenByDefault,
} from '../../../../shared/rules/merged-people/join-records.ts'
import { aCustomer } from '../../../support/builders.ts'

const bare = { tier: null, language: null, timeZone: null, preferredChannel: null, journeyStage: null }
const stays = aCustomer({
  ...bare,
  name: 'Ana Ruiz',
  jobTitle: null,
  labels: ['vip'],
  facts: 'Calls on Mondays.',
})

test('what only the other record knows is taken, what both say is asked', () => {
  const goes = aCustomer({ ...bare, name: 'A. Ruiz', jobTitle: 'Owner', language: 'es' })
  expect(differingFields(stays, goes)).toEqual(['name', 'jobTitle', 'language'])
  expect(takenByDefault(stays, goes)).toEqual(['jobTitle', 'language'])
  const taken = [
    { field: 'name', seen: 'Ana Ruiz' },
    { field: 'jobTitle', seen: null },
    // A colleague has written another one since.
    { field: 'language', seen: 'pt' },
  ] as const
  const { card, givenAway } = joinCards(stays, goes, taken)
  expect(card).toMatchObject({ name: 'A. Ruiz', jobTitle: 'Owner' })
  expect(givenAway?.fields).toEqual([
    { field: 'name', was: 'Ana Ruiz', is: 'A. Ruiz' },
    { field: 'jobTitle', was: null, is: 'Owner' },
  ])
})

test('labels and words of both are kept, none twice', () => {
  const goes = aCustomer({
    ...bare,
    name: 'Ana Ruiz',
    jobTitle: null,
    labels: ['vip', 'café'],
    facts: 'Has a dog.',
  })
  expect(joinCards(stays, goes, [])).toEqual({
    card: { labels: ['vip', 'café'], facts: 'Calls on Mondays.\nHas a dog.' },
    givenAway: { fields: [], labels: ['café'], words: 'Has a dog.' },
  })
  expect(joinCards(stays, { ...goes, labels: [], facts: ' Mondays. ' }, []).givenAway).toBeNull()
})

test('a value of a newer version, and one nobody gave, are never written', () => {
  const goes = aCustomer({
    ...bare,
    name: ' ',
    jobTitle: null,
    preferredChannel: 'other',
    labels: [],
    facts: '',
  })
  const taken = [
    { field: 'name', seen: stays.name },
    { field: 'preferredChannel', seen: null },
  ] as const
  expect(joinCards(stays, goes, taken)).toEqual({ card: {}, givenAway: null })
})

const said = fc.constantFrom(null, 'gold', 'silver')
const card = fc.record({
  tier: said,
  jobTitle: fc.constantFrom(null, 'Owner', 'Cook'),
  labels: fc.subarray(['vip', 'café', 'press']),
  facts: fc.constantFrom('', 'Has a dog.', 'Calls on Mondays.\nHas a dog.', 'Likes tea.'),
})

test('separated, each says what it said before', () => {
  fc.assert(
    fc.property(card, card, (one, other) => {
      const [into, from] = [aCustomer({ ...bare, ...one }), aCustomer({ ...bare, ...other })]
      const taken = takenByDefault(into, from).map(field => ({ field, seen: into[field] }))
      const joined = joinCards(into, from, taken)
      const after = { ...into, ...joined.card }
      const back = joined.givenAway ? { ...after, ...partCards(after, joined.givenAway) } : after
      expect(back).toEqual(into)
    }),
  )
})

test('what somebody has written since is theirs, whatever is given back', () => {
  const goes = aCustomer({ ...bare, name: 'A. Ruiz', tier: 'gold', labels: ['café'], facts: 'Has a dog.' })
  const { card: joined, givenAway } = joinCards(stays, goes, [{ field: 'tier', seen: null }])
  const since = { ...stays, ...joined, tier: 'silver', facts: 'Calls on Mondays. Has two dogs now.' }
  expect(givenAway && partCards(since, givenAway)).toMatchObject({
    labels: ['vip'],
    facts: 'Calls on Mondays. Has two dogs now.',
  })
  expect(givenAway && partCards(since, givenAway)).not.toHaveProperty('tier')
})
