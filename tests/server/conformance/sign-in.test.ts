import { expect, test } from 'vitest'
import { addAgent, createWorkspace, deactivateAgent } from '../../../server/auth/administration.ts'
import { changeAgent } from '../../../server/sync/admin.ts'
import { fileHub } from '../../support/file-hub.ts'
import { PASSWORD } from '../../support/hub.ts'
import { SecondClient } from '../../support/second-client/client.ts'
import {
  addCase,
  credentialsOf,
  failureOf,
  lossy,
  newCustomer,
  rawRequest,
  settled,
  signedIn,
} from './support.ts'

const hub = fileHub()

const MINUTE = 60_000
const tokensOf = (client: SecondClient) => {
  if (!client.state.session) throw new Error('Not signed in')
  return client.state.session
}
const works = async (client: SecondClient): Promise<boolean> =>
  (await rawRequest(client, { path: '/v1/sync/pull' })).status === 200
/** The client as it was before: with the tokens of then. */
const asBefore = (client: SecondClient): SecondClient => client.restarted()

test('A1 a password gives tokens, agent and workspace', async () => {
  const client = await signedIn(hub, 'lena')
  const session = tokensOf(client)
  expect(session.expiresInMs).toBe(600_000)
  expect(session.agent).toEqual({
    id: hub.agentIds.lena,
    name: 'lena',
    email: 'lena@tandem.example',
    role: 'agent',
    teamIds: [hub.teamIds.orders],
  })
  expect(session.workspace).toEqual({ id: hub.workspaceId, name: 'Acme', slug: 'acme' })
  expect(await works(client)).toBe(true)
})

test('A2 a wrong password, an unknown address and an unknown workspace answer the same', async () => {
  const client = new SecondClient({ baseUrl: hub.url })
  const attempts = [
    { ...credentialsOf('lena'), password: 'guess' },
    { email: 'nobody@tandem.example', password: PASSWORD },
    { ...credentialsOf('lena'), workspace: 'elsewhere' },
  ]
  for (const attempt of attempts)
    expect(await failureOf(client.signIn(attempt))).toMatchObject({ status: 401, code: 'wrong-password' })
})

test('A3 an address with accounts in several workspaces has to say which', async () => {
  const email = 'two@tandem.example'
  const other = await createWorkspace(hub.deps, { name: 'Beta', slug: 'beta' })
  for (const workspaceId of [hub.workspaceId, other])
    await addAgent(hub.deps, workspaceId, {
      name: 'Two',
      email,
      role: 'agent',
      password: PASSWORD,
      teamIds: [],
    })
  const client = new SecondClient({ baseUrl: hub.url })
  const refused = await failureOf(client.signIn({ email, password: PASSWORD }))
  expect(refused).toMatchObject({ status: 400, code: 'bad-request' })
  expect(String(refused.details['workspaces']).split(',').toSorted()).toEqual(['acme', 'beta'])
  await client.signIn({ email, password: PASSWORD, workspace: 'beta' })
  expect(tokensOf(client).workspace).toMatchObject({ id: other, slug: 'beta' })
})

test('A4 a refresh token gives new tokens; the access token before lives on to its end', async () => {
  const client = await signedIn(hub, 'lena')
  const before = asBefore(client)
  await client.refresh()
  expect(tokensOf(client).refreshToken).not.toBe(tokensOf(before).refreshToken)
  expect(tokensOf(client).accessToken).not.toBe(tokensOf(before).accessToken)
  expect([await works(client), await works(before)]).toEqual([true, true])
})

test('A5 a spent refresh token that comes again ends every session of its sign-in, and no other', async () => {
  const [client, elsewhere] = [await signedIn(hub, 'lena'), await signedIn(hub, 'lena')]
  const thief = asBefore(client)
  await client.refresh()
  expect(await works(client)).toBe(true)
  expect(await failureOf(thief.refresh())).toMatchObject({ status: 401, code: 'signed-out' })
  expect(await failureOf(client.pull())).toMatchObject({ code: 'signed-out' })
  expect(await works(elsewhere)).toBe(true)
})

test('A6 after a lost answer the old refresh token works again for five minutes', async () => {
  const network = lossy(hub.url)
  const client = await signedIn(hub, 'lena', { send: network.send })
  network.loseNext('/v1/token')
  await client.refresh()
  expect(await works(client)).toBe(true)

  const late = await signedIn(hub, 'lena')
  const lost = asBefore(late)
  await lost.refresh()
  hub.clock.shift(5 * MINUTE + 1000)
  expect(await failureOf(late.refresh())).toMatchObject({ status: 401, code: 'signed-out' })
})

test('A7 one refresh at a time: many requests with a token that ran out renew it once', async () => {
  let refreshes = 0
  const through = lossy(hub.url).send
  const client = await settled(hub, 'lena', {
    send: request => {
      if (request.path === '/v1/token') refreshes += 1
      return through(request)
    },
  })
  hub.clock.shift(10 * MINUTE + 1000)
  expect(await works(client)).toBe(false)
  await Promise.all(Array.from({ length: 8 }, () => client.pull()))
  expect(refreshes).toBe(1)
})

test('A8 signing out ends this sign-in and no other', async () => {
  const [client, other] = [await signedIn(hub, 'lena'), await signedIn(hub, 'lena')]
  const before = asBefore(client)
  await client.signOut()
  expect(await works(before)).toBe(false)
  expect(await failureOf(before.refresh())).toMatchObject({ code: 'signed-out' })
  expect(await works(other)).toBe(true)
})

test('A9 a change of role or teams, or the end of access, counts with the next request', async () => {
  const id = await addAgent(hub.deps, hub.workspaceId, {
    name: 'Eva',
    email: 'eva@tandem.example',
    role: 'agent',
    password: PASSWORD,
    teamIds: [],
  })
  const client = new SecondClient({ baseUrl: hub.url, now: hub.clock.now })
  await client.signIn({ email: 'eva@tandem.example', password: PASSWORD })
  await client.pull()
  await changeAgent(hub.deps, hub.workspaceId, { id, teamIds: [hub.teamIds.orders] })
  expect(await client.pull()).toEqual(['scope'])
  expect(client.row('agents', id)).toMatchObject({ teamIds: [hub.teamIds.orders] })
  await deactivateAgent(hub.deps, { workspaceId: hub.workspaceId, agentId: id })
  expect(await failureOf(client.pull())).toMatchObject({ status: 401, code: 'signed-out' })
})

test('A10 unsent work survives being signed out and is not pushed in another agent’s name', async () => {
  const client = await settled(hub, 'lena')
  await addCase(client)
  client.act('customer.create', newCustomer(client.newId()))
  await rawRequest(client, { method: 'POST', path: '/v1/sign-out' })
  expect(await failureOf(client.push())).toMatchObject({ code: 'signed-out' })
  await expect(client.signIn(credentialsOf('tom'))).rejects.toThrow('another agent')
  expect(client.state.outbox).toHaveLength(1)
  await client.signIn(credentialsOf('lena'))
  expect((await client.push()).map(({ kind }) => kind)).toEqual(['done'])
})

test('A11 too many wrong passwords are throttled, with the time to wait', async () => {
  const client = new SecondClient({ baseUrl: hub.url })
  const guess = { ...credentialsOf('sara'), password: 'guess' }
  for (let count = 0; count < 10; count += 1)
    expect(await failureOf(client.signIn(guess))).toMatchObject({ code: 'wrong-password' })
  const refused = await failureOf(client.signIn(credentialsOf('sara')))
  expect(refused).toMatchObject({ status: 429, code: 'throttled' })
  expect(Number(refused.details['retryAfterMs'])).toBeGreaterThan(0)
})
