import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitingApprovals } from '../../../main/data/queries/cases.ts'
import { getDayPack } from '../../../main/data/queries/day-pack.ts'
import { dueReminders } from '../../../main/data/queries/due-reminders.ts'
import { familyOf } from '../../../main/data/queries/family.ts'
import { listFeedback } from '../../../main/data/queries/feedback.ts'
import { getReach } from '../../../main/data/queries/issue-reach.ts'
import { getIssueDetail } from '../../../main/data/queries/known-issues.ts'
import { listLeases } from '../../../main/data/queries/leases.ts'
import { listOpportunities } from '../../../main/data/queries/opportunities.ts'
import { personName } from '../../../main/data/queries/person-names.ts'
import { listKeeps } from '../../../main/data/queries/scope.ts'
import {
  aContactPoint,
  aCustomer,
  aFollowUp,
  aKeep,
  aKnownIssue,
  aLease,
  anApproval,
  anAsset,
  anIssueLink,
  anOrder,
  aProduct,
  aPromise,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { anOpportunity } from '../../support/growth-builders.ts'
import { aFeedback } from '../../support/relation-builders.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

/** `low` was merged into `middle`, and `middle` into `top`, who stands for the person. */
const [top, middle, low] = [idOf(1), idOf(2), idOf(3)]
const issueId = idOf(60)
const ticketId = idOf(20)

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  stand({ [middle]: top, [low]: middle })
})
afterEach(() => world.laptop.close())

function stand(into: Readonly<Record<string, string>>): void {
  const names = [
    [top, 'Ana Ruiz'],
    [middle, 'A. Ruiz'],
    [low, 'ruiz@sur.example'],
  ] as const
  const rows = names.map(([id, name]) => aCustomer({ id, name, mergedIntoId: into[id] ?? null }))
  world.put('customers', ...rows)
}

test('reminders, leases, approvals and lists name the person, not the record a row was written for', () => {
  world.put('tickets', aTicket({ id: ticketId, customerId: low, number: 7 }))
  world.put('followUps', aFollowUp({ customerId: low, ownerId: ME, dueAtMs: NOW_MS - 2 }))
  world.put('promises', aPromise({ customerId: middle, ownerId: ME, dueAtMs: NOW_MS - 1 }))
  world.put('threads', aThread({ ticketId, customerId: low }))
  world.put('leases', aLease({ ticketId, untilMs: NOW_MS + 1000 }))
  world.put('approvals', anApproval({ customerId: low }))
  world.put('keeps', aKeep({ agentId: ME, customerId: low }))
  world.put('feedback', aFeedback({ customerId: low, kind: 'product' }))
  world.put('opportunities', anOpportunity({ customerId: low }))
  world.put('knownIssues', aKnownIssue({ id: issueId }))
  world.put('issueLinks', anIssueLink({ issueId, ticketId, customerId: low }))
  const { context } = world
  const me = { id: ME, teamIds: [] }
  const named = (): readonly (readonly (string | null)[])[] =>
    [
      dueReminders(context.db, { me, untilMs: NOW_MS, eventIds: [] }),
      listLeases(context),
      waitingApprovals(context),
      listKeeps(context),
      listFeedback(context, { kind: 'product', customerId: null, limit: 5 }),
      listOpportunities(context, { isEnded: false, limit: 5 }),
      getIssueDetail(context, { issueId })?.list ?? [],
    ].map(lines => lines.map(({ customerName }) => customerName))
  const ana = ['Ana Ruiz']
  expect(named()).toEqual([[...ana, ...ana], ana, ana, ana, ana, ana, ana])
  // Separated at the top, the two below are still one person.
  stand({ [low]: middle })
  expect(new Set(named().flat())).toEqual(new Set(['A. Ruiz']))
  stand({ [middle]: top })
  expect(named()).toEqual([['ruiz@sur.example', 'Ana Ruiz'], ...Array(6).fill(['ruiz@sur.example'])])
})

test('a person chosen for the day comes with the tickets and orders of all their records, by their name', () => {
  const choice = JSON.stringify({ withTeams: false, customerIds: [low] })
  world.laptop.database.db.handle
    .prepare(`INSERT INTO sync_state (key, value) VALUES ('dayPack', ?)`)
    .run(choice)
  world.put('tickets', aTicket({ id: ticketId, customerId: middle, number: 7 }))
  world.put('orders', anOrder({ customerId: top }))
  const pack = () => getDayPack(world.context)
  expect(pack()).toMatchObject({
    chosen: [{ id: low, name: 'Ana Ruiz' }],
    tickets: 1,
    customers: 1,
    orders: 1,
  })
  stand({})
  expect(pack()).toMatchObject({
    chosen: [{ name: 'ruiz@sur.example' }],
    tickets: 0,
    customers: 1,
    orders: 0,
  })
})

test('a chain is one family from whichever record it is asked, separated in either order', () => {
  const roots = () => [top, middle, low].map(id => familyOf(world.context.db, id).rootId)
  expect(roots()).toEqual([top, top, top])
  stand({ [low]: middle })
  expect(roots()).toEqual([top, middle, middle])
  stand({ [middle]: top })
  expect(roots()).toEqual([top, top, low])
  stand({})
  expect(roots()).toEqual([top, middle, low])
  expect(personName(world.context.db, low)).toBe('ruiz@sur.example')
})

test('a person in several records is written to once about a known issue, and not at all once they know', () => {
  world.put('products', aProduct({ id: idOf(61) }))
  world.put('knownIssues', aKnownIssue({ id: issueId, productId: idOf(61), affectedVersions: ['2.3.1'] }))
  const owned = { productId: idOf(61), version: '2.3.1', state: 'in-use' } as const
  world.put('assets', anAsset({ ...owned, id: idOf(62), customerId: low }))
  world.put('assets', anAsset({ ...owned, id: idOf(63), customerId: middle }))
  world.put('contactPoints', aContactPoint({ customerId: middle, value: 'ana@norte.example' }))
  world.put('tickets', aTicket({ id: ticketId, customerId: low }))
  world.put('threads', aThread({ ticketId, customerId: low, state: 'open' }))
  expect(getReach(world.context, { issueId })).toMatchObject({
    lines: [
      {
        customerId: top,
        customerName: 'Ana Ruiz',
        address: 'ana@norte.example',
        openTicketId: ticketId,
      },
    ],
    known: 0,
  })
  world.put('issueLinks', anIssueLink({ issueId, ticketId, customerId: low }))
  expect(getReach(world.context, { issueId })).toEqual({ lines: [], known: 1 })
  stand({})
  const apart = getReach(world.context, { issueId })
  expect(apart.lines.map(({ customerId }) => customerId)).toEqual([middle])
})
