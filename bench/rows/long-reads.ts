import { largestMailNumber, longestTicketNumber } from '../generator/shape.ts'
import { SIZES } from '../goals.ts'
import type { Action } from '../lib/feel/actions.ts'
import { pageNow, tasksBetween, watchTasks } from '../lib/feel/long-tasks.ts'
import { openByNumber } from '../lib/feel/open-by-number.ts'
import { atRest, digit, pressUntil, sendKey } from '../lib/feel/press.ts'
import { LATE_MS, scrollBy } from '../lib/feel/scroll.ts'
import { showStill, stillOf } from '../lib/feel/static-page.ts'
import { withStillPage } from '../lib/feel/still-window.ts'
import type { Windows } from '../lib/feel/still-window.ts'
import type { BenchRow, Comparison, Leg } from '../lib/leg.ts'
import type { PageSocket } from '../lib/page-socket.ts'
import { readOut } from '../lib/read-out.ts'
import { listIsPainted, rest, windowPair, windowSample } from '../lib/windows.ts'

const RUNS = 7
const SCROLLED_MS = 3_000
const SETTLES_MS = 600

type Reading = {
  readonly id: 'C5.long' | 'C5.mail'
  readonly action: Action
  /** Pixels a frame: back through what was said, or on through the mail. */
  readonly step: number
}
/** What one opening and reading on showed. */
type Seen = { readonly openMs: number; readonly tasks: readonly number[]; readonly lateShare: number }

const LOG = `document.querySelector('[role="log"]')`

async function readOn(page: PageSocket, step: number): Promise<number> {
  return Number(await page.evaluate(scrollBy({ box: LOG, step, ms: SCROLLED_MS })))
}

/** A console as it comes up: nothing of the ticket is remembered in the page. */
async function comeUp(page: PageSocket): Promise<void> {
  await page.evaluate('localStorage.clear()')
  await page.send('Page.reload')
  await rest(SETTLES_MS)
  await page.evaluate(listIsPainted)
  await watchTasks(page)
  await sendKey(page, digit('4', true))
  await atRest(page)
}

async function openInConsole(page: PageSocket, { action, step }: Reading): Promise<Seen> {
  await comeUp(page)
  await action.prepare(page)
  await page.evaluate(`window.tandemBefore = ${action.before}`)
  const from = await pageNow(page)
  const openMs = await pressUntil(page, action.key, action.isShown)
  await rest(SETTLES_MS)
  const lateShare = await readOn(page, step)
  return { openMs, lateShare, tasks: await tasksBetween(page, from, await pageNow(page)) }
}

/** The frame of a mail has its page a moment after it stands in the document. */
const STILL_SHOWN = `window.tandemIsShown && [...document.querySelectorAll('[role="log"] iframe')]
  .every(frame => frame.contentDocument?.body?.firstChild)`

async function openStill(page: PageSocket, { action, step }: Reading): Promise<Seen> {
  await page.evaluate('window.tandemIsShown = false; window.tandemReset()')
  await atRest(page)
  const from = await pageNow(page)
  const openMs = await pressUntil(page, action.key, STILL_SHOWN)
  await rest(SETTLES_MS)
  const lateShare = await readOn(page, step)
  return { openMs, lateShare, tasks: await tasksBetween(page, from, await pageNow(page)) }
}

/** Both windows open and read in turns; the figures are told afterwards. */
async function inTurns(
  { console, still }: Windows,
  reading: Reading,
  progress: (text: string) => void,
): Promise<{ readonly ours: readonly Seen[]; readonly limit: readonly Seen[] }> {
  await comeUp(console)
  await showStill(still, await stillOf(console, reading.action))
  await watchTasks(still)
  const [ours, limit]: [Seen[], Seen[]] = [[], []]
  for (let run = 0; run <= RUNS; run += 1) {
    progress(`${reading.id} ${run === 0 ? 'warm-up' : `run ${run}/${RUNS}`}`)
    ours.push(await openInConsole(console, reading))
    limit.push(await openStill(still, reading))
  }
  return { ours: ours.slice(1), limit: limit.slice(1) }
}

const FIGURES = [
  { of: 'open', what: 'key to presented text', quantile: 0.5, times: ({ openMs }: Seen) => [openMs] },
  {
    of: 'task',
    what: 'longest task while it opens and is read on',
    quantile: 1,
    times: (seen: Seen) => seen.tasks,
  },
  {
    of: 'frames',
    what: `share of frames later than ${LATE_MS} ms while it is read on`,
    quantile: 0.5,
    times: ({ lateShare }: Seen) => [lateShare],
  },
] as const

function rowOf(id: Reading['id'], title: string, readingAt: (tickets: Tickets) => Reading): BenchRow {
  return {
    id,
    title,
    needs: ['window'],
    run: async (context, measure) => {
      const reading = readingAt(SIZES[context.size])
      const pair = await windowPair(context)
      await withStillPage(context, pair, async windows => {
        const seen = await inTurns(windows, reading, context.progress)
        for (const { of, what, quantile, times } of FIGURES) {
          const leg = (name: string, runs: readonly Seen[]): Leg =>
            readOut(
              { name, what, durability: 'none' },
              runs.map(one => windowSample(times(one))),
            )
          const comparison: Comparison = {
            figures: [{ id: `${id}.${of}`, quantile }],
            ours: leg('console', seen.ours),
            limit: leg('static page', seen.limit),
            peers: [],
            asides: [],
            runs: RUNS,
            remark: of === 'task' ? '0: no task over 50 ms' : null,
          }
          await measure(comparison)
        }
      })
    },
  }
}

type Tickets = (typeof SIZES)[keyof typeof SIZES]

/** C5, a ticket of 5,000 messages: opened, and read back through what was said. */
export const longConversation = rowOf(
  'C5.long',
  'a ticket of 5,000 messages opens and is read back, beside a static page with the same DOM',
  counts => ({
    id: 'C5.long',
    action: openByNumber({
      id: 'long',
      number: longestTicketNumber(counts),
      isShown: `${LOG}?.querySelector('article')`,
    }),
    step: -80,
  }),
)

/** C5, a mail of a megabyte: opened, and read on. */
export const largeMail = rowOf(
  'C5.mail',
  'a ticket whose newest message is an HTML mail of 1 MB opens and is read, beside a static page with the same DOM',
  counts => ({
    id: 'C5.mail',
    action: openByNumber({
      id: 'mail',
      number: largestMailNumber(counts),
      isShown: `[...${LOG}?.querySelectorAll('iframe') ?? []]
        .some(frame => frame.contentDocument?.body?.textContent.length > 400)`,
    }),
    step: 80,
  }),
)
