import { join } from 'node:path'
import { startApp } from '../lib/desktop-app.ts'
import type { RunningApp } from '../lib/desktop-app.ts'
import { firstSight, pageNow, tasksBetween, watchTasks } from '../lib/feel/long-tasks.ts'
import { laptopFolder, openLaptop } from '../lib/laptop.ts'
import type { BenchContext, BenchRow } from '../lib/leg.ts'
import type { PageSocket } from '../lib/page-socket.ts'
import { signedInConsole } from '../lib/signed-in-console.ts'
import { rest, ROOT, windowSample } from '../lib/windows.ts'

/** A fill of the larger sizes takes minutes: then each run is one of few. */
const RUNS = { XS: 3, other: 2 }
const LOOK_EVERY_MS = 200
const GIVE_UP_MS = 10 * 60_000
/** The idle console is watched as long as the fill took, but no longer than this. */
const WATCHED_AT_MOST_MS = 30_000

const IS_FILLED = `window.desk.call('sync.status', {}).then(({ ok, value }) => ok && value.isFilled)`

/** A console that has signed in and holds nothing yet. */
async function emptyConsole(context: BenchContext, name: string): Promise<string> {
  const hub = await context.hub()
  const laptop = openLaptop(await laptopFolder(context.folder, `empty-${name}`))
  laptop.close()
  const session = await hub.signIn()
  return signedInConsole(join(context.folder, name), { hub, session, settled: laptop.path })
}

/** The page while it is still being loaded has nothing to ask yet. */
async function whenThere(running: RunningApp): Promise<PageSocket> {
  for (const startedAt = performance.now(); ; await rest(LOOK_EVERY_MS)) {
    try {
      const page = await running.page()
      await watchTasks(page)
      return page
    } catch (error) {
      if (performance.now() - startedAt > 20_000) throw error
    }
  }
}

async function untilFilled(page: PageSocket): Promise<void> {
  const startedAt = performance.now()
  while ((await page.evaluate(IS_FILLED)) !== true) {
    if (performance.now() - startedAt > GIVE_UP_MS) throw new Error('The first fill did not end')
    await rest(LOOK_EVERY_MS)
  }
}

/** One console after the other: it fills, then it is idle. */
function consoles(context: BenchContext) {
  let count = 0
  let running: RunningApp | null = null
  let page: PageSocket | null = null
  let tookMs = 0
  const end = async (): Promise<void> => {
    await running?.stop()
    running = null
  }
  return {
    fill: async (): Promise<readonly number[]> => {
      await end()
      count += 1
      const userDataFolder = await emptyConsole(context, `fill-${count}`)
      running = await startApp({ name: 'console', folder: ROOT, userDataFolder })
      page = await whenThere(running)
      const from = await firstSight(page)
      await untilFilled(page)
      const to = await pageNow(page)
      tookMs = to - from
      return tasksBetween(page, from, to)
    },
    idle: async (): Promise<readonly number[]> => {
      if (page === null) throw new Error('Nothing was filled before')
      const from = await pageNow(page)
      await rest(Math.min(tookMs, WATCHED_AT_MOST_MS))
      return tasksBetween(page, from, await pageNow(page))
    },
    end,
  }
}

/** C6: whether the window stays free while everything comes for the first time. */
export const windowFree: BenchRow = {
  id: 'C6',
  title: 'longest task of the window during the first fill, beside the same console at rest',
  needs: ['window'],
  run: async (context, measure) => {
    const runs = context.size === 'XS' ? RUNS.XS : RUNS.other
    const { fill, idle, end } = consoles(context)
    try {
      await measure({
        figures: [{ id: 'C6', quantile: 1 }],
        ours: {
          name: 'filling',
          what: 'tasks over 50 ms on the main thread from the first sight of the window to the end of the first fill',
          durability: 'none',
          isSlow: true,
          run: async () => windowSample(await fill()),
        },
        limit: {
          name: 'idle',
          what: `the same of the filled console, as long as the fill took, ${WATCHED_AT_MOST_MS / 1000} s at most`,
          durability: 'none',
          isSlow: true,
          run: async () => windowSample(await idle()),
        },
        peers: [],
        asides: [],
        runs,
        remark: `${runs} fills; 0: no task over 50 ms`,
      })
    } finally {
      await end()
    }
  },
}
