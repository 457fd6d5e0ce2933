import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, type Page, _electron } from '@playwright/test'
import { presentElectron } from '../../scripts/lib/electron-runtime.mjs'
import { lacksDisplay, startXvfb } from '../../scripts/lib/xvfb.mjs'
import { runFolder } from './at-the-end.ts'
import { COMPILED } from './compiled-code.ts'
import { removeOnceLeft, usesFolder } from './left-folder.ts'

const APP_FOLDER = join(import.meta.dirname, '../..')
/** Holds the app back until Playwright is connected. */
const HELD_APP = join(import.meta.dirname, 'held-app')

export type LaunchOptions = {
  /** Another app than the console of this checkout: a small one made by the test. */
  readonly appFolder?: string
  /** Kept after close, for tests that start the console again; without it each launch has a folder of its own. */
  readonly userDataFolder?: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

export type LaunchedApp = {
  readonly app: ElectronApplication
  readonly window: Page
  readonly userDataFolder: string
  /** Quits as a person would and waits until every process has ended. */
  readonly close: () => Promise<void>
  /** Ends the main process without a chance to save anything. */
  readonly kill: () => Promise<void>
}

/** Starts the real console on the Electron that the run chose, under a virtual display where there is none. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userDataFolder = options.userDataFolder ?? newUserDataFolder()
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      HELD_APP,
      `--held-app=${options.appFolder ?? APP_FOLDER}`,
      ...sandboxFlags(),
      `--user-data-dir=${userDataFolder}`,
      ...(options.args ?? []),
    ],
    env: {
      ...ownEnvironment(),
      ...(await displayEnvironment()),
      ...COMPILED,
      ...usesFolder(userDataFolder),
      ...options.env,
    },
  })
  const window = await app.firstWindow()
  const isOwn = options.userDataFolder === undefined
  const child = app.process()
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  return {
    app,
    window,
    userDataFolder,
    close: async () => {
      // Playwright is content when the windows are gone; the data process is still being drained then.
      const exited = hasEnded() ? undefined : new Promise(resolve => child.once('exit', resolve))
      if (exited) await app.close()
      await exited
      if (isOwn) await removeOnceLeft(userDataFolder)
    },
    kill: async () => {
      if (hasEnded()) return
      const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** A folder for a console that is started more than once; the caller removes it. */
export const newUserDataFolder = (): string => mkdtempSync(join(runFolder(), 'tandem-e2e-'))

function electronExecutable(): string {
  const executable = process.env['TANDEM_ELECTRON'] ?? presentElectron()?.executable
  if (!executable)
    throw new Error('No Electron on this machine yet: run `npm test -- --only e2e` once, which fetches it')
  return executable
}

/** Chromium's sandbox refuses to run as root; for everybody else it stays on, as for users. */
export const sandboxFlags = (): readonly string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

export function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

let display: Promise<string> | undefined

/** One virtual display per test process; it ends with that process. */
export async function displayEnvironment(): Promise<Record<string, string>> {
  if (!lacksDisplay()) return {}
  display ??= startXvfb().then(started => {
    process.once('exit', () => started.process.child.kill())
    return started.display
  })
  return { DISPLAY: await display }
}
