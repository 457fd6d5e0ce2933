import { z } from 'zod'
import type { Approval, Dispute, Goodwill } from '../domain/cases.ts'
import type { Charge, ReturnCase } from '../domain/commerce.ts'
import { RowId } from '../domain/ids.ts'
import { isWithin, limitsOf } from '../rules/cases/allowance.ts'
import type { Limits } from '../rules/cases/allowance.ts'
import { maySupervise } from '../rules/supervising.ts'
import { authorOf, defineMutation, many, maybe, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { Line, SeenValue } from './parts/args.ts'
import { giveGoodwill, onCase } from './parts/cases.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { correctCharge } from './parts/correct-charge.ts'
import { recordEvent } from './parts/events.ts'

const OUTCOMES = ['approved', 'refused'] as const
type Decided = {
  readonly isYes: boolean
  readonly words: string | null
  readonly context: MutationContext
}
type Subjects = {
  readonly returned: ReturnCase | null
  readonly dispute: Dispute | null
  readonly charge: Charge | null
  readonly goodwill: Goodwill | null
}

/** What follows for what was asked for; nothing when it has moved on by itself. */
function consequences(
  { returned, dispute, charge, goodwill }: Subjects,
  { isYes, words, context }: Decided,
): readonly Change[] {
  const closedAtMs = context.nowMs
  if (returned?.state === 'requested')
    return patchChanged(
      'returnCases',
      returned,
      isYes ? { state: 'approved' } : { state: 'refused', closedAtMs, decision: words },
    )
  if (dispute?.state === 'requested')
    return isYes && charge
      ? correctCharge({ dispute, charge }, context)
      : patchChanged('disputes', dispute, { state: 'refused', closedAtMs })
  if (goodwill?.state === 'requested')
    return [
      ...patchChanged('goodwills', goodwill, {
        state: isYes ? 'given' : 'refused',
        decidedAtMs: closedAtMs,
      }),
      ...(isYes ? giveGoodwill(context, goodwill) : []),
    ]
  return []
}

const LIMIT_OF = {
  return: 'returnMinor',
  correction: 'correctionMinor',
  goodwill: 'goodwillMinor',
  other: 'returnMinor',
} as const satisfies Record<Approval['subjectKind'], keyof Limits>

/**
 * A supervisor says yes or no to an amount over somebody's limit. Nobody decides about what they asked for themselves,
 * or about more than they may give away alone. What has been decided stays.
 */
export const decideApproval = defineMutation({
  name: 'approval.decide',
  args: z.strictObject({
    approvalId: RowId,
    outcome: z.enum(OUTCOMES),
    words: Line.nullable(),
    seen: SeenValue,
  }),
  reads: ({ approvalId }) => ({ approval: one('approvals', approvalId) }),
  alsoReads: ({ approval }) => {
    const id = approval.subjectId
    const when = (kind: Approval['subjectKind']): string => (approval.subjectKind === kind ? id : NO_ROW)
    return {
      returned: maybe('returnCases', when('return')),
      dispute: maybe('disputes', when('correction')),
      goodwill: maybe('goodwills', when('goodwill')),
      charge: maybe('charges', approval.chargeId ?? NO_ROW),
      allowances: many('allowances', { currency: approval.currency }),
    }
  },
  may: (actor, { approval, allowances }, { outcome }) => {
    if (!maySupervise(actor.role) || approval.requestedBy === actor.id) return false
    const limits = limitsOf({ role: actor.role, currency: approval.currency }, allowances)
    return outcome === 'refused' || isWithin(approval.amountMinor, limits[LIMIT_OF[approval.subjectKind]])
  },
  plan: ({ approval, ...subjects }, { outcome, words }, context) => {
    if (approval.state !== 'requested') return []
    const { subjectKind, subjectId, amountMinor, currency } = approval
    return [
      ...patchChanged('approvals', approval, {
        state: outcome,
        decidedBy: authorOf(context),
        decidedAtMs: context.nowMs,
        decision: words,
      }),
      ...consequences(subjects, { isYes: outcome === 'approved', words, context }),
      recordEvent(context, {
        place: onCase(approval),
        type: `approval.${outcome}`,
        facts: { subjectKind, subjectId, amountMinor, currency },
      }),
    ]
  },
  conflict: ({ approval }, { approvalId, outcome, seen }) =>
    conflictOf('changed-since', [
      { table: 'approvals', id: approvalId, field: 'state', seen, mine: outcome, theirs: approval.state },
    ]),
  describe: ({ outcome }) => ({ key: 'describe.decideApproval', values: { outcome } }),
  insist: ({ approval }, args) => ({ ...args, seen: approval.state }),
})
