import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { CONTACT_KINDS } from '../domain/values.ts'
import { defineMutation, insert, many, maybe, one } from './define.ts'
import { Line, PersonName } from './parts/args.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const same = (left: string, right: string): boolean =>
  left.trim().toLowerCase() === right.trim().toLowerCase()

/** Another way to reach a person: a union, the same address is not written down twice. */
export const addContact = defineMutation({
  name: 'contact.add',
  args: z.strictObject({
    contactPointId: RowId,
    customerId: CustomerId,
    kind: z.enum(CONTACT_KINDS),
    value: Line,
    label: PersonName.nullable(),
  }),
  reads: ({ contactPointId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('contactPoints', contactPointId),
    known: many('contactPoints', { customerId }),
  }),
  may: () => true,
  plan: ({ existing, known }, { contactPointId, ...given }, context) => {
    const ofKind = known.filter(({ kind }) => kind === given.kind)
    if (existing || ofKind.some(({ value }) => same(value, given.value))) return []
    return [
      insert('contactPoints', { ...given, id: contactPointId, isPrimary: ofKind.length === 0 }),
      recordEvent(context, {
        place: onCustomer(given.customerId),
        type: 'customer.contact-added',
        facts: { contactKind: given.kind },
      }),
    ]
  },
  describe: ({ value }) => ({ key: 'describe.addContact', values: { value } }),
  invert: ({ existing }, { contactPointId, customerId }) =>
    existing ? null : { name: 'contact.remove', args: { contactPointId, customerId } },
})
