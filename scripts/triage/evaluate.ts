import { groupBy } from '../../shared/rules/group-by.ts'
import { NO_CORRECTIONS } from '../../shared/rules/triage/corrections.ts'
import { judgeScores, scoresOf } from '../../shared/rules/triage/score.ts'
import type { Judged, Scores } from '../../shared/rules/triage/score.ts'
import type { Side } from '../../shared/rules/triage/side-score.ts'
import type { Judge, OneSided, Outcome } from '../../shared/rules/triage/model.ts'
import { bundledTexts, pairedTexts } from './mixtures.ts'
import { fitJudge } from './calibrate.ts'
import type { Example } from './example.ts'
import { isJoined, sourcesOf } from './made-of.ts'
import { FIT, fitSide, prepare, quantise } from './fit.ts'
import type { FitOptions, Prepared } from './fit.ts'
import { seededRandom } from '../../shared/demo/seeded-random.ts'

const PAIRED = 2000
const SEED = 20_260

export type Weights = Readonly<Record<Side, OneSided>>

/** Texts of one source and kind that are learnt from: a source weighs the same with more of them. */
const MOST_LEARNT = 1500

/** At most `most` of each group, evenly taken. */
function thinned<Item>(items: readonly Item[], most: number, keyOf: (item: Item) => string): readonly Item[] {
  return [...groupBy(items, keyOf).values()].flatMap(group => {
    const every = Math.max(1, group.length / most)
    return Array.from(
      { length: Math.floor(group.length / every) },
      (_, index) => group[Math.floor(index * every)],
    ).filter(each => each !== undefined)
  })
}
const groupOf = ({ example }: { readonly example: Example }): string =>
  `${example.source}:${example.kind ?? 'neither'}`

/** Fits both sides on the rows, and on pairs and bundles made of the public ones among them. */
export function fit(rows: readonly Prepared[], options: FitOptions = FIT): Weights {
  const publicTexts = rows
    .map(({ example }) => example)
    .filter(({ source }) => !/^(?:ours|words|letters)-/.test(source))
  const mixed = prepare([
    ...pairedTexts(publicTexts, PAIRED, seededRandom(SEED)),
    ...bundledTexts(publicTexts, seededRandom(SEED + 3)),
  ])
  const all = [...thinned(rows, MOST_LEARNT, groupOf), ...mixed]
  return {
    service: quantise(fitSide(all, { side: 'service', random: seededRandom(SEED + 1), options })),
    support: quantise(fitSide(all, { side: 'support', random: seededRandom(SEED + 2), options })),
  }
}

/** A text scored by weights that had not seen its source or template. */
export type Unseen = { readonly example: Example; readonly scores: Scores }

const NO_JUDGE: Judge = { service: [], support: [], both: [], neither: [] }

export function scoreUnseen(weights: Weights, rows: readonly Prepared[]): readonly Unseen[] {
  const model = { ...weights, version: '', judge: NO_JUDGE }
  return rows.map(({ example, ...read }) => ({
    example,
    scores: scoresOf({ model, corrections: NO_CORRECTIONS }, read),
  }))
}

/** Long texts made of those of one source that the weights had not seen, for the judge: it has to know them too. */
export const scoreBundles = (weights: Weights, rows: readonly Prepared[]): readonly Unseen[] =>
  scoreUnseen(
    weights,
    prepare(
      bundledTexts(
        rows.map(({ example }) => example),
        seededRandom(SEED + 4),
      ),
    ),
  )

/**
 * How often each comes in: of a hundred tickets few are both, and few say nothing. So many are taken to be both that, in a
 * set of one kind, some two texts in a hundred are called both at most.
 */
const PRIOR: Readonly<Record<Outcome, number>> = { service: 1, support: 1, both: 0.3, neither: 0.25 }

/** What a set of joined clauses weighs beside one that people wrote as it stands. */
const JOINED = 0.25
/** What those of our letters weigh that hold both: of a trade not seen, many are put together from what nobody could tell. */
const BOTH_OF_TRADES = 0.6

function massOf({ source, kind }: Example): number {
  const prior = PRIOR[kind ?? 'neither']
  if (isJoined(source)) return prior * JOINED
  return kind === 'both' && source.startsWith('letters-') ? prior * BOTH_OF_TRADES : prior
}

/** Texts of one source and kind that the judge is fitted on: more would only take longer. */
const MOST_EACH = 200
/** Every source and kind weighs the same, or the longest source would set the scale. */
export function calibrate(all: readonly Unseen[]): Judge {
  const unseen = thinned(all, MOST_EACH, groupOf)
  const counts = new Map([...groupBy(unseen, groupOf)].map(([key, group]) => [key, group.length]))
  return fitJudge(
    unseen.map(each => {
      const outcome = each.example.kind ?? 'neither'
      const weight = massOf(each.example) / Math.max(40, counts.get(groupOf(each)) ?? 1)
      return { scores: each.scores, outcome, weight }
    }),
  )
}

export type Answer = Judged & { readonly example: Example }

export const answer = ({ example, scores }: Unseen, judge: Judge): Answer => ({
  example,
  ...judgeScores(judge, scores),
})

const isOurs = (source: string): boolean => /^(?:ours|words|letters)-/.test(source)

/**
 * What would have been answered about each source by a judge that had seen nothing of it either; our mails in all
 * languages are one source here that is never left out, for one hand wrote them. `judged`: what is answered; `known`:
 * what judges are fitted on.
 */
export function answerLeftOut(judged: readonly Unseen[], known: readonly Unseen[]): readonly Answer[] {
  const madeOf = ({ example }: Unseen): readonly string[] =>
    sourcesOf(example.source).filter(source => !isOurs(source))
  return [...groupBy(judged, each => madeOf(each).join('\n')).values()].flatMap(group => {
    const leftOut = new Set(group.flatMap(madeOf))
    const judge = calibrate(known.filter(each => !madeOf(each).some(source => leftOut.has(source))))
    return group.map(each => answer(each, judge))
  })
}
