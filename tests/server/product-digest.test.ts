import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '../../server/db/in-workspace.ts'
import { putWebhook, readWebhook } from '../../server/db/queries/webhooks.ts'
import { DIGEST_EVERY_MS, experienceDigestJob, productDigestJob } from '../../server/jobs/feedback-digest.ts'
import { freshId } from '../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../support/hub.ts'
import { startTestHub } from '../support/hub.ts'
import { addCase, pushOne } from '../support/hub-work.ts'
import { runJob } from '../support/run-job.ts'
import { isSigned, webhookReceiver } from '../support/webhook-receiver.ts'

const SECRET = 'between us'
const receiver = webhookReceiver()
const { got } = receiver

let hub: HubUnderTest
let lena: SignedInAs
let begunMs: number
let url: string
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
  begunMs = hub.clock.now() - 1_000
  const { workspaceId } = hub
  url = await receiver.listen()
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    putWebhook({ client, workspaceId }, 'product', { url, secret: SECRET, sentUpToMs: begunMs }),
  )
})
afterAll(async () => {
  await hub.stop()
  receiver.close()
})

const run = (): Promise<void> => runJob(productDigestJob, hub)
const sentUpTo = async (): Promise<number> => {
  const { workspaceId } = hub
  const hook = await inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, client =>
    readWebhook({ client, workspaceId }, 'product'),
  )
  return Number(hook?.sentUpToMs)
}

test('a week of wishes goes out once, signed, and again until it was taken', async () => {
  const { customer } = await addCase(hub)
  const wish = { customerId: customer.id, ticketId: null, productId: null, area: 'Export' }
  const add = (kind: string, text: string) =>
    pushOne(hub, lena, { name: 'feedback.add', args: { ...wish, feedbackId: freshId(), kind, text } })
  expect(await add('product', 'By category, please')).toMatchObject({ kind: 'done' })
  expect(await add('experience', 'You were kind')).toMatchObject({ kind: 'done' })

  await run()
  expect(got).toEqual([])

  hub.clock.shift(DIGEST_EVERY_MS)
  receiver.answerWith(503)
  await expect(run()).rejects.toThrow(/did not take/)
  expect(await sentUpTo()).toBe(begunMs)
  receiver.answerWith(204)
  await run()
  expect(await sentUpTo()).toBe(begunMs + DIGEST_EVERY_MS)
  const [failed, taken] = got
  expect(got).toHaveLength(2)
  expect(failed?.headers['tandem-delivery']).toBe(taken?.headers['tandem-delivery'])
  const digest = JSON.parse(taken?.body ?? '{}') as { entries: readonly unknown[] }
  expect(digest.entries).toMatchObject([
    { area: 'Export', count: 1, items: [{ text: 'By category, please' }] },
  ])

  expect(isSigned(taken, SECRET)).toBe(true)
  await run()
  expect(got).toHaveLength(2)
})

test('a week without a word is not sent, and does not come again', async () => {
  hub.clock.shift(DIGEST_EVERY_MS)
  await run()
  expect(got).toHaveLength(2)
  expect(await sentUpTo()).toBe(begunMs + 2 * DIGEST_EVERY_MS)
})

test('somebody in two records is one customer', async () => {
  // Two weeks on nobody is signed in any more.
  lena = await hub.signIn('lena')
  const [one, other] = [await addCase(hub), await addCase(hub)]
  for (const { customer } of [one, other]) {
    const wish = { customerId: customer.id, ticketId: null, productId: null, area: 'Dark theme' }
    const args = { ...wish, feedbackId: freshId(), kind: 'product', text: 'At night, please' }
    expect(await pushOne(hub, lena, { name: 'feedback.add', args })).toMatchObject({ kind: 'done' })
  }
  const merge = { customerId: other.customer.id, intoId: one.customer.id, seen: null }
  expect(await pushOne(hub, lena, { name: 'customer.merge', args: merge })).toMatchObject({ kind: 'done' })
  hub.clock.shift(DIGEST_EVERY_MS)
  await run()
  const digest = JSON.parse(got.at(-1)?.body ?? '{}') as { entries: readonly unknown[] }
  expect(digest.entries).toMatchObject([{ area: 'Dark theme', count: 2, customers: 1 }])
})

test('how it felt goes to an address of its own, and nothing of products with it', async () => {
  lena = await hub.signIn('lena')
  const { customer } = await addCase(hub)
  const said = { customerId: customer.id, ticketId: null, productId: null }
  for (const [kind, area] of [
    ['experience', 'Waiting'],
    ['product', 'Export'],
  ]) {
    const args = { ...said, feedbackId: freshId(), kind, area, text: 'Two weeks' }
    expect(await pushOne(hub, lena, { name: 'feedback.add', args })).toMatchObject({ kind: 'done' })
  }
  const { workspaceId } = hub
  const hook = { url, secret: SECRET, sentUpToMs: hub.clock.now() - 1_000 }
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    putWebhook({ client, workspaceId }, 'experience', hook),
  )
  hub.clock.shift(DIGEST_EVERY_MS)
  await runJob(experienceDigestJob, hub)
  const digest = JSON.parse(got.at(-1)?.body ?? '{}') as { entries: readonly unknown[] }
  expect(digest).toMatchObject({
    kind: 'experience-feedback.digest',
    entries: [{ area: 'Waiting', count: 1 }],
  })
  expect(digest.entries).toHaveLength(1)
})
