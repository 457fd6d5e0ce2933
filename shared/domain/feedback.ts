import { AgentId, CustomerId, RowId } from './ids.ts'
import { defineTable, integer, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'

/** Two destinations: how it felt goes to whoever leads the service, what the thing should do to whoever makes it. */
export const FEEDBACK_KINDS = ['experience', 'product'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]
export const FEEDBACK_STATES = ['open', 'passed-on', 'done', 'declined'] as const
export type FeedbackState = (typeof FEEDBACK_STATES)[number]

/** What a customer said about us without asking for anything. */
export const feedback = defineTable('feedback', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  kind: oneOf(FEEDBACK_KINDS),
  /** What it is about: of experience delivery, waiting …; of products a part of one. Entries of one area are counted together. */
  area: text(),
  /** Of product feedback: which one; null when it is about all. */
  productId: nullable(ref(RowId)),
  text: text(),
  /** Of product feedback: what they were doing while somebody watched them; null: they said it of themselves. */
  watched: nullable(text()),
  /** What the customer was worth a year when it was said, minor units of `currency`; null when nobody knew. */
  valueMinor: nullable(integer()),
  currency: nullable(text()),
  state: oneOf(FEEDBACK_STATES),
  createdBy: nullable(ref(AgentId)),
  createdAtMs: integer(),
})
export type Feedback = RowFrom<typeof feedback.columns>
