import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { putWebhook, readWebhook } from '../../../server/db/queries/webhooks.ts'
import { passOnJob } from '../../../server/jobs/pass-on.ts'
import { stageRows } from '../../../server/sync/admin.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { silentLog } from '../../../shared/log.ts'
import { aThread, freshId } from '../../support/builders.ts'
import { anOpportunity } from '../../support/growth-builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'

const SECRET = 'between us'
type Got = { readonly headers: Record<string, unknown>; readonly body: string }
const got: Got[] = []
let answer = 200
const receiver = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => {
    body += text
  })
  request.on('end', () => {
    got.push({ headers: request.headers, body })
    response.statusCode = answer
    response.end()
  })
})

let hub: HubUnderTest
let lena: SignedInAs
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
  await new Promise<void>(resolve => {
    receiver.listen(0, '127.0.0.1', resolve)
  })
  const { workspaceId } = hub
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/sales`
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    putWebhook({ client, workspaceId }, 'opportunities', { url, secret: SECRET, sentUpToMs: 0 }),
  )
})
afterAll(async () => {
  await hub.stop()
  receiver.close()
})

const run = (): Promise<void> => {
  const { owner, app } = hub.database
  const { store, clock, workspaceId } = hub
  return passOnJob.run({
    workspaceId,
    app,
    owner,
    store,
    clock,
    random: Math.random,
    log: silentLog,
    signal: new AbortController().signal,
    announce: hub.deps.announce,
  })
}
const rowOf = async (id: string): Promise<Row<'opportunities'>> =>
  (await hub.store.read(hub.workspaceId, tx => tx.rows('opportunities', [id])))[0] as Row<'opportunities'>

async function noted(fields: Partial<Row<'opportunities'>> = {}): Promise<Row<'opportunities'>> {
  const { customer } = await addCase(hub, { state: 'solved', solvedAtMs: hub.clock.now() })
  const row = anOpportunity({ customerId: customer.id, consent: 'given', consentVia: 'phone', ...fields })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'opportunities', row }]])
  return row
}
const passOn = (opportunityId: string) =>
  pushOne(hub, lena, {
    name: 'opportunity.passOn',
    args: { opportunityId, teamId: null, address: 'sales@partner.example', seen: 'noted' },
  })

test('what a laptop passes on without consent the hub refuses, and nothing leaves', async () => {
  const row = await noted({ consent: 'not-asked', consentVia: null })
  expect(await passOn(row.id)).not.toMatchObject({ kind: 'done' })
  await run()
  expect(got).toEqual([])
})

test('it leaves once, signed, when it was taken; then nobody takes it back', async () => {
  const row = await noted()
  expect(await passOn(row.id)).toMatchObject({ kind: 'done' })
  answer = 500
  await expect(run()).rejects.toThrow(/did not take/u)
  expect((await rowOf(row.id)).sentAtMs).toBeNull()
  answer = 204
  await run()
  await run()
  expect(got).toHaveLength(2)
  const [failed, taken] = got
  expect(failed?.headers['tandem-delivery']).toBe(taken?.headers['tandem-delivery'])
  expect(JSON.parse(taken?.body ?? '{}')).toMatchObject({
    kind: 'opportunity.passed-on',
    to: 'sales@partner.example',
    opportunity: { note: row.note, consentVia: 'phone', customerId: row.customerId },
  })
  const [, at = '', signature] =
    /^t=(\d+),v1=([0-9a-f]{64})$/u.exec(String(taken?.headers['tandem-signature'])) ?? []
  expect(createHmac('sha256', SECRET).update(`${at}.${taken?.body}`).digest('hex')).toBe(signature)
  expect((await rowOf(row.id)).sentAtMs).not.toBeNull()
  const back = { name: 'opportunity.takeBack', args: { opportunityId: row.id, seen: 'passed-on' } }
  expect(await pushOne(hub, lena, back)).not.toMatchObject({ kind: 'done' })
})

test('it rests while something of the customer’s is broken, and leaves by itself when that is over', async () => {
  const row = await noted()
  const broken = aThread({ id: freshId(), ticketId: freshId(), customerId: row.customerId, kind: 'support' })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'threads', row: broken }]])
  await passOn(row.id)
  got.length = 0
  await run()
  expect([got.length, (await rowOf(row.id)).sentAtMs]).toEqual([0, null])
  await inWorkspace(hub.database.app, { workspaceId: hub.workspaceId }, client =>
    client.query(`UPDATE tandem.threads SET state = 'solved' WHERE id = $1`, [broken.id]),
  )
  await run()
  expect(got).toHaveLength(1)
})

test('the address of one topic is none of another’s', async () => {
  const { workspaceId } = hub
  const hook = await inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
    readWebhook({ client, workspaceId }, 'product'),
  )
  expect(hook).toBeNull()
})
