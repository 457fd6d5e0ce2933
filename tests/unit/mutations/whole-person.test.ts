import { expect, test } from 'vitest'
import { aCustomer, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import { aPreference } from '../../support/portrait-builders.ts'
import { aSurvey } from '../../support/relation-builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const DAY_MS = 86_400_000
const ask = samples['survey.ask']
const other = idOf(0x6_001)
const third = idOf(0x6_002)

/** The customer of the scene is a duplicate of one record, into which a third was merged before. */
function aPersonOfThree() {
  const desk = aDesk()
  const { name } = desk.get('customers', ids.customer) ?? { name: '' }
  desk.put('customers', aCustomer({ id: ids.customer, name, mergedIntoId: other }))
  desk.put('customers', aCustomer({ id: other, name, mergedIntoId: null }))
  desk.put('customers', aCustomer({ id: third, name, mergedIntoId: other }))
  return desk
}

test.each([
  ['whoever stands for them', other],
  ['a record merged before', third],
])('who said on %s not to be asked is not asked on another', (_where, customerId) => {
  const desk = aPersonOfThree()
  expect(desk.decide('survey.ask', ask, onHub()).kind).toBe('changes')
  const refused = { subject: 'surveys', value: '', consent: 'refused' } as const
  desk.put('preferences', aPreference({ id: idOf(0x6_003), customerId, ...refused }))
  expect(desk.decide('survey.ask', ask, onHub()).kind).toBe('rejected')
})

test('who was asked on another record is not asked again within the gap', () => {
  const desk = aPersonOfThree()
  const id = idOf(0x6_004)
  desk.put('surveys', aSurvey({ id, customerId: third, ticketId: null, askedAtMs: NOW_MS - DAY_MS }))
  expect(desk.decide('survey.ask', ask, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'taken', fields: [{ id }] },
  })
})

test('how they see us is asked once in a season, not only once in a gap', () => {
  const desk = aPersonOfThree()
  const nps = { ...ask, kind: 'nps' as const, ticketId: null }
  const asked = { customerId: other, ticketId: null, kind: 'nps', askedAtMs: NOW_MS - 30 * DAY_MS } as const
  desk.put('surveys', aSurvey({ id: idOf(0x6_005), ...asked }))
  expect(desk.decide('survey.ask', nps, onHub()).kind).toBe('conflict')
  expect(desk.decide('survey.ask', ask, onHub()).kind).toBe('changes')
})

test('points gathered on one record can be used on another, and no more than all have together', () => {
  const desk = aPersonOfThree()
  const entry = {
    ticketId: null,
    reason: 'purchase',
    note: null,
    sourceId: null,
    byId: null,
    atMs: NOW_MS,
  } as const
  desk.put('loyaltyEntries', { ...entry, id: idOf(0x6_006), customerId: third, points: 300 })
  const use = { ...samples['loyalty.book'], points: -300, reason: 'redeemed' as const }
  expect(desk.decide('loyalty.book', { ...use, points: -301 }, onHub()).kind).toBe('rejected')
  expect(desk.decide('loyalty.book', use, onHub()).kind).toBe('changes')
})
