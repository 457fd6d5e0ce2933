import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect, makeApp, test } from './support/small-app.ts'

/** Collects the commands that main asks the page to run. */
const LISTEN = `window.asked = []; desk.on('command.asked', command => window.asked.push(command)); void desk.call('session.get', {})`
const shows = (number: number) => ({
  id: 'target.show',
  target: { kind: 'ticket-number', number, workspaceId: null },
})
const asked = (window: Page) => window.evaluate(() => Reflect.get(window, 'asked') as unknown)

test('a second start hands its link to the first and ends', async ({ launchSmall, userDataFolder }) => {
  const appFolder = makeApp({ 'dist/renderer/probe.js': LISTEN })
  const { app, window } = await launchSmall({ appFolder, userDataFolder })
  const { file, args } = await app.evaluate(() => ({ file: process.execPath, args: process.argv.slice(1) }))
  const flags = args.filter(argument => argument === '--no-sandbox')
  const display = await app.evaluate(() => process.env['DISPLAY'] ?? '')
  const second = spawn(
    file,
    [appFolder, ...flags, `--user-data-dir=${userDataFolder}`, 'tandem://ticket/1042'],
    {
      env: { ...process.env, DISPLAY: display },
      stdio: 'ignore',
    },
  )
  expect(await new Promise(resolve => second.once('exit', resolve))).toBe(0)
  await expect.poll(() => asked(window)).toEqual([shows(1042)])
  expect(app.windows()).toHaveLength(1)
})

test('a link that starts the app reaches the page once it listens', async ({ launchSmall }) => {
  const { window } = await launchSmall({ probe: LISTEN, args: ['tandem://ticket/7'] })
  await expect.poll(() => asked(window)).toEqual([shows(7)])
})

test('closing the window with unsent work asks first; the answer ends the app', async ({ launchSmall }) => {
  const { app, window, call } = await launchSmall({ probe: LISTEN })
  await call('search.query', { text: 'emit' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => asked(window)).toEqual([{ id: 'app.confirmQuit', isShutdown: false, waiting: 3 }])
  const ended = new Promise(resolve => app.process().once('exit', resolve))
  void call('app.quit', {}).catch(() => {})
  expect(await ended).toBe(0)
})

test('closing the window with nothing waiting ends the app', async ({ launchSmall }) => {
  const { app } = await launchSmall({ probe: LISTEN })
  const ended = new Promise(resolve => app.process().once('exit', resolve))
  void app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {})
  expect(await ended).toBe(0)
})

test('size, place and settings of the window come back after a restart', async ({
  launchSmall,
  userDataFolder,
}) => {
  const first = await launchSmall({ userDataFolder })
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 900, height: 700 }),
  )
  await first.call('settings.patch', { density: 'compact', theme: 'dark' })
  await first.close()
  const second = await launchSmall({ userDataFolder })
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  )
  expect(bounds).toEqual({ x: 60, y: 40, width: 900, height: 700 })
  expect(await second.call('settings.get', {})).toMatchObject({
    ok: true,
    value: { settings: { density: 'compact', theme: 'dark' }, wasReset: false },
  })
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
})

test('settings that cannot be read are put aside and the app starts', async ({
  launchSmall,
  userDataFolder,
}) => {
  writeFileSync(join(userDataFolder, 'settings.json'), '{"theme":')
  const { call } = await launchSmall({ userDataFolder })
  expect(await call('settings.get', {})).toMatchObject({ ok: true, value: { wasReset: true } })
  expect(readFileSync(join(userDataFolder, 'settings.json.unreadable'), 'utf8')).toBe('{"theme":')
})

test('what the runtime is, and whether there is a keychain, is said plainly', async ({
  launchSmall,
  userDataFolder,
}) => {
  const { app, call } = await launchSmall({ userDataFolder })
  const { electron } = await app.evaluate(() => ({ electron: process.versions['electron'] }))
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  const reply = (await call('app.info', {})) as {
    value: { isTestRuntime: boolean; electron: string; hasKeychain: boolean }
  }
  expect(reply.value.electron).toBe(electron)
  expect(title).toBe(reply.value.isTestRuntime ? 'Tandem (test runtime)' : 'Tandem')
  expect(typeof reply.value.hasKeychain).toBe('boolean')
  // The log is this user's alone.
  const log = join(userDataFolder, 'logs', 'tandem.log')
  await expect.poll(() => statSync(log, { throwIfNoEntry: false })?.mode).toBeDefined()
  expect(statSync(log).mode & 0o777).toBe(0o600)
})
