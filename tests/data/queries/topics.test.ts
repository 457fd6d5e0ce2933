import { afterEach, beforeEach, expect, test } from 'vitest'
import { listTopics } from '../../../main/data/queries/topics.ts'
import {
  aComplaint,
  aCustomer,
  aMessage,
  anImpact,
  anOrder,
  aThread,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { aPlan, aSurvey } from '../../support/relation-builders.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
const [ana, double] = [idOf(1), idOf(2)]

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', aCustomer({ id: ana, customerSinceMs: null }))
})
afterEach(() => world.laptop.close())

const topics = () => listTopics(world.context, { customerId: ana }).map(({ topic, about }) => [topic, about])
const delivered = (daysAgo: number, change = {}) =>
  anOrder({
    customerId: ana,
    state: 'delivered',
    placedAtMs: NOW_MS - (daysAgo + 3) * DAY_MS,
    deliveredAtMs: NOW_MS - daysAgo * DAY_MS,
    ...change,
  })

test('what came, what they praised and what they reached, from all records of the person', () => {
  expect(topics()).toEqual([])
  world.put('customers', aCustomer({ id: double, mergedIntoId: ana }))
  world.put('orders', delivered(9, { number: '7719', customerId: double }))
  expect(topics()).toEqual([['delivered', '7719']])
  world.put(
    'surveys',
    aSurvey({
      customerId: ana,
      kind: 'csat',
      score: 5,
      comment: 'You were quick!',
      answeredAtMs: NOW_MS - DAY_MS,
    }),
    aSurvey({
      customerId: ana,
      kind: 'csat',
      score: 1,
      comment: 'Never again',
      answeredAtMs: NOW_MS - 9 * DAY_MS,
    }),
  )
  expect(topics()).toEqual([
    ['praise', 'You were quick!'],
    ['delivered', '7719'],
  ])
  world.put(
    'plans',
    aPlan({ customerId: ana, name: 'Third shop', state: 'done', endedAtMs: NOW_MS - 2 * DAY_MS }),
  )
  expect(topics()).toEqual([
    ['milestone', 'Third shop'],
    ['praise', 'You were quick!'],
  ])
})

test('the tenth order is one, cancelled ones aside', () => {
  const older = Array.from({ length: 9 }, (_each, index) => delivered(100 + index, { id: idOf(100 + index) }))
  world.put('orders', ...older, delivered(90, { id: idOf(120), state: 'cancelled' }))
  world.put(
    'orders',
    anOrder({ id: idOf(121), customerId: ana, number: '8000', state: 'paid', placedAtMs: NOW_MS - DAY_MS }),
  )
  expect(listTopics(world.context, { customerId: ana })).toMatchObject([
    { topic: 'milestone', kind: 'order', count: 10, about: '8000' },
  ])
})

test.each([
  [
    'something of theirs is down',
    () => world.put('impacts', anImpact({ customerId: ana, restoredAtMs: null })),
  ],
  [
    'support is at work',
    () => world.put('threads', aThread({ customerId: ana, kind: 'support', state: 'open' })),
  ],
  ['they complained', () => world.put('complaints', aComplaint({ customerId: ana, state: 'open' }))],
  [
    'they are upset',
    () =>
      world.put(
        'messages',
        aMessage({
          customerId: ana,
          authorKind: 'customer',
          bodyText: 'I am furious, this is unacceptable!',
          writtenAtMs: NOW_MS - DAY_MS,
        }),
      ),
  ],
])('no small talk while %s', (_why, happens) => {
  world.put('orders', delivered(9))
  expect(topics()).toHaveLength(1)
  happens()
  expect(topics()).toEqual([])
})
