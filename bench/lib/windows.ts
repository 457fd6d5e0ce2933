import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startApp } from './desktop-app.ts'
import type { DesktopApp, RunningApp } from './desktop-app.ts'
import type { BenchContext, Sample } from './leg.ts'
import { signedInConsole } from './signed-in-console.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BLANK = fileURLToPath(new URL('../blank-app', import.meta.url))

/** Name of Element Timing on the rows of the ticket list, and on the one line of the blank window. */
const LIST = 'ticket-list'

/** The console with everything of the size on its disk, and an Electron app that is nothing but a window. */
export type WindowPair = { readonly console: DesktopApp; readonly blank: DesktopApp }

export async function windowPair(context: BenchContext): Promise<WindowPair> {
  const hub = await context.hub()
  const userDataFolder = join(context.folder, 'console')
  const settled = await context.settled()
  await signedInConsole(userDataFolder, { hub, session: await hub.signIn(), settled })
  const blankFolder = join(context.folder, 'blank')
  await mkdir(blankFolder, { recursive: true })
  return {
    console: { name: 'console', folder: ROOT, userDataFolder },
    blank: { name: 'blank window', folder: BLANK, userDataFolder: blankFolder },
  }
}

/** Expression in the page: when the first row of the list was on the screen, ms since 1970. */
export const listIsPainted = `new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('no row was painted: ' + document.body.innerText.slice(0, 300))), 30_000)
  new PerformanceObserver(list => {
    const times = list.getEntries().filter(entry => entry.identifier === '${LIST}').map(entry => entry.renderTime)
    if (times.length > 0) resolve(performance.timeOrigin + Math.min(...times))
  }).observe({ type: 'element', buffered: true })
})`

/** When the first row of the list was on the screen, ms since 1970. Waits for it. */
export async function paintedAtMs(app: RunningApp): Promise<number> {
  const page = await app.page()
  return Number(await page.evaluate(listIsPainted))
}

/** Starts an app, lets it come up undisturbed, and ends it after `look`. */
export async function withApp<T>(app: DesktopApp, look: (running: RunningApp) => Promise<T>): Promise<T> {
  const running = await startApp(app)
  try {
    // A debugger that connects earlier would be measured too.
    await rest(COMES_UP_MS)
    return await look(running)
  } finally {
    await running.stop()
  }
}

const COMES_UP_MS = 4_000
export const rest = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Windows return no rows: what they showed was looked at while they were measured. */
export const windowSample = (times: readonly number[]): Sample => ({ times, rows: 1, hash: 'window' })
