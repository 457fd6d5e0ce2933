import { afterEach, beforeEach, expect, test } from 'vitest'
import { getLikelyQuestions } from '../../../main/data/queries/next-questions.ts'
import { listOpportunities, opportunitiesOf } from '../../../main/data/queries/opportunities.ts'
import { getSurveyState } from '../../../main/data/queries/survey-state.ts'
import { teamRuleId } from '../../../shared/domain/between.ts'
import {
  aContactPoint,
  aCustomer,
  aKnownIssue,
  aMessage,
  anIssueLink,
  anOrder,
  aSubscription,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { aNextQuestion, anOpportunity } from '../../support/growth-builders.ts'
import { aPreference } from '../../support/portrait-builders.ts'
import { aPlan, aPlanStep, aSurvey } from '../../support/relation-builders.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
const customerId = idOf(1)
const ticketId = idOf(2)
let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', aCustomer({ id: customerId, name: 'Grace', journeyStage: 'using', fields: {} }))
  world.put('tickets', aTicket({ id: ticketId, customerId }))
  world.put('threads', aThread({ id: idOf(3), ticketId, customerId, state: 'open' }))
})
afterEach(() => world.laptop.close())

const ofCustomer = () => opportunitiesOf(world.context, customerId)
const likely = () => getLikelyQuestions(world.context, { customerId, ticketId })
const promoter = () =>
  world.put(
    'surveys',
    aSurvey({
      id: idOf(4),
      customerId,
      score: 10,
      answeredAtMs: NOW_MS - DAY_MS,
      askedAtMs: NOW_MS - 2 * DAY_MS,
    }),
  )

test('what is open, newest first, and what ended only in the list of all', () => {
  world.put(
    'opportunities',
    anOpportunity({ id: idOf(10), customerId, note: 'Old', createdAtMs: NOW_MS - 9 * DAY_MS }),
    anOpportunity({ id: idOf(11), customerId, note: 'New' }),
    anOpportunity({ id: idOf(12), customerId, note: 'Won', state: 'won' }),
    anOpportunity({ id: idOf(13), customerId: idOf(99), note: 'Theirs' }),
  )
  expect(ofCustomer().open.map(({ note }) => note)).toEqual(['New', 'Old'])
  const all = (isEnded: boolean) =>
    listOpportunities(world.context, { isEnded, limit: 9 }).map(({ note, customerName }) => [
      note,
      customerName,
    ])
  expect(all(true)).toEqual([['Won', 'Grace']])
  expect(all(false)).toHaveLength(3)
})

test('a promoter is to be asked once, and not while support is at work', () => {
  promoter()
  expect(ofCustomer().favour).toMatchObject({ score: 10 })
  const support = aThread({ id: idOf(20), ticketId: idOf(21), customerId, kind: 'support', state: 'open' })
  world.put('threads', support)
  expect(ofCustomer()).toMatchObject({ favour: null, silence: { because: 'incident' } })
  world.put('threads', { ...support, state: 'solved' })
  world.put('opportunities', anOpportunity({ customerId, kind: 'referral', state: 'withdrawn' }))
  expect(ofCustomer().favour).toBeNull()
})

test('what a person refused on one of their records holds for all of them, and so does what is open', () => {
  promoter()
  const double = aCustomer({ id: idOf(70), name: 'G. Hopper' })
  world.put('customers', double)
  world.put('opportunities', anOpportunity({ id: idOf(71), customerId: double.id, note: 'Theirs' }))
  world.put(
    'preferences',
    aPreference({ id: idOf(72), customerId: double.id, subject: 'outreach', consent: 'refused' }),
  )
  world.put(
    'orders',
    anOrder({ id: idOf(73), customerId: double.id, state: 'delivered', deliveredAtMs: NOW_MS - DAY_MS }),
  )
  expect(ofCustomer().favour).toMatchObject({ score: 10 })
  expect(ofCustomer().open).toEqual([])
  expect(likely()).toEqual([])

  world.put('customers', { ...double, mergedIntoId: customerId })
  expect(ofCustomer().favour).toBeNull()
  expect(ofCustomer().open.map(({ note }) => note)).toEqual(['Theirs'])
  expect(likely()).not.toEqual([])
})

test('likely questions come from orders, plans and issues, and go once they came up on the ticket', () => {
  expect(likely()).toEqual([])
  world.put(
    'orders',
    anOrder({ id: idOf(30), customerId, number: '7488', state: 'delivered', deliveredAtMs: NOW_MS - DAY_MS }),
  )
  world.put('plans', aPlan({ id: idOf(31), customerId, name: 'First shop' }))
  world.put('planSteps', aPlanStep({ customerId, planId: idOf(31), title: 'Items' }))
  world.put(
    'knownIssues',
    aKnownIssue({ id: idOf(32), code: 'KE-9', state: 'fixing', workaround: 'Restart.' }),
  )
  world.put('issueLinks', anIssueLink({ id: idOf(33), customerId, ticketId, issueId: idOf(32) }))
  expect(likely().map(({ key, reason }) => [key, reason.about])).toEqual([
    ['issue-when', 'KE-9'],
    ['delivered-setup', '7488'],
    ['step-next', 'First shop'],
  ])
  world.put(
    'messages',
    aMessage({ id: idOf(34), customerId, ticketId, bodyText: 'How do we set it up at the till?' }),
  )
  expect(likely().map(({ key }) => key)).toEqual(['issue-when', 'step-next'])
  world.put('knownIssues', aKnownIssue({ id: idOf(32), code: 'KE-9', state: 'fixed' }))
  expect(likely().map(({ key }) => key)).toEqual(['step-next'])
})

test('the team’s own questions hold for the stage, the contract for its day', () => {
  world.put('nextQuestions', aNextQuestion({ id: idOf(40), conditions: { stages: ['using'] } }))
  world.put(
    'nextQuestions',
    aNextQuestion({ id: idOf(41), conditions: { stages: ['using'] }, isActive: false }),
  )
  const renewsOn = new Date(NOW_MS + 20 * DAY_MS).toISOString().slice(0, 10)
  world.put('customers', aCustomer({ id: customerId, journeyStage: 'using', fields: { renewsOn } }))
  expect(likely().map(({ key }) => key)).toEqual([idOf(40), 'renewal-terms'])
  world.put('subscriptions', aSubscription({ id: idOf(42), customerId, renewsOn: '2999-01-31' }))
  expect(likely().map(({ key }) => key)).toEqual([idOf(40)])
  world.put('subscriptions', aSubscription({ id: idOf(43), customerId, renewsOn }))
  expect(likely().map(({ key }) => key)).toEqual([idOf(40), 'renewal-terms'])
})

test('surveys follow the times a supervisor has set, and say whether the hub mails', () => {
  const set = (content: Record<string, number | boolean>) =>
    world.put('teamRules', { id: teamRuleId('surveys'), key: 'surveys', content, updatedAtMs: NOW_MS })
  world.put(
    'threads',
    aThread({ id: idOf(3), ticketId, customerId, state: 'solved', solvedAtMs: NOW_MS - DAY_MS }),
  )
  world.put('surveys', aSurvey({ id: idOf(50), customerId, askedAtMs: NOW_MS - 20 * DAY_MS }))
  const state = () => getSurveyState(world.context, { customerId, ticketId })
  expect(state()).toMatchObject({ toAsk: 'csat', goesByMail: false })
  set({ gapDays: 30, sendsLinks: true })
  expect(state()).toMatchObject({ toAsk: null, goesByMail: false })
  world.put('contactPoints', aContactPoint({ customerId, kind: 'email' }))
  expect(state().goesByMail).toBe(true)
})
