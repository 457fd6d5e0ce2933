import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { Moment, PersonName } from './parts/args.ts'
import { Currency, Minor } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { isStale } from './parts/reported.ts'

/** Name of the custom field that holds what another system calls the customer. */
export const REFERENCE = 'reference'

/**
 * What the accounts say of a customer: what they are worth a year, since when they are one, what the sender calls
 * them and where they belong. What is left out stays as it is; news that is older than what is known is passed over.
 */
export const recordCustomer = defineMutation({
  name: 'customer.record',
  decidedBy: 'hub',
  args: z.strictObject({
    customerId: CustomerId,
    value: z.strictObject({ yearlyMinor: Minor, currency: Currency }).nullable(),
    sinceMs: Moment.nullable(),
    reference: PersonName.nullable(),
    organisationId: RowId.nullable(),
    saidAtMs: Moment,
  }),
  reads: ({ customerId }) => ({ customer: one('customers', customerId) }),
  may: actor => isAutomation(actor),
  plan: ({ customer }, { value, sinceMs, reference, organisationId, saidAtMs }) => {
    if (isStale(customer, saidAtMs)) return []
    return patchChanged('customers', customer, {
      ...(value === null ? {} : { yearlyValueMinor: value.yearlyMinor, currency: value.currency }),
      ...(sinceMs === null ? {} : { customerSinceMs: sinceMs }),
      ...(reference === null ? {} : { fields: { ...customer.fields, [REFERENCE]: reference } }),
      ...(organisationId === null ? {} : { organisationId }),
      reportedAtMs: saidAtMs,
    })
  },
  describe: () => ({ key: 'describe.recordCustomer', values: {} }),
})
