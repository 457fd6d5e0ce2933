import type { NextQuestion } from '../../domain/growth.ts'
import { hasCome } from './has-come.ts'
import type { QuestionReason } from './reasons.ts'
import { STANDARD_QUESTIONS } from './standard-questions.ts'
import type { StandardQuestion } from './standard-questions.ts'
import type { QuestionFacts } from './question-facts.ts'
import { reasonFor } from './reason-for.ts'

/** More than these are no hint but a list. */
export const MOST_QUESTIONS = 3

type Common = { readonly reason: QuestionReason; readonly articleId: string | null }
export type LikelyQuestion =
  | (Common & { readonly source: 'standard'; readonly key: StandardQuestion })
  | (Common & {
      readonly source: 'team'
      readonly key: string
      readonly question: string
      readonly answer: string
    })

/** The team knows its customers better than the product does; what asks for more at once knows more. */
const strength = ({ conditions }: NextQuestion): number => Object.keys(conditions).length

function ofTeam(facts: QuestionFacts): readonly LikelyQuestion[] {
  return facts.authored
    .filter(({ isActive }) => isActive)
    .toSorted((a, b) => strength(b) - strength(a) || (a.id < b.id ? -1 : 1))
    .flatMap(row => {
      const reason = reasonFor(row.conditions, facts)
      const { id, question, answer, articleId } = row
      return reason ? [{ source: 'team' as const, key: id, question, answer, articleId, reason }] : []
    })
}

/**
 * What the customer is likely to ask next, the team's own questions first, at most `MOST_QUESTIONS`, each with its reason.
 * What they have asked already, or were told, is left out: in this ticket, and in what the ledger holds.
 */
export function likelyQuestions(facts: QuestionFacts): readonly LikelyQuestion[] {
  const team = ofTeam(facts).filter(
    each => each.source !== 'team' || !hasCome({ question: each.question, answer: each.answer }, facts),
  )
  const standard = STANDARD_QUESTIONS.flatMap((each): readonly LikelyQuestion[] => {
    const reason = each.reason(facts)
    if (reason === null || hasCome({ topic: each.topic }, facts)) return []
    return [{ source: 'standard', key: each.key, reason, articleId: null }]
  })
  return [...team, ...standard].slice(0, MOST_QUESTIONS)
}
