import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { putWebhook, readWebhook } from '../../../server/db/queries/webhooks.ts'
import { passOnJob } from '../../../server/jobs/pass-on.ts'
import { stageRows } from '../../../server/sync/admin.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { aThread, freshId } from '../../support/builders.ts'
import { anOpportunity } from '../../support/growth-builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'
import { runJob } from '../../support/run-job.ts'
import { isSigned, webhookReceiver } from '../../support/webhook-receiver.ts'

const SECRET = 'between us'
const receiver = webhookReceiver()
const { got } = receiver

let hub: HubUnderTest
let lena: SignedInAs
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
  const { workspaceId } = hub
  const url = await receiver.listen()
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    putWebhook({ client, workspaceId }, 'opportunities', { url, secret: SECRET, sentUpToMs: 0 }),
  )
})
afterAll(async () => {
  await hub.stop()
  receiver.close()
})

const run = (): Promise<void> => runJob(passOnJob, hub)
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
  receiver.answerWith(500)
  await expect(run()).rejects.toThrow(/did not take/u)
  expect((await rowOf(row.id)).sentAtMs).toBeNull()
  receiver.answerWith(204)
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
  expect(isSigned(taken, SECRET)).toBe(true)
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

describe('where nothing is connected', () => {
  beforeAll(async () => {
    await inWorkspace(hub.database.app, { workspaceId: hub.workspaceId }, client =>
      client.query(`DELETE FROM tandem.product_webhooks WHERE topic = 'opportunities'`),
    )
    got.length = 0
  })
  type Mail = {
    readonly to: string
    readonly body: string
    readonly delivery: string
    readonly state: string
  }
  const mailsOf = (customerId: string): Promise<readonly Mail[]> =>
    inWorkspace(
      hub.database.app,
      { workspaceId: hub.workspaceId },
      async client =>
        (
          await client.query<Mail>(
            `SELECT m.to_json->0->>'address' AS to, m.body_text AS body, m.delivery, t.state FROM tandem.messages m
             JOIN tandem.threads t ON t.workspace_id = m.workspace_id AND t.ticket_id = m.ticket_id
             WHERE m.customer_id = $1 AND m.direction = 'out' AND m.author_kind = 'automation'`,
            [customerId],
          )
        ).rows,
    )

  test('it leaves as a mail, once, which says what was agreed to, shows with the customer and waits for nobody', async () => {
    const row = await noted({ valueMinor: 120_000, currency: 'EUR' })
    await passOn(row.id)
    await run()
    await run()
    const mails = await mailsOf(row.customerId)
    expect(mails).toMatchObject([{ to: 'sales@partner.example', delivery: 'queued', state: 'solved' }])
    expect(mails[0]?.body).toContain(row.note)
    expect(mails[0]?.body).toMatch(/€1,200\.00[\s\S]*agreed to this being passed on \(on the phone/u)
    expect((await rowOf(row.id)).sentAtMs).not.toBeNull()
    expect(got).toEqual([])
  })

  test('a refusal that comes first stops the mail, and an address that is none of mail waits', async () => {
    const refused = await noted()
    await passOn(refused.id)
    const no = { opportunityId: refused.id, consent: 'refused', via: 'phone', seen: 'given' }
    await pushOne(hub, lena, { name: 'opportunity.consent', args: no })
    const elsewhere = await noted()
    await pushOne(hub, lena, {
      name: 'opportunity.passOn',
      args: { opportunityId: elsewhere.id, teamId: null, address: 'the sales desk', seen: 'noted' },
    })
    await run()
    expect(await mailsOf(refused.customerId)).toEqual([])
    expect(await mailsOf(elsewhere.customerId)).toEqual([])
    expect((await rowOf(elsewhere.id)).state).toBe('passed-on')
  })

  test('it rests while something is broken on another record of the same person', async () => {
    const row = await noted()
    const { customer } = await addCase(hub, { kind: 'support', state: 'open', solvedAtMs: null })
    await inWorkspace(hub.database.app, { workspaceId: hub.workspaceId }, client =>
      client.query('UPDATE tandem.customers SET merged_into_id = $2 WHERE id = $1', [
        customer.id,
        row.customerId,
      ]),
    )
    await passOn(row.id)
    await run()
    expect((await rowOf(row.id)).sentAtMs).toBeNull()
  })
})
