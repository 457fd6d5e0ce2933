import type { Survey } from '../../domain/commerce.ts'

export type AnswerMood = 'low' | 'middle' | 'high'

/** Up to here an answer is a bad one, from there on a good one; on the scale of each kind, as the reports count them. */
const BOUNDS = { csat: [2, 4], nps: [6, 9], ces: [3, 6] } as const

/** What an answer says; of a kind a newer version asks for, nothing. */
export function answerMood(kind: Survey['kind'], score: number): AnswerMood {
  if (kind === 'other') return 'middle'
  const [low, high] = BOUNDS[kind]
  return score <= low ? 'low' : score >= high ? 'high' : 'middle'
}
