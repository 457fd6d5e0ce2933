import { AgentId, CustomerId, RowId, ThreadId, TicketId } from './ids.ts'
import { defineTable, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { Addresses, CHANNELS } from './values.ts'

export const PROPOSAL_STATES = ['proposed', 'released', 'changed', 'sent-back', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/**
 * An answer somebody suggests and a colleague releases: nothing of it leaves before. What it became stays with it, for
 * whoever wrote it.
 */
export const proposals = defineTable('proposals', 'customer', {
  id: ref(RowId),
  ticketId: ref(TicketId),
  customerId: ref(CustomerId),
  threadId: ref(ThreadId),
  authorId: nullable(ref(AgentId)),
  channel: oneOf(CHANNELS),
  to: json(Addresses),
  cc: json(Addresses),
  bodyText: text(),
  /** The newest message the author had seen. */
  seenUpToSeq: integer(),
  /** 'released' as it was written, 'changed' and released, 'sent-back' with a word, or taken back by its author. */
  state: oneOf(PROPOSAL_STATES),
  /** What whoever sent it back says about it. */
  words: nullable(text()),
  decidedBy: nullable(ref(AgentId)),
  decidedAtMs: nullable(integer()),
  /** The answer it became. */
  messageId: nullable(ref(RowId)),
  createdAtMs: integer(),
})
export type Proposal = RowFrom<typeof proposals.columns>
