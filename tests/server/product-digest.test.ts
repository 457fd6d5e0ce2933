import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '../../server/db/in-workspace.ts'
import { putWebhook, readWebhook } from '../../server/db/queries/webhooks.ts'
import { DIGEST_EVERY_MS, productDigestJob } from '../../server/jobs/product-digest.ts'
import { silentLog } from '../../shared/log.ts'
import { freshId } from '../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../support/hub.ts'
import { startTestHub } from '../support/hub.ts'
import { addCase, pushOne } from '../support/hub-work.ts'

type Got = { readonly headers: Record<string, unknown>; readonly body: string }
const SECRET = 'between us'
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
let begunMs: number
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
  await new Promise<void>(resolve => {
    receiver.listen(0, '127.0.0.1', resolve)
  })
  begunMs = hub.clock.now() - 1_000
  const { workspaceId } = hub
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/wishes`
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    putWebhook({ client, workspaceId }, 'product', { url, secret: SECRET, sentUpToMs: begunMs }),
  )
})
afterAll(async () => {
  await hub.stop()
  receiver.close()
})

const run = (): Promise<void> => {
  const { owner, app } = hub.database
  const { store, clock, workspaceId } = hub
  const signal = new AbortController().signal
  const { announce } = hub.deps
  return productDigestJob.run({
    workspaceId,
    app,
    owner,
    store,
    clock,
    random: Math.random,
    log: silentLog,
    signal,
    announce,
  })
}
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
  answer = 503
  await expect(run()).rejects.toThrow(/did not take/)
  expect(await sentUpTo()).toBe(begunMs)
  answer = 204
  await run()
  expect(await sentUpTo()).toBe(begunMs + DIGEST_EVERY_MS)
  const [failed, taken] = got
  expect(got).toHaveLength(2)
  expect(failed?.headers['tandem-delivery']).toBe(taken?.headers['tandem-delivery'])
  const digest = JSON.parse(taken?.body ?? '{}') as { entries: readonly unknown[] }
  expect(digest.entries).toMatchObject([
    { area: 'Export', count: 1, items: [{ text: 'By category, please' }] },
  ])

  const [, at = '', signature] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(taken?.headers['tandem-signature'])) ?? []
  expect(createHmac('sha256', SECRET).update(`${at}.${taken?.body}`).digest('hex')).toBe(signature)
  await run()
  expect(got).toHaveLength(2)
})

test('a week without a word is not sent, and does not come again', async () => {
  hub.clock.shift(DIGEST_EVERY_MS)
  await run()
  expect(got).toHaveLength(2)
  expect(await sentUpTo()).toBe(begunMs + 2 * DIGEST_EVERY_MS)
})
