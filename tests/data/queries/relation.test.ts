import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFeedback } from '../../../main/data/queries/feedback.ts'
import { getTimeline } from '../../../main/data/queries/get-timeline.ts'
import { listPublicPosts } from '../../../main/data/queries/public-posts.ts'
import { listUnplacedPosts } from '../../../main/data/queries/unplaced-posts.ts'
import { listPlans } from '../../../main/data/queries/customer-plans.ts'
import { listOutreach } from '../../../main/data/queries/outreach.ts'
import { getPromisesKept, listDuties } from '../../../main/data/queries/promises-kept.ts'
import { getSurveyState } from '../../../main/data/queries/survey-state.ts'
import {
  aCustomer,
  aFollowUp,
  aMessage,
  anAgent,
  anAsset,
  anOrder,
  aProduct,
  aSubscription,
  aPromise,
  anEvent,
  aThread,
  aTicket,
  idOf,
  freshId,
  NOW_MS,
} from '../../support/builders.ts'
import { aPreference } from '../../support/portrait-builders.ts'
import {
  aFeedback,
  anOutreach,
  aPlan,
  aPlanStep,
  aPublicPost,
  anUnplacedPost,
  aSurvey,
} from '../../support/relation-builders.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME }))
})
afterEach(() => world.laptop.close())

/** A customer who was last in contact so many days ago. */
function customer(n: number, lastDays: number, row: Parameters<typeof aCustomer>[0] = {}): string {
  const id = idOf(n)
  world.put('customers', aCustomer({ id, name: `Customer ${n}`, ...row }))
  const atMs = NOW_MS - lastDays * DAY_MS
  const ticket = aTicket({ id: idOf(n + 1000), customerId: id, number: n })
  world.put('tickets', ticket)
  world.put(
    'threads',
    aThread({
      id: idOf(n + 2000),
      ticketId: ticket.id,
      customerId: id,
      state: 'closed',
      lastActivityAtMs: atMs,
      solvedAtMs: atMs,
    }),
  )
  world.put(
    'messages',
    aMessage({ id: idOf(n + 3000), ticketId: ticket.id, customerId: id, writtenAtMs: atMs }),
  )
  return id
}
const openSupport = (customerId: string) =>
  world.put(
    'threads',
    aThread({ id: idOf(9000), ticketId: idOf(9001), customerId, kind: 'support', state: 'open' }),
  )
const queue = () => listOutreach(world.context).entries.map(({ name, reason }) => [name, reason])

test('each rule finds whom it is about, the pressing ones first', () => {
  customer(1, 150)
  customer(2, 10)
  const delivered = customer(3, 60)
  world.put(
    'orders',
    anOrder({
      customerId: delivered,
      number: '7719',
      state: 'delivered',
      deliveredAtMs: NOW_MS - 8 * DAY_MS,
    }),
  )
  customer(4, 60, { fields: { renewsOn: new Date(NOW_MS + 20 * DAY_MS).toISOString().slice(0, 10) } })
  const upgrade = customer(5, 60)
  world.put('products', aProduct({ id: idOf(700), currentVersion: '2.4.0' }))
  world.put(
    'assets',
    anAsset({ customerId: upgrade, productId: idOf(700), version: '2.3.1', acquiredAtMs: 0 }),
  )
  // Whoever tries what comes next is not told to go back.
  const ahead = anAsset({ id: idOf(701), productId: idOf(700), version: '2.10.0', acquiredAtMs: 0 })
  world.put('assets', { ...ahead, customerId: customer(7, 60) })
  const incident = customer(6, 5)
  const thread = aThread({ customerId: incident, ticketId: idOf(1006), kind: 'support', state: 'solved' })
  world.put('threads', { ...thread, id: idOf(5000), solvedAtMs: NOW_MS - 4 * DAY_MS })
  expect(queue()).toEqual([
    ['Customer 6', 'after-incident'],
    ['Customer 4', 'renewal-near'],
    ['Customer 3', 'after-delivery'],
    ['Customer 5', 'upgrade-due'],
    ['Customer 1', 'no-contact'],
  ])
  expect(listOutreach(world.context).entries[3]?.about).toContain('2.3.1 → 2.4.0')
})

test('a contract of their own that renews soon comes before what stands in the team’s field', () => {
  const day = (days: number): string => new Date(NOW_MS + days * DAY_MS).toISOString().slice(0, 10)
  const soon = customer(1, 60, { fields: { renewsOn: day(10) } })
  world.put('subscriptions', aSubscription({ id: idOf(800), customerId: soon, renewsOn: day(20) }))
  const late = customer(2, 60, { fields: { renewsOn: day(10) } })
  world.put('subscriptions', aSubscription({ id: idOf(801), customerId: late, renewsOn: day(300) }))
  const gone = customer(3, 60)
  world.put(
    'subscriptions',
    aSubscription({ id: idOf(802), customerId: gone, renewsOn: day(20), state: 'cancelled' }),
  )
  expect(listOutreach(world.context).entries).toMatchObject([
    { name: 'Customer 1', reason: 'renewal-near', about: 'Care plan', atMs: Date.parse(day(20)) },
  ])
})

test('whose support is at work is held back and counted, and back in the queue when it is done', () => {
  const id = customer(1, 150)
  openSupport(id)
  expect(listOutreach(world.context)).toEqual({
    entries: [],
    total: 0,
    reasons: [],
    held: [{ why: 'support-open', count: 1 }],
  })
  world.put(
    'threads',
    aThread({
      id: idOf(9000),
      ticketId: idOf(9001),
      customerId: id,
      kind: 'support',
      state: 'solved',
      solvedAtMs: NOW_MS - DAY_MS,
      lastActivityAtMs: NOW_MS - 150 * DAY_MS,
    }),
  )
  expect(queue()).toEqual([['Customer 1', 'no-contact']])
})

test('one reason alone is worked through by itself, and the counts stay those of all', () => {
  customer(1, 150)
  customer(2, 160)
  const all = listOutreach(world.context)
  expect(all.reasons).toEqual([{ reason: 'no-contact', count: 2 }])
  expect(listOutreach(world.context, 'no-contact').entries).toEqual(all.entries)
  expect(listOutreach(world.context, 'renewal-near')).toEqual({ ...all, entries: [] })
})

test('whoever said not to be written to is not, and a channel they refused is never the one', () => {
  const id = customer(1, 150, { preferredChannel: 'phone' })
  world.put(
    'preferences',
    aPreference({ customerId: id, subject: 'channel', value: 'phone', consent: 'refused' }),
  )
  expect(listOutreach(world.context).entries).toMatchObject([{ preferredChannel: null }])
  world.put('preferences', aPreference({ customerId: id, subject: 'channel', value: 'sms' }))
  expect(listOutreach(world.context).entries).toMatchObject([{ preferredChannel: 'sms' }])
  world.put(
    'preferences',
    aPreference({ customerId: id, subject: 'outreach', value: '', consent: 'refused' }),
  )
  expect(listOutreach(world.context)).toEqual({
    entries: [],
    total: 0,
    reasons: [],
    held: [{ why: 'refused', count: 1 }],
  })
})

test('whoever said not to be asked is not asked, with the reason', () => {
  const customerId = customer(1, 150)
  world.put('preferences', aPreference({ customerId, subject: 'surveys', value: '', consent: 'refused' }))
  const state = getSurveyState(world.context, { customerId, ticketId: null })
  expect(state.toAsk).toBeNull()
  expect(state.refusals.map(({ reason }) => reason)).toEqual(['refused', 'refused', 'refused'])
})

test('what was decided stays decided', () => {
  const id = customer(1, 150)
  world.put('outreach', anOutreach({ customerId: id, occasion: id, state: 'skipped', atMs: NOW_MS - DAY_MS }))
  expect(queue()).toEqual([])
})

test('plans come with their steps in order, those that run first', () => {
  const customerId = customer(1, 5)
  const done = aPlan({ id: idOf(800), customerId, state: 'done', startedAtMs: NOW_MS })
  const running = aPlan({ id: idOf(801), customerId, startedAtMs: NOW_MS - DAY_MS })
  world.put('plans', done, running)
  const of = { customerId, planId: running.id }
  world.put(
    'planSteps',
    aPlanStep({ ...of, position: 2, title: 'B' }),
    aPlanStep({ ...of, position: 1, title: 'A' }),
  )
  const plans = listPlans(world.context, customerId)
  expect(plans.map(({ id }) => id)).toEqual([running.id, done.id])
  expect(plans[0]?.steps.map(({ title }) => title)).toEqual(['A', 'B'])
})

test('surveys: what may be asked now, and what was asked and is not answered', () => {
  const customerId = customer(1, 2)
  const ask = () => getSurveyState(world.context, { customerId, ticketId: idOf(1001) })
  expect(ask()).toMatchObject({ toAsk: 'csat', waiting: [] })
  openSupport(customerId)
  expect(ask()).toMatchObject({ toAsk: null, refusals: [{ reason: 'incident-open' }, {}, {}] })
  world.put('surveys', aSurvey({ id: idOf(810), customerId }))
  expect(ask()).toMatchObject({ waiting: [{ id: idOf(810) }], askedIds: [idOf(810)] })
})

test('promises kept in time, for all and for each who made some', () => {
  const mine = { customerId: customer(1, 5), ownerId: ME, dueAtMs: NOW_MS - DAY_MS }
  world.put(
    'promises',
    aPromise({ ...mine, state: 'kept', closedAtMs: NOW_MS - 2 * DAY_MS }),
    aPromise({ ...mine, state: 'open' }),
    aPromise({ ...mine, ownerId: null, state: 'kept', closedAtMs: NOW_MS - 2 * DAY_MS }),
  )
  const kept = getPromisesKept(world.context, { fromMs: NOW_MS - 30 * DAY_MS, toMs: NOW_MS })
  expect(kept.all).toMatchObject({ due: 3, kept: 2, broken: 1 })
  expect(kept.agents[0]).toMatchObject({ agentId: ME, agentName: 'Lena Koch', share: 0.5 })
})

test('what I owe until I am back: promises, follow-ups and steps of mine, late ones first', () => {
  const customerId = customer(1, 5)
  const mine = { customerId, ownerId: ME }
  world.put('promises', aPromise({ ...mine, promise: 'Refund', dueAtMs: NOW_MS + 2 * DAY_MS }))
  world.put('promises', aPromise({ ...mine, promise: 'Too far', dueAtMs: NOW_MS + 9 * DAY_MS }))
  world.put('promises', aPromise({ ...mine, ownerId: idOf(77), dueAtMs: NOW_MS }))
  world.put('followUps', aFollowUp({ ...mine, title: 'Call', dueAtMs: NOW_MS - DAY_MS }))
  world.put('planSteps', aPlanStep({ ...mine, title: 'Training', dueAtMs: NOW_MS + DAY_MS }))
  const duties = listDuties(world.context, { untilMs: NOW_MS + 3 * DAY_MS })
  expect(duties.map(({ kind, title, customerName }) => [kind, title, customerName])).toEqual([
    ['follow-up', 'Call', 'Customer 1'],
    ['step', 'Training', 'Customer 1'],
    ['promise', 'Refund', 'Customer 1'],
  ])
})

test('feedback of one kind, newest first, of one customer or of all', () => {
  const [one, two] = [customer(1, 5), customer(2, 5)]
  world.put('products', aProduct({ id: idOf(700), name: 'P40' }))
  world.put(
    'feedback',
    aFeedback({ customerId: one, area: 'Old', createdAtMs: NOW_MS - DAY_MS }),
    aFeedback({ customerId: two, area: 'New', productId: idOf(700) }),
    aFeedback({ customerId: two, kind: 'experience' }),
  )
  const list = (customerId: string | null) =>
    listFeedback(world.context, { kind: 'product', customerId, limit: 9 })
  expect(list(null)).toMatchObject([
    { area: 'New', productName: 'P40', customerName: 'Customer 2' },
    { area: 'Old', productName: null },
  ])
  expect(list(one)).toMatchObject([{ area: 'Old' }])
})

test('what a person wrote in public is listed over all their records, and stands in their timeline', () => {
  const [customerId, other] = [freshId(), freshId()]
  world.put('customers', aCustomer({ id: customerId }))
  world.put('customers', aCustomer({ id: other, mergedIntoId: customerId }))
  const [early, late] = [freshId(), freshId()]
  world.put(
    'publicPosts',
    aPublicPost({ id: early, customerId: other, postedAtMs: NOW_MS - 9_000, stars: null }),
  )
  world.put('publicPosts', aPublicPost({ id: late, customerId, postedAtMs: NOW_MS - 1_000 }))
  world.put('publicPosts', aPublicPost({ id: freshId(), customerId: freshId() }))
  const listed = listPublicPosts(world.context, { customerId, limit: 20 })
  expect(listed.map(({ id }) => id)).toEqual([late, early])
  const page = { customerId, before: null, limit: 50, subject: 'messages' } as const
  expect(getTimeline(world.context, page).items).toMatchObject([
    { id: late, type: 'post', kind: 'service', title: 'Trustpilot · 2/5 · Still waiting for my refund.' },
    { id: early, type: 'post', title: 'Trustpilot · Still waiting for my refund.' },
  ])
})

test('what nobody is known for is listed newest first, apart from what was set aside', () => {
  const [early, late, aside] = [freshId(), freshId(), freshId()]
  world.put('unplacedPosts', anUnplacedPost({ id: early, postedAtMs: NOW_MS - 9_000 }))
  world.put('unplacedPosts', anUnplacedPost({ id: late, postedAtMs: NOW_MS - 1_000 }))
  world.put('unplacedPosts', anUnplacedPost({ id: aside, asideAtMs: NOW_MS }))
  const list = (isAside: boolean, limit: number) => {
    const { posts, ...counts } = listUnplacedPosts(world.context, { isAside, limit })
    return { ids: posts.map(({ id }) => id), ...counts }
  }
  expect(list(false, 1)).toEqual({ ids: [late], waiting: 2, aside: 1 })
  expect(list(false, 9)).toEqual({ ids: [late, early], waiting: 2, aside: 1 })
  expect(list(true, 9)).toEqual({ ids: [aside], waiting: 2, aside: 1 })
})

test('a bad experience somebody noted stands in the timeline in their words', () => {
  const customerId = freshId()
  world.put('customers', aCustomer({ id: customerId }))
  const facts = { cause: 'courier', words: 'Left the box in the rain' }
  world.put('events', anEvent({ customerId, ticketId: null, type: 'experience.negative', facts }))
  const page = { customerId, before: null, limit: 50, subject: 'changes' } as const
  expect(getTimeline(world.context, page).items).toMatchObject([
    { type: 'experience.negative', title: 'Left the box in the rain' },
  ])
})
