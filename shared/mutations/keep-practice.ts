import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { WorkKind } from '../domain/values.ts'
import { defineMutation, insert, isAutomation, many, maybe } from './define.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { cleaned, FewWords, Letter, ScoreArgs, ShortLine } from './parts/training.ts'
import { NOBODY } from '../rules/training/take-out.ts'

/**
 * Keeps an answer written for practice with what the trainee thinks of it. It is a row of the trainee's own: no message
 * is made, no ticket is touched, nothing of it can leave for a customer.
 */
export const keepPractice = defineMutation({
  name: 'practice.keep',
  args: z.strictObject({
    runId: RowId,
    ticketId: TicketId.nullable(),
    pane: WorkKind,
    /** As it was shown to the trainee, with everything personal taken out. */
    title: ShortLine,
    question: Letter,
    given: Letter,
    answer: Letter,
    scores: ScoreArgs,
    thoughts: FewWords,
    isFinished: z.boolean(),
  }),
  reads: ({ runId, ticketId }) => ({
    row: maybe('practiceRuns', runId),
    ticket: maybe('tickets', ticketId ?? NO_ROW),
    copies: many('practiceRuns', { originId: runId }),
  }),
  may: (actor, { row }, { answer }) =>
    !isAutomation(actor) &&
    answer.trim() !== '' &&
    (row === null || (row.agentId === actor.id && row.traineeId === actor.id && row.originId === null)),
  plan: (
    { row, ticket, copies },
    { runId, ticketId, pane, isFinished, ...given },
    { actor, nowMs, side },
  ) => {
    const told = {
      ...given,
      title: cleaned(given.title, NOBODY),
      question: cleaned(given.question, NOBODY),
      given: cleaned(given.given, NOBODY),
      finishedAtMs: isFinished ? (row?.finishedAtMs ?? nowMs) : null,
    }
    if (row) return [row, ...copies].flatMap(each => patchChanged('practiceRuns', each, told))
    return [
      insert('practiceRuns', {
        ...told,
        id: runId,
        agentId: actor.id,
        traineeId: actor.id,
        originId: null,
        // A laptop may not hold it any more; the hub knows whether it was erased meanwhile.
        ticketId: side === 'hub' && !ticket ? null : ticketId,
        pane,
        sharedWith: [],
        startedAtMs: nowMs,
      }),
    ]
  },
  describe: ({ title }) => ({ key: 'describe.keepPractice', values: { practice: title.slice(0, 80) } }),
})
