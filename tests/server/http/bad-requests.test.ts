import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeToken } from '../../../server/auth/token.ts'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { insertTracker } from '../../../server/db/queries/tracker-tokens.ts'
import { PUSH_BODY_BYTES, SMALL_BODY_BYTES } from '../../../server/http/route.ts'
import { routeTable } from '../../../server/http/route-table.ts'
import { ErrorBody } from '../../../shared/protocol/error-body.ts'
import { PROTOCOL_HEADER, routes } from '../../../shared/protocol/routes.ts'
import { OLDEST_SERVED, PROTOCOL } from '../../../shared/protocol/version.ts'
import { freshId } from '../../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { post, startTestHub } from '../../support/hub.ts'
import { addCase, epochOf } from '../../support/hub-work.ts'

const SECRET_WORDS = 'Ana-Ruiz-was-charged-twice'

let hub: HubUnderTest
let lena: SignedInAs
let tracker: Record<string, string>
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('adam')
  const { workspaceId } = hub
  const { text, hash } = makeToken('e', workspaceId)
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    insertTracker({ client, workspaceId }, { hash, name: 'Tracker', createdAtMs: 0 }),
  )
  tracker = { authorization: `Bearer ${text}` }
})
afterAll(() => hub.stop())

const errorOf = async (answer: Response): Promise<ErrorBody['error']> =>
  ErrorBody.parse(await answer.json()).error
const TRACKED: ReadonlySet<string> = new Set([
  routes.engineering,
  routes.productEvents,
  routes.records,
  routes.tickets,
])
/** Who may call it: people, and a tracker where it is for trackers alone. */
const callerOf = (path: string): Record<string, string> => (TRACKED.has(path) ? tracker : lena.headers)
const send = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${hub.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...callerOf(path), ...headers },
    body,
  })

/** Bodies somebody could send in place of the real one, each with words that must not come back. */
const BAD_BODIES = [
  '',
  '{',
  `"${SECRET_WORDS}"`,
  'null',
  '[]',
  `{"${SECRET_WORDS}": 1}`,
  `{"email": {"$gt": "${SECRET_WORDS}"}, "refreshToken": ["${SECRET_WORDS}"]}`,
  `{"__proto__": {"isAdmin": true}, "email": "${SECRET_WORDS}"}`,
  `{"email": "${SECRET_WORDS}", "password": "${'x'.repeat(2000)}"}`,
  `{"protocol": 1, "entries": "${SECRET_WORDS}"}`,
  `{"refreshToken": "'; DROP TABLE credentials; -- ${SECRET_WORDS}"}`,
]
const posts = routeTable.filter(({ method, name }) => method === 'POST' && name !== 'signOut')

/** Routes that take more than a form. */
const LARGER: ReadonlyMap<string, number> = new Map([
  ['push', PUSH_BODY_BYTES],
  ['issueNext', 1_048_576],
  ['records', 1_048_576],
  ['tickets', 1_048_576],
])

describe.each(posts.map(({ name, takesForm }) => [name, takesForm] as const))('%s', (name, takesForm) => {
  test('answers every malformed body with the one error body, quoting nothing of it', async () => {
    for (const body of BAD_BODIES) {
      const answer = await send(routes[name], body)
      const text = await answer.text()
      expect([body, answer.status >= 400 && answer.status < 500]).toEqual([body, true])
      expect(['bad-request', 'signed-out']).toContain(ErrorBody.parse(JSON.parse(text)).error.code)
      expect(text).not.toContain('Ana')
      expect(text).not.toMatch(/select|insert|credentials|syntax|at \/|node_modules/i)
    }
  })

  test('refuses a body over its limit before it is all read', async () => {
    const limit = LARGER.get(name) ?? SMALL_BODY_BYTES
    const form = takesForm === true ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const answer = await send(routes[name], JSON.stringify({ x: 'x'.repeat(limit) }), form)

    expect([answer.status, (await errorOf(answer)).code]).toEqual([413, 'too-large'])
  })

  test.skipIf(takesForm === true)('takes JSON only', async () => {
    const answers = [
      await send(routes[name], 'x=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      await send(routes[name], '{}', { 'content-encoding': 'gzip' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 400])
  })
})

test('nobody unknown makes the hub read a large body', async () => {
  const answer = await post(
    `${hub.url}${routes.push}`,
    { x: 'x'.repeat(1_000_000) },
    { authorization: 'Bearer no' },
  )
  expect(answer.status).toBe(401)
})

describe('queries', () => {
  test.each([
    [`${routes.pull}?limit=0`],
    [`${routes.pull}?limit=1e3`],
    [`${routes.pull}?limit=-1`],
    [`${routes.pull}?limit=1001`],
    [`${routes.pull}?limit=1&limit=2`],
    [`${routes.pull}?cursor=${'x'.repeat(501)}`],
    [`${routes.snapshot}?own=yes`],
    [`${routes.snapshot}?position=nonsense`],
    [`${routes.poll}`],
    [`${routes.poll}?after=x`],
    [`${routes.poll}?after=0&waitMs=99999999`],
  ])('%s is refused', async path => {
    const answer = await fetch(`${hub.url}${path}`, { headers: lena.headers })
    expect([answer.status, (await errorOf(answer)).code]).toEqual([400, 'bad-request'])
  })

  test('a cursor of nonsense is no error: the laptop takes a snapshot', async () => {
    const answer = await fetch(`${hub.url}${routes.pull}?cursor=nonsense`, { headers: lena.headers })
    expect(await answer.json()).toMatchObject({ kind: 'snapshot-needed', reason: 'epoch' })
  })
})

describe('protocol versions', () => {
  const ask = (version: string): Promise<Response> =>
    fetch(`${hub.url}${routes.pull}`, { headers: { ...lena.headers, [PROTOCOL_HEADER]: version } })

  test('a newer laptop meets a hub that is too old, one of long ago a hub that is too new', async () => {
    const newer = await ask(String(PROTOCOL + 1))
    const older = await ask(String(OLDEST_SERVED - 1))

    expect([newer.status, (await errorOf(newer)).code]).toEqual([426, 'hub-too-old'])
    expect([older.status, (await errorOf(older)).code]).toEqual([426, 'hub-too-new'])
    expect((await ask(String(PROTOCOL))).status).toBe(200)
    expect((await ask('newest')).status).toBe(400)
  })

  test('a push says it in its body too', async () => {
    const body = {
      protocol: PROTOCOL + 1,
      clientId: lena.clientId,
      epoch: 'e',
      sentAtMs: 1,
      entries: [anEntry()],
    }
    const answer = await post(`${hub.url}${routes.push}`, body, lena.headers)
    expect((await errorOf(answer)).code).toBe('hub-too-old')
  })

  test('hello says which are spoken, whoever asks', async () => {
    const answer = await fetch(`${hub.url}${routes.hello}`, { headers: { [PROTOCOL_HEADER]: '99' } })
    expect(await answer.json()).toMatchObject({
      product: 'tandem-hub',
      protocol: { current: PROTOCOL, oldest: OLDEST_SERVED },
      epoch: '',
    })
    const known = await fetch(`${hub.url}${routes.hello}`, { headers: lena.headers })
    expect(await known.json()).toMatchObject({ epoch: await epochOf(hub) })
  })
})

const anEntry = () => ({ mutationId: freshId(), groupId: null, name: 'x', args: {}, nowMs: 1 })

test('a laptop cannot push in the name of another', async () => {
  const body = {
    protocol: PROTOCOL,
    clientId: freshId(),
    epoch: await epochOf(hub),
    sentAtMs: 1,
    entries: [anEntry()],
  }
  const answer = await post(`${hub.url}${routes.push}`, body, lena.headers)

  expect((await errorOf(answer)).details).toEqual({ where: 'body.clientId' })
})

describe('every answer', () => {
  test('forbids browsers whatever they could do with it, and allows no other origin', async () => {
    const answers = [
      await fetch(`${hub.url}${routes.hello}`, { headers: { origin: 'https://evil.example' } }),
      await fetch(`${hub.url}/nowhere`),
      await fetch(`${hub.url}${routes.pull}`),
    ]
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null])
    }
  })

  test('of an unknown address, a wrong method and a broken one has the error body', async () => {
    const answers = [
      await fetch(`${hub.url}/nowhere`),
      await fetch(`${hub.url}${routes.push}`),
      await fetch(`${hub.url}/%c0%af`),
      await fetch(`${hub.url}${routes.live}`),
    ]
    expect(
      await Promise.all(answers.map(async answer => [answer.status, (await errorOf(answer)).code])),
    ).toEqual([
      [404, 'not-found'],
      [404, 'not-found'],
      [400, 'bad-request'],
      [401, 'signed-out'],
    ])
  })

  test('to what is not HTTP at all ends the connection and nothing else', async () => {
    await new Promise<void>(resolve => {
      const { hostname, port } = new URL(hub.url)
      const socket = connect(Number(port), hostname, () => socket.write('\u0000\u0001 nonsense\r\n\r\n'))
      socket.on('error', () => undefined)
      socket.resume().on('close', () => resolve())
    })
    expect((await fetch(`${hub.url}${routes.hello}`)).status).toBe(200)
  })
})

describe('when the database breaks', () => {
  test('a failure inside a statement is told without a word of SQL or of the customer', async () => {
    await hub.database.owner.query('ALTER TABLE feed_counter RENAME TO feed_counter_away')
    const answer = await fetch(`${hub.url}${routes.pull}`, { headers: lena.headers })
    const text = await answer.text()
    await hub.database.owner.query('ALTER TABLE feed_counter_away RENAME TO feed_counter')

    expect([answer.status, JSON.parse(text)]).toEqual([
      500,
      { error: { code: 'internal', message: 'Unexpected failure', details: { name: 'error' } } },
    ])
    const line = hub.log.lines.find(({ event }) => event === 'http.failed')
    expect(JSON.stringify(line)).not.toMatch(/feed_counter|relation|select/i)
    expect(line?.facts['place']).toMatch(/server\/.*\.ts:\d+/)
  })

  test('a database that cannot be reached is 503, and health says so', async () => {
    const own = await startTestHub()
    const { headers } = await own.signIn('adam')
    const name = new URL(own.databaseUrl).pathname.slice(1)
    // Said from another database: nobody can lock the door of the room they are in.
    await hub.database.owner.query(`ALTER DATABASE ${name} CONNECTION LIMIT 0`)
    await hub.database.owner.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
      [name],
    )
    const health = await fetch(`${own.url}${routes.health}`)
    const pull = await fetch(`${own.url}${routes.pull}`, { headers })
    await hub.database.owner.query(`ALTER DATABASE ${name} CONNECTION LIMIT -1`)
    const after = await fetch(`${own.url}${routes.health}`)
    await own.stop()

    expect([health.status, (await errorOf(health)).code]).toEqual([503, 'data-unavailable'])
    expect([pull.status, (await errorOf(pull)).code]).toEqual([503, 'data-unavailable'])
    expect(after.status).toBe(200)
  })
})

test('the log holds routes and codes; never words, addresses, ids of customers or tokens', async () => {
  const one = await addCase(hub)
  await send(routes.push, `{"x": "${SECRET_WORDS}"}`)
  await post(`${hub.url}${routes.signIn}`, { email: SECRET_WORDS, password: SECRET_WORDS, client: {} })
  await fetch(`${hub.url}${routes.pull}?cursor=${SECRET_WORDS}`, { headers: lena.headers })
  await fetch(
    `${hub.url}${routes.blob.replace(':sha256', 'b'.repeat(64))}?customerId=${one.customer.id}`,
    lena,
  )
  const text = JSON.stringify(hub.log.lines)

  for (const secret of [
    SECRET_WORDS,
    one.customer.id,
    lena.accessToken,
    lena.refreshToken,
    'lena@',
    'b'.repeat(64),
  ]) {
    expect(text).not.toContain(secret)
  }
  expect(
    hub.log.lines.some(({ event, facts }) => event === 'http.request' && facts['route'] === routes.blob),
  ).toBe(true)
})
