import type { Asset } from '../../domain/commerce.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/tickets.ts'
import { isSamePerson } from '../../rules/merged-people/families.ts'
import { maybe } from '../define.ts'
import { NO_ROW } from './changes.ts'

type Facts = { readonly ticket: Pick<Ticket, 'customerId'>; readonly asset: Asset | null }
const isForeign = ({ ticket, asset }: Facts): boolean =>
  asset !== null && asset.customerId !== ticket.customerId

/** The records a thing and a ticket belong to, read only where they are not the same. */
export const personReads = (facts: Facts) => ({
  customer: maybe('customers', isForeign(facts) ? facts.ticket.customerId : NO_ROW),
  owner: maybe('customers', isForeign(facts) ? (facts.asset?.customerId ?? NO_ROW) : NO_ROW),
})

/** Whether the thing belongs to whoever wrote the ticket, in whichever of their records it stands. */
export const isTheirs = (
  facts: Facts & { readonly customer: Customer | null; readonly owner: Customer | null },
): boolean => !isForeign(facts) || (facts.customer !== null && isSamePerson(facts.customer, facts.owner))
