import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { Channel, CONTACT_KINDS } from '../domain/values.ts'
import { defineMutation, insert, maybe } from './define.ts'
import { Line, PersonName, Prose, TagList } from './parts/args.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const ContactPointArg = z.strictObject({
  id: RowId,
  kind: z.enum(CONTACT_KINDS),
  value: Line,
  label: PersonName.nullable(),
  isPrimary: z.boolean(),
})

/** A person nobody has written down yet. The name may be empty: a voice on the phone has none at first. */
export const createCustomer = defineMutation({
  name: 'customer.create',
  args: z.strictObject({
    customerId: CustomerId,
    name: PersonName,
    organisationId: RowId.nullable(),
    jobTitle: PersonName.nullable(),
    language: PersonName.nullable(),
    timeZone: PersonName.nullable(),
    preferredChannel: Channel.nullable(),
    labels: TagList,
    facts: Prose,
    contactPoints: z.array(ContactPointArg).max(50),
  }),
  reads: ({ customerId }) => ({ existing: maybe('customers', customerId) }),
  may: () => true,
  plan: ({ existing }, { customerId, contactPoints, ...given }, context) =>
    existing
      ? []
      : [
          insert('customers', {
            ...given,
            id: customerId,
            tier: null,
            journeyStage: null,
            fields: {},
            yearlyValueMinor: null,
            currency: null,
            health: null,
            customerSinceMs: null,
            createdAtMs: context.nowMs,
            factsMarks: null,
            mergedIntoId: null,
            givenAway: null,
            reportedAtMs: null,
          }),
          ...contactPoints.map(point => insert('contactPoints', { ...point, customerId })),
          recordEvent(context, { place: onCustomer(customerId), type: 'customer.created', facts: {} }),
        ],
  describe: ({ name }) => ({ key: 'describe.createCustomer', values: { name } }),
})
