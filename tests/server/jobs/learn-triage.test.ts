import { afterAll, beforeAll, expect, test } from 'vitest'
import { learnTriageJob } from '../../../server/jobs/learn-triage.ts'
import { createJobRunner } from '../../../server/jobs/runner.ts'
import { deleteTicket } from '../../../server/sync/admin.ts'
import { TRIAGE_WEIGHTS_ID } from '../../../shared/domain/triage-weights.ts'
import { silentLog } from '../../../shared/log.ts'
import { shippedModel } from '../../../shared/rules/triage/triage.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'

let hub: HubUnderTest
let lena: SignedInAs
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
})
afterAll(() => hub.stop())

async function learnNow(): Promise<void> {
  const { owner, app } = hub.database
  const runner = createJobRunner({
    jobs: [learnTriageJob],
    owner,
    app,
    store: hub.store,
    clock: hub.clock,
    random: Math.random,
    log: silentLog,
    announce: hub.deps.announce,
  })
  await owner.query(`UPDATE jobs SET due_at_ms = 0 WHERE kind = 'learn-triage'`)
  expect(await runner.runDue()).toBe(1)
  await runner.stop()
}
const learnt = async () =>
  (await hub.store.read(hub.workspaceId, tx => tx.rows('triageWeights', [TRIAGE_WEIGHTS_ID])))[0]
const headOf = async (): Promise<number> => (await hub.store.read(hub.workspaceId, tx => tx.head())).seq

test('the hub learns from what people decide, once a decision, and forgets what is erased', async () => {
  await learnNow()
  expect(await learnt()).toBeUndefined()

  const one = await addCase(hub)
  const args = { ticketId: one.ticket.id, kind: 'support', seen: 'service', teamId: null, suggested: null }
  expect(await pushOne(hub, lena, { name: 'ticket.relabel', args })).toMatchObject({ kind: 'done' })
  await learnNow()
  const first = await learnt()
  expect(first).toMatchObject({ model: shippedModel().version, lessons: 1 })
  expect(first?.['weights']).not.toEqual([])

  const head = await headOf()
  await learnNow()
  expect(await headOf()).toBe(head)

  await deleteTicket(hub.deps, hub.workspaceId, one.ticket.id)
  await learnNow()
  expect(await learnt()).toMatchObject({ lessons: 0, weights: [] })
})

test('keeping a kind is a decision too, and only by a person', async () => {
  const one = await addCase(hub)
  const args = {
    ticketId: one.ticket.id,
    kind: 'service',
    seen: 'service',
    teamId: null,
    suggested: 'support',
  }
  expect(await pushOne(hub, lena, { name: 'ticket.relabel', args })).toMatchObject({ kind: 'done' })
  await learnNow()
  expect(await learnt()).toMatchObject({ lessons: 1 })
})
