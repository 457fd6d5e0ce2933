import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deleteTicket } from '../../../server/sync/admin.ts'
import { aCustomer, aMessage, anAgent, aThread, aTicket, freshId } from '../../support/builders.ts'
import { newReply, testClient } from '../../support/hub-client.ts'
import type { TestClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'

const HOUR_MS = 3_600_000

let hub: TestHub
let workspace: TestWorkspace
let lena: TestClient
let omar: TestClient
let omarId: string
const [customerId, ticketId, threadId] = [freshId(), freshId(), freshId()]

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub)
  omarId = freshId()
  await put(hub, workspace.id, [
    inTable('agents', anAgent({ id: omarId, name: 'Omar Said' })),
    inTable('customers', aCustomer({ id: customerId })),
    inTable('tickets', aTicket({ id: ticketId, customerId, number: null, lastMessageSeq: 1 })),
    inTable('threads', aThread({ id: threadId, ticketId, customerId })),
    inTable('messages', aMessage({ ticketId, customerId, seq: 1 })),
  ])
  lena = testClient(hub, workspace)
  omar = testClient(hub, workspace, omarId)
})

const leases = () =>
  hub.store.read(workspace.id, tx => tx.many({ table: 'leases', where: { ticketId }, above: null }))
const holdFor = (agentId: string, hours: number) => ({
  leaseId: freshId(),
  ticketId,
  agentId,
  forMs: hours * HOUR_MS,
  seen: null,
})

test('two agents who take a ticket at the same moment: one has it, the other is told', async () => {
  const both = await Promise.all([
    lena.push([lena.entry('lease.take', holdFor(workspace.agent.id, 4))]),
    omar.push([omar.entry('lease.take', holdFor(omarId, 4))]),
  ])
  expect(
    both
      .flat()
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['conflict', 'done'])
  expect(await leases()).toHaveLength(1)
})

test('a lease ends by the clock of the hub, and holds a reply that knows nothing of it until then', async () => {
  await lena.push([lena.entry('lease.take', holdFor(workspace.agent.id, 2))])
  const reply = newReply({ ticketId, threadId }, { seenUpToSeq: 1 })
  const [held] = await omar.push([omar.entry('ticket.reply', reply)])
  expect(held).toMatchObject({ kind: 'conflict', conflict: { reason: 'leased' } })
  hub.clock.advance(2 * HOUR_MS + 1)
  const [sent] = await omar.push([omar.entry('ticket.reply', reply)])
  expect(sent?.kind).toBe('done')
})

test('a deleted ticket leaves no lease behind', async () => {
  await lena.push([lena.entry('lease.take', holdFor(workspace.agent.id, 2))])
  expect(await leases()).toHaveLength(1)
  await deleteTicket(hub.deps, workspace.id, ticketId)
  expect(await leases()).toEqual([])
})
