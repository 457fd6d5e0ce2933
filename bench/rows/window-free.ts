import { join } from 'node:path'
import { startApp } from '../lib/desktop-app.ts'
import { laptopFolder, openLaptop } from '../lib/laptop.ts'
import type { BenchContext, BenchRow } from '../lib/leg.ts'
import type { PageSocket } from '../lib/page-socket.ts'
import { signedInConsole } from '../lib/signed-in-console.ts'
import { ROOT, windowSample } from '../lib/windows.ts'

const WATCHED_MS = 5_000
const GIVE_UP_MS = 280_000

/** Counts tasks of the main thread over 50 ms from the moment the console stands there, until `isOver`. */
const longTasks = (isOver: string): string => `new Promise((resolve, reject) => {
  const status = () => document.querySelector('[role="status"][aria-label="Sync status"]')?.textContent ?? ''
  const found = []
  let fromMs = null
  new PerformanceObserver(list => found.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })
  const startedAtMs = performance.now()
  const timer = setInterval(() => {
    if (performance.now() - startedAtMs > ${GIVE_UP_MS}) reject(new Error('It did not end: ' + status()))
    if (fromMs === null) fromMs = status() === '' ? null : performance.now()
    if (fromMs === null || !(${isOver})) return
    clearInterval(timer)
    resolve(found.filter(task => task.startTime >= fromMs).length)
  }, 50)
})`

/** A console that has signed in and holds nothing yet. */
async function emptyConsole(context: BenchContext, name: string): Promise<string> {
  const hub = await context.hub()
  const laptop = openLaptop(await laptopFolder(context.folder, `empty-${name}`))
  laptop.close()
  const folder = join(context.folder, name)
  return signedInConsole(folder, { hub, session: await hub.signIn(), settled: laptop.path })
}

/** C6: whether the window stays free while everything comes for the first time. */
export const windowFree: BenchRow = {
  id: 'C6',
  title: 'the window during the first fill',
  run: async (context, measure) => {
    let fills = 0
    let page: PageSocket | null = null
    let stop = async (): Promise<void> => {}
    try {
      await measure({
        figures: [{ id: 'C6', quantile: 1 }],
        ours: {
          name: 'filling',
          what: 'tasks over 50 ms on the main thread of the window from its first sight to the end of the first fill',
          durability: 'none',
          isSlow: true,
          run: async () => {
            await stop()
            fills += 1
            const userDataFolder = await emptyConsole(context, `fill-${fills}`)
            const running = await startApp({ name: 'console', folder: ROOT, userDataFolder })
            stop = running.stop
            page = await running.page()
            return windowSample([
              Number(await page.evaluate(longTasks(`status().includes('nothing waiting')`))),
            ])
          },
        },
        limit: {
          name: 'idle',
          what: `the same over ${WATCHED_MS / 1000} s once it is filled`,
          durability: 'none',
          isSlow: true,
          run: async () => {
            const count = await page?.evaluate(longTasks(`performance.now() - fromMs > ${WATCHED_MS}`))
            return windowSample([Number(count)])
          },
        },
        peers: [],
        asides: [],
        runs: 3,
        remark: null,
      })
    } finally {
      await stop()
    }
  },
}
