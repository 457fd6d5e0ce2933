import { expect, test } from 'vitest'
import { fillIn, openPlaces, placesFrom } from '../../../shared/rules/fill-in.ts'

const places = placesFrom({
  customer: { name: 'Ana  María Ruiz' },
  organisation: null,
  agent: { name: 'Lena Koch' },
  ticket: { number: 1042, subject: 'Two charges' },
  order: { number: 'SO-7', trackingCode: null },
  asset: null,
})

test('known places are filled in, however they are spaced', () => {
  expect(fillIn('Hello {{customer.firstName}}, {{ ticket.number }} / {{order.number}}', places)).toBe(
    'Hello Ana, #1042 / SO-7',
  )
})

test('a place without a value, or nobody knows, stays in sight and is named', () => {
  const text = fillIn('{{asset.serial}} {{order.trackingCode}} {{customer.shoeSize}}', places)
  expect(text).toBe('{{asset.serial}} {{order.trackingCode}} {{customer.shoeSize}}')
  expect(openPlaces(text).map(({ name }) => name)).toEqual([
    'asset.serial',
    'order.trackingCode',
    'customer.shoeSize',
  ])
  expect(openPlaces(text)[1]).toMatchObject({ at: 17, length: 22 })
})

test('braces of the customer’s own are words like any others', () => {
  const words = 'Use {{ user.id }} and {{name}} in the template'
  expect(fillIn(words, places)).toBe(words)
  expect(openPlaces(words)).toEqual([])
})

test('what is filled in is not filled in again', () => {
  const tricky = placesFrom({
    customer: { name: '{{agent.name}}' },
    organisation: null,
    agent: { name: 'Lena' },
    ticket: { number: null, subject: '' },
    order: null,
    asset: null,
  })
  expect(fillIn('{{customer.name}} {{ticket.number}}', tricky)).toBe('{{agent.name}} {{ticket.number}}')
})
