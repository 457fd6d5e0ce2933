import type { Dispute } from '../../domain/cases.ts'
import type { Charge } from '../../domain/commerce.ts'
import type { Change, MutationContext } from '../define.ts'
import { patchChanged } from './changes.ts'
import { onCase } from './cases.ts'
import { recordEvent } from './events.ts'

/** Place of this line among the rows of its mutation, behind the one about an approval. */
const CORRECTED_EVENT = 32

type Correction = { readonly dispute: Dispute; readonly charge: Charge }

/** Puts the right amount in the place of the wrong one; the dispute keeps both, and the event says who, why and when. */
export function correctCharge({ dispute, charge }: Correction, context: MutationContext): readonly Change[] {
  const beforeMinor = charge.amountMinor
  const afterMinor = Math.min(beforeMinor, Math.max(0, dispute.afterMinor ?? beforeMinor))
  const { currency } = charge
  return [
    ...patchChanged('disputes', dispute, { state: 'corrected', beforeMinor, closedAtMs: context.nowMs }),
    ...patchChanged('charges', charge, {
      amountMinor: afterMinor,
      state: afterMinor === 0 ? 'refunded' : 'captured',
    }),
    recordEvent(context, {
      place: onCase(dispute),
      type: 'charge.corrected',
      facts: {
        disputeId: dispute.id,
        chargeId: charge.id,
        beforeMinor,
        afterMinor,
        amountMinor: beforeMinor - afterMinor,
        currency,
      },
      index: CORRECTED_EVENT,
    }),
  ]
}
