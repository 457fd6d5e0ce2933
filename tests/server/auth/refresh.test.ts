import { describe, expect, test } from 'vitest'
import { LOST_ANSWER_MS } from '../../../server/auth/rotation.ts'
import { REFRESH_MS } from '../../../server/auth/tokens.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { SignedIn } from '../../../shared/protocol/session.ts'
import { fileHub } from '../../support/file-hub.ts'
import { post } from '../../support/hub.ts'

const hub = fileHub()

const refresh = (refreshToken: string): Promise<Response> =>
  post(`${hub.url}${routes.refresh}`, { refreshToken })
async function refreshed(token: string): Promise<SignedIn> {
  const answer = await refresh(token)
  expect(answer.status).toBe(200)
  return SignedIn.parse(await answer.json())
}
const pullStatus = async (accessToken: string): Promise<number> =>
  (await fetch(`${hub.url}${routes.pull}`, { headers: { authorization: `Bearer ${accessToken}` } })).status

test('a refresh gives a new pair for the same agent, and the new access token works', async () => {
  const first = await hub.signIn('lena')
  const second = await refreshed(first.refreshToken)

  expect(second.agent).toEqual(first.agent)
  expect(second.refreshToken).not.toBe(first.refreshToken)
  expect(await pullStatus(second.accessToken)).toBe(200)
  // The old access token lives out its minutes: requests under way must not fail because of a refresh.
  expect(await pullStatus(first.accessToken)).toBe(200)
})

test('a spent token that comes back after its successor was used ends the whole family', async () => {
  const first = await hub.signIn('lena')
  const second = await refreshed(first.refreshToken)
  const third = await refreshed(second.refreshToken)

  expect((await refresh(first.refreshToken)).status).toBe(401)
  expect((await refresh(third.refreshToken)).status).toBe(401)
  expect(await pullStatus(third.accessToken)).toBe(401)
})

test('using the access token that came with the successor is proof enough that the answer arrived', async () => {
  const first = await hub.signIn('lena')
  const second = await refreshed(first.refreshToken)
  expect(await pullStatus(second.accessToken)).toBe(200)

  expect((await refresh(first.refreshToken)).status).toBe(401)
  expect(await pullStatus(second.accessToken)).toBe(401)
})

describe('an answer that was lost on its way', () => {
  test('does not sign the laptop out: it asks again with the token it has', async () => {
    const first = await hub.signIn('lena')
    const lost = await refreshed(first.refreshToken)
    const again = await refreshed(first.refreshToken)

    expect(await pullStatus(again.accessToken)).toBe(200)
    expect(await pullStatus(lost.accessToken)).toBe(401)
    await refreshed(again.refreshToken)
  })

  test('and the pair given out first gives a thief away when it turns up', async () => {
    const first = await hub.signIn('lena')
    const lost = await refreshed(first.refreshToken)
    const again = await refreshed(first.refreshToken)

    expect((await refresh(lost.refreshToken)).status).toBe(401)
    expect((await refresh(again.refreshToken)).status).toBe(401)
  })

  test('but not for ever: after the grace it counts as reuse', async () => {
    const first = await hub.signIn('lena')
    await refreshed(first.refreshToken)
    hub.clock.shift(LOST_ANSWER_MS + 1)

    expect((await refresh(first.refreshToken)).status).toBe(401)
  })
})

test('two refreshes at the same moment leave one usable pair, and the laptop is still signed in', async () => {
  const first = await hub.signIn('lena')
  const answers = await Promise.all([refreshed(first.refreshToken), refreshed(first.refreshToken)])
  const stored = await hub.database.owner.query<{ open: number }>(
    `SELECT count(*) AS open FROM refresh_tokens r WHERE used_at_ms IS NULL AND revoked_at_ms IS NULL
       AND family_id = (SELECT family_id FROM refresh_tokens WHERE agent_id = $1 ORDER BY issued_at_ms DESC, id DESC LIMIT 1)`,
    [hub.agentIds.lena],
  )

  expect(stored.rows[0]?.open).toBe(1)
  const statuses = await Promise.all(answers.map(({ accessToken }) => pullStatus(accessToken)))
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 401])
})

test('a laptop in a drawer for longer than the tokens last must sign in again', async () => {
  const { refreshToken } = await hub.signIn('tom')
  hub.clock.shift(REFRESH_MS)
  const answer = await refresh(refreshToken)
  hub.clock.shift(-REFRESH_MS)

  expect(answer.status).toBe(401)
})

test('sign-out ends the refresh token too', async () => {
  const { refreshToken, headers } = await hub.signIn('tom')
  expect((await fetch(`${hub.url}${routes.signOut}`, { method: 'POST', headers })).status).toBe(200)

  expect((await refresh(refreshToken)).status).toBe(401)
})

test('an access token is no refresh token, and a foreign workspace in front of it opens nothing', async () => {
  const { accessToken, refreshToken } = await hub.signIn('tom')
  const elsewhere = refreshToken.replace(/\.[0-9a-f]{32}\./, '.01955bb0a58070008000000000000001.')

  expect((await refresh(accessToken)).status).toBe(401)
  expect((await refresh(elsewhere)).status).toBe(401)
  expect((await refresh(refreshToken)).status).toBe(200)
})

test('the database holds no token, only hashes', async () => {
  const { accessToken, refreshToken } = await hub.signIn('tom')
  for (const token of [accessToken, refreshToken]) {
    const secret = token.split('.')[2] ?? ''
    const { rows } = await hub.database.owner.query<{ found: number }>(
      `SELECT (SELECT count(*) FROM refresh_tokens r WHERE r::text LIKE '%' || $1 || '%') +
              (SELECT count(*) FROM access_tokens a WHERE a::text LIKE '%' || $1 || '%') AS found`,
      [secret],
    )
    expect(rows[0]?.found).toBe(0)
  }
})
