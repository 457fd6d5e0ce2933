import { beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { RouteName } from '../../../server/http/route.ts'
import { routeTable } from '../../../server/http/route-table.ts'
import { deactivateAgent } from '../../../server/auth/administration.ts'
import { createApp } from '../../../server/app.ts'
import { changeAgent } from '../../../server/sync/admin.ts'
import type { Role } from '../../../shared/domain/values.ts'
import { ROLES } from '../../../shared/domain/values.ts'
import { ErrorBody } from '../../../shared/protocol/error-body.ts'
import { routes, SUBPROTOCOL } from '../../../shared/protocol/routes.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { AgentName, SignedInAs } from '../../support/hub.ts'
import { addGuest, startTestHub } from '../../support/hub.ts'
import { freshId } from '../../support/builders.ts'

const TOKEN_STATES = ['none', 'garbage', 'refresh', 'expired', 'signed-out', 'valid'] as const
type TokenState = (typeof TOKEN_STATES)[number]

const EVERYBODY: readonly Role[] = ['guest', 'agent', 'supervisor', 'admin']

/** Who may call what, said a second time and by hand: a route that is not here fails the test below. */
const EXPECTED: Readonly<Record<string, 'public' | readonly Role[]>> = {
  'GET hello': 'public',
  'GET health': 'public',
  'POST signIn': 'public',
  'POST refresh': 'public',
  'POST signOut': EVERYBODY,
  'POST push': EVERYBODY,
  'GET pull': EVERYBODY,
  'GET snapshot': EVERYBODY,
  'POST erase': ['supervisor', 'admin'],
  'POST keeping': ['admin'],
  'POST exportPerson': ['supervisor', 'admin'],
  'GET approvals': ['supervisor', 'admin'],
  'GET guests': ['supervisor', 'admin'],
  'POST guests': ['supervisor', 'admin'],
  'POST issueNext': ['agent', 'supervisor', 'admin'],
  'GET find': ['agent', 'supervisor', 'admin'],
  'GET live': EVERYBODY,
  'GET poll': EVERYBODY,
  'POST report': EVERYBODY,
  'GET board': ['supervisor', 'admin'],
  'GET boardLive': ['supervisor', 'admin'],
  // With a token of its own kind; of people nobody.
  'POST engineering': [],
  'POST productEvents': [],
  'POST records': [],
  'POST tickets': [],
  'GET survey': 'public',
  'POST survey': 'public',
  'HEAD blob': EVERYBODY,
  'PATCH blob': EVERYBODY,
  'GET blob': EVERYBODY,
}

const NAME_OF: Readonly<Record<Role, AgentName | 'gus'>> = {
  guest: 'gus',
  agent: 'lena',
  supervisor: 'sara',
  admin: 'adam',
}
const QUERY: Partial<Record<RouteName, string>> = {
  poll: '?after=0&waitMs=0',
  find: '?text=ana',
  blob: `?customerId=${freshId()}`,
}

const hub = fileHub()
beforeAll(async () => {
  await addGuest(hub)
})

const addressOf = (name: RouteName): string =>
  `${hub.url}${routes[name].replace(':sha256', 'a'.repeat(64))}${QUERY[name] ?? ''}`

const sessions = new Map<string, SignedInAs>()
/** One session per role and purpose: signing in costs a password hash each time. */
async function sessionOf(role: Role, purpose: string): Promise<SignedInAs> {
  const known = sessions.get(`${role} ${purpose}`)
  if (known) return known
  const session = await hub.signIn(NAME_OF[role])
  if (purpose === 'signed-out')
    await fetch(`${hub.url}${routes.signOut}`, { method: 'POST', headers: session.headers })
  sessions.set(`${role} ${purpose}`, session)
  return session
}

type Made = { readonly token: string | null; readonly undo: () => void }

/** A token of a role in a state, made the way it comes about in life. */
async function tokenIn(state: TokenState, role: Role, purpose: string): Promise<Made> {
  const undo = (): void => {}
  switch (state) {
    case 'none':
      return { token: null, undo }
    case 'garbage':
      return { token: 'tda1.not.a-token', undo }
    case 'signed-out':
      return { token: (await sessionOf(role, 'signed-out')).accessToken, undo }
    case 'refresh':
      return { token: (await sessionOf(role, 'kept')).refreshToken, undo }
    case 'expired': {
      const { accessToken, expiresInMs } = await sessionOf(role, 'kept')
      hub.clock.shift(expiresInMs)
      return { token: accessToken, undo: () => hub.clock.shift(-expiresInMs) }
    }
    case 'valid':
      return { token: (await sessionOf(role, purpose)).accessToken, undo }
  }
}

type Answer = { readonly status: number; readonly code: string | null }

async function ask(method: string, name: RouteName, token: string | null): Promise<Answer> {
  if (name === 'live' || name === 'boardLive') return upgrade(name, token)
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const answer = await fetch(addressOf(name), { method, headers })
  const text = await answer.text()
  // The page of a survey speaks to people.
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
  const body = isJson && answer.status >= 400 && text !== '' ? ErrorBody.parse(JSON.parse(text)) : null
  return { status: answer.status, code: body?.error.code ?? answer.headers.get('tandem-error') }
}

function upgrade(name: RouteName, token: string | null): Promise<Answer> {
  return new Promise(resolve => {
    const socket = new WebSocket(`${hub.url.replace('http', 'ws')}${routes[name]}`, [
      SUBPROTOCOL,
      ...(token ? [token] : []),
    ])
    socket.on('error', () => undefined)
    socket.on('open', () => {
      socket.close()
      resolve({ status: 101, code: null })
    })
    socket.on('unexpected-response', (_request, response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, code: String(response.headers['tandem-error']) })
    })
  })
}

test('every route of the table is in the matrix, and nothing else', () => {
  expect(routeTable.map(({ method, name }) => `${method} ${name}`).toSorted()).toEqual(
    Object.keys(EXPECTED).toSorted(),
  )
})

test('every path of the protocol has a route, and the app has no others', async () => {
  expect(new Set(routeTable.map(({ name }) => name))).toEqual(new Set(Object.keys(routes)))
  const app = await createApp({ log: hub.log, proxies: 0 } as never)
  const served: string[] = []
  for (const { method, name } of routeTable)
    if (app.hasRoute({ method, url: routes[name] })) served.push(name)
  expect(served).toHaveLength(routeTable.length)
  expect(app.hasRoute({ method: 'POST', url: routes.hello })).toBe(false)
  await app.close()
})

describe.each(routeTable.map(route => [`${route.method} ${route.name}`, route] as const))(
  '%s',
  (key, route) => {
    const expected = EXPECTED[key]

    test.each(ROLES)('as %s, with each state of a token', async role => {
      for (const state of TOKEN_STATES) {
        const { token, undo } = await tokenIn(state, role, route.name === 'signOut' ? 'to sign out' : 'kept')
        const answer = await ask(route.method, route.name, token)
        undo()
        const where = `${key} ${role} ${state}`
        const isAdmitted = expected === 'public' || (state === 'valid' && expected?.includes(role))
        if (isAdmitted && expected !== 'public')
          expect([where, answer.status === 401 || answer.status === 403]).toEqual([where, false])
        else if (expected === 'public') expect([where, answer.status === 403]).toEqual([where, false])
        else if (state === 'valid')
          expect([where, answer]).toEqual([where, { status: 403, code: 'not-allowed' }])
        else expect([where, answer]).toEqual([where, { status: 401, code: 'signed-out' }])
      }
    })
  },
)

describe('a deactivated agent', () => {
  test('is refused by every route with the next request', async () => {
    const own = await startTestHub()
    const { accessToken, refreshToken } = await own.signIn('tom')
    await deactivateAgent(own.deps, { workspaceId: own.workspaceId, agentId: own.agentIds.tom })
    for (const { method, name, access } of routeTable) {
      if (access !== 'agent') continue
      const url = `${own.url}${routes[name].replace(':sha256', 'a'.repeat(64))}${QUERY[name] ?? ''}`
      const answer = await fetch(url, { method, headers: { authorization: `Bearer ${accessToken}` } })
      expect([name, answer.status]).toEqual([name, 401])
    }
    const again = await fetch(`${own.url}${routes.refresh}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    })
    expect(again.status).toBe(401)
    await expect(own.signIn('tom')).rejects.toThrow(/403/)
    await own.stop()
  })
})

/** Tables of a snapshot that fits into one answer, and where to go on from. */
async function snapshotOf(answer: Response): Promise<{ cursor: string; tables: ReadonlySet<string> }> {
  const heads = (await answer.text())
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as { table: string; rows: number; cursor: string; next: string | null })
  expect(heads.at(-1)?.next).toBeNull()
  return {
    cursor: heads[0]?.cursor ?? '',
    tables: new Set(heads.flatMap(({ table, rows }) => (rows > 0 ? [table] : []))),
  }
}

test('a guest whose time is over is given nothing any more, and comes in again when there is more', async () => {
  const own = await startTestHub()
  const id = await addGuest(own, own.clock.now() + 60_000)
  const { headers, refreshToken } = await own.signIn('gus')
  const ask = (path: string): Promise<Response> => fetch(`${own.url}${path}`, { headers })
  const first = await snapshotOf(await ask(`${routes.snapshot}?several=1`))
  expect(first.tables.has('articles') || first.tables.has('teams')).toBe(true)
  own.clock.shift(60_000)
  const pulled: unknown = await (await ask(`${routes.pull}?cursor=${first.cursor}`)).json()
  expect(pulled).toMatchObject({ kind: 'snapshot-needed', reason: 'scope' })
  const after = await snapshotOf(await ask(`${routes.snapshot}?several=1`))
  expect([...after.tables].filter(name => name !== 'agents' && name !== 'teams')).toEqual([])
  await expect(own.signIn('gus')).rejects.toThrow(/403/)
  await changeAgent(own.deps, own.workspaceId, { id, guestUntilMs: own.clock.now() + 60_000 })
  expect((await own.signIn('gus')).agent.role).toBe('guest')
  own.clock.shift(60_000)
  // The laptop may come weeks later: its session goes on, so that what it held still leaves it.
  const body = JSON.stringify({ refreshToken })
  const again = await fetch(`${own.url}${routes.refresh}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  expect(again.status).toBe(200)
  await own.stop()
})

test('a role outside of the list of a route is refused', async () => {
  const { accessToken } = await hub.signIn('lena')
  await hub.database.owner.query(`UPDATE agents SET role = 'auditor' WHERE id = $1`, [hub.agentIds.lena])
  const answer = await ask('GET', 'pull', accessToken)
  await hub.database.owner.query(`UPDATE agents SET role = 'agent' WHERE id = $1`, [hub.agentIds.lena])
  expect(answer).toEqual({ status: 403, code: 'not-allowed' })
})
