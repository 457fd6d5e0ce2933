import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageRows } from '../../../server/sync/admin.ts'
import type { BoardClient } from '../../support/board-client.ts'
import { openBoard } from '../../support/board-client.ts'
import { aCustomer, aMessage, anAsset, aThread, aTicket, freshId } from '../../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { pushOne } from '../../support/hub-work.ts'

const HOUR_MS = 3_600_000

let hub: HubUnderTest
let lena: SignedInAs
let board: BoardClient
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
  board = await openBoard(hub.url, (await hub.signIn('sara')).accessToken)
})
afterAll(async () => {
  board.close()
  await hub.stop()
})

/** A ticket of both kinds that came ten hours ago, was answered after one, and whose customer's thing is down since. */
async function aTicketOfBoth() {
  const nowMs = hub.clock.now()
  const customer = aCustomer({ id: freshId() })
  const customerId = customer.id
  const ticket = aTicket({ id: freshId(), customerId, number: null, lastMessageSeq: 2 })
  const place = { customerId, ticketId: ticket.id }
  const part = { ...place, isPaired: true, openedAtMs: nowMs - 10 * HOUR_MS, waitingSinceMs: null } as const
  const service = aThread({ ...part, id: freshId(), kind: 'service' })
  const support = aThread({ ...part, id: freshId(), kind: 'support' })
  const wrote = (direction: 'in' | 'out', seq: number, hoursAgo: number) => ({
    table: 'messages' as const,
    row: aMessage({
      ...place,
      id: freshId(),
      seq,
      direction,
      authorKind: direction === 'in' ? 'customer' : 'agent',
      acceptedAtMs: nowMs - hoursAgo * HOUR_MS,
    }),
  })
  const asset = anAsset({ id: freshId(), customerId, state: 'broken', downSinceMs: nowMs - 40 * HOUR_MS })
  await stageRows(hub.deps, hub.workspaceId, [
    [
      { table: 'customers', row: customer },
      { table: 'assets', row: asset },
      { table: 'tickets', row: ticket },
      { table: 'threads', row: service },
      { table: 'threads', row: support },
      wrote('in', 1, 10),
      wrote('out', 2, 9),
    ],
  ])
  return { ticket, support }
}

test('response and restore of support, and the follow-up of service, are measured on one and the same ticket', async () => {
  const { ticket, support } = await aTicketOfBoth()
  await board.until(({ measures }) => measures.support.firstReply.count === 1)
  const seen = { state: 'open', seenUpToSeq: 2 }
  const solve = {
    name: 'thread.setState',
    args: { threadId: support.id, state: 'solved', seen: seen.state, seenUpToSeq: seen.seenUpToSeq },
  }
  expect((await pushOne(hub, lena, solve)).kind).toBe('done')

  const solved = await board.until(({ measures }) => measures.support.restore.count === 1)
  const { support: ofSupport } = solved.measures
  expect(ofSupport.firstReply.medianMs).toBe(HOUR_MS)
  expect(Math.round((ofSupport.restore.medianMs ?? 0) / HOUR_MS)).toBe(10)
  expect(ofSupport.followUps).toBeNull()
  expect(solved.measures.service.painful).toEqual({ covered: 0, missed: 0, open: 1 })

  const owed = await hub.store.read(hub.workspaceId, tx =>
    tx.many({ table: 'followUps', where: { ticketId: ticket.id }, above: null }),
  )
  const [followUp] = owed
  const done = { followUpId: followUp?.id, state: 'done', outcome: 'All runs again.', seen: 'open' }
  expect((await pushOne(hub, lena, { name: 'followUp.complete', args: done })).kind).toBe('done')
  const covered = await board.until(({ measures }) => measures.service.painful?.covered === 1)
  expect(covered.measures.all.painful).toEqual({ covered: 1, missed: 0, open: 0 })
  expect(covered.measures.service.followUps).toEqual({ due: 0, kept: 0 })

  // Due in two working days: then it is one that was kept.
  hub.clock.shift(6 * 24 * HOUR_MS)
  const later = await board.until(({ measures }) => measures.service.followUps?.due === 1)
  expect(later.measures.service.followUps).toEqual({ due: 1, kept: 1 })
  expect(later.measures.support).toMatchObject({ restore: { count: 1 }, painful: { covered: 1 } })
})
