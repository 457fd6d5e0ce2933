import { afterEach, beforeEach, expect, test } from 'vitest'
import { casesOfCustomer } from '../../../main/data/queries/cases.ts'
import { countExperiences, getExperience } from '../../../main/data/queries/experience.ts'
import { getCard } from '../../../main/data/queries/get-card.ts'
import { getTimeline } from '../../../main/data/queries/get-timeline.ts'
import { similarOrganisations } from '../../../main/data/queries/similar-organisations.ts'
import { getOrganisation } from '../../../main/data/queries/organisation.ts'
import { comparePeople, listDuplicates, listRelations } from '../../../main/data/queries/people.ts'
import { findCustomers } from '../../../main/data/queries/search.ts'
import { silenceAbout } from '../../../main/data/queries/silence.ts'
import { whoIsReached } from '../../../main/data/queries/who-is-reached.ts'
import { getSurveyState } from '../../../main/data/queries/survey-state.ts'
import { whereItBelongs } from '../../../main/data/sync/where-it-belongs.ts'
import {
  aContactPoint,
  aCustomer,
  aFollowUp,
  aMessage,
  anAsset,
  anEvent,
  anOrder,
  anOrganisation,
  aPromise,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
  someLoyalty,
} from '../../support/builders.ts'
import { aRelation, aSurvey } from '../../support/relation-builders.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
const [ana, double, third] = [idOf(1), idOf(2), idOf(3)]
const norte = idOf(50)

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('organisations', anOrganisation({ id: norte, name: 'Norte Cafés' }))
  world.put(
    'customers',
    aCustomer({ id: ana, name: 'Ana Ruiz', organisationId: norte }),
    aCustomer({ id: double, name: 'A. Ruiz', organisationId: norte }),
    aCustomer({ id: third, name: 'Bo Larsen', organisationId: norte }),
  )
})
afterEach(() => world.laptop.close())

/** One ticket with a message of this age, an order and a promise, for one record. */
function history(customerId: string, n: number, days: number): void {
  const ticketId = idOf(n)
  const atMs = NOW_MS - days * DAY_MS
  world.put('tickets', aTicket({ id: ticketId, customerId, number: n, subject: `Ticket ${n}` }))
  world.put('threads', aThread({ id: idOf(n + 1000), ticketId, customerId, lastActivityAtMs: atMs }))
  world.put('messages', aMessage({ id: idOf(n + 2000), ticketId, customerId, writtenAtMs: atMs, seq: 1 }))
  world.put('orders', anOrder({ id: idOf(n + 3000), customerId, number: String(n), placedAtMs: atMs }))
  world.put('promises', aPromise({ id: idOf(n + 4000), customerId, ticketId }))
}
const merged = (id: string, mergedIntoId: string | null, name = 'A. Ruiz'): void =>
  world.put('customers', aCustomer({ id, name, organisationId: norte, mergedIntoId }))

test('of a merged person every record answers the same card, with what belongs to all of them', () => {
  history(ana, 100, 3)
  history(double, 200, 1)
  const before = getCard(world.context, { customerId: ana, ticketId: null })
  expect(before).toMatchObject({ merged: [], service: { orderCount: 1 } })
  merged(double, ana)
  const whole = getCard(world.context, { customerId: ana, ticketId: null })
  expect(whole).toMatchObject({
    customer: { id: ana },
    merged: [{ id: double, name: 'A. Ruiz' }],
    openPromises: 2,
    service: { orderCount: 2, orders: [{ number: '200' }, { number: '100' }] },
  })
  expect(whole?.service.open.map(({ number }) => number)).toEqual([200, 100])
  expect(getCard(world.context, { customerId: double, ticketId: null })).toEqual(whole)
  // Two people again: exactly what was there.
  merged(double, null)
  expect(getCard(world.context, { customerId: ana, ticketId: null })).toEqual(before)
})

test('the history is one, page by page, in the order of time', () => {
  history(ana, 100, 3)
  history(double, 200, 2)
  history(third, 300, 1)
  merged(double, ana)
  merged(third, double, 'Bo Larsen')
  const page = (before: string | null) =>
    getTimeline(world.context, { customerId: double, before, limit: 2, subject: 'messages' })
  const first = page(null)
  expect(first.total).toBe(3)
  expect(first.items.map(({ number }) => number)).toEqual([300, 200])
  expect(page(first.earlier).items.map(({ number }) => number)).toEqual([100])
  expect(page(first.earlier).earlier).toBeNull()
})

test('what hurt one record, what silences it and what it was asked counts for the person', () => {
  merged(double, ana)
  world.put('events', anEvent({ id: idOf(70), customerId: double, type: 'sla.breached', atMs: NOW_MS - 1 }))
  const row = {
    customerId: ana,
    threads: [{ ...aThread({ customerId: ana }), assigneeName: null, clock: null }],
  }
  expect(getExperience(world.context, ana).moments).toHaveLength(1)
  expect(countExperiences(world.context, [row]).get(ana)).toBe(1)
  expect(silenceAbout(world.context.db, ana)).toBeNull()
  world.put('threads', aThread({ id: idOf(71), ticketId: idOf(72), customerId: double, kind: 'support' }))
  expect(silenceAbout(world.context.db, ana)).not.toBeNull()
  world.put('surveys', aSurvey({ id: idOf(73), customerId: double, askedAtMs: NOW_MS - DAY_MS }))
  expect(getSurveyState(world.context, { customerId: ana, ticketId: null }).askedIds).toEqual([idOf(73)])
  world.put('loyaltyEntries', someLoyalty({ id: idOf(74), customerId: double, points: 40 }))
  expect(casesOfCustomer(world.context, { customerId: ana }).loyalty.balance).toBe(40)
})

test('search finds the person by what any record says, once', () => {
  world.put('contactPoints', aContactPoint({ id: idOf(80), customerId: double, value: 'ruiz@sur.example' }))
  merged(double, ana)
  const found = findCustomers(world.context, { text: 'ruiz', limit: 10 })
  expect(found.map(({ id }) => id)).toEqual([ana])
  expect(findCustomers(world.context, { text: 'ruiz@sur.example', limit: 10 })).toMatchObject([
    { id: ana, name: 'Ana Ruiz', contact: 'ruiz@sur.example' },
  ])
})

test('records that may be the same person are suggested with the reason, until they are merged', () => {
  world.put(
    'contactPoints',
    aContactPoint({ id: idOf(80), customerId: ana, kind: 'phone', value: '+34 600 11 22 33' }),
  )
  world.put(
    'contactPoints',
    aContactPoint({ id: idOf(81), customerId: third, kind: 'phone', value: '600112233' }),
  )
  const suggested = () =>
    listDuplicates(world.context, { customerId: ana }).map(({ customer, reasons }) => [
      customer.name,
      reasons.map(({ kind }) => kind),
    ])
  expect(suggested()).toEqual([
    ['Bo Larsen', ['phone']],
    ['A. Ruiz', ['name']],
  ])
  merged(double, ana)
  expect(suggested()).toEqual([['Bo Larsen', ['phone']]])
  expect(listDuplicates(world.context, { customerId: idOf(999) })).toEqual([])
})

test('two records stand side by side, each with its own', () => {
  history(ana, 100, 3)
  history(double, 200, 1)
  world.put('assets', anAsset({ id: idOf(90), customerId: double }))
  expect(comparePeople(world.context, { customerId: ana, otherId: double })).toMatchObject([
    { customer: { id: ana }, tickets: 1, openTickets: 1, orders: 1, assets: 0, openPromises: 1 },
    { customer: { id: double }, assets: 1, lastContactAtMs: NOW_MS - DAY_MS },
  ])
  expect(comparePeople(world.context, { customerId: ana, otherId: idOf(999) })).toBeNull()
})

test('relations are told in both directions, and what is over comes last', () => {
  world.put(
    'relations',
    aRelation({ id: idOf(91), customerId: ana, endedAtMs: NOW_MS }),
    aRelation({ id: idOf(92), customerId: ana, otherCustomerId: third, kind: 'assistant' }),
    aRelation({ id: idOf(93), customerId: ana, otherCustomerId: idOf(999), kind: 'partner' }),
    aRelation({ id: idOf(94), customerId: double, otherCustomerId: ana, kind: 'colleague' }),
  )
  const told = (customerId: string) =>
    listRelations(world.context, { customerId }).map(({ relation, direction, otherName }) => [
      relation.kind,
      direction,
      otherName,
    ])
  expect(told(ana)).toEqual([
    ['assistant', 'out', 'Bo Larsen'],
    ['partner', 'out', null],
    ['colleague', 'in', 'A. Ruiz'],
    ['decision-maker', 'out', 'Marta Vidal'],
  ])
  expect(told(third)).toEqual([['assistant', 'in', 'Ana Ruiz']])
  // Nobody is related to themselves.
  merged(double, ana)
  expect(told(double).map(([kind]) => kind)).toEqual(['assistant', 'partner', 'decision-maker'])
})

test('an organisation is its people with all that is open, each number with its rows', () => {
  history(ana, 100, 3)
  history(third, 300, 1)
  world.put('threads', aThread({ id: idOf(95), ticketId: idOf(300), customerId: third, kind: 'support' }))
  world.put('assets', anAsset({ id: idOf(90), customerId: third, productId: null }))
  merged(double, ana)
  const view = getOrganisation(world.context, { organisationId: norte })
  expect(view).toMatchObject({
    organisation: { name: 'Norte Cafés' },
    peopleCount: 2,
    openCounts: { service: 2, support: 1 },
    assetCount: 1,
    promiseCount: 2,
    lastContact: { customerId: third, customerName: 'Bo Larsen', ticketId: idOf(300) },
  })
  expect(view?.people.map(({ name }) => name)).toEqual(['Bo Larsen', 'Ana Ruiz'])
  expect(view?.openTickets.map(({ number, customerName }) => [number, customerName])).toEqual([
    [300, 'Bo Larsen'],
    [100, 'Ana Ruiz'],
  ])
  expect(view?.orders).toHaveLength(2)
  expect(view?.orderSums).toMatchObject([{ count: 2 }])
  expect(getOrganisation(world.context, { organisationId: idOf(999) })).toBeNull()
})

test('acts about a person go to whoever stands for them; about a ticket or an order they stay with its record', () => {
  history(double, 200, 1)
  merged(double, ana)
  const { store } = world.laptop
  const placed = (name: string, args: object) =>
    (whereItBelongs(store, name, args) as { readonly customerId: string }).customerId
  expect(placed('promise.add', { customerId: double, ticketId: null })).toBe(ana)
  expect(placed('ticket.create', { customerId: double, ticketId: idOf(777) })).toBe(ana)
  expect(placed('promise.add', { customerId: ana, ticketId: idOf(200) })).toBe(double)
  expect(placed('return.start', { customerId: ana, ticketId: null, orderId: idOf(3200) })).toBe(double)
  expect(placed('contact.add', { customerId: double })).toBe(double)
  merged(ana, double, 'Ana Ruiz')
  expect([ana, double]).toContain(placed('promise.add', { customerId: double, ticketId: null }))
})

test('a change of one record is told as a change of all: whoever shows another of them asks again', () => {
  merged(double, ana)
  const { announced } = world.laptop
  const before = announced.length
  world.put('followUps', aFollowUp({ id: idOf(96), customerId: double }))
  merged(double, null)
  world.put('followUps', aFollowUp({ id: idOf(97), customerId: double }))
  const told = announced.slice(before).map(changed => [...(changed.get('ofCustomer') ?? [])].toSorted())
  expect(told).toEqual([[ana, double], [ana, double], [double]])
})

test('a person in several records is answered by indexes, and in the time of one', () => {
  for (let n = 0; n < 20; n += 1) history(n % 2 === 0 ? ana : double, 100 + n, n)
  merged(double, ana)
  const { db } = world.context
  const known = new Set(db.statements.keys())
  getCard(world.context, { customerId: ana, ticketId: idOf(100) })
  getTimeline(world.context, { customerId: ana, before: null, limit: 60, subject: 'all' })
  casesOfCustomer(world.context, { customerId: ana })
  getExperience(world.context, ana)
  const asked = [...db.statements.keys()].filter(sql => !known.has(sql))
  expect(asked.length).toBeGreaterThan(20)
  const scans = asked.flatMap(sql => {
    const steps = db.handle.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?\d*/g, "'1'")}`).all()
    return (steps as { readonly detail: string }[]).flatMap(({ detail }) =>
      /^SCAN (?!(i|j|json_each|f|family|known_issues|allowances|s|products|team_rules)\b)/.test(detail)
        ? [detail]
        : [],
    )
  })
  expect(scans).toEqual([])
})

test('addresses and numbers that lead to somebody else are told apart from those of the person at hand', () => {
  const bo = { customerId: third }
  world.put(
    'contactPoints',
    aContactPoint({ id: idOf(801), ...bo, kind: 'email', value: 'bo@larsen.example' }),
    aContactPoint({ id: idOf(802), ...bo, kind: 'phone', value: '+45 20 12 34 56' }),
    aContactPoint({ id: idOf(803), customerId: ana, kind: 'email', value: 'ana@ruiz.example' }),
    aContactPoint({ id: idOf(804), customerId: double, kind: 'email', value: 'a.ruiz@example.com' }),
    aContactPoint({ id: idOf(805), customerId: ana, kind: 'phone', value: '+34 910 555 0143' }),
    aContactPoint({ id: idOf(806), ...bo, kind: 'phone', value: '0034 910 555 0143' }),
  )
  merged(double, ana)
  world.put('tickets', aTicket({ id: idOf(70), customerId: ana, number: 70 }))
  const reached = (emails: readonly string[], phones: readonly string[] = []) =>
    whoIsReached(world.context, {
      customerId: ana,
      ticketId: idOf(70),
      emails: [...emails],
      phones: [...phones],
    }).map(({ value, name }) => [value, name])
  expect(reached(['Bo@larsen.example', 'ana@ruiz.example', 'a.ruiz@example.com', 'no@body.example'])).toEqual(
    [['Bo@larsen.example', 'Bo Larsen']],
  )
  expect(reached([], ['+45 20123456', '0045 20 12 34 56', '+34 910 555 0143', '7719 0000'])).toEqual([
    ['+45 20123456', 'Bo Larsen'],
    ['0045 20 12 34 56', 'Bo Larsen'],
  ])
  // She wrote of him herself.
  world.put(
    'messages',
    aMessage({
      id: idOf(71),
      ticketId: idOf(70),
      customerId: ana,
      bodyText: 'My partner is BO@larsen.example.',
    }),
  )
  expect(reached(['bo@larsen.example'])).toEqual([])
})

test('an organisation that may be there already is pointed out: by its domain first, then by its name', () => {
  const other = idOf(731)
  world.put(
    'organisations',
    anOrganisation({ id: other, name: 'Librería Faro S.L.', domain: 'faro.example' }),
  )
  const ask = (name: string, domain = '', exceptId: string | null = null) =>
    similarOrganisations(world.context, { name, domain, exceptId }).map(
      ({ name: known, because, people }) => [known, because, people],
    )
  expect(ask('LIBRERIA FARO')).toEqual([['Librería Faro S.L.', 'name', 0]])
  expect(ask('Norte', 'https://www.faro.example/tienda')).toEqual([
    ['Librería Faro S.L.', 'domain', 0],
    ['Norte Cafés', 'name', 3],
  ])
  expect(ask('', 'es.faro.example')).toEqual([['Librería Faro S.L.', 'domain', 0]])
  expect(ask('Librería Faro', '', other)).toEqual([])
  expect(ask('Something else')).toEqual([])
})
