import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NetworkFacts, Tokens } from '../../../shared/contract/internal.ts'
import { createHttp } from '../../../main/data/remote/http.ts'
import type { Http } from '../../../main/data/remote/http.ts'
import { createHub, hello, signIn } from '../../../main/data/remote/hub.ts'
import type { Hub } from '../../../main/data/remote/hub.ts'
import { LARGEST_BYTES } from '../../../main/data/remote/unpack.ts'
import { failureOfAnswer, failureOfError } from '../../../main/data/remote/failures.ts'
import { json, refusal, startConnectProxy, startScriptServer } from '../../support/script-server.ts'
import type { Script, ScriptServer } from '../../support/script-server.ts'
import { sampleId } from '../../support/sample-row.ts'
import { TEST_AUTHORITY, TEST_SERVER } from '../../support/test-certificates.ts'

const DIRECT: NetworkFacts = { isOnline: true, isCut: false, proxyUrl: null, extraCertificates: [] }
const NOW_MS = 1_000_000
const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

async function serve(script: Script, tls: typeof TEST_SERVER | null = null): Promise<ScriptServer> {
  const server = await startScriptServer(script, tls)
  cleanUps.push(server.close)
  return server
}
function http(network: Partial<NetworkFacts> = {}): Http {
  const made = createHttp({ ...DIRECT, ...network })
  cleanUps.push(made.close)
  return made
}
const valid: Tokens = { accessToken: 'access-1', refreshToken: 'refresh-1', expiresAtMs: NOW_MS + 600_000 }
function hubAt(
  url: string,
  fields: { tokens?: Tokens; network?: Partial<NetworkFacts>; onTokens?: (tokens: Tokens) => void } = {},
): Hub {
  return createHub({
    http: http(fields.network),
    hubUrl: url,
    clock: { now: () => NOW_MS },
    tokens: fields.tokens ?? valid,
    onTokens: fields.onTokens ?? (() => {}),
  })
}
const page = { kind: 'page', epoch: 'e', entries: [], cursor: 'c', more: false, hubTimeMs: 5 }
const pull = (hub: Hub) => hub.pull({ cursor: 'c', limit: 10 })
const greeting = {
  product: 'tandem-hub',
  version: '1',
  protocol: { current: 1, oldest: 1 },
  epoch: '',
  hubTimeMs: 5,
}

describe('with the cable out', () => {
  test('nothing is asked, and what is under way ends at once; with it back in, everything goes on', async () => {
    let asked = 0
    const hang = await serve(() => void (asked += 1))
    const server = await serve((_request, response) => json(response, 200, greeting))
    const way = http()
    const under = hello(way, hang.url)
    await expect.poll(() => asked).toBe(1)
    way.setNetwork({ ...DIRECT, isCut: true })
    expect(await under).toEqual({ ok: false, failure: { kind: 'offline' } })
    expect(await hello(way, server.url)).toEqual({
      ok: false,
      failure: { kind: 'offline', neverLeft: true },
    })
    way.setNetwork(DIRECT)
    expect(await hello(way, server.url)).toMatchObject({ ok: true })
  })

  test('a laptop that starts so asks nothing', async () => {
    let asked = 0
    const server = await serve((_request, response) => {
      asked += 1
      json(response, 200, greeting)
    })
    expect(await hello(http({ isCut: true }), server.url)).toEqual({
      ok: false,
      failure: { kind: 'offline', neverLeft: true },
    })
    expect(asked).toBe(0)
  })
})

describe('an answer', () => {
  test('that fits comes back parsed, unknown keys or not, with the token and the protocol sent along', async () => {
    const server = await serve((_request, response) => json(response, 200, { ...page, news: 1 }))
    expect(await pull(hubAt(server.url))).toMatchObject({
      ok: true,
      value: { kind: 'page', cursor: 'c', upTo: null },
    })
    expect(server.requests[0]).toMatchObject({
      url: '/v1/sync/pull?cursor=c&limit=10&values=1',
      headers: { authorization: 'Bearer access-1', 'tandem-protocol': '1' },
    })
  })

  test.each([
    ['is not JSON', 200, '<html>sign in to the hotel</html>'],
    ['does not fit the protocol', 200, JSON.stringify({ ...page, cursor: 7 })],
    ['is a page of somebody in between', 403, '<html>blocked by policy</html>'],
  ])('that %s is a bad answer', async (_what, status, body) => {
    const server = await serve((_request, response) => response.writeHead(status).end(body))
    expect(await pull(hubAt(server.url))).toEqual({ ok: false, failure: { kind: 'bad-answer' } })
  })

  test.each([
    [
      { status: 500, body: '', retryAfter: null },
      { kind: 'server-error', status: 500 },
    ],
    [
      { status: 503, body: '{"error":{"code":"data-unavailable","message":""}}', retryAfter: null },
      { kind: 'server-error', status: 503 },
    ],
    [
      { status: 429, body: '', retryAfter: '7' },
      { kind: 'throttled', retryAfterMs: 7_000 },
    ],
    [
      { status: 429, body: '', retryAfter: 'soon' },
      { kind: 'throttled', retryAfterMs: 5_000 },
    ],
    [
      { status: 429, body: '', retryAfter: '999999' },
      { kind: 'throttled', retryAfterMs: 600_000 },
    ],
    [
      { status: 426, body: '{"error":{"code":"hub-too-new","message":""}}', retryAfter: null },
      { kind: 'hub-too-new' },
    ],
    [
      { status: 426, body: '{"error":{"code":"hub-too-old","message":""}}', retryAfter: null },
      { kind: 'hub-too-old' },
    ],
    [
      { status: 401, body: '{"error":{"code":"signed-out","message":""}}', retryAfter: null },
      { kind: 'signed-out' },
    ],
    [
      { status: 409, body: '{"error":{"code":"conflict","message":""}}', retryAfter: null },
      { kind: 'refused', code: 'conflict' },
    ],
    [{ status: 407, body: '', retryAfter: null }, { kind: 'proxy-refused' }],
    [
      { status: 404, body: null, retryAfter: null },
      { kind: 'refused', code: 'not-found' },
    ],
    [{ status: 401, body: null, retryAfter: null }, { kind: 'signed-out' }],
    [{ status: 404, body: '', retryAfter: null }, { kind: 'bad-answer' }],
  ])('%j is %j', (facts, failure) => {
    expect(failureOfAnswer(facts)).toEqual(failure)
  })
})

describe('without an answer', () => {
  test('nobody listens: offline, and nothing of it has left', async () => {
    const server = await serve(() => {})
    await server.close()
    expect(await pull(hubAt(server.url))).toEqual({
      ok: false,
      failure: { kind: 'offline', neverLeft: true },
    })
  })

  test('the line is cut in the middle: offline', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{')
      setImmediate(() => response.destroy())
    })
    expect(await pull(hubAt(server.url))).toEqual({ ok: false, failure: { kind: 'offline' } })
  })

  test('it takes too long: timeout', async () => {
    const server = await serve(() => {})
    const answer = await http().send({ method: 'GET', url: server.url, timeoutMs: 50 }, async () => null)
    expect(answer).toEqual({ ok: false, failure: { kind: 'timeout' } })
  })

  test('an answer that does not begin in time is lost, one that has begun may take its time', async () => {
    const silent = await serve(() => {})
    const asked = { method: 'GET', timeoutMs: 60_000, beginsMs: 100 } as const
    const lost = await http().send({ ...asked, url: silent.url }, async () => null)
    expect(lost).toEqual({ ok: false, failure: { kind: 'timeout' } })
    const slow = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write('beg')
      setTimeout(() => response.end('un'), 250)
    })
    const late = await http().send({ ...asked, url: slow.url }, response => response.text())
    expect(late).toEqual({ ok: true, value: 'begun' })
  })

  test('closing ends what is under way at once', async () => {
    const server = await serve(() => {})
    const client = http()
    const asked = client.send({ method: 'GET', url: server.url, timeoutMs: 60_000 }, async () => null)
    client.close()
    expect(await asked).toEqual({ ok: false, failure: { kind: 'offline' } })
  })

  test('a cause deep inside decides, never a text', () => {
    const deep = new TypeError('407 certificate timeout', {
      cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    })
    expect(failureOfError(deep)).toEqual({ kind: 'offline' })
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' })
    expect(failureOfError(new TypeError('x', { cause: refused }))).toEqual({
      kind: 'offline',
      neverLeft: true,
    })
    // The line stood and broke: something may have gone over it.
    const broken = Object.assign(new Error('x'), { code: 'EHOSTUNREACH', syscall: 'read' })
    expect(failureOfError(new TypeError('x', { cause: broken }))).toEqual({ kind: 'offline' })
    const many = new AggregateError([Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' })])
    expect(failureOfError(new TypeError('x', { cause: many }))).toEqual({ kind: 'certificate-untrusted' })
    expect(failureOfError('text')).toEqual({ kind: 'offline' })
  })
})

describe('a private authority', () => {
  test('is not trusted unless the system trusts it', async () => {
    const server = await serve((_request, response) => json(response, 200, page), TEST_SERVER)
    expect(await pull(hubAt(server.url))).toEqual({ ok: false, failure: { kind: 'certificate-untrusted' } })
    const trusting = hubAt(server.url, { network: { extraCertificates: [TEST_AUTHORITY] } })
    expect(await pull(trusting)).toMatchObject({ ok: true })
  })
})

describe('a proxy', () => {
  test('lets those through who know its password, plain and encrypted addresses alike', async () => {
    const proxy = await startConnectProxy('lena:se cret')
    cleanUps.push(proxy.close)
    const proxyUrl = proxy.url.replace('//', '//lena:se%20cret@')
    const plain = await serve((_request, response) => json(response, 200, page))
    const encrypted = await serve((_request, response) => json(response, 200, page), TEST_SERVER)
    const network = { proxyUrl, extraCertificates: [TEST_AUTHORITY] }
    expect(await pull(hubAt(plain.url, { network }))).toMatchObject({ ok: true })
    expect(await pull(hubAt(encrypted.url, { network }))).toMatchObject({ ok: true })
    expect(proxy.tunnels).toEqual([`127.0.0.1:${plain.port}`, `localhost:${encrypted.port}`])
  })

  test.each(['', 'lena:wrong@'])('that refuses "%s" is told apart from everything else', async login => {
    const proxy = await startConnectProxy('lena:secret')
    cleanUps.push(proxy.close)
    const server = await serve((_request, response) => json(response, 200, page))
    const network = { proxyUrl: proxy.url.replace('//', `//${login}`) }
    expect(await pull(hubAt(server.url, { network }))).toEqual({
      ok: false,
      failure: { kind: 'proxy-refused' },
    })
    expect(server.requests).toEqual([])
  })

  test('that changes is used from the next request on', async () => {
    const proxy = await startConnectProxy('a:b')
    cleanUps.push(proxy.close)
    const server = await serve((_request, response) => json(response, 200, greeting))
    const client = http()
    expect(await hello(client, server.url)).toMatchObject({ ok: true })
    expect(proxy.tunnels).toEqual([])
    client.setNetwork({ ...DIRECT, proxyUrl: proxy.url.replace('//', '//a:b@') })
    expect(await hello(client, server.url)).toMatchObject({ ok: true })
    expect(proxy.tunnels).toHaveLength(1)
  })
})

describe('the greeting', () => {
  test.each([
    [{ ...greeting, product: 'another' }, { kind: 'bad-answer' }],
    [{ ...greeting, protocol: { current: 0, oldest: 0 } }, { kind: 'hub-too-old' }],
    [{ ...greeting, protocol: { current: 9, oldest: 2 } }, { kind: 'hub-too-new' }],
  ])('%j is answered with %j', async (body, failure) => {
    const server = await serve((_request, response) => json(response, 200, body))
    expect(await hello(http(), server.url)).toEqual({ ok: false, failure })
  })

  test('a wrong password comes back as the hub says it', async () => {
    const server = await serve((_request, response) => refusal(response, 401, 'wrong-password'))
    const client = { id: sampleId(), name: 'laptop', platform: 'linux', version: '1' }
    const answer = await signIn(http(), `${server.url}/`, { email: 'a@b', password: 'x', client })
    expect(answer).toEqual({ ok: false, failure: { kind: 'refused', code: 'wrong-password' } })
    expect(server.requests[0]?.url).toBe('/v1/sign-in')
  })
})

describe('tokens', () => {
  let told: Tokens[]
  let refreshes: number
  let accepted: string
  const script: Script = (request, response) => {
    if (request.url === '/v1/token') {
      refreshes += 1
      const { refreshToken } = JSON.parse(request.body.toString()) as { refreshToken: string }
      if (refreshToken !== 'refresh-1') return refusal(response, 401, 'signed-out')
      accepted = 'access-2'
      return json(response, 200, { accessToken: 'access-2', refreshToken: 'refresh-2', expiresInMs: 600_000 })
    }
    if (request.headers.authorization !== `Bearer ${accepted}`) return refusal(response, 401, 'signed-out')
    return json(response, 200, page)
  }
  beforeEach(() => {
    told = []
    refreshes = 0
    accepted = 'access-1'
  })
  const onTokens = (tokens: Tokens): void => void told.push(tokens)

  test('that have run out are renewed once for all who ask, and the new ones are told', async () => {
    const server = await serve(script)
    accepted = 'none yet'
    const hub = hubAt(server.url, { tokens: { ...valid, expiresAtMs: NOW_MS }, onTokens })
    const answers = await Promise.all([pull(hub), pull(hub), pull(hub), pull(hub), pull(hub)])
    expect(answers.every(answer => answer.ok)).toBe(true)
    expect(refreshes).toBe(1)
    expect(told).toEqual([
      { accessToken: 'access-2', refreshToken: 'refresh-2', expiresAtMs: NOW_MS + 600_000 },
    ])
  })

  test('that the hub does not take although they should be good are renewed once', async () => {
    const server = await serve(script)
    accepted = 'another'
    expect(await pull(hubAt(server.url, { onTokens }))).toMatchObject({ ok: true })
    expect(refreshes).toBe(1)
  })

  test('that cannot be renewed end the session, and that is told', async () => {
    const server = await serve(script)
    const hub = hubAt(server.url, {
      tokens: { accessToken: null, refreshToken: 'stolen', expiresAtMs: 0 },
      onTokens,
    })
    expect(await pull(hub)).toEqual({ ok: false, failure: { kind: 'signed-out' } })
    expect(told).toEqual([{ accessToken: null, refreshToken: null, expiresAtMs: 0 }])
    expect(await pull(hub)).toEqual({ ok: false, failure: { kind: 'signed-out' } })
    expect(refreshes).toBe(1)
  })

  test('a network fault while renewing ends nothing', async () => {
    const server = await serve(script)
    await server.close()
    const hub = hubAt(server.url, { tokens: { ...valid, expiresAtMs: 0 }, onTokens })
    expect(await pull(hub)).toMatchObject({ ok: false, failure: { kind: 'offline' } })
    expect(told).toEqual([])
  })

  test('of a new session are used at once', async () => {
    const server = await serve(script)
    accepted = 'access-9'
    const hub = hubAt(server.url, { tokens: { accessToken: null, refreshToken: null, expiresAtMs: 0 } })
    expect(await pull(hub)).toMatchObject({ ok: false })
    hub.setTokens({ accessToken: 'access-9', refreshToken: 'r', expiresAtMs: NOW_MS + 600_000 })
    expect(await pull(hub)).toMatchObject({ ok: true })
  })
})

describe('a part of a snapshot', () => {
  const head = {
    epoch: 'e',
    asOf: 9,
    cursor: 'c',
    table: 'teams',
    columns: ['id', 'name'],
    rows: 2,
    next: null,
    expectedRows: 2,
  }
  const lines = (...values: readonly unknown[]): string =>
    values.map(value => JSON.stringify(value)).join('\n')
  const served = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson', ...headers }).end(body)
    })
    return hubAt(server.url).snapshot({ position: null, since: 7 })
  }

  test('comes as a head and rows, compressed or not', async () => {
    const text = lines(head, ['a', 'Ä'], ['b', '返金'])
    const whole = {
      ok: true,
      value: {
        head,
        rows: [
          ['a', 'Ä'],
          ['b', '返金'],
        ],
      },
    }
    expect(await served(text)).toEqual(whole)
    expect(await served(`${text}\n`)).toEqual(whole)
    expect(await served(gzipSync(text), { 'content-encoding': 'gzip' })).toEqual(whole)
    expect(await served(brotliCompressSync(text), { 'content-encoding': 'br' })).toEqual(whole)
    expect(await served(zstdCompressSync(text), { 'content-encoding': 'zstd' })).toEqual(whole)
  })

  test('that cannot be unpacked, or is packed in a way nobody asked for, is refused', async () => {
    const packed = gzipSync(lines(head, ['a', 'A'], ['b', 'B']))
    const refused = { ok: false, failure: { kind: 'bad-answer' } }
    expect(await served(packed.subarray(0, -12), { 'content-encoding': 'gzip' })).toEqual(refused)
    expect(await served(packed, { 'content-encoding': 'zstd' })).toEqual(refused)
    expect(await served(packed, { 'content-encoding': 'lz4' })).toEqual(refused)
  })

  test('that unpacks to more than any hub sends is refused before it fills the memory', async () => {
    const bomb = zstdCompressSync(Buffer.alloc(LARGEST_BYTES + 1))
    expect(await served(bomb, { 'content-encoding': 'zstd' })).toEqual({
      ok: false,
      failure: { kind: 'bad-answer' },
    })
  })

  test('whose connection ends in the middle is no answer, and a refusal says why', async () => {
    const cut = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '500' }).write('[1')
      response.socket?.destroy()
    })
    expect(await hubAt(cut.url).snapshot({ position: null, since: 7 })).toEqual({
      ok: false,
      failure: { kind: 'offline' },
    })
    const full = await serve((_request, response) => {
      response.writeHead(429, { 'retry-after': '7' }).end()
    })
    expect(await hubAt(full.url).snapshot({ position: null, since: 7 })).toEqual({
      ok: false,
      failure: { kind: 'throttled', retryAfterMs: 7_000 },
    })
    const begin = await serve((_request, response) => refusal(response, 409, 'conflict'))
    expect(await hubAt(begin.url).snapshot({ position: 'p', since: null })).toEqual({
      ok: false,
      failure: { kind: 'refused', code: 'conflict' },
    })
  })

  test.each([
    ['fewer rows than its head says', lines(head, ['a', 'A'])],
    ['a row that was cut', `${lines(head, ['a', 'A'])}\n["b","B`],
    ['a row with a column too few', lines(head, ['a', 'A'], ['b'])],
    ['no head', ''],
    ['another head', lines({ ...head, rows: 'two' }, ['a', 'A'])],
  ])('with %s is refused', async (_what, text) => {
    expect(await served(text)).toEqual({ ok: false, failure: { kind: 'bad-answer' } })
  })
})
