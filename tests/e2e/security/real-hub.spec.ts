import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { routes } from '../../../shared/protocol/routes.ts'
import { startHubProcess } from '../../support/hub-process.ts'
import type { HubProcess } from '../../support/hub-process.ts'
import { expect, test } from './support/small-app.ts'

const EMAIL = 'lena@acme.example'
const PASSWORD = 'correct horse battery'

let hub: HubProcess
test.beforeAll(async () => {
  test.setTimeout(120_000)
  hub = await startHubProcess()
  await hub.run(['workspace', 'add', '--name', 'Acme'])
  await hub.run(['agent', 'add', EMAIL, '--name', 'Lena', '--password-stdin'], PASSWORD)
})
test.afterAll(() => hub.remove())
// One hub for all of them, which one test stops.
test.describe.configure({ mode: 'serial' })

const call = (window: Page, name: string, input: unknown = {}): Promise<unknown> =>
  window.evaluate(([method, value]) => desk.call(method, value), [name, input] as const)
const signIn = (window: Page): Promise<unknown> =>
  call(window, 'session.signIn', { hubUrl: hub.url, email: EMAIL, password: PASSWORD })

/** The refresh token as it stands in the file of secrets where there is no keychain. */
function keptRefreshToken(userDataFolder: string): string {
  const entries = JSON.parse(readFileSync(join(userDataFolder, 'secrets.json'), 'utf8')) as Record<
    string,
    { data: string }
  >
  const tokens = Object.entries(entries).find(([name]) => name.endsWith('.tokens'))?.[1].data ?? ''
  return (JSON.parse(Buffer.from(tokens, 'base64').toString('utf8')) as { refreshToken: string }).refreshToken
}

const refresh = (refreshToken: string): Promise<Response> =>
  fetch(`${hub.url}${routes.refresh}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken }),
  })

test('the real page loads under the real policy without a single refusal', async ({ launch }) => {
  const { window } = await launch()
  const complaints: string[] = []
  window.on('console', message => {
    if (/Refused|Content Security Policy|violates/.test(message.text())) complaints.push(message.text())
  })
  window.on('pageerror', error => complaints.push(error.message))
  await window.reload()
  await expect(window.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('signed in once, the console opens without the hub, and syncs again when it is back', async ({
  launch,
  userDataFolder,
}) => {
  test.setTimeout(120_000)
  const first = await launch({ userDataFolder })
  expect(await signIn(first.window)).toMatchObject({
    ok: true,
    value: { state: 'open', credentials: 'valid' },
  })
  await expect.poll(() => call(first.window, 'sync.status')).toMatchObject({ value: { isFilled: true } })
  await first.close()

  await hub.stop()
  const second = await launch({ userDataFolder })
  await expect.poll(() => call(second.window, 'session.get')).toMatchObject({ value: { state: 'open' } })
  expect(await call(second.window, 'directory.get')).toMatchObject({
    ok: true,
    value: { agents: [{ name: 'Lena' }] },
  })
  await hub.start()
  const before = Date.now()
  await expect
    .poll(async () => {
      await call(second.window, 'sync.wake')
      const { value } = (await call(second.window, 'sync.status')) as {
        value: { lastPulledAtMs: number | null }
      }
      return value.lastPulledAtMs ?? 0
    })
    .toBeGreaterThan(before)
})

test('a killed data process comes back with its place, and the page reads on', async ({
  launch,
  userDataFolder,
}) => {
  const { app, window } = await launch({ userDataFolder })
  await signIn(window)
  const pids = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ type, name }) => type === 'Utility' && name === 'Tandem data')
      .map(({ pid }) => pid),
  )
  const [dataPid] = pids.length > 0 ? pids : childrenOf(app.process().pid ?? 0)
  expect(dataPid).toBeDefined()
  process.kill(dataPid ?? 0, 'SIGKILL')
  await expect
    .poll(() => call(window, 'directory.get'))
    .toMatchObject({ ok: true, value: { agents: [{ name: 'Lena' }] } })
  expect(await call(window, 'session.get')).toMatchObject({ value: { state: 'open', credentials: 'valid' } })
})

/** Forked data processes of an old runtime: children of main that run the bundled script. */
function childrenOf(parentPid: number): readonly number[] {
  const children = readFileSync(`/proc/${parentPid}/task/${parentPid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
  return children.filter(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/data/entry.cjs'))
}

test('after signing out the token of this laptop opens nothing on the hub', async ({
  launch,
  userDataFolder,
}) => {
  const { window } = await launch({ userDataFolder, args: ['--password-store=basic'] })
  await signIn(window)
  const token = keptRefreshToken(userDataFolder)
  expect(token.length).toBeGreaterThan(20)
  expect(await call(window, 'session.signOut', {})).toMatchObject({
    ok: true,
    value: { state: 'signed-out' },
  })
  expect((await refresh(token)).status).toBe(401)
})

test('negative control: a token that was not signed out does open the hub', async ({
  launch,
  userDataFolder,
}) => {
  const { window, close } = await launch({ userDataFolder, args: ['--password-store=basic'] })
  await signIn(window)
  const token = keptRefreshToken(userDataFolder)
  await close()
  expect((await refresh(token)).status).toBe(200)
})
