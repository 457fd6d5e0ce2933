import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { isWithin, limitsOf } from '../rules/cases/allowance.ts'
import { authorOf, defineMutation, many, maybe, one } from './define.ts'
import { Line, SeenValue } from './parts/args.ts'
import { askApproval, limitRole, Minor, onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { correctCharge } from './parts/correct-charge.ts'
import { recordEvent } from './parts/events.ts'

/**
 * Puts another amount in the place of a disputed one. What goes back to the customer is the difference; over the limit
 * of who does it, it waits as requested until a supervisor has decided. An amount only ever becomes less.
 */
export const correctDispute = defineMutation({
  name: 'dispute.correct',
  args: z.strictObject({ disputeId: RowId, afterMinor: Minor, reason: Line, seen: SeenValue }),
  reads: ({ disputeId }) => ({
    dispute: one('disputes', disputeId),
    approvals: many('approvals', { subjectId: disputeId }),
  }),
  alsoReads: ({ dispute }) => ({
    charge: maybe('charges', dispute.chargeId),
    allowances: many('allowances', { currency: dispute.currency }),
  }),
  may: (_actor, { charge }, { afterMinor }) => charge !== null && afterMinor <= charge.amountMinor,
  plan: ({ dispute, charge, approvals, allowances }, { afterMinor, reason }, context) => {
    if (dispute.state !== 'open' || !charge) return []
    const wanted = { ...dispute, afterMinor, reason, correctedBy: authorOf(context) }
    const amountMinor = charge.amountMinor - afterMinor
    const { currency } = charge
    const { correctionMinor } = limitsOf({ role: limitRole(context.actor), currency }, allowances)
    const said = { afterMinor, reason, correctedBy: authorOf(context) }
    if (isWithin(amountMinor, correctionMinor))
      return [
        ...patchChanged('disputes', dispute, said),
        ...correctCharge({ dispute: wanted, charge }, context),
      ]
    const { id: subjectId, customerId, ticketId } = dispute
    const about = { customerId, ticketId, amountMinor, currency }
    const ask = { ...about, subjectKind: 'correction' as const, subjectId, chargeId: charge.id, reason }
    return [
      ...patchChanged('disputes', dispute, { ...said, state: 'requested' }),
      ...askApproval(context, ask, approvals),
      recordEvent(context, {
        place: onCase(dispute),
        type: 'charge.correction-requested',
        facts: { disputeId: dispute.id, amountMinor, currency, limitMinor: correctionMinor },
      }),
    ]
  },
  conflict: ({ dispute }, { disputeId, seen }) =>
    conflictOf('changed-since', [
      { table: 'disputes', id: disputeId, field: 'state', seen, mine: 'corrected', theirs: dispute.state },
    ]),
  describe: ({ reason }) => ({ key: 'describe.correctDispute', values: { reason } }),
  insist: ({ dispute }, args) => ({ ...args, seen: dispute.state }),
})
