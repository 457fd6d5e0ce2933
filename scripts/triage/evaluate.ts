import { NO_CORRECTIONS } from '../../shared/rules/triage/corrections.ts'
import { judgeScores, scoresOf } from '../../shared/rules/triage/score.ts'
import type { Judged, Scores, Side } from '../../shared/rules/triage/score.ts'
import type { Judge, OneSided, Outcome } from '../../shared/rules/triage/model.ts'
import { pairedTexts } from './own-texts.ts'
import { fitJudge } from './calibrate.ts'
import type { Example } from './example.ts'
import { fitSide, prepare, quantise } from './fit.ts'
import type { Prepared } from './fit.ts'
import { seededRandom } from '../../shared/demo/seeded-random.ts'

const PAIRED = 2000
const SEED = 20_260

export type Weights = Readonly<Record<Side, OneSided>>

/** Fits both sides on the rows, and on pairs made of the public ones among them. */
export function fit(rows: readonly Prepared[]): Weights {
  const publicTexts = rows
    .map(({ example }) => example)
    .filter(({ source }) => !/^(?:ours|words)-/.test(source))
  const paired = prepare(pairedTexts(publicTexts, PAIRED, seededRandom(SEED)))
  const all = [...rows, ...paired]
  return {
    service: quantise(fitSide(all, 'service', seededRandom(SEED + 1))),
    support: quantise(fitSide(all, 'support', seededRandom(SEED + 2))),
  }
}

/** A text scored by weights that had not seen its source or template. */
export type Unseen = { readonly example: Example; readonly scores: Scores }

const NO_JUDGE: Judge = {
  service: [0, 0, 0, 0],
  support: [0, 0, 0, 0],
  both: [0, 0, 0, 0],
  neither: [0, 0, 0, 0],
}

export function scoreUnseen(weights: Weights, rows: readonly Prepared[]): readonly Unseen[] {
  const model = { ...weights, version: '', judge: NO_JUDGE }
  return rows.map(({ example, ...read }) => ({
    example,
    scores: scoresOf({ model, corrections: NO_CORRECTIONS }, read),
  }))
}

/** How often each comes in: of a hundred tickets few are both, and few say nothing. */
const PRIOR: Readonly<Record<Outcome, number>> = { service: 1, support: 1, both: 0.5, neither: 0.7 }

/** Every source and kind weighs the same, or the longest source would set the scale. */
export function calibrate(unseen: readonly Unseen[]): Judge {
  const keyOf = ({ example }: Unseen): string => `${example.source}:${example.kind ?? 'neither'}`
  const counts = new Map<string, number>()
  for (const each of unseen) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1)
  return fitJudge(
    unseen.map(each => {
      const outcome = each.example.kind ?? 'neither'
      const weight = PRIOR[outcome] / Math.max(40, counts.get(keyOf(each)) ?? 1)
      return { scores: each.scores, outcome, weight }
    }),
  )
}

export type Answer = Judged & { readonly example: Example }

export const answer = ({ example, scores }: Unseen, judge: Judge): Answer => ({
  example,
  ...judgeScores(judge, scores),
})
