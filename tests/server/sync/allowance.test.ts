import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { spendingId, spendings } from '../../../shared/domain/cases.ts'
import { spentMinor } from '../../../shared/rules/cases/allowance.ts'
import { aCustomer, anAgent, anAllowance, freshId } from '../../support/builders.ts'
import { testClient } from '../../support/hub-client.ts'
import type { TestClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'

let hub: TestHub
let workspace: TestWorkspace
let agentId: string
let leadId: string
const customers = [freshId(), freshId(), freshId()] as const

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub)
  ;[agentId, leadId] = [freshId(), freshId()]
  await put(hub, workspace.id, [
    inTable('agents', anAgent({ id: agentId, name: 'Omar Said' })),
    inTable('agents', anAgent({ id: leadId, name: 'Saga Lund', role: 'supervisor' })),
    // Three gestures of 15 EUR fit into a month.
    inTable('allowances', anAllowance({ goodwillMinor: 2_000, goodwillMonthMinor: 5_000 })),
    ...customers.map(id => inTable('customers', aCustomer({ id }))),
  ])
})

const gesture = (customerId: string) => ({
  goodwillId: freshId(),
  customerId,
  ticketId: null,
  agentId,
  kind: 'voucher' as const,
  amountMinor: 1_500,
  currency: 'EUR',
  reason: 'A morning without tills',
})
const give = (laptop: TestClient, customerId: string) =>
  laptop.push([laptop.entry('goodwill.give', gesture(customerId))])

const rowsOf = async (table: 'goodwills' | 'approvals') => {
  const found = await Promise.all(
    customers.map(customerId =>
      hub.store.read(workspace.id, tx => tx.many({ table, where: { customerId }, above: null })),
    ),
  )
  return found.flat().map(row => ({ id: row.id, state: String(row['state']) }))
}
const states = async (table: 'goodwills' | 'approvals'): Promise<readonly string[]> =>
  (await rowsOf(table)).map(({ state }) => state).toSorted()

test('laptops of one agent that spend the same allowance at once, for different customers: never more than it', async () => {
  const laptops = Array.from({ length: 6 }, () => testClient(hub, workspace, agentId))
  const verdicts = await Promise.all(
    laptops.map((laptop, index) => give(laptop, customers[index % 3] ?? customers[0])),
  )
  expect(verdicts.flat().map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'done'))
  expect(await states('goodwills')).toEqual([
    'given',
    'given',
    'given',
    'requested',
    'requested',
    'requested',
  ])
  expect(await states('approvals')).toEqual(['requested', 'requested', 'requested'])
  const [spending] = await hub.store.read(workspace.id, tx =>
    tx.rows('spendings', [spendingId(agentId, 'EUR')]),
  )
  expect(spentMinor(spendings.columns.spent.schema.parse(spending?.['spent']), hub.clock.now())).toBe(4_500)
})

test('two supervisors who decide at once: one decides, the other is asked', async () => {
  const otherId = freshId()
  await put(hub, workspace.id, [inTable('agents', anAgent({ id: otherId, role: 'supervisor' }))])
  const laptop = testClient(hub, workspace, agentId)
  const [customerId] = customers
  await laptop.push([laptop.entry('goodwill.give', { ...gesture(customerId), amountMinor: 9_000 })])
  const [approval] = await rowsOf('approvals')
  const decide = (by: string, outcome: 'approved' | 'refused') => {
    const lead = testClient(hub, workspace, by)
    const args = { approvalId: approval?.id ?? '', outcome, words: null, seen: 'requested' }
    return lead.push([lead.entry('approval.decide', args)])
  }
  const verdicts = (await Promise.all([decide(leadId, 'approved'), decide(otherId, 'refused')])).flat()
  expect(verdicts.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done'])
  const [goodwill] = await rowsOf('goodwills')
  expect(goodwill?.state).toBe(verdicts[0]?.kind === 'done' ? 'given' : 'refused')
})
