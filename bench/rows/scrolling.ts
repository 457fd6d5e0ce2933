import { digit, sendKey } from '../lib/feel/press.ts'
import type { BenchRow, Leg } from '../lib/leg.ts'
import type { PageSocket } from '../lib/page-socket.ts'
import { paintedAtMs, rest, windowPair, windowSample, withApp } from '../lib/windows.ts'

const RUNS = 7
const SCROLLED_MS = 4_000
/** Pixels a frame: about four screens a second. */
const STEP = 60
const LATE_MS = 33

/** Scrolls from where it stands and answers the share of frames, in percent, that came later than 33 ms. */
const scroll = (box: string): string => `new Promise(resolve => {
  const box = ${box}
  const late = []
  let last = null
  let frames = 0
  const startedAtMs = performance.now()
  const frame = atMs => {
    if (last !== null) {
      frames += 1
      if (atMs - last > ${LATE_MS}) late.push(atMs - last)
    }
    last = atMs
    if (box) box.scrollTop += ${STEP}
    if (performance.now() - startedAtMs < ${SCROLLED_MS}) requestAnimationFrame(frame)
    else resolve(late.length / frames * 100)
  }
  requestAnimationFrame(frame)
})`

const LIST = `document.querySelector('[aria-label="Ticket list"] [role="list"]').parentElement`

const legOf = (name: string, page: PageSocket, box: string): Leg => ({
  name,
  what: `share of frames later than ${LATE_MS} ms while the list of what is solved goes by, ${STEP} px a frame`,
  durability: 'none',
  run: async () => {
    // A window that another covers paints no frames.
    await page.send('Page.bringToFront')
    return windowSample([Number(await page.evaluate(scroll(box)))])
  },
})

/** C5, the list: it goes by without dropped frames, page after page. */
export const scrolling: BenchRow = {
  id: 'C5.scroll',
  title: 'a long list scrolls, beside a blank window',
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
        await measure({
          figures: [{ id: 'C5.scroll', quantile: 0.5 }],
          ours: legOf('console', page, LIST),
          limit: legOf('blank window', still, 'null'),
          peers: [],
          asides: [],
          runs: RUNS,
          remark: 'each run goes on where the former stopped',
        })
      }),
    )
  },
}
