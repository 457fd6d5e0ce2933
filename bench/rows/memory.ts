import type { BenchContext, BenchRow, Comparison, Leg, Sample } from '../lib/leg.ts'
import type { DesktopApp, RunningApp } from '../lib/desktop-app.ts'
import { usageOf } from '../lib/process-tree.ts'
import { switchTickets } from '../lib/ticket-switching.ts'
import { paintedAtMs, rest, windowPair, windowSample, withApp } from '../lib/windows.ts'
import type { WindowPair } from '../lib/windows.ts'

const RUNS = 7
const TICKETS_OPENED = 25
const SETTLES_MS = 5_000
/** Switches at the size that is judged; the smallest shows in a minute whether anything leaks. */
const SWITCHES = { XS: 1_000, other: 10_000 }
const WARM_UP = 400
const READINGS = 7

type Measure = (comparison: Comparison) => Promise<void>

/** PSS over all processes of an app, MB, after the window has given back what it can. */
async function settledMb(running: RunningApp): Promise<number> {
  const page = await running.page()
  await page.send('HeapProfiler.collectGarbage')
  await rest(SETTLES_MS)
  return usageOf(running.pid).pssMb
}

const opened = (app: DesktopApp, work: (running: RunningApp) => Promise<void>): (() => Promise<Sample>) => {
  return () =>
    withApp(app, async running => {
      await paintedAtMs(running)
      await work(running)
      return windowSample([await settledMb(running)])
    })
}

async function standing({ console, blank }: WindowPair, measure: Measure): Promise<void> {
  const openTickets = async (running: RunningApp): Promise<void> =>
    void (await switchTickets(await running.page(), TICKETS_OPENED))
  await measure({
    figures: [{ id: 'D2.memory', quantile: 0.5 }],
    ours: {
      name: 'console',
      what: `PSS of all processes, everything of the size on the disk, after ${TICKETS_OPENED} tickets were opened`,
      durability: 'none',
      run: opened(console, openTickets),
    },
    limit: {
      name: 'blank window',
      what: 'PSS of all processes',
      durability: 'none',
      run: opened(blank, async () => {}),
    },
    peers: [],
    asides: [],
    runs: RUNS,
    remark: 'the data process has a Node of its own on the test runtime, which users do not have',
  })
}

/** Hands out readings that were taken one after the other: both legs are the same running console. */
const readOut = (name: string, what: string, readings: readonly number[]): Leg => {
  let next = 0
  return {
    name,
    what,
    durability: 'none',
    run: async () => {
      const value = readings[next % readings.length] ?? Number.NaN
      next += 1
      return windowSample([value])
    },
  }
}

async function readings(running: RunningApp): Promise<readonly number[]> {
  const all: number[] = []
  for (let reading = 0; reading < READINGS; reading += 1) all.push(await settledMb(running))
  return all
}

async function growing(context: BenchContext, { console }: WindowPair, measure: Measure): Promise<void> {
  const count = context.size === 'XS' ? SWITCHES.XS : SWITCHES.other
  const { before, after } = await withApp(console, async running => {
    await paintedAtMs(running)
    const page = await running.page()
    await switchTickets(page, WARM_UP)
    const first = await readings(running)
    context.progress(`switching tickets ${count} times`)
    await switchTickets(page, count)
    return { before: first, after: await readings(running) }
  })
  await measure({
    figures: [{ id: 'D2.growth', quantile: 0.5 }],
    ours: readOut('after', `PSS after ${count} ticket switches`, after),
    limit: readOut('before', `PSS after the first ${WARM_UP}`, before),
    peers: [],
    asides: [],
    runs: READINGS,
    remark: `${count} switches`,
  })
}

/** D2: what the console takes of the memory, and whether a day of work makes it grow. */
export const memory: BenchRow = {
  id: 'D2',
  title: 'memory beside a blank Electron window, and its growth over many ticket switches',
  needs: ['window', 'linux'],
  run: async (context, measure) => {
    const pair = await windowPair(context)
    await standing(pair, measure)
    await growing(context, pair, measure)
  },
}
