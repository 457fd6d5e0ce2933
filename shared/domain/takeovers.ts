import { AgentId, CustomerId, RowId, TicketId } from './ids.ts'
import { defineTable, integer, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'

/** 'asked': they asked for a person. 'unsure', 'failed': the bot could not help. 'policy': a bot may not decide it. */
export const TAKEOVER_REASONS = ['asked', 'unsure', 'failed', 'policy'] as const
export type TakeoverReason = (typeof TAKEOVER_REASONS)[number]

/** A bot spoke with the customer and a person is needed, until somebody says that they have it. */
export const takeovers = defineTable('takeovers', 'customer', {
  /** The ticket's own id: nobody can make two. */
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  /** What the bot is called. */
  bot: text(),
  reason: oneOf(TAKEOVER_REASONS),
  /** Why, in the words of the bot's system; null: it said no more. */
  words: nullable(text()),
  askedAtMs: integer(),
  /** Null while the customer waits for a person. */
  takenBy: nullable(ref(AgentId)),
  takenAtMs: nullable(integer()),
})
export type Takeover = RowFrom<typeof takeovers.columns>
