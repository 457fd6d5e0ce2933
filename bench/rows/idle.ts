import type { BenchRow, Comparison, Leg } from '../lib/leg.ts'
import type { DesktopApp, RunningApp } from '../lib/desktop-app.ts'
import { usageOf } from '../lib/process-tree.ts'
import type { Usage } from '../lib/process-tree.ts'
import { paintedAtMs, rest, windowPair, windowSample, withApp } from '../lib/windows.ts'

const RUNS = 7
/** After its start the console syncs, indexes and copies its log back: that is work, not rest. */
const COMES_TO_REST_MS = 40_000
const WATCHED_MS = 10_000

type Span = { readonly cpuShare: number; readonly writtenKbPerMinute: number }
type Kind = keyof Span

function between(before: Usage, after: Usage, ms: number): Span {
  return {
    cpuShare: ((after.cpuMs - before.cpuMs) / ms) * 100,
    writtenKbPerMinute: ((after.writtenBytes - before.writtenBytes) / 1024 / ms) * 60_000,
  }
}

async function watch(running: RunningApp): Promise<Span> {
  const [before, startedAt] = [usageOf(running.pid), performance.now()]
  await rest(WATCHED_MS)
  return between(before, usageOf(running.pid), performance.now() - startedAt)
}

type Watched = { readonly app: DesktopApp; readonly spans: readonly Span[] }

const legOf = ({ app, spans }: Watched, kind: Kind): Leg => {
  let next = 0
  return {
    name: app.name,
    what: `${kind === 'cpuShare' ? 'user and system time' : 'write_bytes'} of all processes over ${WATCHED_MS / 1000} s at rest`,
    durability: 'none',
    run: async () => {
      const span = spans[next % spans.length]
      next += 1
      return windowSample([span?.[kind] ?? Number.NaN])
    },
  }
}

/** Both rest side by side and are read at the same moments: one's share does not depend on the other. */
async function watchBoth(
  console: DesktopApp,
  blank: DesktopApp,
): Promise<{ readonly ours: Watched; readonly limit: Watched }> {
  return withApp(console, running =>
    withApp(blank, async other => {
      await paintedAtMs(running)
      // A debugger that listens is work too.
      ;(await running.page()).close()
      await rest(COMES_TO_REST_MS)
      const spans: { readonly ours: Span; readonly limit: Span }[] = []
      for (let run = 0; run <= RUNS; run += 1) {
        const [ours, limit] = await Promise.all([watch(running), watch(other)])
        spans.push({ ours, limit })
      }
      return {
        ours: { app: console, spans: spans.map(span => span.ours) },
        limit: { app: blank, spans: spans.map(span => span.limit) },
      }
    }),
  )
}

/** D3: an open console that nobody touches, connected to its hub. */
export const idle: BenchRow = {
  id: 'D3',
  title: 'processor and disk of an idle console, beside a blank Electron window',
  needs: ['window', 'linux'],
  run: async (context, measure) => {
    const { console, blank } = await windowPair(context)
    const { ours, limit } = await watchBoth(console, blank)
    const comparison = (id: string, kind: Kind): Comparison => ({
      figures: [{ id, quantile: 0.5 }],
      ours: legOf(ours, kind),
      limit: legOf(limit, kind),
      peers: [],
      asides: [],
      runs: RUNS,
      remark: 'both at the same time',
    })
    await measure(comparison('D3.cpu', 'cpuShare'))
    await measure(comparison('D3.writes', 'writtenKbPerMinute'))
  },
}
