import type { BenchRow, Leg } from '../lib/leg.ts'
import type { DesktopApp } from '../lib/desktop-app.ts'
import { paintedAtMs, windowPair, windowSample, withApp } from '../lib/windows.ts'

const RUNS = 9

const legOf = (app: DesktopApp, what: string): Leg => ({
  name: app.name,
  what,
  durability: 'none',
  run: () =>
    withApp(app, async running => windowSample([(await paintedAtMs(running)) - running.startedAtMs])),
})

/** D1: from the start of the program to the first frame that shows the agent's own queue. */
export const coldStart: BenchRow = {
  id: 'D1',
  title: 'cold start to the own queue on the screen, beside a blank Electron window',
  needs: ['window'],
  run: async (context, measure) => {
    const { console, blank } = await windowPair(context)
    await measure({
      figures: [{ id: 'D1', quantile: 0.5 }],
      ours: legOf(console, 'Element Timing of the first ticket row minus the start of the process'),
      limit: legOf(blank, 'the same of the one line of a local page'),
      peers: [],
      asides: [],
      runs: RUNS,
      remark: null,
    })
  },
}
