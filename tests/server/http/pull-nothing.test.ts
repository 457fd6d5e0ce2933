import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeAgent, changeScopePolicy, newEpoch } from '../../../server/sync/admin.ts'
import { encodeCursor } from '../../../server/sync/cursor.ts'
import { pullNothing } from '../../../server/sync/pull.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import { pullPage } from '../../support/second-client/pull.ts'
import { addCase, settled } from '../conformance/support.ts'

// A pull that finds nothing is answered from what was read to let the request in: it must know everything that would
// make another answer, whichever copy of the hub did it.

let hub: HubUnderTest
let lena: SecondClient
let adam: SecondClient
beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.stop())
beforeEach(async () => {
  lena = await settled(hub, 'lena')
  adam = await settled(hub, 'adam')
  await lena.pull()
})

test('only the newest cursor of these rights and this epoch finds nothing', () => {
  const newest = { epoch: 'e', stamp: '1.2', seq: 7 }
  const answer = (cursor: string | null) => pullNothing({ newest, cursor }, 5)
  expect(answer(encodeCursor(newest))).toMatchObject({ kind: 'page', epoch: 'e', upTo: 7, hubTimeMs: 5 })
  for (const other of [{ seq: 6 }, { seq: 8 }, { stamp: '1.3' }, { epoch: 'f' }])
    expect(answer(encodeCursor({ ...newest, ...other }))).toBeNull()
  expect([answer(null), answer(''), answer('strange')]).toEqual([null, null, null])
})

test('a change by another copy is found with the next pull', async () => {
  expect(await pullPage(lena.core)).toMatchObject({ kind: 'page', entries: [], more: false })
  const copy = await hub.startCopy()
  const through = adam.restarted({ baseUrl: copy.url })
  await addCase(through)
  const page = await pullPage(lena.core)
  expect(page.kind === 'page' && page.entries.length).toBeGreaterThan(0)
  await copy.stop()
})

test.each([
  [
    'other teams',
    () => changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.lena, teamIds: [] }),
    'scope',
  ],
  [
    'another role',
    () => changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.lena, role: 'admin' }),
    'scope',
  ],
  ['another policy', () => changeScopePolicy(hub.deps, hub.workspaceId, 'teams'), 'scope'],
  ['another epoch', () => newEpoch(hub.deps, hub.workspaceId, 'another'), 'epoch'],
])('%s are heard of with the next pull', async (_what, change, reason) => {
  await change()
  expect(await pullPage(lena.core)).toMatchObject({ kind: 'snapshot-needed', reason })
})

test('whoever was shut out is told so', async () => {
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.lena, isActive: false })
  await expect(pullPage(lena.core)).rejects.toMatchObject({ code: 'signed-out' })
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.lena, isActive: true })
})
