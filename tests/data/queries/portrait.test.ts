import { afterEach, beforeEach, expect, test } from 'vitest'
import { getPortrait } from '../../../main/data/queries/portrait.ts'
import { search } from '../../../main/data/queries/search.ts'
import { teamRuleId } from '../../../shared/domain/between.ts'
import {
  aComplaint,
  aCustomer,
  aKnownIssue,
  aMessage,
  anIssueLink,
  anOrder,
  aPromise,
  aReturnCase,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { aPin, aPortrait, aPreference } from '../../support/portrait-builders.ts'
import { aSurvey } from '../../support/relation-builders.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
const customerId = idOf(1)
let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', aCustomer({ id: customerId, journeyStage: null, currency: 'EUR', fields: {} }))
})
afterEach(() => world.laptop.close())

const portrait = () => getPortrait(world.context, customerId)

test('of whom nothing is known nothing is said, and of whom is not here there is no portrait', () => {
  expect(portrait()).toEqual({
    name: 'Ana Ruiz',
    preferences: [],
    pins: [],
    said: null,
    stage: { stage: null, from: 'record', derived: null },
    health: null,
    value: null,
    lastContactAtMs: null,
    openTickets: 0,
    facts: '',
    factsMarks: null,
    mood: null,
  })
  expect(getPortrait(world.context, idOf(99))).toBeNull()
})

function trouble(): void {
  world.put('tickets', aTicket({ customerId, number: 7 }))
  const of = { customerId, ticketId: idOf(2) }
  world.put('messages', aMessage({ ...of, id: idOf(20), writtenAtMs: NOW_MS - DAY_MS }))
  world.put('orders', anOrder({ customerId, placedAtMs: NOW_MS - 50 * DAY_MS, totalMinor: 800_000 }))
  world.put('orders', anOrder({ id: idOf(31), customerId, placedAtMs: NOW_MS - 90 * DAY_MS, totalMinor: 1 }))
  world.put('complaints', aComplaint({ ...of, id: idOf(21), state: 'open', title: 'Nobody called' }))
  world.put('complaints', aComplaint({ ...of, id: idOf(22), state: 'resolved' }))
  world.put('promises', aPromise({ ...of, id: idOf(23), dueAtMs: NOW_MS - 1, state: 'open' }))
  world.put('promises', aPromise({ ...of, id: idOf(24), dueAtMs: NOW_MS + 1, state: 'open' }))
  world.put('promises', aPromise({ ...of, id: idOf(25), dueAtMs: NOW_MS - 1, state: 'kept' }))
  const answered = { customerId, askedAtMs: NOW_MS - 40 * DAY_MS, answeredAtMs: NOW_MS - 39 * DAY_MS }
  world.put('surveys', aSurvey({ ...answered, id: idOf(26), kind: 'nps', score: 3 }))
  world.put('surveys', aSurvey({ ...answered, id: idOf(27), kind: 'nps', score: null }))
  world.put(
    'knownIssues',
    aKnownIssue({ id: idOf(40), state: 'known' }),
    aKnownIssue({ id: idOf(41), state: 'fixed' }),
  )
  world.put('issueLinks', anIssueLink({ ...of, id: idOf(28), issueId: idOf(40) }))
  world.put('issueLinks', anIssueLink({ ...of, id: idOf(29), issueId: idOf(40), ticketId: idOf(3) }))
  world.put('issueLinks', anIssueLink({ ...of, id: idOf(30), issueId: idOf(41) }))
  world.put(
    'returnCases',
    aReturnCase({ ...of, id: idOf(32), state: 'refused', createdAtMs: NOW_MS - DAY_MS }),
  )
}

test('each reason opens its rows; what is settled, kept, fixed or refused is none', () => {
  trouble()
  const view = portrait()
  expect(view?.health?.reasons.map(({ signal, rows }) => [signal, rows.map(({ id }) => id)])).toEqual([
    ['complaint', [idOf(21)]],
    ['promise', [idOf(23)]],
    ['survey', [idOf(26)]],
    ['issue', [expect.stringMatching(new RegExp(`${idOf(28)}|${idOf(29)}`, 'u'))]],
  ])
  expect(view?.health).toMatchObject({ score: 60, band: 'fair' })
  expect(view?.value).toMatchObject({ band: 'large', minor: 800_001, orders: 2 })
  expect(view?.stage).toMatchObject({ stage: 'using', from: 'rows' })
})

test('the team’s own weights hold at once', () => {
  trouble()
  const content = { complaintPoints: 60, promisePoints: 0, fairFrom: 50, largeFrom: 10_000 }
  world.put('teamRules', {
    id: teamRuleId('health'),
    key: 'health',
    content: { ...content, largeFrom: null },
    updatedAtMs: NOW_MS,
  })
  world.put('teamRules', { id: teamRuleId('value'), key: 'value', content, updatedAtMs: NOW_MS })
  const view = portrait()
  expect(view?.health).toMatchObject({ score: 24, band: 'poor', risk: 'high' })
  expect(view?.stage).toMatchObject({ stage: 'at-risk', derived: { reason: { key: 'poor-health' } } })
  expect(view?.value?.band).toBe('middle')
})

test('what people said stands beside what the rows say', () => {
  trouble()
  world.put(
    'portraits',
    aPortrait({ customerId, isVip: true, vipReason: 'Speaks for us', stage: 'renewing' }),
  )
  world.put(
    'pins',
    aPin({ customerId, text: 'over', untilMs: NOW_MS }),
    aPin({ customerId, text: 'Ask Marta' }),
  )
  const view = portrait()
  expect(view?.stage).toMatchObject({ stage: 'renewing', from: 'person', derived: { stage: 'using' } })
  expect(view?.said).toMatchObject({ isVip: true })
  expect(view?.pins.map(({ text }) => text)).toEqual(['Ask Marta'])
})

test('no word of a wish can be found by searching', () => {
  const secret = 'Heliotrope'
  world.put(
    'preferences',
    aPreference({ customerId, subject: 'access', value: secret, sensitivity: 'sensitive' }),
  )
  world.put('customers', aCustomer({ id: idOf(5), facts: secret }))
  const hits = search(world.context, { text: secret, subject: 'all', limit: 20 })
  expect(JSON.stringify(hits)).toContain(idOf(5))
  expect(JSON.stringify(hits)).not.toContain(customerId)
})

test('how they sounded is taken from what the person wrote, whichever record it was written for', () => {
  const other = idOf(2)
  world.put('customers', aCustomer({ id: other, mergedIntoId: customerId }))
  world.put('tickets', aTicket({ id: idOf(20), customerId: other }))
  const words = (n: number, bodyText: string, fields = {}) =>
    aMessage({
      id: idOf(n),
      ticketId: idOf(20),
      customerId: other,
      authorKind: 'customer',
      bodyText,
      seq: n,
      writtenAtMs: NOW_MS - (100 - n) * 60_000,
      ...fields,
    })
  world.put(
    'messages',
    words(30, 'This is unacceptable.'),
    words(31, 'Perfect, done.', { authorKind: 'agent', direction: 'out' }),
  )
  expect(portrait()).toMatchObject({
    mood: { mood: 'upset', said: [{ id: idOf(30), words: ['unacceptable'] }] },
    lastContactAtMs: NOW_MS - 69 * 60_000,
  })
})
