import type { ChildProcess } from 'node:child_process'
import { presentElectron } from '../../scripts/lib/electron-runtime.mjs'
import { end, start } from '../../scripts/lib/processes.mjs'
import { lacksDisplay, startXvfb } from '../../scripts/lib/xvfb.mjs'
import { openPage } from './page-socket.ts'
import type { PageSocket } from './page-socket.ts'

export type DesktopApp = {
  readonly name: string
  /** Folder with the package.json whose `main` Electron runs. */
  readonly folder: string
  readonly userDataFolder: string
}
export type RunningApp = {
  readonly pid: number
  /** When it was started, in ms since 1970. */
  readonly startedAtMs: number
  /** Opened when first asked for: a debugger that is connected costs time. */
  readonly page: () => Promise<PageSocket>
  readonly stop: () => Promise<void>
}

const LISTENING = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//
let display: Promise<string> | undefined

/** Starts an app on this machine's Electron, with the same flags whichever app it is. */
export async function startApp({ name, folder, userDataFolder }: DesktopApp): Promise<RunningApp> {
  const electron = presentElectron()
  if (!electron)
    throw new Error('No Electron on this machine yet: run `npm run smoke` once, which fetches it')
  const flags = ['--remote-debugging-port=0', `--user-data-dir=${userDataFolder}`]
  if (process.platform === 'linux' && process.getuid?.() === 0) flags.push('--no-sandbox')
  const env = { ...process.env, ...(await displayEnvironment()) }
  const startedAtMs = performance.timeOrigin + performance.now()
  // Ended with the bench, whatever ends that.
  const started = start(name, [electron.executable, folder, ...flags], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await portOf(started.child, name)
  let page: Promise<PageSocket> | undefined
  return {
    pid: started.child.pid ?? 0,
    startedAtMs,
    page: async () => {
      page ??= openPage(port)
      // A window that is not there yet may be there the next time.
      page.catch(() => (page = undefined))
      return page
    },
    stop: async () => {
      ;(await page?.catch(() => undefined))?.close()
      await end(started)
    },
  }
}

function portOf(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (printed.length < 20_000) printed += text
      const port = LISTENING.exec(printed)?.[1]
      if (port) resolve(Number(port))
    })
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${name} ended with ${code}: ${printed}`)))
  })
}

async function displayEnvironment(): Promise<Record<string, string>> {
  if (!lacksDisplay()) return {}
  display ??= startXvfb().then(({ display: name }) => name)
  return { DISPLAY: await display }
}
