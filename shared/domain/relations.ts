import { AgentId, CustomerId, RowId } from './ids.ts'
import { defineTable, integer, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'

/** What somebody is to a customer. The first ones say who decides and who is written to; the rest who belongs together. */
export const RELATION_KINDS = [
  'decision-maker',
  'technical-contact',
  'billing-contact',
  'assistant',
  'reports-to',
  'partner',
  'family',
  'colleague',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** Somebody who matters to a customer: a customer too, or a name. It lives with the customer it was written down for. */
export const relations = defineTable('relations', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  /** Null: a person of whom only the name is known. */
  otherCustomerId: nullable(ref(CustomerId)),
  /** Null beside a customer: a name is written in one place, so that erasing the person takes it. */
  otherName: nullable(text()),
  /** The other is the customer's … */
  kind: oneOf(RELATION_KINDS),
  note: nullable(text()),
  sinceMs: nullable(integer()),
  endedAtMs: nullable(integer()),
  createdBy: nullable(ref(AgentId)),
  createdAtMs: integer(),
})
export type Relation = RowFrom<typeof relations.columns>
