import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { has, reasonFor } from '../../support/has.ts'
import { startKeyring } from './support/keyring.ts'
import { expect, test } from './support/small-app.ts'
import type { SmallApp } from './support/small-app.ts'

const LOGIN = { hubUrl: 'http://127.0.0.1:1', email: 'lena@acme.example', password: 'marker-password' }

type Opened = {
  readonly key: string
  readonly clientId: string
  readonly tokens: { readonly refreshToken: string }
}

/** What the data process was given when the place was opened. */
async function openedBy({ call }: SmallApp): Promise<Opened> {
  const reply = (await call('directory.get', {})) as { readonly value: { readonly opened: Opened } }
  return reply.value.opened
}

/** All of our own files below a user-data folder; Chromium's are not ours to read. */
function ownText(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  const own = names.filter(entry => entry.isFile() && /\.(json|log)$/.test(entry.name))
  return own.map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n')
}

const base64 = (text: string): string => Buffer.from(text).toString('base64').slice(0, -4)

test('without a keychain secrets stand in one file for this user only, and it is said', async ({
  launchSmall,
  userDataFolder,
}) => {
  const first = await launchSmall({ userDataFolder, args: ['--password-store=basic'] })
  expect(await first.call('app.info', {})).toMatchObject({ value: { hasKeychain: false } })
  expect(await first.call('session.signIn', LOGIN)).toMatchObject({ ok: true, value: { state: 'open' } })
  const before = await openedBy(first)
  expect(before.key).toMatch(/^[0-9a-f]{64}$/)
  await first.close()
  expect(statSync(join(userDataFolder, 'secrets.json')).mode & 0o777).toBe(0o600)
  const text = ownText(userDataFolder)
  expect(text).not.toContain('marker-password')
  expect(text).not.toContain('marker-access')
  expect(text).not.toContain(before.key)

  const second = await launchSmall({ userDataFolder, args: ['--password-store=basic'] })
  await expect
    .poll(() => second.call('session.get', {}))
    .toMatchObject({ value: { state: 'open', credentials: 'valid' } })
  expect(await openedBy(second)).toMatchObject({
    key: before.key,
    clientId: before.clientId,
    tokens: { refreshToken: 'marker-refresh' },
  })
})

test('with a keychain no file holds a key or a token in any readable form', async ({
  launchSmall,
  userDataFolder,
}) => {
  test.skip(!has('keyring'), reasonFor('keyring'))
  const keyring = await startKeyring()
  const options = { userDataFolder, env: keyring.env, args: keyring.args }
  const first = await launchSmall(options)
  expect(await first.call('app.info', {})).toMatchObject({ value: { hasKeychain: true } })
  await first.call('session.signIn', LOGIN)
  const before = await openedBy(first)
  await first.close()
  const text = ownText(userDataFolder)
  for (const secret of [before.key, 'marker-refresh', 'marker-access', 'marker-password']) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(base64(secret))
  }
  expect(text).toContain('"kind":"keychain"')

  const second = await launchSmall(options)
  await expect
    .poll(() => second.call('session.get', {}))
    .toMatchObject({ value: { state: 'open', credentials: 'valid' } })
  expect(await openedBy(second)).toMatchObject({
    key: before.key,
    tokens: { refreshToken: 'marker-refresh' },
  })
  await second.close()

  // Without that keychain the place says why it does not open, and nothing is replaced by a new key.
  const third = await launchSmall({ userDataFolder, args: ['--password-store=basic'] })
  await expect
    .poll(() => third.call('session.get', {}))
    .toMatchObject({ value: { state: 'trouble', code: 'no-keychain' } })
  await third.close()
  await keyring.close()
})

test('the test runtime speaks to no hub but one on this machine', async ({ launchSmall }) => {
  const { call } = await launchSmall()
  const info = (await call('app.info', {})) as { readonly value: { readonly isTestRuntime: boolean } }
  test.skip(!info.value.isTestRuntime, 'needs the test runtime')
  expect(await call('session.signIn', { ...LOGIN, hubUrl: 'https://hub.acme.example' })).toMatchObject({
    ok: false,
    error: { code: 'test-runtime' },
  })
  expect(await call('session.signIn', LOGIN)).toMatchObject({ ok: true })
})
