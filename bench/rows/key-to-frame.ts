import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ACTIONS } from '../lib/feel/actions.ts'
import type { Action } from '../lib/feel/actions.ts'
import { atRest, pressUntil } from '../lib/feel/press.ts'
import { showStill, silence, stillOf } from '../lib/feel/static-page.ts'
import type { BenchContext, BenchRow, Comparison, Leg } from '../lib/leg.ts'
import type { PageSocket } from '../lib/page-socket.ts'
import { paintedAtMs, windowPair, windowSample, withApp } from '../lib/windows.ts'
import type { WindowPair } from '../lib/windows.ts'

const RUNS = 7
const PRESSES = { XS: 6, other: 20 }
const EVENTS_PER_SECOND = 100

type Measure = (comparison: Comparison) => Promise<void>
type Windows = { readonly console: PageSocket; readonly still: PageSocket }

const pressing = (presses: number, press: () => Promise<number>): Leg['run'] => {
  return async () => {
    const times: number[] = []
    for (let count = 0; count < presses; count += 1) times.push(await press())
    return windowSample(times)
  }
}

async function measureAction(
  action: Action,
  { console, still, presses }: Windows & { readonly presses: number },
  measure: (legs: Pick<Comparison, 'ours' | 'limit'>) => Promise<void>,
): Promise<void> {
  await showStill(still, await stillOf(console, action))
  await action.prepare(console)
  await measure({
    ours: {
      name: 'console',
      what: action.what,
      durability: 'none',
      run: pressing(presses, async () => {
        await console.evaluate(`window.tandemBefore = ${action.before}`)
        const ms = await pressUntil(console, action.key, action.isShown)
        await atRest(console)
        await action.restore(console)
        return ms
      }),
    },
    limit: {
      name: 'static page',
      what: 'the same document without scripts; the key puts in the markup that differs',
      durability: 'none',
      run: pressing(presses, async () => {
        const ms = await pressUntil(still, action.key, 'window.tandemIsShown')
        await still.evaluate('window.tandemIsShown = false; window.tandemReset()')
        await atRest(still)
        return ms
      }),
    },
  })
}

/** Two windows of the same Electron: the console with everything, and one whose document stands still. */
async function withWindows(
  context: BenchContext,
  pair: WindowPair,
  work: (windows: Windows) => Promise<void>,
): Promise<void> {
  const userDataFolder = join(context.folder, 'static')
  await mkdir(userDataFolder, { recursive: true })
  await withApp({ ...pair.console, name: 'static page', userDataFolder }, async other =>
    withApp(pair.console, async running => {
      await paintedAtMs(running)
      const windows = { console: await running.page(), still: await other.page() }
      for (const page of [windows.console, windows.still])
        await page.send('Emulation.setFocusEmulationEnabled', { enabled: true })
      await silence(windows.still)
      await work(windows)
    }),
  )
}

/** C5: from a key to the frame that shows what it did, while messages arrive. */
export const keyToFrame: BenchRow = {
  id: 'C5',
  title: 'key to presented frame at 100 events a second, beside a static page with the same DOM',
  run: async (context, measure: Measure) => {
    const hub = await context.hub()
    const pair = await windowPair(context)
    const presses = context.size === 'XS' ? PRESSES.XS : PRESSES.other
    await withWindows(context, pair, async windows => {
      await hub.order('startEvents', { perSecond: EVENTS_PER_SECOND, except: [] })
      try {
        for (const action of ACTIONS) {
          const figures = [0.5, 0.95].map(quantile => ({
            id: `C5.${action.id}.p${quantile * 100}`,
            quantile,
          }))
          await measureAction(action, { ...windows, presses }, legs =>
            measure({ figures, ...legs, peers: [], asides: [], runs: RUNS, remark: null }),
          )
        }
      } finally {
        await hub.order('stopEvents')
      }
    })
  },
}
