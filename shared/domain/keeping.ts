import { defineTable, integer, nullable, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { AgentId, CustomerId, RowId, TicketId } from './ids.ts'

/** A legal hold: while it stands, nothing it names is removed because of its age, and the person is not erased. */
export const holds = defineTable('holds', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  /** Null: everything about the customer. */
  ticketId: nullable(ref(TicketId)),
  /** Why, in the words of whoever placed it. */
  reason: text(),
  agentId: nullable(ref(AgentId)),
  placedAtMs: integer(),
})
export type Hold = RowFrom<typeof holds.columns>
