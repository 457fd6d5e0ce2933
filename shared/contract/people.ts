import { z } from 'zod'
import type { Asset } from '../domain/commerce.ts'
import { CustomerId, RowId } from '../domain/ids.ts'
import type { ContactPoint, Customer, CustomerPromise, Organisation } from '../domain/people.ts'
import type { Relation } from '../domain/relations.ts'
import type { DuplicateReason } from '../rules/merged-people/suggest-duplicates.ts'
import type { SameReason } from '../rules/organisations/names.ts'
import type { TicketLine } from './customers.ts'
import { method, returns } from './define.ts'

/** A record that may be the same person as the one at hand. */
export type DuplicateLine = {
  readonly customer: Customer
  readonly organisationName: string | null
  readonly reasons: readonly DuplicateReason[]
}
/** One record by itself, beside another: what it says and how much there is of it. */
export type RecordSide = {
  readonly customer: Customer
  readonly organisationName: string | null
  readonly contactPoints: readonly ContactPoint[]
  readonly tickets: number
  readonly openTickets: number
  readonly orders: number
  readonly assets: number
  readonly openPromises: number
  readonly lastContactAtMs: number | null
}

/** Somebody who is something to the customer, or to whom the customer is something. */
export type RelationLine = {
  readonly relation: Relation
  /** Seen from the customer at hand: 'out': the other is the customer's …; 'in': the customer is the other's … */
  readonly direction: 'out' | 'in'
  readonly otherId: string | null
  /** Null: the other is a customer who is not on this laptop. */
  readonly otherName: string | null
  readonly otherTitle: string | null
}

export type OrganisationPerson = {
  readonly id: string
  readonly name: string
  readonly jobTitle: string | null
  readonly tier: string | null
  readonly openTickets: number
  readonly lastContactAtMs: number | null
}
export type OfPerson = { readonly customerId: string; readonly customerName: string }
export type OrganisationAsset = Asset & OfPerson & { readonly currentVersion: string | null }
export type OrganisationOrder = OfPerson & {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly totalMinor: number
  readonly currency: string
  readonly placedAtMs: number
}
export type OrganisationIssue = {
  readonly issueId: string
  readonly code: string
  readonly title: string
  readonly state: string
  /** Tickets of the organisation that have it. */
  readonly tickets: number
}
/** An organisation as far as this laptop holds it. Lists are cut, their counts are not. */
export type OrganisationView = {
  readonly organisation: Organisation
  readonly people: readonly OrganisationPerson[]
  readonly peopleCount: number
  readonly openTickets: readonly (TicketLine & OfPerson)[]
  readonly openCounts: { readonly service: number; readonly support: number }
  readonly assets: readonly OrganisationAsset[]
  readonly assetCount: number
  /** Those behind the newest version of their product. */
  readonly outdatedCount: number
  readonly orders: readonly OrganisationOrder[]
  readonly orderSums: readonly {
    readonly currency: string
    readonly totalMinor: number
    readonly count: number
  }[]
  readonly promises: readonly (CustomerPromise & OfPerson)[]
  readonly promiseCount: number
  readonly issues: readonly OrganisationIssue[]
  readonly lastContact: (OfPerson & { readonly atMs: number; readonly ticketId: string }) | null
  /** When this laptop last heard of anything from the hub, ms. */
  readonly asOfMs: number | null
}

/** An organisation that may be the one being written down. */
export type SimilarOrganisation = {
  readonly id: string
  readonly name: string
  readonly domain: string | null
  readonly because: SameReason
  /** Customers of it on this laptop. */
  readonly people: number
}

export const peopleMethods = {
  /** Records that may be the same person, surest first; those that are merged already are left out. */
  'people.duplicates': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<readonly DuplicateLine[]>(),
  }),
  /** Two records side by side, each with its own rows; null when one is not on this laptop. */
  'people.compare': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId, otherId: CustomerId }),
    output: returns<readonly [RecordSide, RecordSide] | null>(),
  }),
  /**
   * Which of these addresses and numbers lead to another customer, and to whom. What the ticket's own messages say, or
   * whom they went to, is nobody else's secret there.
   */
  'people.reached': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      customerId: z.string().nullable(),
      ticketId: z.string().nullable(),
      emails: z.array(z.string().max(320)).max(20),
      phones: z.array(z.string().max(60)).max(20),
    }),
    output: returns<readonly { readonly value: string; readonly name: string }[]>(),
  }),
  /** Who is what to a customer and the other way round; what is over comes last. */
  'relations.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<readonly RelationLine[]>(),
  }),
  /** Everything about an organisation; null when this laptop does not know it. */
  'organisations.view': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ organisationId: RowId }),
    output: returns<OrganisationView | null>(),
  }),
  /** Organisations with the same domain or a name that says the same, surest first. */
  'organisations.similar': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      name: z.string().max(300),
      domain: z.string().max(300),
      exceptId: RowId.nullable(),
    }),
    output: returns<readonly SimilarOrganisation[]>(),
  }),
} as const
