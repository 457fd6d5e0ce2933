import { z } from 'zod'
import { DISPUTE_CAUSES } from '../domain/cases.ts'
import { RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import { Prose } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { recordEvent } from './parts/events.ts'

const isOpen = ({ state }: { readonly state: string }): boolean => state === 'open' || state === 'requested'

/** Writes down that a customer does not accept a charge. Asks when a colleague has done so and the agent had not seen it. */
export const openDispute = defineMutation({
  name: 'dispute.open',
  args: z.strictObject({
    disputeId: RowId,
    chargeId: RowId,
    ticketId: TicketId.nullable(),
    cause: z.enum(DISPUTE_CAUSES),
    note: Prose.nullable(),
    /** Disputes of this charge the agent saw. */
    seen: z.array(RowId).max(1_000),
  }),
  reads: ({ disputeId, chargeId }) => ({
    charge: one('charges', chargeId),
    existing: maybe('disputes', disputeId),
    others: many('disputes', { chargeId }),
  }),
  may: () => true,
  plan: ({ charge, existing }, { disputeId, ticketId, cause, note }, context) => {
    if (existing) return []
    const { customerId, invoiceId, currency, amountMinor } = charge
    return [
      insert('disputes', {
        id: disputeId,
        customerId,
        ticketId,
        chargeId: charge.id,
        invoiceId,
        cause,
        note,
        state: 'open',
        currency,
        beforeMinor: amountMinor,
        afterMinor: null,
        reason: null,
        openedBy: authorOf(context),
        openedAtMs: context.nowMs,
        correctedBy: null,
        closedAtMs: null,
      }),
      ...(charge.state === 'captured' ? patchChanged('charges', charge, { state: 'disputed' }) : []),
      recordEvent(context, {
        place: onCase({ customerId, ticketId }),
        type: 'charge.disputed',
        facts: { disputeId, chargeId: charge.id, disputeCause: cause, amountMinor, currency },
      }),
    ]
  },
  conflict: ({ existing, others }, { disputeId, seen }) => {
    if (existing) return null
    const unseen = others.filter(row => row.id !== disputeId && isOpen(row) && !seen.includes(row.id))
    if (unseen.length === 0) return null
    const fields = unseen.map(({ id, state }) => ({
      table: 'disputes' as const,
      id,
      field: 'state',
      seen: null,
      mine: 'open',
      theirs: state,
    }))
    return { reason: 'taken', fields }
  },
  describe: ({ cause }) => ({ key: 'describe.openDispute', values: { cause } }),
  insist: ({ others }, args) => ({ ...args, seen: others.map(({ id }) => id) }),
  invert: ({ existing }, { disputeId }) =>
    existing ? null : { name: 'dispute.dismiss', args: { disputeId, reason: null, seen: 'open' } },
})
