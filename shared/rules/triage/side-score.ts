import type { Corrections } from './corrections.ts'
import type { Features } from './features.ts'
import type { TriageModel } from './model.ts'

export const SIDES = ['service', 'support'] as const
export type Side = (typeof SIDES)[number]

/** A sentence or clause that says this little more for one side takes none. */
export const UNDECIDED = 0.5

export type Knowing = { readonly model: TriageModel; readonly corrections: Corrections }

/** Weight of a feature for one side, what the workspace has taught included. */
export function weightOf({ model, corrections }: Knowing, side: Side, bucket: number): number {
  const { weights, step } = model[side]
  const taught = corrections.get(bucket)
  const extra = taught === undefined ? 0 : side === 'service' ? taught[0] : taught[1]
  return (weights[bucket] ?? 0) * step + extra
}

function scoreOf({ model, corrections }: Knowing, side: Side, { buckets, values }: Features): number {
  const { weights, step, bias } = model[side]
  let score = 0
  for (let index = 0; index < buckets.length; index += 1) {
    score += (values[index] ?? 0) * (weights[buckets[index] ?? 0] ?? 0)
  }
  score = score * step + bias
  if (corrections.size === 0) return score
  const place = side === 'service' ? 0 : 1
  for (let index = 0; index < buckets.length; index += 1) {
    const taught = corrections.get(buckets[index] ?? 0)
    if (taught !== undefined) score += (values[index] ?? 0) * taught[place]
  }
  return score
}

export type Pair = { readonly service: number; readonly support: number }

/** Log-odds that a stretch of text holds work of each side. */
export const pairOf = (knowing: Knowing, features: Features): Pair => ({
  service: scoreOf(knowing, 'service', features),
  support: scoreOf(knowing, 'support', features),
})
