import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageRows } from '../../../server/sync/admin.ts'
import { freshId } from '../../support/builders.ts'
import { aSurvey } from '../../support/relation-builders.ts'
import type { BoardClient } from '../../support/board-client.ts'
import { openBoard } from '../../support/board-client.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'

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

const alertOf = () => board.board()?.alerts.find(({ kind }) => kind === 'bad-experience')

test('who was unhappy under one record and waits under another is one person who waits', async () => {
  const nowMs = Date.now()
  const before = await addCase(hub, { state: 'solved', waitingSinceMs: null, solvedAtMs: nowMs - 90_000 })
  const waits = await addCase(hub, { state: 'open', waitingSinceMs: nowMs - 60_000 })
  const survey = aSurvey({
    id: freshId(),
    customerId: before.customer.id,
    ticketId: before.ticket.id,
    kind: 'csat',
    score: 1,
    askedAtMs: nowMs - 80_000,
    answeredAtMs: nowMs - 70_000,
  })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'surveys', row: survey }]])
  await board.until(() => board.board()?.measures.all.csat.answers === 1)
  expect(alertOf()).toBeUndefined()

  const merge = { customerId: before.customer.id, intoId: waits.customer.id, seen: null }
  expect((await pushOne(hub, sara, { name: 'customer.merge', args: merge })).kind).toBe('done')
  await board.until(() => alertOf()?.count === 1)
  expect(alertOf()).toMatchObject({ threadIds: [waits.thread.id], ticketIds: [waits.ticket.id] })

  const late = await openBoard(hub.url, sara.accessToken)
  await late.until(() => late.board()?.alerts.some(({ kind }) => kind === 'bad-experience') === true)
  late.close()

  const part = { customerId: before.customer.id, seen: waits.customer.id }
  expect((await pushOne(hub, sara, { name: 'customer.unmerge', args: part })).kind).toBe('done')
  await board.until(() => alertOf() === undefined)
})
