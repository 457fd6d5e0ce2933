import { allowanceId } from '../../../../shared/domain/cases.ts'
import type { Ticket } from '../../../../shared/domain/tickets.ts'
import { makeId } from '../ids.ts'
import type { Tables } from '../tables.ts'
import { jonas, me } from './people.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Everything the service pane can show of money and cases, at once: to see that it stays calm. */
export function putAnaCases(tables: Tables, { customerId, id: ticketId }: Ticket, nowMs: number): void {
  const own = { customerId, ticketId }
  const limits = {
    returnMinor: 10_000,
    correctionMinor: 10_000,
    goodwillMinor: 2_500,
    goodwillMonthMinor: 15_000,
  }
  const of = { role: 'agent' as const, currency: 'EUR' }
  tables.put('allowances', { ...of, ...limits, id: allowanceId('agent', 'EUR'), updatedAtMs: nowMs })
  const post = { customerId, ticketId: null, reportedAtMs: null, postedAtMs: nowMs - 26 * HOUR }
  tables.put('publicPosts', {
    ...post,
    id: makeId(),
    place: 'Trustpilot',
    url: 'https://reviews.example/41',
    author: 'ana_r',
    stars: 2,
    body: 'Charged twice and still waiting. The people are kind, but somebody has to decide something.',
  })
  tables.put('publicPosts', {
    ...post,
    id: makeId(),
    place: 'مراجعات التجار',
    url: null,
    author: null,
    stars: null,
    body: 'الماسح لا يقترن منذ أسبوع، هل من حل؟',
  })
  const order = tables.all('orders').find(each => each.customerId === customerId)
  const money = { amountMinor: 24_900, currency: 'EUR' }
  const returned = tables.put('returnCases', {
    ...own,
    ...money,
    id: makeId(),
    orderId: order?.id ?? null,
    number: 'R-7F3-A2C9',
    kind: 'return',
    state: 'requested',
    reason: 'The scanner does not pair',
    createdAtMs: nowMs - 3 * HOUR,
    closedAtMs: null,
    lines: [{ orderLineId: makeId(), title: 'P40 handheld scanner', quantity: 1, unitMinor: 24_900 }],
    decision: null,
  })
  tables.put('approvals', {
    ...own,
    ...money,
    id: makeId(),
    subjectKind: 'return',
    subjectId: returned.id,
    chargeId: null,
    state: 'requested',
    reason: 'Gold customer, unopened, within thirty days',
    requestedBy: jonas.id,
    requestedAtMs: nowMs - 2 * HOUR,
    decidedBy: null,
    decidedAtMs: null,
    decision: null,
  })
  const charge = tables.all('charges').find(each => each.customerId === customerId)
  tables.put('disputes', {
    ...own,
    id: makeId(),
    chargeId: charge?.id ?? makeId(),
    invoiceId: charge?.invoiceId ?? null,
    cause: 'duplicate',
    note: 'Charged on Friday and once more on Saturday',
    state: 'open',
    currency: 'EUR',
    beforeMinor: 24_900,
    afterMinor: null,
    reason: null,
    openedBy: me.id,
    openedAtMs: nowMs - HOUR,
    correctedBy: null,
    closedAtMs: null,
  })
  putComplaint(tables, own, nowMs)
  tables.put('needs', {
    ...own,
    id: makeId(),
    occasion: 'Stocktaking in three shops',
    budgetMinor: 90_000,
    currency: 'EUR',
    wishes: ['stocktaking', 'mobile'],
    productIds: tables
      .all('products')
      .slice(0, 1)
      .map(({ id }) => id),
    steps: ['asked', 'shortlisted'],
    createdBy: me.id,
    createdAtMs: nowMs - DAY,
    updatedAtMs: nowMs - DAY,
  })
  tables.put('goodwills', {
    ...own,
    id: makeId(),
    agentId: me.id,
    kind: 'voucher',
    amountMinor: 1_500,
    currency: 'EUR',
    reason: 'Delivery two weeks late',
    state: 'given',
    createdAtMs: nowMs - 40 * DAY,
    decidedAtMs: nowMs - 40 * DAY,
  })
  for (const [points, reason, note] of [
    [1_240, 'purchase', '7402'],
    [-150, 'redeemed', 'Shelf labels'],
  ] as const)
    tables.put('loyaltyEntries', {
      ...own,
      id: makeId(),
      points,
      reason,
      sourceId: null,
      note,
      byId: me.id,
      atMs: nowMs - 30 * DAY,
    })
}

function putComplaint(
  tables: Tables,
  own: { readonly customerId: string; readonly ticketId: string },
  nowMs: number,
): void {
  const complaint = tables.put('complaints', {
    ...own,
    id: makeId(),
    title: 'Nobody called back for a week',
    severity: 'high',
    ownerId: me.id,
    state: 'recovering',
    mentionsReview: true,
    outcome: null,
    openedBy: jonas.id,
    openedAtMs: nowMs - 2 * DAY,
    closedAtMs: null,
  })
  for (const [title, dueAtMs, doneAtMs] of [
    ['Call them and listen', nowMs - DAY, nowMs - DAY],
    ['Put right what went wrong', nowMs - HOUR, null],
    ['Ask whether all is well', nowMs + 3 * DAY, null],
  ] as const)
    tables.put('recoverySteps', {
      id: makeId(),
      customerId: own.customerId,
      complaintId: complaint.id,
      title,
      dueAtMs,
      doneAtMs,
      doneBy: doneAtMs === null ? null : me.id,
    })
}
