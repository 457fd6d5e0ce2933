import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeScopePolicy } from '../../../server/sync/admin.ts'
import { ApprovalsAnswer } from '../../../shared/protocol/approvals.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { aCustomer, anApproval, freshId } from '../../support/builders.ts'
import type { BoardClient } from '../../support/board-client.ts'
import { openBoard } from '../../support/board-client.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'
import { stageRows } from '../../../server/sync/admin.ts'

let hub: HubUnderTest
let sara: SignedInAs
let board: BoardClient
beforeAll(async () => {
  hub = await startTestHub()
  sara = await hub.signIn('sara')
  board = await openBoard(hub.url, sara.accessToken)
})
afterAll(async () => {
  board.close()
  await hub.stop()
})
beforeEach(() => changeScopePolicy(hub.deps, hub.workspaceId, 'everything'))

/** A gesture that waits, of a customer whose work is in this team. */
async function addWaiting(teamId: string | null, amountMinor = 12_000) {
  const one = await addCase(hub, { teamId })
  const row = anApproval({
    id: freshId(),
    customerId: one.customer.id,
    ticketId: one.ticket.id,
    subjectId: freshId(),
    requestedBy: hub.agentIds.lena,
    amountMinor,
  })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'approvals', row }]])
  return { ...one, approval: row }
}

async function ask(): Promise<ApprovalsAnswer> {
  const answer = await fetch(`${hub.url}${routes.approvals}`, { headers: sara.headers })
  expect(answer.status).toBe(200)
  return ApprovalsAnswer.parse(await answer.json())
}
const decide = (approvalId: string, outcome: 'approved' | 'refused') =>
  pushOne(hub, sara, {
    name: 'approval.decide',
    args: { approvalId, outcome, words: null, seen: 'requested' },
  })
const alertOf = () => board.board()?.alerts.find(({ kind }) => kind === 'approvals-waiting')

test('what waits is one alert of the board, named on request, and gone when it is decided', async () => {
  const { approval, customer, ticket } = await addWaiting(hub.teamIds.orders)
  await board.until(() => alertOf()?.count === 1)
  expect(alertOf()).toMatchObject({ sinceMs: approval.requestedAtMs, ticketIds: [ticket.id] })
  const { approvals, others } = await ask()
  expect(others).toBe(0)
  expect(approvals).toMatchObject([
    { id: approval.id, customerName: customer.name, amountMinor: 12_000, requestedBy: hub.agentIds.lena },
  ])
  expect((await decide(approval.id, 'refused')).kind).toBe('done')
  await board.until(() => alertOf() === undefined)
  expect(await ask()).toEqual({ approvals: [], others: 0 })
})

test('whoever was merged, and merged again, is named as the person', async () => {
  const { approval, customer } = await addWaiting(null)
  const above = aCustomer({ id: freshId(), name: 'A. Ruiz' })
  const top = aCustomer({ id: freshId(), name: 'Ruiz, Ana' })
  await stageRows(hub.deps, hub.workspaceId, [
    [{ table: 'customers', row: above }],
    [{ table: 'customers', row: top }],
  ])
  const merge = (customerId: string, intoId: string) =>
    pushOne(hub, sara, { name: 'customer.merge', args: { customerId, intoId, seen: null } })
  const named = async () => (await ask()).approvals.find(({ id }) => id === approval.id)
  expect((await merge(customer.id, above.id)).kind).toBe('done')
  expect(await named()).toMatchObject({ customerName: 'A. Ruiz', customerId: customer.id })
  expect((await merge(above.id, top.id)).kind).toBe('done')
  expect(await named()).toMatchObject({ customerName: 'Ruiz, Ana', customerId: customer.id })
  expect((await decide(approval.id, 'refused')).kind).toBe('done')
})

test('a decision that was made twice changes nothing, another one is a conflict', async () => {
  const { approval } = await addWaiting(null)
  expect((await decide(approval.id, 'refused')).kind).toBe('done')
  expect((await decide(approval.id, 'refused')).kind).toBe('done')
  expect((await decide(approval.id, 'approved')).kind).toBe('conflict')
})

test('customers a supervisor may not fetch are counted and not named', async () => {
  const mine = await addWaiting(null)
  const foreign = await addWaiting(hub.teamIds.orders)
  await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
  const { approvals, others } = await ask()
  expect(approvals.map(({ id }) => id)).toEqual([mine.approval.id])
  expect(others).toBe(1)
  for (const { approval } of [mine, foreign]) await decide(approval.id, 'refused')
})
