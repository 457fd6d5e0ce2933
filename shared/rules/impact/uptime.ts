import type { Impact } from '../../domain/incidents.ts'

type Outage = Pick<Impact, 'scope' | 'downSinceMs' | 'restoredAtMs'>
export type Period = { readonly fromMs: number; readonly toMs: number }
type Span = readonly [fromMs: number, toMs: number]

export type Uptime = {
  /** Of the period, ms; times that overlap count once. */
  readonly downMs: number
  readonly degradedMs: number
  /** 0 to 1; what is merely degraded counts as up. */
  readonly share: number
  /** Times it went down that touch the period; those that overlap are one. */
  readonly outages: number
}

/** The part of each that lies in the period; one that goes on ends with it. */
function spansOf(outages: readonly Outage[], { fromMs, toMs }: Period): readonly Span[] {
  return outages
    .map(({ downSinceMs, restoredAtMs }): Span => [
      Math.max(fromMs, downSinceMs),
      Math.min(toMs, restoredAtMs ?? toMs),
    ])
    .filter(([from, to]) => to > from)
    .toSorted(([a], [b]) => a - b)
}

/** Spans that touch or overlap become one. */
function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const [from, to] of spans) {
    const last = joined.at(-1)
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
    else joined.push([from, to])
  }
  return joined
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0)

/**
 * How much of a period a customer could work: 1 − down ÷ length, where `down` is the length of the union of all times
 * something was down. An empty period was up.
 */
export function uptime(outages: readonly Outage[], period: Period): Uptime {
  const of = (scope: Impact['scope']) => outages.filter(each => each.scope === scope)
  const down = union(spansOf(of('down'), period))
  const downMs = lengthOf(down)
  const either = union(spansOf([...of('down'), ...of('degraded')], period))
  const lengthMs = Math.max(0, period.toMs - period.fromMs)
  return {
    downMs,
    degradedMs: lengthOf(either) - downMs,
    share: lengthMs === 0 ? 1 : 1 - downMs / lengthMs,
    outages: down.length,
  }
}

/**
 * Middle time from down to restored, ms, of what was restored; null when nothing was. The median: one night nobody
 * noticed does not hide how it usually goes.
 */
export function timeToRestore(outages: readonly Outage[]): number | null {
  const times = outages
    .flatMap(({ scope, downSinceMs, restoredAtMs }) =>
      restoredAtMs === null || scope !== 'down' ? [] : [Math.max(0, restoredAtMs - downSinceMs)],
    )
    .toSorted((a, b) => a - b)
  const low = times[Math.floor((times.length - 1) / 2)]
  const high = times[Math.floor(times.length / 2)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
