import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import type { Hello } from '../../support/second-client/api.ts'
import { SecondClient } from '../../support/second-client/client.ts'
import type { Entry } from '../../support/second-client/state.ts'
import type { WireRequest } from '../../support/second-client/wire.ts'
import { json, overHttp } from '../../support/second-client/wire.ts'
import {
  addCase,
  expectFailure,
  failureOf,
  newCustomer,
  newNote,
  newPlace,
  newTicket,
  rawJson,
  rawRequest,
  settled,
} from './support.ts'

let hub: HubUnderTest
let lena: SecondClient
let adam: SecondClient
beforeAll(async () => {
  hub = await startTestHub()
  lena = await settled(hub, 'lena')
  adam = await settled(hub, 'adam')
})
afterAll(() => hub.stop())

const send = (request: Partial<WireRequest> & { readonly path: string }) =>
  overHttp(hub.url)({ method: 'GET', headers: {}, body: null, ...request })
const JSON_TYPE = { 'content-type': 'application/json' }
/** A push of one entry, with anything wrong with it. */
const pushBody = (fields: object = {}, entry: object = {}) => ({
  protocol: 1,
  clientId: lena.core.installation.id,
  epoch: lena.state.epoch,
  sentAtMs: hub.clock.now(),
  entries: [{ ...lena.entry('customer.create', newCustomer(lena.newId())), ...entry }],
  ...fields,
})
const without = (body: object, key: string) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== key))

test('T1 hello says who is there; the epoch only with a token', async () => {
  const stranger = new SecondClient({ baseUrl: hub.url })
  const answer = await stranger.hello()
  expect(answer).toMatchObject({ product: 'tandem-hub', protocol: { current: 1, oldest: 1 }, epoch: '' })
  expect(Math.abs(answer.hubTimeMs - hub.clock.now())).toBeLessThan(60_000)
  expect((await lena.hello()).epoch).toBe(lena.state.epoch)
  const guess = await send({ path: '/v1/hello', headers: { authorization: 'Bearer guess' } })
  expectFailure(guess, { status: 401, code: 'signed-out' })
  expect((await send({ path: '/v1/health' })).status).toBe(200)
})

test('T2 the version header: absent is well, unknown is 426, hello answers in any version', async () => {
  const asked = (version: string, path: string) =>
    rawRequest(lena, { path, headers: { 'tandem-protocol': version } })
  expect((await rawRequest(lena, { path: '/v1/sync/pull' })).status).toBe(200)
  expectFailure(await asked('2', '/v1/sync/pull'), { status: 426, code: 'hub-too-old' })
  expectFailure(await asked('0', '/v1/sync/pull'), { status: 426, code: 'hub-too-new' })
  expectFailure(await asked('one', '/v1/sync/pull'), { status: 400, code: 'bad-request' })
  expect((await asked('2', '/v1/hello')).status).toBe(200)
  expectFailure(await rawJson(lena, '/v1/sync/push', pushBody({ protocol: 2 })), {
    status: 426,
    code: 'hub-too-old',
  })
})

test('T3 a client that shares no version with the hub stops', async () => {
  const of = (current: number, oldest: number) => {
    const protocol = { current, oldest }
    const body = Buffer.from(
      JSON.stringify({ product: 'tandem-hub', version: '9', protocol, epoch: '', hubTimeMs: 0 }),
    )
    return lena.restarted({ send: async () => ({ status: 200, headers: {}, body, wireBytes: 0 }) })
  }
  expect(await failureOf(of(0, 0).hello())).toMatchObject({ code: 'hub-too-old' })
  expect(await failureOf(of(4, 2).hello())).toMatchObject({ code: 'hub-too-new' })
  expect((await of(3, 1).hello()).protocol.current).toBe(3)
})

test('T4 work that an older hub did not know goes out again when the hub is newer', async () => {
  const client = lena.restarted()
  await client.hello()
  client.act('ticket.juggle', {})
  await client.push()
  expect(client.state.outbox).toMatchObject([{ isParked: true }])
  const through = client.core.send
  const updated = client.restarted({
    send: async request => {
      const answer = await through(request)
      if (request.path !== '/v1/hello') return answer
      return { ...answer, body: Buffer.from(JSON.stringify({ ...json<Hello>(answer), version: '99' })) }
    },
  })
  await updated.hello()
  expect(await updated.push()).toMatchObject([{ kind: 'rejected', code: 'hub-too-old' }])
})

test('T5 answers are compressed on request; compressed bodies are refused', async () => {
  const at = await addCase(adam)
  await adam.send('note.add', newNote(adam, at, { body: 'long '.repeat(2000) }))
  const page = (encoding: string) => {
    const cursor = encodeURIComponent(lena.state.cursor ?? '')
    return rawRequest(lena, {
      path: `/v1/sync/pull?cursor=${cursor}`,
      headers: { 'accept-encoding': encoding },
    })
  }
  for (const encoding of ['gzip', 'br', 'zstd']) {
    const answer = await page(encoding)
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.wireBytes).toBeLessThan(answer.body.length / 2)
  }
  expect((await page('identity')).headers['content-encoding']).toBe(undefined)
  const packed = await rawRequest(lena, {
    method: 'POST',
    path: '/v1/sync/push',
    headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify(pushBody())),
  })
  expectFailure(packed, { status: 400, code: 'bad-request', where: 'headers.content-encoding' })
})

test('T6 without a token that holds every other address answers signed-out, whatever the body is', async () => {
  const addresses: readonly [string, string][] = [
    ['POST', '/v1/sign-out'],
    ['POST', '/v1/sync/push'],
    ['GET', '/v1/sync/pull'],
    ['GET', '/v1/sync/snapshot'],
    ['GET', '/v1/live/poll?after=0'],
    ['POST', '/v1/clients/report'],
    ['GET', `/v1/blobs/${'a'.repeat(64)}`],
    ['PATCH', `/v1/blobs/${'a'.repeat(64)}`],
  ]
  for (const [method, path] of addresses)
    for (const headers of [{}, { authorization: 'Bearer guess' }, { authorization: 'Basic eDp5' }]) {
      const body = method === 'GET' ? null : Buffer.from('{ no json')
      expectFailure(await send({ method, path, headers, body }), { status: 401, code: 'signed-out' })
    }
  const head = await send({ method: 'HEAD', path: `/v1/blobs/${'a'.repeat(64)}` })
  expect([head.status, head.headers['tandem-error'], head.body.length]).toEqual([401, 'signed-out', 0])
})

test('T7 addresses and methods that are not there answer not-found', async () => {
  for (const [method, path] of [
    ['GET', '/v1/nothing'],
    ['GET', '/'],
    ['DELETE', '/v1/sync/push'],
    ['GET', '/v1/sign-in'],
    ['GET', '/v2/hello'],
  ])
    expectFailure(await rawRequest(lena, { ...(method ? { method } : {}), path: path ?? '' }), {
      status: 404,
      code: 'not-found',
    })
})

test('T8 bodies above the limit are too-large, or the connection ends while they are sent', async () => {
  const sent = (path: string, bytes: number) =>
    rawRequest(lena, { method: 'POST', path, headers: JSON_TYPE, body: Buffer.alloc(bytes, 0x20) }).then(
      answer => answer.headers['tandem-error'],
      () => 'cut',
    )
  expect(['too-large', 'cut']).toContain(await sent('/v1/sync/push', 8 * 1_048_576 + 1))
  expect(['too-large', 'cut']).toContain(await sent('/v1/clients/report', 16_385))
  const at = await addCase(adam)
  const entries: Entry[] = Array.from({ length: 75 }, () =>
    adam.entry('note.add', newNote(adam, at, { body: 'x'.repeat(100_000) })),
  )
  adam.state.outbox = entries.map(entry => ({
    entry,
    verdict: null,
    isParked: false,
    isUnanswered: false,
    notBeforeMs: 0,
  }))
  expect(new Set((await adam.push()).map(({ kind }) => kind))).toEqual(new Set(['done']))
})

test('T9 malformed requests of every kind get the documented error and change nothing', async () => {
  await lena.pull()
  await adam.pull()
  const before = adam.state.upTo
  const bad = { status: 400, code: 'bad-request' } as const
  const refusedBodies: readonly { path: string; body: unknown; where: string }[] = [
    ...['protocol', 'clientId', 'epoch', 'sentAtMs', 'entries'].map(key => ({
      path: '/v1/sync/push',
      body: without(pushBody(), key),
      where: `body.${key}`,
    })),
    { path: '/v1/sync/push', body: [], where: 'body' },
    { path: '/v1/sync/push', body: null, where: 'body' },
    { path: '/v1/sync/push', body: 'text', where: 'body' },
    { path: '/v1/sync/push', body: pushBody({ entries: {} }), where: 'body.entries' },
    { path: '/v1/sync/push', body: pushBody({ entries: [null] }), where: 'body.entries.0' },
    { path: '/v1/sync/push', body: pushBody({ sentAtMs: 1.5 }), where: 'body.sentAtMs' },
    { path: '/v1/sync/push', body: pushBody({ sentAtMs: '1' }), where: 'body.sentAtMs' },
    { path: '/v1/sync/push', body: pushBody({ clientId: 'x' }), where: 'body.clientId' },
    { path: '/v1/sync/push', body: pushBody({ clientId: lena.newId() }), where: 'body.clientId' },
    ...['mutationId', 'groupId', 'name', 'nowMs'].map(key => ({
      path: '/v1/sync/push',
      body: pushBody({ entries: [without(lena.entry('x', {}), key)] }),
      where: `body.entries.0.${key}`,
    })),
    { path: '/v1/sync/push', body: pushBody({}, { groupId: 'x' }), where: 'body.entries.0.groupId' },
    { path: '/v1/sync/push', body: pushBody({}, { name: 7 }), where: 'body.entries.0.name' },
    { path: '/v1/sync/push', body: pushBody({}, { replayed: 'no' }), where: 'body.entries.0.replayed' },
    { path: '/v1/sign-in', body: {}, where: 'body.email' },
    { path: '/v1/sign-in', body: { email: 'a@b.example', password: 'x' }, where: 'body.client' },
    { path: '/v1/token', body: {}, where: 'body.refreshToken' },
    { path: '/v1/token', body: { refreshToken: 7 }, where: 'body.refreshToken' },
    { path: '/v1/clients/report', body: { unsent: 1 }, where: 'body.oldestUnsentAtMs' },
  ]
  for (const { path, body, where } of refusedBodies)
    expectFailure(await rawJson(lena, path, body), { ...bad, where })
  const unreadable: readonly [Readonly<Record<string, string>>, Buffer | null][] = [
    [JSON_TYPE, Buffer.from('{"a":')],
    [JSON_TYPE, Buffer.alloc(0)],
    [JSON_TYPE, Buffer.from([0xff, 0xfe, 0x00])],
    [{ 'content-type': 'text/plain' }, Buffer.from(JSON.stringify(pushBody()))],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, Buffer.from('entries=1')],
    [{}, null],
  ]
  for (const [headers, body] of unreadable)
    for (const path of ['/v1/sync/push', '/v1/sign-in', '/v1/token'])
      expectFailure(await rawRequest(lena, { method: 'POST', path, headers, body }), bad)
  const addresses = [
    '/v1/sync/pull?limit=-1',
    '/v1/sync/snapshot?position=e30',
    '/v1/live/poll?after=-1',
    '/v1/live/poll',
    '/v1/blobs/XYZ?customerId=1',
    `/v1/blobs/${'a'.repeat(64)}?customerId=1`,
  ]
  for (const path of addresses) expectFailure(await rawRequest(lena, { path }), bad)
  await adam.pull()
  expect(adam.state.upTo).toBe(before)
})

test('T10 a refused request leaves the good ones of the same connection alone, and may be repeated', async () => {
  const at = newPlace(lena)
  const body = pushBody({
    entries: [
      lena.entry('customer.create', newCustomer(at.customerId)),
      lena.entry('ticket.create', newTicket(at)),
    ],
  })
  const answers = await Promise.all([
    rawJson(lena, '/v1/sync/push', body),
    rawJson(lena, '/v1/sync/push', { ...body, entries: null }),
    rawJson(lena, '/v1/sync/push', body),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 200])
  await adam.pull()
  expect(adam.rows('tickets').filter(({ id }) => id === at.ticketId)).toHaveLength(1)
})
