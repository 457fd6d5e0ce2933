import type { Scores, TrainingItem } from '../../domain/training.ts'
import type { WorkKind } from '../../domain/values.ts'

/** What an answer is looked at for until the team says otherwise; the words are in the locale files. */
export const CARD_KEYS: Readonly<Record<WorkKind, readonly string[]>> = {
  service: ['empathy', 'clear', 'solved'],
  support: ['evidence', 'cause', 'next'],
}

/** 0 not yet, 1 a beginning, 2 good, 3 a model. */
export const SCORE_STEPS = [0, 1, 2, 3] as const

/** The criteria of a pane: the team's own, else those that come along. */
export const criteriaOf = (
  pane: WorkKind,
  items: readonly TrainingItem[] | null,
  textOf: (key: string) => string,
): readonly TrainingItem[] =>
  items !== null && items.length > 0 ? items : CARD_KEYS[pane].map(id => ({ id, text: textOf(id) }))

/** Scores that belong to these criteria; of one that is gone nothing is shown. */
export const scoresOf = (scores: Scores, criteria: readonly TrainingItem[]): Scores =>
  Object.fromEntries(Object.entries(scores).filter(([key]) => criteria.some(({ id }) => id === key)))
