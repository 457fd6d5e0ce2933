import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeAgent } from '../../../server/sync/admin.ts'
import type { GuestAnswer, GuestsAnswer } from '../../../shared/protocol/guests.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { freshId } from '../../support/builders.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { SignedInAs } from '../../support/hub.ts'
import { PASSWORD } from '../../support/hub.ts'

const DAY_MS = 86_400_000
const hub = fileHub()
let sara: SignedInAs
let adam: SignedInAs
let next = 0

beforeAll(async () => {
  // Sara supervises Orders; Adam administers.
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.sara, teamIds: [hub.teamIds.orders] })
  sara = await hub.signIn('sara')
  adam = await hub.signIn('adam')
})
let email = ''
beforeEach(() => {
  next += 1
  email = `guest${next}@acme.example`
})

type Told = { readonly status: number; readonly body: GuestAnswer & { readonly error?: { code: string } } }
async function send(who: SignedInAs, request: object): Promise<Told> {
  const answer = await fetch(`${hub.url}${routes.guests}`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  return { status: answer.status, body: (await answer.json()) as Told['body'] }
}
const orders = () => [hub.teamIds.orders]
const devices = () => [hub.teamIds.devices]
const made = async (who: SignedInAs, teamIds: readonly string[], untilMs: number | null = null) => {
  const { status, body } = await send(who, { act: 'make', name: 'Emil Falk', email, teamIds, untilMs })
  expect(status).toBe(200)
  return { agentId: body.agentId, password: body.password ?? '' }
}
const signIn = (password: string): Promise<Response> =>
  fetch(`${hub.url}${routes.signIn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email,
      password,
      client: { id: freshId(), name: 'Laptop', platform: 'linux', version: '1.0.0' },
    }),
  })
const records = async (agentId: string): Promise<GuestsAnswer['records']> => {
  const answer = await fetch(`${hub.url}${routes.guests}`, { headers: sara.headers })
  const { records: all } = (await answer.json()) as GuestsAnswer
  return all.filter(record => record.agentId === agentId)
}

describe('a supervisor keeps guests of the own teams', () => {
  test('makes one who can sign in, changes the time, ends it, and every step is on record', async () => {
    const untilMs = hub.clock.now() + DAY_MS
    const { agentId, password } = await made(sara, orders(), untilMs)
    const signedIn = await signIn(password)
    expect(await signedIn.json()).toMatchObject({ agent: { role: 'guest', teamIds: orders() } })
    const change = { act: 'change', agentId, teamIds: orders(), untilMs: untilMs + DAY_MS }
    expect((await send(sara, change)).status).toBe(200)
    expect((await send(sara, { act: 'end', agentId })).status).toBe(200)
    hub.clock.shift(1)
    expect((await signIn(password)).status).toBe(403)
    expect(await records(agentId)).toMatchObject([
      { what: 'ended', byId: hub.agentIds.sara },
      { what: 'changed', untilMs: untilMs + DAY_MS },
      { what: 'made', byId: hub.agentIds.sara, teamIds: orders(), untilMs },
    ])
  })

  test('gives a new password: the old one and its sessions are over', async () => {
    const { agentId, password } = await made(sara, orders())
    const { accessToken } = (await (await signIn(password)).json()) as { accessToken: string }
    const again = await send(sara, { act: 'signIn', agentId })
    expect((await signIn(password)).status).toBe(401)
    expect((await signIn(again.body.password ?? '')).status).toBe(200)
    const headers = { authorization: `Bearer ${accessToken}` }
    expect((await fetch(`${hub.url}${routes.pull}`, { headers })).status).toBe(401)
  })
})

describe('the hub refuses', () => {
  const answerTo = async (who: SignedInAs, request: object): Promise<string> => {
    const { status, body } = await send(who, request)
    return `${status} ${body.error?.code ?? ''}`
  }

  test('teams of other supervisors, to begin with, later, and to take away', async () => {
    const make = { act: 'make', name: 'Emil Falk', email, untilMs: null }
    expect(await answerTo(sara, { ...make, teamIds: devices() })).toBe('403 not-allowed')
    expect(await answerTo(sara, { ...make, teamIds: [...orders(), ...devices()] })).toBe('403 not-allowed')
    const { agentId, password } = await made(adam, [...orders(), ...devices()])
    const change = { act: 'change', agentId, untilMs: null }
    expect(await answerTo(sara, { ...change, teamIds: orders() })).toBe('403 not-allowed')
    expect(await answerTo(sara, { act: 'end', agentId })).toBe('403 not-allowed')
    expect(await answerTo(sara, { act: 'signIn', agentId })).toBe('403 not-allowed')
    const later = { ...change, teamIds: [...orders(), ...devices()], untilMs: hub.clock.now() + DAY_MS }
    expect(await answerTo(sara, later)).toBe('403 not-allowed')
    expect((await records(agentId)).map(({ what }) => what)).toEqual(['made'])
    expect((await signIn(password)).status).toBe(200)
    // The own team goes, and what is another supervisor's stays.
    expect((await send(sara, { ...change, teamIds: devices() })).status).toBe(200)
  })

  test('colleagues in the place of guests: nobody’s password or teams are changed this way', async () => {
    for (const agentId of [hub.agentIds.lena, hub.agentIds.adam, freshId()]) {
      expect(await answerTo(adam, { act: 'signIn', agentId })).toBe('404 not-found')
      expect(await answerTo(adam, { act: 'end', agentId })).toBe('404 not-found')
      expect(await answerTo(adam, { act: 'change', agentId, teamIds: orders(), untilMs: null })).toBe(
        '404 not-found',
      )
    }
    expect((await hub.signIn('lena')).agent.role).toBe('agent')
  })

  test('an address with an account, a team there is not, no team, and a time that is over', async () => {
    const make = { act: 'make', name: 'Emil Falk', email, teamIds: orders(), untilMs: null }
    expect(await answerTo(sara, { ...make, email: 'LENA@tandem.example' })).toBe('409 conflict')
    expect(await answerTo(adam, { ...make, teamIds: [freshId()] })).toBe('404 not-found')
    expect(await answerTo(adam, { ...make, teamIds: [] })).toBe('400 bad-request')
    expect(await answerTo(sara, { ...make, untilMs: hub.clock.now() - 1 })).toBe('400 bad-request')
    expect(await answerTo(sara, { ...make, role: 'admin' })).toBe('400 bad-request')
    expect((await signIn(PASSWORD)).status).toBe(401)
  })

  test('somebody who was a supervisor when they signed in and is none any more', async () => {
    const was = await hub.signIn('sara')
    await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.sara, role: 'agent' })
    const make = { act: 'make', name: 'Emil Falk', email, teamIds: orders(), untilMs: null }
    expect(await answerTo(was, make)).toBe('403 not-allowed')
    await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.sara, role: 'supervisor' })
  })
})
