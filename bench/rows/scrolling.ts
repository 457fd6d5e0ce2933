import { digit, sendKey } from '../lib/feel/press.ts'
import { LATE_MS, scrollBy, scrollToEnds } from '../lib/feel/scroll.ts'
import type { BenchRow, Leg } from '../lib/leg.ts'
import type { PageSocket } from '../lib/page-socket.ts'
import { paintedAtMs, rest, windowPair, windowSample, withApp } from '../lib/windows.ts'

const RUNS = 7
const SCROLLED_MS = 4_000
/** Pixels a frame: about four screens a second. */
const STEP = 60
/** So long the list is made longer at most, page after page. */
const LENGTHENED_MS = 240_000
/** There are fewer at S; more would say no more. */
const ENOUGH_ROWS = 120_000

const BOX = `document.querySelector('[aria-label="Ticket list"] [role="list"]').parentElement`
const HEIGHT = `document.querySelector('[aria-label="Ticket list"] [role="listitem"]').offsetHeight`

type Watched = {
  readonly name: string
  readonly page: PageSocket
  readonly box: string
  /** Back and forth, so that the list is as long in the last run as it is in the first. */
  readonly turns: boolean
}

function legOf({ name, page, box, turns }: Watched): Leg {
  let step = turns ? -STEP : STEP
  return {
    name,
    what: `share of frames later than ${LATE_MS} ms while the list of what is solved goes by, ${STEP} px a frame`,
    durability: 'none',
    run: async () => {
      // A window that another covers paints no frames.
      await page.send('Page.bringToFront')
      const share = await page.evaluate(scrollBy({ box, step, ms: SCROLLED_MS }))
      if (turns) step = -step
      return windowSample([Number(share)])
    },
  }
}

/** C5, the list: it goes by without dropped frames, page after page, at its start and where it is long. */
export const scrolling: BenchRow = {
  id: 'C5.scroll',
  title: 'a long list scrolls, at its start and far down, beside a blank window',
  needs: ['window'],
  run: async (context, measure) => {
    const { console, blank } = await windowPair(context)
    await withApp(console, running =>
      withApp(blank, async other => {
        await paintedAtMs(running)
        const [page, still] = [await running.page(), await other.page()]
        for (const each of [page, still])
          await each.send('Emulation.setFocusEmulationEnabled', { enabled: true })
        await sendKey(page, digit('7', true))
        await rest(1_000)
        const watch = async (id: string, turns: boolean, remark: string): Promise<void> =>
          measure({
            figures: [{ id, quantile: 0.5 }],
            ours: legOf({ name: 'console', page, box: BOX, turns }),
            limit: legOf({ name: 'blank window', page: still, box: 'null', turns }),
            peers: [],
            asides: [],
            runs: RUNS,
            remark,
          })
        await watch('C5.scroll', false, 'each run goes on where the former stopped')
        context.progress('going to the end of the list')
        const rowPx = Number(await page.evaluate(HEIGHT))
        const enough = ENOUGH_ROWS * rowPx
        const height = Number(await page.evaluate(scrollToEnds({ box: BOX, ms: LENGTHENED_MS, enough })))
        const rows = Math.round(height / rowPx)
        await watch('C5.scroll.deep', true, `back and forth at the end of ${rows} rows`)
      }),
    )
  },
}
