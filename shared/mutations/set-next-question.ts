import { z } from 'zod'
import { QuestionConditions } from '../domain/growth.ts'
import type { NextQuestion } from '../domain/growth.ts'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { Line, Prose } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

const Content = z.strictObject({
  question: Line,
  answer: Prose,
  articleId: RowId.nullable(),
  conditions: QuestionConditions,
  isActive: z.boolean(),
})

const versionOf = (row: NextQuestion | null): number => row?.version ?? 0

/** A question customers tend to ask at a certain point, with its answer. Asks when somebody else has set it since. */
export const setNextQuestion = defineMutation({
  name: 'nextQuestion.set',
  args: z.strictObject({
    questionId: RowId,
    /** The version the editor began with; 0: there was none. */
    seen: z.int().min(0),
    content: Content,
  }),
  reads: ({ questionId }) => ({ row: maybe('nextQuestions', questionId) }),
  may: (actor, _rows, { content }) =>
    (isAutomation(actor) || maySupervise(actor.role)) && content.question.trim() !== '',
  plan: ({ row }, { questionId, content }, { nowMs }) => {
    const next = { ...content, version: versionOf(row) + 1, updatedAtMs: nowMs }
    if (!row) return [insert('nextQuestions', { ...next, id: questionId })]
    if (patchChanged('nextQuestions', row, content).length === 0) return []
    return patchChanged('nextQuestions', row, next)
  },
  conflict: ({ row }, { questionId, seen, content }) => {
    if (row && patchChanged('nextQuestions', row, content).length === 0) return null
    return conflictOf('changed-since', [
      {
        table: 'nextQuestions',
        id: questionId,
        field: 'version',
        seen,
        mine: null,
        theirs: versionOf(row),
      },
    ])
  },
  describe: ({ content }) => ({
    key: 'describe.setNextQuestion',
    values: { question: content.question.slice(0, 80) },
  }),
  insist: ({ row }, args) => ({ ...args, seen: versionOf(row) }),
  invert: ({ row }, { questionId, content }) => {
    const { question, answer, articleId, conditions, isActive } = row ?? { ...content, isActive: false }
    return {
      name: 'nextQuestion.set',
      args: {
        questionId,
        seen: versionOf(row) + 1,
        content: { question, answer, articleId, conditions, isActive },
      },
    }
  },
})
