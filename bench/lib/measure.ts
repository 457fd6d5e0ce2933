import { goals } from '../goals.ts'
import type { Comparison, Leg, Sample } from './leg.ts'
import { median, round, spread } from './stats.ts'

const NOISE_LIMIT = 0.25
const SLOW_RUNS = 3

export type LegResult = { readonly leg: Leg; readonly samples: readonly Sample[] }
export type Verdict = {
  readonly id: string
  readonly size: string
  readonly ours: number
  readonly peer: { readonly name: string; readonly value: number } | null
  readonly limit: { readonly name: string; readonly value: number }
  readonly ratioToLimit: number
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
    readonly samples: readonly number[]
  }[]
  readonly note: string | null
}

/** Runs the legs interleaved (A B C A B C …), one warm-up of each first, slow peers only three times. */
export async function collect(
  comparison: Comparison,
  progress: (text: string) => void,
): Promise<LegResult[]> {
  const legs = [comparison.ours, comparison.limit, ...comparison.peers]
  const results = legs.map(leg => ({ leg, samples: [] as Sample[] }))
  for (const leg of legs) if (!leg.isSlow) await leg.run()
  for (let run = 0; run < comparison.runs; run += 1) {
    for (const result of results) {
      if (result.leg.isSlow && run >= SLOW_RUNS) continue
      progress(`${comparison.id} run ${run + 1}/${comparison.runs}: ${result.leg.name}`)
      result.samples.push(await result.leg.run())
    }
  }
  return results
}

/** Judges a comparison by ratios of medians in this run. Legs that did not return the same rows fail it. */
export function judge(comparison: Comparison, size: string, results: readonly LegResult[]): Verdict {
  const goal = goals[comparison.id]
  if (!goal) throw new Error(`No goal for ${comparison.id} in goals.ts`)
  const value = (name: string): number =>
    median(results.find(r => r.leg.name === name)?.samples.map(s => s.ms) ?? [])
  const ours = value(comparison.ours.name)
  const limit = value(comparison.limit.name)
  const peers = comparison.peers.map(leg => ({ name: leg.name, value: value(leg.name) }))
  const hashes = new Set(results.flatMap(r => r.samples.map(s => s.hash)))
  const noise = spread(results[1]?.samples.map(s => s.ms) ?? [])
  const holdsLimit = goal.toLimit === null || ours / limit <= goal.toLimit
  const holdsPeers = peers.every(peer => ours / peer.value <= (goal.toPeer[peer.name] ?? Infinity))
  const isSame = hashes.size === 1
  return {
    id: comparison.id,
    size,
    ours: round(ours),
    peer: peers[0] ? { name: peers[0].name, value: round(peers[0].value) } : null,
    limit: { name: comparison.limit.name, value: round(limit) },
    ratioToLimit: round(ours / limit),
    ratioToPeer: peers[0] ? round(ours / peers[0].value) : null,
    goal: goal.text,
    pass: !isSame ? false : noise > NOISE_LIMIT ? null : holdsLimit && holdsPeers,
    spread: round(noise),
    runs: comparison.runs,
    legs: results.map(({ leg, samples }) => ({
      name: leg.name,
      what: leg.what,
      durability: leg.durability,
      rows: samples[0]?.rows ?? 0,
      hash: samples[0]?.hash ?? '',
      samples: samples.map(sample => round(sample.ms)),
    })),
    note: isSame
      ? noise > NOISE_LIMIT
        ? 'the limit itself spreads too much to judge'
        : null
      : 'the legs did not return the same rows',
  }
}
