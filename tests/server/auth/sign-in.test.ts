import { describe, expect, test } from 'vitest'
import { createWorkspace, addAgent, setPassword } from '../../../server/auth/administration.ts'
import { stageRows } from '../../../server/sync/admin.ts'
import { accountKey, networkKey } from '../../../server/auth/throttle.ts'
import { ErrorBody } from '../../../shared/protocol/error-body.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { anAgent, freshId } from '../../support/builders.ts'
import { fileHub } from '../../support/file-hub.ts'
import { PASSWORD, post, SEED_AGENTS, signInAs, startTestHub } from '../../support/hub.ts'

const LIMITS = { windowMs: 60_000, perAccount: 5, perNetwork: 1000 }
const AGAIN_MS = LIMITS.windowMs

const hub = fileHub({ limits: LIMITS })

type Attempt = {
  email?: string
  password?: string
  workspace?: string | null
  clientId?: string
  url?: string
}
const attempt = ({
  email = SEED_AGENTS.lena.email,
  password = PASSWORD,
  ...rest
}: Attempt = {}): Promise<Response> =>
  post(`${rest.url ?? hub.url}${routes.signIn}`, {
    email,
    password,
    workspace: rest.workspace ?? null,
    client: { id: rest.clientId ?? freshId(), name: 'Laptop', platform: 'linux', version: '1' },
  })
const errorOf = async (answer: Response): Promise<ErrorBody['error']> =>
  ErrorBody.parse(await answer.json()).error

test('an unknown address and a wrong password are told apart by nothing', async () => {
  const wrong = await attempt({ password: 'guess' })
  const unknown = await attempt({ email: 'nobody@tandem.example', password: 'guess' })

  expect([wrong.status, await errorOf(wrong)]).toEqual([unknown.status, await errorOf(unknown)])
  hub.clock.shift(AGAIN_MS)
})

test('an unknown address takes as long as a wrong password', async () => {
  const own = await startTestHub({ limits: { ...LIMITS, perAccount: 1000 } })
  const time = async (email: string): Promise<number> => {
    const startedAt = performance.now()
    await attempt({ email, password: 'guess', url: own.url })
    return performance.now() - startedAt
  }
  const known: number[] = []
  const unknown: number[] = []
  await time(SEED_AGENTS.lena.email)
  for (let round = 0; round < 12; round += 1) {
    known.push(await time(SEED_AGENTS.lena.email))
    unknown.push(await time('nobody@tandem.example'))
  }
  await own.stop()
  const median = (values: number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

  // Without the hash for nobody the ratio is above ten: the hash is what takes the time.
  expect(median(known) / median(unknown)).toBeGreaterThan(0.6)
  expect(median(known) / median(unknown)).toBeLessThan(1.7)
})

test('addresses are taken in any case', async () => {
  expect((await attempt({ email: '  LENA@Tandem.Example ' })).status).toBe(200)
})

describe('limits', () => {
  test('after five wrong passwords an account waits, the right one included, and the answer says how long', async () => {
    const clientId = freshId()
    for (let round = 0; round < LIMITS.perAccount; round += 1) {
      expect((await attempt({ email: SEED_AGENTS.tom.email, password: 'guess', clientId })).status).toBe(401)
    }
    const refused = await attempt({ email: SEED_AGENTS.tom.email, clientId })

    expect(refused.status).toBe(429)
    expect((await errorOf(refused)).code).toBe('throttled')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(LIMITS.windowMs / 1000)
    hub.clock.shift(AGAIN_MS)
    expect((await attempt({ email: SEED_AGENTS.tom.email })).status).toBe(200)
  })

  test('hold over all copies of the hub', async () => {
    const copy = await hub.startCopy()
    for (let round = 0; round < LIMITS.perAccount; round += 1) {
      await attempt({
        email: SEED_AGENTS.sara.email,
        password: 'guess',
        url: round % 2 === 0 ? hub.url : copy.url,
      })
    }

    expect((await attempt({ email: SEED_AGENTS.sara.email, url: copy.url })).status).toBe(429)
    await copy.stop()
    hub.clock.shift(AGAIN_MS)
  })

  test('an unknown address runs into the same limit as a known one', async () => {
    const email = 'ghost@tandem.example'
    for (let round = 0; round < LIMITS.perAccount; round += 1) await attempt({ email, password: 'guess' })

    expect((await attempt({ email, password: 'guess' })).status).toBe(429)
    hub.clock.shift(AGAIN_MS)
  })

  test('guessing from elsewhere does not lock out a laptop its owner has used before', async () => {
    const { clientId } = await hub.signIn('adam')
    for (let round = 0; round <= LIMITS.perAccount; round += 1) {
      await attempt({ email: SEED_AGENTS.adam.email, password: 'guess' })
    }

    expect((await attempt({ email: SEED_AGENTS.adam.email })).status).toBe(429)
    expect((await attempt({ email: SEED_AGENTS.adam.email, clientId })).status).toBe(200)
    hub.clock.shift(AGAIN_MS)
  })

  test('right passwords count for nothing', async () => {
    for (let round = 0; round < LIMITS.perAccount * 2; round += 1) {
      expect((await attempt({ email: SEED_AGENTS.tom.email })).status).toBe(200)
    }
  })

  test('attempts at the same moment cannot slip past the count', async () => {
    const email = SEED_AGENTS.tom.email
    const answers = await Promise.all(
      Array.from({ length: LIMITS.perAccount * 3 }, () => attempt({ email, password: 'guess' })),
    )

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(LIMITS.perAccount)
    hub.clock.shift(AGAIN_MS)
  })

  test('one network guessing many addresses is stopped too', async () => {
    const own = await startTestHub({ limits: { ...LIMITS, perNetwork: 6 } })
    const statuses: number[] = []
    for (let round = 0; round < 7; round += 1) {
      statuses.push(
        (await attempt({ email: `n${round}@tandem.example`, password: 'guess', url: own.url })).status,
      )
    }
    await own.stop()

    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429])
  })

  test('behind a proxy it is the laptop that counts, and nobody can write another address in front of it', async () => {
    const own = await startTestHub({ limits: { ...LIMITS, perNetwork: 2 }, proxies: 1 })
    const from = (forwarded: string): Promise<Response> =>
      post(
        `${own.url}${routes.signIn}`,
        {
          email: `${freshId()}@tandem.example`,
          password: 'guess',
          client: { id: freshId(), name: 'Laptop', platform: 'linux', version: '1' },
        },
        { 'x-forwarded-for': forwarded },
      )
    const statuses: number[] = []
    for (const spoofed of ['1.1.1.1', '2.2.2.2', '3.3.3.3'])
      statuses.push((await from(`${spoofed}, 10.0.0.7`)).status)
    const other = await from('10.0.0.8')
    await own.stop()

    expect([...statuses, other.status]).toEqual([401, 401, 429, 401])
  })

  test('a subscriber’s whole IPv6 network counts as one, and no key holds what was typed', () => {
    const one = networkKey('2001:db8:1:2:aaaa:bbbb:cccc:dddd')
    expect(networkKey('2001:db8:1:2::1')).toBe(one)
    expect(networkKey('2001:db8:1:3::1')).not.toBe(one)
    expect(networkKey('::ffff:10.1.2.3')).toBe(networkKey('10.1.2.3'))
    expect(accountKey('lena@tandem.example', null)).not.toContain('lena')
  })
})

test('one address in two workspaces: the workspace must be named, and only after the right password', async () => {
  const second = await createWorkspace(hub.deps, { name: 'Beta', slug: 'beta' })
  await addAgent(hub.deps, second, { ...SEED_AGENTS.lena, name: 'Lena', password: PASSWORD, teamIds: [] })
  const unnamed = await attempt()
  const refused = await errorOf(unnamed)

  expect(unnamed.status).toBe(400)
  expect(refused.details).toEqual({ where: 'body.workspace', workspaces: expect.stringContaining('beta') })
  expect((await attempt({ password: 'guess' })).status).toBe(401)
  const named = await attempt({ workspace: 'beta' })
  expect(((await named.json()) as { workspace: { id: string } }).workspace.id).toBe(second)
  expect((await attempt({ workspace: 'gamma' })).status).toBe(401)
})

test('an agent who stands already, as after an import, gets an account and keeps every row that names them', async () => {
  const { id } = anAgent({ id: freshId() })
  await stageRows(hub.deps, hub.workspaceId, [
    [{ table: 'agents', row: anAgent({ id, name: 'Imported', isActive: false }) }],
  ])
  const email = 'imported@tandem.example'
  const made = { id, name: 'Ines Imported', email, role: 'agent', password: PASSWORD, teamIds: [] } as const
  expect(await addAgent(hub.deps, hub.workspaceId, made)).toBe(id)
  const signedIn = (await (await attempt({ email })).json()) as { agent: { id: string; name: string } }
  expect(signedIn.agent).toMatchObject({ id, name: 'Ines Imported' })
})

test('a new password ends the sessions of the old one', async () => {
  const own = await startTestHub()
  const session = await own.signIn('lena')
  await setPassword(own.deps, {
    workspaceId: own.workspaceId,
    agentId: own.agentIds.lena,
    password: 'another battery',
  })
  const answer = await fetch(`${own.url}${routes.pull}`, { headers: session.headers })

  expect(answer.status).toBe(401)
  await expect(signInAs(own.url, 'lena')).rejects.toThrow(/401/)
  await own.stop()
})
