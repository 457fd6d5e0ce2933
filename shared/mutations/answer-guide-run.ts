import { z } from 'zod'
import type { AskedTried } from '../domain/diagnosis.ts'
import { TRY_RESULTS } from '../domain/diagnosis.ts'
import type { TryResult } from '../domain/diagnosis.ts'
import type { Guide, GuideRun, GuideStep } from '../domain/guides.ts'
import { RowId } from '../domain/ids.ts'
import { answered, givenAt, mayAnswer, stepOf, takenBack } from '../rules/guides/run-guide.ts'
import type { RunState } from '../rules/guides/run-guide.ts'
import { withMasked } from '../rules/guests/mask-contacts.ts'
import { isGuest } from '../rules/guests/what-guests-may.ts'
import { authorOf, defineMutation, insert, many, one, remove } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { Line, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { FIRST_EVENT, onCustomer, recordEvent } from './parts/events.ts'

/** Places among the rows it makes by itself: behind its events. */
const LEDGER_ENTRY = 30

const AnswerArgs = z.strictObject({
  runId: RowId,
  stepId: SeenValue,
  /** The id of an answer; 'done' or 'skipped' of a checklist; null takes the answer back. */
  answer: SeenValue.nullable(),
  note: Line.nullable(),
  /** The answer that stood there when the agent looked; null: none. */
  seen: SeenValue.nullable(),
})
type AnswerArgs = z.infer<typeof AnswerArgs>
type Rows = {
  readonly run: GuideRun
  readonly guide: Guide
  readonly entries: readonly AskedTried[]
}

const labelOf = (step: GuideStep, answer: string): string =>
  step.answers.find(({ id }) => id === answer)?.label ?? answer

function stateAfter({ run, guide }: Rows, args: AnswerArgs, context: MutationContext): RunState | null {
  const { stepId, answer, note } = args
  const step = stepOf(guide, stepId)
  if (!step) return null
  if (answer === null) return takenBack(guide, run, stepId)
  const label = labelOf(step, answer)
  const agentId = authorOf(context)
  return answered(guide, run, { stepId, answer, label, note, atMs: context.nowMs, agentId })
}

const resultOf = (step: GuideStep, answer: string): TryResult | null => {
  if (step.notes !== 'tried') return null
  const named = step.answers.find(({ id }) => id === answer)?.result
  const tick = answer === 'skipped' ? 'not-tried' : 'helped'
  return TRY_RESULTS.find(each => each === named) ?? tick
}

/** What the ledger says of the step: written once, changed with the answer, gone when the answer is taken back. */
function ledgerChanges(
  { run, guide, entries }: Rows,
  args: AnswerArgs,
  context: MutationContext,
): readonly Change[] {
  const step = stepOf(guide, args.stepId)
  const existing = entries.find(({ runId, stepId }) => runId === run.id && stepId === args.stepId)
  if (args.answer === null) return existing ? [remove('askedTried', existing.id)] : []
  if (!step || (step.notes !== 'asked' && step.notes !== 'tried')) return []
  const result = resultOf(step, args.answer)
  const said = args.note ?? labelOf(step, args.answer)
  const end = { result, outcome: said, closedAtMs: context.nowMs, closedBy: authorOf(context) }
  if (existing) return patchChanged('askedTried', existing, end)
  return [
    insert('askedTried', {
      ...end,
      id: context.derivedId(LEDGER_ENTRY),
      customerId: run.customerId,
      ticketId: run.ticketId,
      kind: step.notes,
      words: step.title,
      detailKey: null,
      source: 'guide',
      messageId: null,
      runId: run.id,
      stepId: step.id,
      agentId: authorOf(context),
      atMs: context.nowMs,
    }),
  ]
}

function eventsOf({ run, guide }: Rows, after: RunState, { args, context }: Acting): readonly Change[] {
  const place = onCustomer(run.customerId, run.ticketId)
  const step = stepOf(guide, args.stepId)
  const facts = { runId: run.id, guide: run.title, step: step?.title ?? args.stepId }
  const said = args.answer === null || !step ? '' : labelOf(step, args.answer)
  const type = args.answer === null ? 'guide.taken-back' : 'guide.answered'
  const isOver = run.state === 'running' && after.state === 'finished'
  return [
    recordEvent(context, { place, type, facts: { ...facts, answer: said } }),
    ...(isOver
      ? [
          recordEvent(context, {
            place,
            type: 'guide.finished',
            facts: { runId: run.id, guide: run.title, outcome: after.outcome },
            index: FIRST_EVENT + 1,
          }),
        ]
      : []),
  ]
}
type Acting = { readonly args: AnswerArgs; readonly context: MutationContext }

const standingAt = (run: GuideRun, stepId: string): string | null => givenAt(run, stepId)?.answer ?? null

/** Guests give a note back as they were given it: what was masked stays as it stands. */
const asNoted = (run: GuideRun, args: AnswerArgs, { actor }: MutationContext): AnswerArgs =>
  isGuest(actor.role) && args.note !== null
    ? { ...args, note: withMasked(args.note, givenAt(run, args.stepId)?.note ?? '') }
    : args

/** One answer of a guide at work: recorded, and the next step follows from it. An answer can be changed and taken back. */
export const answerGuideRun = defineMutation({
  name: 'guideRun.answer',
  args: AnswerArgs,
  reads: ({ runId }) => ({ run: one('guideRuns', runId) }),
  alsoReads: ({ run }) => ({
    guide: one('guides', run.guideId),
    entries: many('askedTried', { ticketId: run.ticketId }),
  }),
  may: (_actor, { run, guide }, { stepId, answer }) =>
    answer === null ? stepOf(guide, stepId) !== null : mayAnswer(guide, run, stepId),
  plan: (rows, given, context) => {
    const { run } = rows
    const args = asNoted(run, given, context)
    if (standingAt(run, args.stepId) === args.answer) return []
    const after = stateAfter(rows, args, context)
    if (!after) return []
    const endedAtMs = after.state === 'running' ? null : (run.endedAtMs ?? context.nowMs)
    return [
      ...patchChanged('guideRuns', run, { ...after, endedAtMs }),
      ...ledgerChanges(rows, args, context),
      ...eventsOf(rows, after, { args, context }),
    ]
  },
  conflict: ({ run }, { runId, stepId, answer, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'guideRuns',
        id: runId,
        field: 'answers',
        seen,
        mine: answer,
        theirs: standingAt(run, stepId),
      },
    ]),
  describe: ({ answer }) => ({
    key: answer === null ? 'describe.takeBackGuide' : 'describe.answerGuide',
    values: { answer: answer ?? '' },
  }),
  insist: ({ run }, args) => ({ ...args, seen: standingAt(run, args.stepId) }),
  // Another answer took the later ones of a tree with it: only a first one is simply taken back.
  invert: ({ run }, { runId, stepId, answer }) =>
    answer === null || standingAt(run, stepId) !== null
      ? null
      : { name: 'guideRun.answer', args: { runId, stepId, answer: null, note: null, seen: answer } },
})
