import { afterEach, beforeEach, expect, test } from 'vitest'
import { spendingId } from '../../../shared/domain/cases.ts'
import { casesOfCustomer, listAllowances, waitingApprovals } from '../../../main/data/queries/cases.ts'
import {
  aComplaint,
  aCustomer,
  aGoodwill,
  anAgent,
  anAllowance,
  anApproval,
  aRecoveryStep,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
const customerId = idOf(1)
let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', aCustomer({ id: customerId, name: 'Ana Ruiz' }))
})
afterEach(() => world.laptop.close())

const points = (n: number, atMs: number, reason: 'purchase' | 'redeemed' = 'purchase'): void =>
  world.put('loyaltyEntries', sampleRow('loyaltyEntries', { customerId, points: n, atMs, reason }))

test('points are added up over all lines, whatever is shown of them', () => {
  const now = world.context.clock.now()
  for (let day = 0; day < 40; day += 1) points(10, now - day * DAY_MS)
  points(1_000, now - 400 * DAY_MS)
  points(-50, now, 'redeemed')
  const { loyalty } = casesOfCustomer(world.context, { customerId })
  expect([loyalty.balance, loyalty.earned, loyalty.entries.length]).toEqual([1_350, 400, 30])
})

test('a complaint comes with its steps, the next one first, and those of others stay away', () => {
  const complaint = aComplaint({ customerId })
  const step = { customerId, complaintId: complaint.id }
  world.put('complaints', complaint)
  world.put('recoverySteps', aRecoveryStep({ ...step, title: 'Later', dueAtMs: NOW_MS + DAY_MS }))
  world.put('recoverySteps', aRecoveryStep({ ...step, title: 'Sooner', dueAtMs: NOW_MS }))
  world.put('goodwills', aGoodwill({ customerId: idOf(2) }))
  const found = casesOfCustomer(world.context, { customerId })
  expect(found.complaints.map(({ steps }) => steps.map(({ title }) => title))).toEqual([['Sooner', 'Later']])
  expect(found.goodwills).toEqual([])
})

test('of the own allowance only what was given within thirty days is used up', () => {
  const now = world.context.clock.now()
  const spent = [
    { goodwillId: idOf(3), atMs: now - 31 * DAY_MS, amountMinor: 900 },
    { goodwillId: idOf(4), atMs: now - DAY_MS, amountMinor: 1_500 },
  ]
  const row = { currency: 'EUR', spent, updatedAtMs: now }
  world.put('spendings', { ...row, id: spendingId(ME, 'EUR'), agentId: ME })
  world.put('allowances', anAllowance())
  expect(casesOfCustomer(world.context, { customerId }).spent).toEqual([{ currency: 'EUR', minor: 1_500 }])
  expect(listAllowances(world.context)).toMatchObject([{ role: 'agent', currency: 'EUR' }])
})

test('approvals that wait say whom and what they are about, the oldest first; decided ones do not wait', () => {
  const asker = anAgent({ id: idOf(10), name: 'Sofia N.' })
  world.put('agents', asker)
  world.put('tickets', aTicket({ id: idOf(20), customerId, number: 1042, subject: 'Return of 7633' }))
  const ask = { customerId, requestedBy: asker.id }
  world.put('approvals', anApproval({ ...ask, id: idOf(30), requestedAtMs: NOW_MS + 1 }))
  world.put('approvals', anApproval({ ...ask, id: idOf(31), ticketId: idOf(20), requestedAtMs: NOW_MS }))
  world.put('approvals', anApproval({ ...ask, id: idOf(32), state: 'approved' }))
  expect(waitingApprovals(world.context)).toMatchObject([
    {
      id: idOf(31),
      customerName: 'Ana Ruiz',
      number: 1042,
      subject: 'Return of 7633',
      requestedByName: 'Sofia N.',
    },
    { id: idOf(30), number: null, subject: null },
  ])
})
