import { expect, test } from 'vitest'
import {
  differingFields,
  joinedEdit,
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
  expect(joinedEdit(stays, goes, ['name', 'jobTitle'])?.fields).toEqual([
    { field: 'name', seen: 'Ana Ruiz', value: 'A. Ruiz' },
    { field: 'jobTitle', seen: null, value: 'Owner' },
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
  expect(joinedEdit(stays, goes, [])).toEqual({
    fields: [],
    labels: { seen: ['vip'], value: ['vip', 'café'] },
    facts: { seen: 'Calls on Mondays.', value: 'Calls on Mondays.\nHas a dog.' },
  })
  expect(joinedEdit(stays, { ...goes, labels: [], facts: ' Mondays. ' }, [])).toBeNull()
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
  expect(joinedEdit(stays, goes, ['name', 'preferredChannel'])).toBeNull()
})
