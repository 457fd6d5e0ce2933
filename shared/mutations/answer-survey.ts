import { z } from 'zod'
import type { Survey } from '../domain/commerce.ts'
import { RowId } from '../domain/ids.ts'
import { isScore } from '../rules/surveys/survey-guard.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { Prose } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const Score = z.int().min(0).max(10)

/** A customer may put their answer right for a day: the day does not begin anew with each correction. */
function answeredAt(
  { answeredAtMs }: Survey,
  { score, via }: { readonly score: number | null; readonly via?: 'link' | undefined },
  nowMs: number,
): number | null {
  if (score === null) return null
  return via === 'link' ? (answeredAtMs ?? nowMs) : nowMs
}

/** What the customer answered; null takes an answer back. Asks when another answer was written down meanwhile. */
export const answerSurvey = defineMutation({
  name: 'survey.answer',
  args: z.strictObject({
    surveyId: RowId,
    score: Score.nullable(),
    comment: Prose.nullable(),
    seen: z.int().nullable(),
    /** The customer answered by the link of the mail; left out: an agent wrote it down. */
    via: z.literal('link').optional(),
  }),
  reads: ({ surveyId }) => ({ survey: one('surveys', surveyId) }),
  may: (actor, { survey }, { score, via }) =>
    (via !== 'link' || isAutomation(actor)) && (score === null || isScore(survey.kind, score)),
  plan: ({ survey }, { score, comment, via }, context) => {
    if (survey.score === score && survey.comment === comment) return []
    return [
      ...patchChanged('surveys', survey, {
        score,
        comment,
        answeredAtMs: answeredAt(survey, { score, via }, context.nowMs),
      }),
      recordEvent(context, {
        place: onCustomer(survey.customerId, survey.ticketId),
        type: via === 'link' ? 'survey.answered-by-link' : 'survey.answered',
        facts: { surveyId: survey.id, survey: survey.kind, before: survey.score, score },
      }),
    ]
  },
  conflict: ({ survey }, { surveyId, score, seen }) =>
    conflictOf('changed-since', [
      { table: 'surveys', id: surveyId, field: 'score', seen, mine: score, theirs: survey.score },
    ]),
  describe: ({ score }) => ({ key: 'describe.answerSurvey', values: { score: score ?? '' } }),
  insist: ({ survey }, args) => ({ ...args, seen: survey.score }),
  invert: ({ survey }, { surveyId, score }) => {
    const before = Score.nullable().safeParse(survey.score)
    return before.success
      ? {
          name: 'survey.answer',
          args: { surveyId, score: before.data, comment: survey.comment, seen: score },
        }
      : null
  },
})
