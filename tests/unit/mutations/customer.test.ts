import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { aCustomer, NOW_MS, onHub, onLaptop } from '../../support/builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const person = samples['customer.create']
const change = samples['customer.editFacts']

test('a new customer comes with contact points and an event', () => {
  const desk = aDesk()
  desk.run('customer.create', person, onLaptop())
  expect(desk.get('customers', ids.made)).toMatchObject({
    name: 'Bo Larsen',
    labels: ['new'],
    createdAtMs: NOW_MS,
  })
  expect(desk.all('contactPoints').filter(({ customerId }) => customerId === ids.made)).toMatchObject([
    { customerId: ids.made, value: '+45 11 22 33 44' },
  ])
  expect(desk.all('events')).toMatchObject([
    { type: 'customer.created', customerId: ids.made, ticketId: null },
  ])
})

test('a customer may have no name yet', () => {
  expect(aDesk().decide('customer.create', { ...person, name: '' }, onHub()).kind).toBe('changes')
})

test('an edit touches only what it names and says which fields', () => {
  const desk = aDesk()
  const before = desk.get('customers', ids.customer)
  desk.run('customer.editFacts', change, onHub())
  expect(desk.get('customers', ids.customer)).toEqual({
    ...before,
    facts: 'Prefers short answers.',
    labels: ['vip'],
    language: 'en',
  })
  expect(desk.all('events')).toMatchObject([
    { type: 'customer.edited', facts: { fields: 'facts labels language' } },
  ])
})

test('facts and labels of two people merge and never ask', () => {
  const desk = aDesk()
  desk.put('customers', aCustomer({ facts: 'Drinks tea.\nHas a dog.', labels: ['vip', 'press'] }))
  const edit = {
    customerId: ids.customer,
    facts: { seen: 'Drinks tea.', value: 'Drinks green tea.' },
    labels: { seen: ['vip'], value: ['partner'] },
    fields: [],
  }
  desk.run('customer.editFacts', edit, onHub())
  expect(desk.get('customers', ids.customer)).toMatchObject({
    facts: 'Drinks green tea.\nHas a dog.',
    labels: ['press', 'partner'],
  })
})

test('a plain field that moved asks, field by field', () => {
  const desk = aDesk()
  desk.put('customers', aCustomer({ language: 'pt', name: 'Ana Ruiz Vega' }))
  const edit: typeof change = {
    ...change,
    fields: [
      { field: 'language', seen: 'es', value: 'en' },
      { field: 'name', seen: 'Ana Ruiz Vega', value: 'Ana R. Vega' },
    ],
  }
  expect(desk.decide('customer.editFacts', edit, onHub())).toEqual({
    kind: 'conflict',
    conflict: {
      reason: 'changed-since',
      fields: [
        { table: 'customers', id: ids.customer, field: 'language', seen: 'es', mine: 'en', theirs: 'pt' },
      ],
    },
  })
})

test('undoing an edit restores every field', () => {
  const desk = aDesk()
  const before = desk.get('customers', ids.customer)
  const mutation = mutationByName('customer.editFacts')
  const inverse = mutation.invert(desk.load(mutation, change).rows as never, change)
  desk.run('customer.editFacts', change, onHub())
  desk.run('customer.editFacts', inverse?.args as typeof change, onHub({ mutationId: ids.madeToo }))
  expect(desk.get('customers', ids.customer)).toEqual(before)
})

test('unsent edits of one card become one: each field from what was seen first', () => {
  const mutation = mutationByName('customer.editFacts')
  const later: typeof change = {
    customerId: ids.customer,
    facts: { seen: 'Prefers short answers.', value: 'Prefers very short answers.' },
    labels: null,
    fields: [
      { field: 'language', seen: 'en', value: 'pt' },
      { field: 'jobTitle', seen: null, value: 'Buyer' },
    ],
  }
  expect(mutation.coalesce(change, later)).toEqual({
    customerId: ids.customer,
    facts: { seen: '', value: 'Prefers very short answers.' },
    labels: { seen: [], value: ['vip'] },
    fields: [
      { field: 'language', seen: 'es', value: 'pt' },
      { field: 'jobTitle', seen: null, value: 'Buyer' },
    ],
  })
})
