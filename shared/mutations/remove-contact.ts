import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { CONTACT_KINDS } from '../domain/values.ts'
import { defineMutation, maybe, one, remove } from './define.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Takes away a way to reach a person that is no longer right; one that is gone already is no trouble. */
export const removeContact = defineMutation({
  name: 'contact.remove',
  args: z.strictObject({ contactPointId: RowId, customerId: CustomerId }),
  reads: ({ contactPointId, customerId }) => ({
    customer: one('customers', customerId),
    contact: maybe('contactPoints', contactPointId),
  }),
  may: (_actor, { customer, contact }) => contact === null || contact.customerId === customer.id,
  plan: ({ contact }, { contactPointId, customerId }, context) =>
    contact
      ? [
          remove('contactPoints', contactPointId),
          recordEvent(context, {
            place: onCustomer(customerId),
            type: 'customer.contact-removed',
            facts: { contactKind: contact.kind },
          }),
        ]
      : [],
  describe: () => ({ key: 'describe.removeContact', values: {} }),
  invert: ({ contact }, { contactPointId, customerId }) => {
    const kind = CONTACT_KINDS.find(known => known === contact?.kind)
    if (!contact || !kind) return null
    const { value, label } = contact
    return { name: 'contact.add', args: { contactPointId, customerId, kind, value, label } }
  },
})
