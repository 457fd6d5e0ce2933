import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageRows } from '../../../server/sync/admin.ts'
import type { BoardClient } from '../../support/board-client.ts'
import { openBoard } from '../../support/board-client.ts'
import { aMessage, aTicket, freshId } from '../../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'

const DAY_MS = 86_400_000

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

const shown = () => board.board()?.measures.all.firstContact

/** Solved with one reply so many days ago. */
async function solvedOnce(daysAgo: number) {
  const solvedAtMs = Date.now() - daysAgo * DAY_MS
  const one = await addCase(hub, { state: 'solved', waitingSinceMs: null, solvedAtMs })
  const { id: ticketId, customerId } = one.ticket
  const out = { direction: 'out', authorKind: 'agent', seq: 2 } as const
  const reply = aMessage({ id: freshId(), ticketId, customerId, ...out })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'messages', row: reply }]])
  return one
}

test('one reply counts, for good after a week; a newer ticket that is linked takes it away again', async () => {
  await solvedOnce(9)
  const fresh = await solvedOnce(2)
  await solvedOnce(15)
  await board.until(() => shown()?.count === 2)
  expect(shown()).toEqual({ count: 2, solved: 2, provisional: 1 })

  const { customer } = await addCase(hub)
  const came = { number: null, createdAtMs: Date.now() - DAY_MS }
  const again = aTicket({ id: freshId(), customerId: customer.id, ...came })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'tickets', row: again }]])
  const linkId = freshId()
  const link = { linkId, ticketId: again.id, otherTicketId: fresh.ticket.id, kind: 'related' }
  expect((await pushOne(hub, sara, { name: 'ticket.link', args: link })).kind).toBe('done')
  await board.until(() => shown()?.count === 1)
  expect(shown()).toEqual({ count: 1, solved: 2, provisional: 0 })

  const undo = { linkId, ticketId: again.id }
  expect((await pushOne(hub, sara, { name: 'ticket.unlink', args: undo })).kind).toBe('done')
  await board.until(() => shown()?.count === 2)
})
