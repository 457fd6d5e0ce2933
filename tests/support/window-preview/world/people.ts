import { makeId } from '../ids.ts'
import { anOrganisation } from '../../builders.ts'
import type { Tables } from '../tables.ts'
import type { Customer } from '../../../../shared/domain/people.ts'

export const me = {
  id: makeId(),
  name: 'Mira Kessler',
  email: 'mira@example.com',
  role: 'agent' as const,
  teamIds: [] as string[],
}
export const jonas = { ...me, id: makeId(), name: 'Jonas Brandt', email: 'jonas@example.com' }
export const lena = { ...me, id: makeId(), name: 'Lena Kowalski', email: 'lena@example.com' }
export const orders = { id: makeId(), name: 'Orders and refunds', kind: 'service' as const }
export const devices = { id: makeId(), name: 'Devices, tier 1', kind: 'support' as const }

export function putColleagues(tables: Tables): void {
  for (const agent of [me, jonas, lena])
    tables.put('agents', { ...agent, isActive: true, capacity: null, guestUntilMs: null, guestHours: null })
  for (const team of [orders, devices]) tables.put('teams', team)
}

type Person = {
  readonly name: string
  readonly mail: string
  readonly organisation?: string
  readonly change?: Partial<Customer>
}

/** A customer with a card that has something on it. */
export function putCustomer(tables: Tables, { name, mail, organisation, change }: Person): Customer {
  const organisationRow =
    organisation === undefined
      ? null
      : tables.put(
          'organisations',
          anOrganisation({ id: makeId(), name: organisation, domain: null, country: null }),
        )
  const customer = tables.put('customers', {
    id: makeId(),
    name,
    organisationId: organisationRow?.id ?? null,
    jobTitle: null,
    tier: null,
    language: 'en',
    timeZone: 'Europe/Berlin',
    preferredChannel: 'email',
    journeyStage: 'using',
    labels: [],
    facts: '',
    fields: {},
    yearlyValueMinor: null,
    currency: 'EUR',
    health: null,
    customerSinceMs: Date.UTC(2023, 4, 1),
    createdAtMs: Date.UTC(2023, 4, 1),
    mergedIntoId: null,
    factsMarks: null,
    givenAway: null,
    reportedAtMs: null,
    ...change,
  })
  tables.put('contactPoints', {
    id: makeId(),
    customerId: customer.id,
    kind: 'email',
    value: mail,
    label: null,
    isPrimary: true,
  })
  return customer
}
