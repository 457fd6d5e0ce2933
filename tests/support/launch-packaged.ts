import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startCdpProxy } from './cdp-proxy.ts'
import { removeOnceLeft, usesFolder } from './left-folder.ts'
import { displayEnvironment, newUserDataFolder, ownEnvironment, sandboxFlags } from './launch-app.ts'

export type PackagedOptions = {
  readonly program: string
  /** Kept after close; without it each launch has a folder of its own. */
  readonly userDataFolder?: string
  readonly args?: readonly string[]
}
export type LaunchedPackage = {
  readonly window: Page
  readonly pid: number
  /** Quits as a person would and waits until the program has ended. */
  readonly close: () => Promise<void>
}

const LISTENING = /DevTools listening on (ws:\S+)/

/**
 * Starts a packaged app with its fuses as shipped. They refuse Node's inspector, which Playwright's own launcher needs;
 * Chromium's debugging port is what is left.
 */
export async function launchPackaged(options: PackagedOptions): Promise<LaunchedPackage> {
  const userDataFolder = options.userDataFolder ?? newUserDataFolder()
  const args = ['--remote-debugging-port=0', `--user-data-dir=${userDataFolder}`, ...sandboxFlags()]
  const child = spawn(options.program, [...args, ...(options.args ?? [])], {
    env: { ...ownEnvironment(), ...(await displayEnvironment()), ...usesFolder(userDataFolder) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = new Promise<void>(resolve => child.once('close', () => resolve()))
  try {
    const proxy = await startCdpProxy(await debuggerOf(child, child.stderr))
    const browser = await chromium.connectOverCDP(proxy.url)
    const [context] = browser.contexts()
    if (!context) throw new Error('The packaged app shows no browser context')
    const window = context.pages()[0] ?? (await context.waitForEvent('page'))
    return {
      window,
      pid: child.pid ?? 0,
      close: async () => {
        if (child.exitCode === null) await askToQuit(window)
        await exited
        await browser.close()
        await proxy.close()
        if (options.userDataFolder === undefined) await removeOnceLeft(userDataFolder)
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    await exited
    throw error
  }
}

/** The address Chromium prints once its debugging port is open. */
function debuggerOf(child: ChildProcess, stderr: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const address = LISTENING.exec(printed)?.[1]
      if (address) resolve(address)
    })
    child.once('error', reject)
    child.once('close', code => reject(new Error(`The packaged app ended with ${code}: ${printed}`)))
  })
}

/** Through the door every window has. The answer is lost with the window. */
async function askToQuit(window: Page): Promise<void> {
  await window
    .evaluate(() => {
      const { desk } = globalThis as unknown as {
        desk: { call: (name: string, input: object) => Promise<unknown> }
      }
      return desk.call('app.quit', {})
    })
    .catch(() => {})
}
