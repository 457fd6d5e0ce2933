import { z } from 'zod'
import { CONSENT_WAYS } from '../domain/diagnosis.ts'
import { OPPORTUNITY_KINDS } from '../domain/growth.ts'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Prose } from './parts/args.ts'
import { Currency, Minor, onCase } from './parts/cases.ts'
import { recordEvent } from './parts/events.ts'

/** Writes down what a customer may want next, or may do for us. It stays here until they agree to more. */
export const noteOpportunity = defineMutation({
  name: 'opportunity.note',
  args: z.strictObject({
    opportunityId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    kind: z.enum(OPPORTUNITY_KINDS),
    productId: RowId.nullable(),
    note: Prose,
    valueMinor: Minor.nullable(),
    currency: Currency.nullable(),
    /** How they said at once that it may be passed on; null: nobody has asked them. */
    agreedVia: z.enum(CONSENT_WAYS).nullable(),
    /** A favour nobody wants to ask for now: written down so that it is not offered again. */
    isDropped: z.boolean().default(false),
  }),
  reads: ({ opportunityId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('opportunities', opportunityId),
  }),
  may: () => true,
  plan: ({ existing }, { opportunityId, agreedVia, isDropped, ...given }, context) => {
    if (existing) return []
    const { nowMs } = context
    const author = authorOf(context)
    const isPriced = given.valueMinor !== null && given.currency !== null
    return [
      insert('opportunities', {
        ...given,
        id: opportunityId,
        valueMinor: isPriced ? given.valueMinor : null,
        currency: isPriced ? given.currency : null,
        state: isDropped ? 'withdrawn' : 'noted',
        consent: agreedVia === null ? 'not-asked' : 'given',
        consentVia: agreedVia,
        consentAtMs: agreedVia === null ? null : nowMs,
        teamId: null,
        address: null,
        ownerId: author,
        createdBy: author,
        createdAtMs: nowMs,
        passedOnAtMs: null,
        sentAtMs: null,
        closedAtMs: isDropped ? nowMs : null,
      }),
      recordEvent(context, {
        place: onCase(given),
        type: isDropped ? 'opportunity.dropped' : 'opportunity.noted',
        facts: { opportunityId, opportunityKind: given.kind },
      }),
    ]
  },
  describe: ({ kind }) => ({ key: 'describe.noteOpportunity', values: { opportunityKind: kind } }),
  invert: ({ existing }, { opportunityId, isDropped }) => {
    if (existing) return null
    const seen = isDropped ? 'withdrawn' : 'noted'
    const state = isDropped ? 'noted' : 'withdrawn'
    return { name: 'opportunity.move', args: { opportunityId, state, seen } }
  },
})
