import { z } from 'zod'
import type { ReturnCase } from '../domain/commerce.ts'
import { RowId } from '../domain/ids.ts'
import { RETURN_STATES } from '../domain/values.ts'
import { isWithin, limitsOf } from '../rules/cases/allowance.ts'
import { isSettled, isStepBack, mayMove } from '../rules/cases/return-moves.ts'
import type { ReturnState } from '../rules/cases/return-moves.ts'
import { defineMutation, many, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { Line, SeenValue } from './parts/args.ts'
import { askApproval, limitRole, onCase, withdrawApprovals } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

type Move = { readonly to: ReturnState; readonly words: string | null }

/** The case as it stands after a move, and the line about it. */
function moved(returned: ReturnCase, { to, words }: Move, context: MutationContext): readonly Change[] {
  const { id: returnId, state, kind, amountMinor, currency } = returned
  return [
    ...patchChanged('returnCases', returned, {
      state: to,
      closedAtMs: isSettled(to) ? context.nowMs : null,
      decision: to === 'refused' ? words : null,
    }),
    recordEvent(context, {
      place: onCase(returned),
      type: `return.${to}`,
      facts: {
        returnId,
        returnCase: returned.number,
        returnKind: kind,
        before: state,
        amountMinor,
        currency,
      },
    }),
  ]
}

/**
 * Takes a return case one step on, or one back. Approving an amount over the limit of who does it asks for an approval
 * in place of giving it: the case stays requested until a supervisor has decided.
 */
export const moveReturn = defineMutation({
  name: 'return.move',
  args: z.strictObject({
    returnId: RowId,
    to: z.enum(RETURN_STATES),
    /** Why it is refused, or why more than the limit shall be given. */
    words: Line.nullable(),
    seen: SeenValue,
  }),
  reads: ({ returnId }) => ({
    returned: one('returnCases', returnId),
    approvals: many('approvals', { subjectId: returnId }),
  }),
  alsoReads: ({ returned }) => ({ allowances: many('allowances', { currency: returned.currency }) }),
  may: (_actor, { returned }, { to, seen }) =>
    returned.state === to || mayMove(returned.kind, returned.state, to) || returned.state !== seen,
  plan: ({ returned, approvals, allowances }, { to, words }, context) => {
    if (returned.state === to || !mayMove(returned.kind, returned.state, to)) return []
    const isBack = isStepBack(returned.state, to)
    const whose = { role: limitRole(context.actor), currency: returned.currency }
    const { returnMinor } = limitsOf(whose, allowances)
    if (to !== 'approved' || isBack || isWithin(returned.amountMinor, returnMinor))
      return [
        ...moved(returned, { to, words }, context),
        ...(returned.state === 'requested' ? withdrawApprovals(context, approvals) : []),
      ]
    const { id, customerId, ticketId, amountMinor, currency } = returned
    const about = { customerId, ticketId, amountMinor, currency }
    const asked = askApproval(
      context,
      { ...about, subjectKind: 'return', subjectId: id, reason: words ?? returned.reason },
      approvals,
    )
    if (asked.length === 0) return []
    return [
      ...asked,
      recordEvent(context, {
        place: onCase(returned),
        type: 'return.approval-requested',
        facts: { returnId: id, returnCase: returned.number, amountMinor, currency, limitMinor: returnMinor },
      }),
    ]
  },
  conflict: ({ returned }, { returnId, to, seen }) =>
    conflictOf('changed-since', [
      { table: 'returnCases', id: returnId, field: 'state', seen, mine: to, theirs: returned.state },
    ]),
  describe: ({ to }) => ({ key: 'describe.moveReturn', values: { to } }),
  insist: ({ returned }, args) => ({ ...args, seen: returned.state }),
  invert: ({ returned }, { returnId, to }) => {
    const before = RETURN_STATES.find(known => known === returned.state)
    return before && isStepBack(to, before)
      ? { name: 'return.move', args: { returnId, to: before, words: null, seen: to } }
      : null
  },
})
