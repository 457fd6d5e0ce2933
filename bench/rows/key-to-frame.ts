import { ACTIONS } from '../lib/feel/actions.ts'
import type { Action } from '../lib/feel/actions.ts'
import { atRest, pressUntil } from '../lib/feel/press.ts'
import { showStill, stillOf } from '../lib/feel/static-page.ts'
import { withStillPage } from '../lib/feel/still-window.ts'
import type { Windows } from '../lib/feel/still-window.ts'
import type { BenchRow, Comparison, Leg } from '../lib/leg.ts'
import { windowPair, windowSample } from '../lib/windows.ts'

const RUNS = 7
const PRESSES = { XS: 6, other: 20 }
const EVENTS_PER_SECOND = 100

type Measure = (comparison: Comparison) => Promise<void>

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

/** C5: from a key to the frame that shows what it did, while messages arrive. */
export const keyToFrame: BenchRow = {
  id: 'C5',
  title: 'key to presented frame at 100 events a second, beside a static page with the same DOM',
  needs: ['window'],
  run: async (context, measure: Measure) => {
    const hub = await context.hub()
    const pair = await windowPair(context)
    const presses = context.size === 'XS' ? PRESSES.XS : PRESSES.other
    await withStillPage(context, pair, async windows => {
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
