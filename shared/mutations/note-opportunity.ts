import { z } from 'zod'
import { CONSENT_WAYS } from '../domain/diagnosis.ts'
import { OPPORTUNITY_KINDS } from '../domain/growth.ts'
import type { Opportunity } from '../domain/growth.ts'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { Prose } from './parts/args.ts'
import { Currency, Minor, onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { recordEvent } from './parts/events.ts'
import { notedAgain } from './parts/noted-again.ts'
import type { Noted } from './parts/noted-again.ts'

function again(existing: Opportunity, noted: Noted, context: MutationContext): readonly Change[] {
  const changes = patchChanged('opportunities', existing, notedAgain(existing, noted))
  const fields = changes.flatMap(change => (change.how === 'patch' ? Object.keys(change.fields) : []))
  if (fields.length === 0) return []
  const facts = {
    opportunityId: existing.id,
    opportunityKind: existing.kind,
    fields: fields.toSorted().join(' '),
  }
  return [...changes, recordEvent(context, { place: onCase(existing), type: 'opportunity.edited', facts })]
}

/**
 * Writes down what a customer may want next, or may do for us. It stays here until they agree to more. Two who write down
 * the same under one id have one, with the words of both.
 */
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
    const { nowMs } = context
    const author = authorOf(context)
    const isPriced = given.valueMinor !== null && given.currency !== null
    const { customerId, kind, ...words } = given
    const noted: Noted = {
      ...words,
      valueMinor: isPriced ? given.valueMinor : null,
      currency: isPriced ? given.currency : null,
      consent: agreedVia === null ? 'not-asked' : 'given',
      consentVia: agreedVia,
      consentAtMs: agreedVia === null ? null : nowMs,
    }
    if (existing) {
      const isSame = !isDropped && existing.kind === kind && existing.customerId === customerId
      return isSame ? again(existing, noted, context) : []
    }
    return [
      insert('opportunities', {
        ...noted,
        customerId,
        kind,
        id: opportunityId,
        state: isDropped ? 'withdrawn' : 'noted',
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
