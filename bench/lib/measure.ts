import { goals } from '../goals.ts'
import type { Comparison, Figure, Leg, Sample } from './leg.ts'
import { median, quantile, round, spread } from './stats.ts'

const NOISE_LIMIT = 0.25
const SLOW_RUNS = 3

export type LegResult = { readonly leg: Leg; readonly samples: readonly Sample[] }
type Named = { readonly name: string; readonly value: number }

/** One line of output. Values are of the goal's unit, ms where it names none: the median over the runs of the figure's quantile within a run. */
export type Verdict = {
  readonly id: string
  readonly size: string
  readonly unit: string
  readonly ours: number
  readonly peer: Named | null
  readonly peers: readonly (Named & { readonly ratio: number })[]
  readonly limit: Named
  readonly asides: readonly Named[]
  /** Null beside a limit of nothing. */
  readonly ratioToLimit: number | null
  readonly ratioToPeer: number | null
  readonly goal: string
  readonly pass: boolean | null
  readonly spread: number
  readonly runs: number
  readonly legs: readonly {
    readonly name: string
    readonly what: string
    readonly durability: string
    readonly rows: number
    readonly hash: string
    readonly spread: number
    readonly p50: number
    readonly p99: number
    /** Every raw time, ms, run by run. */
    readonly samples: readonly (readonly number[])[]
  }[]
  readonly note: string | null
}

/** Runs the legs interleaved (A B C A B C …), one warm-up of each first; slow peers only three times, and cold comparisons as they are, without one. */
export async function collect(
  comparison: Comparison,
  progress: (text: string) => void,
): Promise<LegResult[]> {
  const { ours, limit, peers, asides, runs, figures, isCold = false } = comparison
  const results = [ours, limit, ...peers, ...asides].map(leg => ({ leg, samples: [] as Sample[] }))
  const title = figures.map(figure => figure.id).join(' ')
  for (const { leg } of results) {
    if (isCold || leg.isSlow || leg.isMeasured) continue
    progress(`${title} warm-up: ${leg.name}`)
    await leg.run()
  }
  for (let run = 0; run < runs; run += 1) {
    for (const result of results) {
      if (result.leg.isSlow && run >= SLOW_RUNS) continue
      progress(`${title} run ${run + 1}/${runs}: ${result.leg.name}`)
      result.samples.push(await result.leg.run())
    }
  }
  return results
}

const perRun = (samples: readonly Sample[], share: number): readonly number[] =>
  samples.map(sample => quantile(sample.times, share))

/** Why a comparison cannot be met whatever its times are, or null. */
function mismatchIn(results: readonly LegResult[]): string | null {
  const samples = results.flatMap(result => result.samples)
  if (results.some(result => result.samples.length === 0)) return 'a leg was not run'
  if (new Set(samples.map(sample => sample.hash)).size !== 1) return 'the legs did not return the same rows'
  if (new Set(samples.map(sample => sample.rows)).size !== 1) return 'the legs did not touch as many rows'
  return null
}

/**
 * Judges one figure of a comparison by ratios of medians in this run. Legs that did not return the same rows, or whose
 * stores are not equally durable, fail it; a limit that spreads more than 25 % leaves it open.
 */
export function judge(
  comparison: Comparison,
  { figure, size }: { readonly figure: Figure; readonly size: string },
  results: readonly LegResult[],
): Verdict {
  const goal = goals[figure.id]
  if (!goal) throw new Error(`No goal for ${figure.id} in goals.ts`)
  const value = (leg: Leg): number =>
    median(perRun(results.find(result => result.leg === leg)?.samples ?? [], figure.quantile))
  const named = (leg: Leg): Named => ({ name: leg.name, value: round(value(leg)) })
  const ours = value(comparison.ours)
  const limit = value(comparison.limit)
  const noise = spread(perRun(results.find(r => r.leg === comparison.limit)?.samples ?? [], figure.quantile))
  const peers = comparison.peers.map(leg => ({ ...named(leg), ratio: round(ours / value(leg)) }))
  const holdsLimit =
    (goal.toLimit === null || ours / limit <= goal.toLimit) &&
    (goal.aboveLimit === undefined || ours - limit <= goal.aboveLimit) &&
    (goal.atMost === undefined || ours <= goal.atMost)
  const holdsPeers = comparison.peers.every(
    leg => ours / value(leg) <= (goal.toPeer[leg.name] ?? Number.POSITIVE_INFINITY),
  )
  const mismatch =
    mismatchIn(results) ??
    (comparison.ours.durability === comparison.limit.durability ? null : 'the legs are not equally durable')
  // What is judged by itself does not hang on how steady its neighbour is.
  const isNoisy = goal.atMost === undefined && !(noise <= NOISE_LIMIT)
  const notes = [mismatch, isNoisy ? 'the limit itself spreads too much to judge' : null, comparison.remark]
  const [first] = peers
  return {
    id: figure.id,
    size,
    unit: goal.unit ?? 'ms',
    ours: round(ours),
    peer: first ? { name: first.name, value: first.value } : null,
    peers,
    limit: named(comparison.limit),
    asides: comparison.asides.map(named),
    ratioToLimit: limit === 0 ? null : round(ours / limit),
    ratioToPeer: first?.ratio ?? null,
    goal: goal.text,
    pass: mismatch !== null ? false : isNoisy ? null : holdsLimit && holdsPeers,
    spread: round(noise),
    runs: comparison.runs,
    legs: results.map(({ leg, samples }) => legLine(leg, samples, figure)),
    note: notes.filter(note => note !== null).join('; ') || null,
  }
}

function legLine(leg: Leg, samples: readonly Sample[], figure: Figure): Verdict['legs'][number] {
  return {
    name: leg.name,
    what: leg.what,
    durability: leg.durability,
    rows: samples[0]?.rows ?? 0,
    hash: samples[0]?.hash ?? '',
    spread: round(spread(perRun(samples, figure.quantile))),
    p50: round(median(perRun(samples, 0.5))),
    p99: round(median(perRun(samples, 0.99))),
    samples: samples.map(sample => sample.times.map(time => round(time))),
  }
}
