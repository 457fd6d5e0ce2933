import { afterEach, beforeEach, expect, test } from 'vitest'
import { listAssetEvents } from '../../../main/data/queries/asset-events.ts'
import { getCausesReport } from '../../../main/data/queries/causes-report.ts'
import { getFeedbackDigest } from '../../../main/data/queries/feedback-digest.ts'
import { getTimeline } from '../../../main/data/queries/get-timeline.ts'
import { getReach } from '../../../main/data/queries/issue-reach.ts'
import { getIssueDetail, listKnownIssues } from '../../../main/data/queries/known-issues.ts'
import { getSupportRecord } from '../../../main/data/queries/support-record.ts'
import { engineeringIssueId } from '../../../shared/rules/named-id.ts'
import {
  aContactPoint,
  aCustomer,
  aKnownIssue,
  anAsset,
  anEngineeringIssue,
  anEscalation,
  anImpact,
  anIssueLink,
  anIssueUpdate,
  aProduct,
  aRootCause,
  aThread,
  aTicket,
  freshId,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
const ISSUE = idOf(50)
const PRODUCT = idOf(60)

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', aCustomer())
  world.put('tickets', aTicket())
  world.put('threads', aThread({ kind: 'support' }))
  world.put('products', aProduct({ id: PRODUCT, name: 'Till' }))
  world.put('knownIssues', aKnownIssue({ id: ISSUE, productId: PRODUCT, engineeringKey: 'PB-881' }))
})
afterEach(() => world.laptop.close())

function addTicketWith(customer: number, ticket: number, state: 'open' | 'solved'): void {
  const place = { customerId: idOf(customer), ticketId: idOf(ticket) }
  world.put('customers', aCustomer({ id: idOf(customer) }))
  world.put('tickets', aTicket({ id: idOf(ticket), customerId: idOf(customer), number: ticket }))
  world.put('threads', aThread({ id: idOf(ticket + 500), ...place, kind: 'support', state }))
  world.put('issueLinks', anIssueLink({ ...place, issueId: ISSUE }))
}

test('the register shows first what people wait for, and finds by word, code and product', () => {
  world.put(
    'knownIssues',
    aKnownIssue({ id: idOf(51), code: 'KE-200', title: 'Late', updatedAtMs: NOW_MS + 5 }),
  )
  addTicketWith(101, 201, 'open')
  addTicketWith(102, 202, 'solved')
  const lines = listKnownIssues(world.context, { text: '' })
  expect(lines.map(({ issue }) => issue.id)).toEqual([ISSUE, idOf(51)])
  expect(lines[0]).toMatchObject({ productName: 'Till', tickets: 2, openTickets: 1 })
  const found = (text: string) => listKnownIssues(world.context, { text }).map(({ issue }) => issue.code)
  expect([found('ke 200'), found('till reboot'), found('e310 nothing')]).toEqual([['KE-200'], ['KE-117'], []])
})

test('an issue has its tickets, open ones first, what was told, and how engineering stands', () => {
  addTicketWith(102, 202, 'solved')
  addTicketWith(101, 201, 'open')
  world.put('issueUpdates', anIssueUpdate({ issueId: ISSUE, sentAtMs: NOW_MS - 9, body: 'First' }))
  world.put('issueUpdates', anIssueUpdate({ issueId: ISSUE, sentAtMs: NOW_MS, body: 'Second' }))
  world.put('engineeringIssues', anEngineeringIssue({ id: engineeringIssueId('PB-881') }))
  const detail = getIssueDetail(world.context, { issueId: ISSUE })
  expect(detail?.list.map(({ number, isOpen }) => [number, isOpen])).toEqual([
    [201, true],
    [202, false],
  ])
  expect(detail?.updates.map(({ body }) => body)).toEqual(['Second', 'First'])
  expect(detail?.engineering?.status).toBe('In review')
  expect(getIssueDetail(world.context, { issueId: idOf(99) })).toBeNull()
})

test('reached is who runs an affected version and has no ticket with it', () => {
  const own = (customer: number, version: string, state: 'in-use' | 'retired' = 'in-use'): void => {
    world.put('customers', aCustomer({ id: idOf(customer), name: `Customer ${customer}` }))
    const asset = { customerId: idOf(customer), productId: PRODUCT, version, state }
    world.put('assets', anAsset({ id: idOf(customer + 700), ...asset }))
  }
  own(110, '2.3.1')
  own(111, '2.4.0')
  own(112, '2.3.9', 'retired')
  own(113, '2.3.0')
  world.put('contactPoints', aContactPoint({ customerId: idOf(110), value: 'a@x.example' }))
  addTicketWith(113, 213, 'solved')
  own(113, '2.3.0')
  const reach = getReach(world.context, { issueId: ISSUE })
  expect(reach.lines).toMatchObject([{ customerId: idOf(110), version: '2.3.1', address: 'a@x.example' }])
  expect(reach.known).toBe(1)
})

test('the record of a customer: what is escalated, what is down, how much they could work, and why', () => {
  const key = engineeringIssueId('PB-881')
  world.put('engineeringIssues', anEngineeringIssue({ id: key }))
  world.put('escalations', anEscalation({ engineeringKey: 'PB-881' }))
  const elsewhere = { ticketId: idOf(900), createdAtMs: NOW_MS - 1 }
  world.put('escalations', anEscalation({ ...elsewhere, state: 'withdrawn' }), anEscalation(elsewhere))
  world.put('impacts', anImpact({ downSinceMs: world.context.clock.now() - 3 * DAY_MS }))
  world.put('rootCauses', aRootCause())
  const record = getSupportRecord(world.context, { customerId: idOf(1), ticketId: idOf(2) })
  expect(record.escalations.map(({ ticketId, engineering }) => [ticketId, engineering?.key])).toEqual([
    [idOf(2), 'PB-881'],
    [idOf(900), undefined],
  ])
  expect(record.impacts).toHaveLength(1)
  expect(record.uptime?.days30.share).toBeCloseTo(0.9, 5)
  expect(record.cause?.category).toBe('defect')
  const other = getSupportRecord(world.context, { customerId: idOf(77), ticketId: null })
  expect(other).toEqual({ escalations: [], impacts: [], down: [], uptime: null, cause: null, files: [] })
})

test('files of the ticket go along with a report, pictures of a signature do not', () => {
  const file = (id: number, fileName: string, more: Partial<Row<'attachments'>> = {}) =>
    world.put(
      'attachments',
      sampleRow('attachments', { id: idOf(id), ticketId: idOf(2), fileName, contentId: null, ...more }),
    )
  file(501, 'till.log')
  file(502, 'screen.png')
  file(503, 'till.log')
  file(504, 'logo.png', { contentId: 'logo@mail' })
  file(505, 'other.log', { ticketId: idOf(900) })
  const { files } = getSupportRecord(world.context, { customerId: idOf(1), ticketId: idOf(2) })
  expect(files).toEqual(['till.log', 'screen.png'])
})

test('what a thing said lately is counted by event, the newest first; the timeline names the thing', () => {
  const nowMs = world.context.clock.now()
  const said = (event: string, daysAgo: number, facts: Row<'events'>['facts'] = {}) =>
    sampleRow('events', {
      id: freshId(),
      customerId: idOf(1),
      ticketId: null,
      type: 'product.event',
      facts: { assetId: idOf(26), asset: 'Scanner', event, detail: null, ...facts },
      atMs: nowMs - daysAgo * DAY_MS,
    })
  world.put('events', said('error', 9, { detail: 'E-100' }), said('error', 2, { detail: 'E-310' }))
  world.put('events', said('low-battery', 1), said('first-use', 31))
  world.put(
    'events',
    sampleRow('events', { id: freshId(), customerId: idOf(1), type: 'thread.taken', atMs: nowMs }),
  )
  expect(listAssetEvents(world.context, { customerId: idOf(1) })).toEqual([
    { assetId: idOf(26), event: 'low-battery', detail: null, times: 1, lastAtMs: nowMs - DAY_MS },
    { assetId: idOf(26), event: 'error', detail: 'E-310', times: 2, lastAtMs: nowMs - 2 * DAY_MS },
  ])
  expect(listAssetEvents(world.context, { customerId: idOf(77) })).toEqual([])
  const { items } = getTimeline(world.context, {
    customerId: idOf(1),
    before: null,
    limit: 10,
    subject: 'changes',
  })
  expect(items.map(({ type, kind, title }) => [type, kind, title])).toContainEqual([
    'product.error',
    'support',
    'Scanner · E-310',
  ])
})

test('a thing that is down without a clock of its own counts as long as it is down, once', () => {
  const nowMs = world.context.clock.now()
  const thing = { customerId: idOf(1), downSinceMs: nowMs - 6 * DAY_MS, state: 'broken' as const }
  world.put('assets', anAsset({ ...thing, id: idOf(26) }), anAsset({ ...thing, id: idOf(27), name: 'Other' }))
  world.put('assets', anAsset({ ...thing, id: idOf(28), state: 'retired' }))
  world.put('impacts', anImpact({ assetId: idOf(26), downSinceMs: nowMs - 3 * DAY_MS }))
  const record = getSupportRecord(world.context, { customerId: idOf(1), ticketId: null })
  expect(record.down).toEqual([{ assetId: idOf(27), assetName: 'Other', downSinceMs: nowMs - 6 * DAY_MS }])
  expect(record.uptime?.days30.share).toBeCloseTo(0.8, 5)
})

test('causes are counted by product and category, with the tickets behind', () => {
  const nowMs = world.context.clock.now()
  const cause = (ticket: number, daysAgo: number) =>
    aRootCause({ ticketId: idOf(ticket), productId: PRODUCT, recordedAtMs: nowMs - daysAgo * DAY_MS })
  world.put('rootCauses', cause(301, 1), cause(302, 20), cause(303, 45))
  const { rows } = getCausesReport(world.context, { days: 30 })
  expect(rows).toMatchObject([
    {
      productName: 'Till',
      category: 'defect',
      ticketIds: [idOf(301), idOf(302)],
      beforeIds: [idOf(303)],
      againIds: [idOf(301), idOf(302)],
    },
  ])
})

test('a person in two records is one customer who wants it, and to whom it came again', () => {
  const [double, at] = [idOf(8), world.context.clock.now()]
  world.put('customers', aCustomer({ id: double, mergedIntoId: idOf(1) }))
  const wish = { kind: 'product', area: 'Export', productId: PRODUCT, createdAtMs: at - DAY_MS } as const
  for (const [id, customerId] of [idOf(1), double].entries())
    world.put('feedback', sampleRow('feedback', { ...wish, id: idOf(401 + id), customerId }))
  expect(getFeedbackDigest(world.context, { kind: 'product', days: 7 })).toMatchObject([
    { count: 2, customers: 1 },
  ])
  const cause = { productId: PRODUCT, recordedAtMs: at - DAY_MS }
  world.put('rootCauses', aRootCause({ ...cause, ticketId: idOf(301), recordedAtMs: at - 2 * DAY_MS }))
  world.put('rootCauses', aRootCause({ ...cause, ticketId: idOf(302), customerId: double }))
  expect(getCausesReport(world.context, { days: 30 }).rows).toMatchObject([{ againIds: [idOf(302)] }])
})

test('what customers want: product feedback of the period, once a wish, with who said it', () => {
  const nowMs = world.context.clock.now()
  const said = (id: number, fields: Partial<Row<'feedback'>> = {}) =>
    sampleRow('feedback', {
      id: idOf(id),
      customerId: idOf(1),
      kind: 'product',
      area: 'Export',
      productId: PRODUCT,
      createdAtMs: nowMs - DAY_MS,
      ...fields,
    })
  world.put('feedback', said(401), said(402, { customerId: idOf(8), area: 'export ' }))
  world.put('feedback', said(403, { kind: 'experience' }), said(404, { createdAtMs: nowMs - 9 * DAY_MS }))
  const digest = getFeedbackDigest(world.context, { kind: 'product', days: 7 })
  expect(digest).toMatchObject([{ productName: 'Till', count: 2, customers: 2 }])
  expect(digest[0]?.items.map(({ id }) => id)).toEqual([idOf(401), idOf(402)])
  const felt = getFeedbackDigest(world.context, { kind: 'experience', days: 7 })
  expect(felt.flatMap(({ items }) => items.map(({ id }) => id))).toEqual([idOf(403)])
})
