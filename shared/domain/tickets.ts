import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { threadClocks } from './service-levels.ts'
import { AgentId, ClientId, CustomerId, RowId, TeamId, ThreadId, TicketId } from './ids.ts'
import {
  Address,
  Addresses,
  AUTHOR_KINDS,
  CHANNELS,
  DELIVERY_STATES,
  DIRECTIONS,
  DRAFT_MODES,
  DraftFiles,
  Fields,
  LINK_KINDS,
  PRIORITIES,
  Tags,
  THREAD_STATES,
  WORK_KINDS,
} from './values.ts'

export const tickets = defineTable('tickets', 'customer', {
  id: ref(TicketId),
  customerId: ref(CustomerId),
  /** Given by the hub; null while the ticket is known on one laptop only. */
  number: nullable(integer()),
  subject: text(),
  channel: oneOf(CHANNELS),
  tags: json(Tags),
  fields: json(Fields),
  /** Highest `messages.seq` of the ticket; 0 before the first message reached the hub. */
  lastMessageSeq: integer(),
  createdAtMs: integer(),
  createdBy: nullable(ref(AgentId)),
  mergedIntoId: nullable(ref(TicketId)),
})
export type Ticket = RowFrom<typeof tickets.columns>

/** Whatever has an owner, a state, a clock or a meaning of done lives here, never on the ticket. */
export const threads = defineTable('threads', 'customer', {
  id: ref(ThreadId),
  ticketId: ref(TicketId),
  customerId: ref(CustomerId),
  kind: oneOf(WORK_KINDS),
  state: oneOf(THREAD_STATES),
  assigneeId: nullable(ref(AgentId)),
  teamId: nullable(ref(TeamId)),
  priority: oneOf(PRIORITIES),
  /** The ticket has a thread of each kind. Sort and filter key, kept by the mutations. */
  isPaired: flag(),
  /** Newest message or note of the ticket, ms. Sort key, the same on both threads of a ticket. */
  lastActivityAtMs: integer(),
  /** Since when the customer waits for a person; null when nobody waits. Sort key, same on both threads. */
  waitingSinceMs: nullable(integer()),
  snoozedUntilMs: nullable(integer()),
  /** The running clock that is due first, ms; null when none runs. Sort key, derived from `clocks`. */
  dueAtMs: nullable(integer()),
  openedAtMs: integer(),
  solvedAtMs: nullable(integer()),
  reopenedCount: integer(),
  /** When a person first answered the customer on this thread, ms; null until then. */
  answeredAtMs: nullable(integer()),
  /** Of support: when the customer's service ran again, ms; null until then, and again when the thread reopens. */
  restoredAtMs: nullable(integer()),
  /** What is promised and how much of it is used; null when nothing is promised. */
  clocks: threadClocks,
})
export type Thread = RowFrom<typeof threads.columns>

export const messages = defineTable('messages', 'customer', {
  id: ref(RowId),
  ticketId: ref(TicketId),
  customerId: ref(CustomerId),
  /** Place in the ticket, 1, 2, 3 …, given by the hub; null until the hub has the message. */
  seq: nullable(integer()),
  direction: oneOf(DIRECTIONS),
  channel: oneOf(CHANNELS),
  authorKind: oneOf(AUTHOR_KINDS),
  authorId: nullable(ref(AgentId)),
  from: nullable(json(Address)),
  to: json(Addresses),
  cc: json(Addresses),
  /** Plain text, always present; what search indexes. */
  bodyText: text(),
  /** HTML as it came; sanitised where it is shown. */
  bodyHtml: nullable(text()),
  /** RFC 5322 Message-ID; of an outgoing mail derived from the mutation id. */
  messageId: nullable(text()),
  delivery: oneOf(DELIVERY_STATES),
  /** When it was written (laptop clock corrected by the measured skew) or received. */
  writtenAtMs: integer(),
  /** When the hub took it; null on the laptop. */
  acceptedAtMs: nullable(integer()),
  /** When it arrived or came back, by the word of the channel; null while that is not known. */
  deliveredAtMs: nullable(integer()),
})
export type Message = RowFrom<typeof messages.columns>

export const notes = defineTable('notes', 'customer', {
  id: ref(RowId),
  ticketId: ref(TicketId),
  customerId: ref(CustomerId),
  /** Null: the note belongs to both threads. */
  threadId: nullable(ref(ThreadId)),
  authorKind: oneOf(AUTHOR_KINDS),
  authorId: nullable(ref(AgentId)),
  body: text(),
  createdAtMs: integer(),
  editedAtMs: nullable(integer()),
})
export type Note = RowFrom<typeof notes.columns>

export const attachments = defineTable('attachments', 'customer', {
  id: ref(RowId),
  ticketId: ref(TicketId),
  customerId: ref(CustomerId),
  messageId: nullable(ref(RowId)),
  noteId: nullable(ref(RowId)),
  fileName: text(),
  mediaType: text(),
  sizeBytes: integer(),
  /** SHA-256 of the content, hex: the name of its blob. */
  sha256: text(),
  /** Content-ID of an inline part, without the angle brackets. */
  contentId: nullable(text()),
  /** The suggested answer it would go along with; the answer that leaves has records of its own. */
  proposalId: nullable(ref(RowId)),
})
export type Attachment = RowFrom<typeof attachments.columns>

/** What happened: one grey line in the conversation or on the timeline. `facts` holds ids, codes and values only. */
export const events = defineTable('events', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(ref(TicketId)),
  threadId: nullable(ref(ThreadId)),
  /** Open set, for example 'thread.state-changed', 'ticket.relabelled', 'order.delivered'. */
  type: text(),
  kind: nullable(oneOf(WORK_KINDS)),
  actorId: nullable(ref(AgentId)),
  facts: json(Fields),
  atMs: integer(),
})
export type TicketEvent = RowFrom<typeof events.columns>

export const ticketLinks = defineTable('ticketLinks', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  otherTicketId: ref(TicketId),
  kind: oneOf(LINK_KINDS),
  createdBy: nullable(ref(AgentId)),
  createdAtMs: integer(),
})
export type TicketLink = RowFrom<typeof ticketLinks.columns>

/** A ticket that has a known issue: many tickets may, and one ticket may have several. */
export const issueLinks = defineTable('issueLinks', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  issueId: ref(RowId),
  createdBy: nullable(ref(AgentId)),
  createdAtMs: integer(),
})
export type IssueLink = RowFrom<typeof issueLinks.columns>

/**
 * A ticket that an agent works on where nobody can see them: until a moment of the hub's clock, unless somebody ends it
 * before. It warns others and stops nobody. Of one ticket at most one runs.
 */
export const leases = defineTable('leases', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  agentId: ref(AgentId),
  takenAtMs: integer(),
  untilMs: integer(),
  /** When it was given back or broken; null when it ends by itself. */
  endedAtMs: nullable(integer()),
  /** The holder, or who broke it. */
  endedBy: nullable(ref(AgentId)),
})
export type Lease = RowFrom<typeof leases.columns>

/** Private to one agent; one row per ticket, mode and device, so no device ever overwrites another's words. */
export const drafts = defineTable('drafts', 'agent', {
  id: ref(RowId),
  agentId: ref(AgentId),
  clientId: ref(ClientId),
  ticketId: ref(TicketId),
  mode: oneOf(DRAFT_MODES),
  body: text(),
  to: nullable(json(Addresses)),
  cc: nullable(json(Addresses)),
  /** The newest message the writer had seen. */
  seenUpToSeq: integer(),
  updatedAtMs: integer(),
  /** Files that shall go along; their content lies on the device the draft was written on. Null: none. */
  files: nullable(json(DraftFiles)),
})
export type Draft = RowFrom<typeof drafts.columns>
