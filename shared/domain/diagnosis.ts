import { AgentId, CustomerId, RowId, TicketId } from './ids.ts'
import { defineTable, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { Fields } from './values.ts'

export const FREQUENCIES = ['once', 'sometimes', 'often', 'always'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** What is wrong, in the words of whoever looks into it: one row for each ticket. */
export const diagnoses = defineTable('diagnoses', 'customer', {
  /** The ticket's own id: nobody can make two. */
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  symptom: text(),
  errorCode: nullable(text()),
  /** When it was seen first, ms. */
  firstSeenAtMs: nullable(integer()),
  frequency: nullable(oneOf(FREQUENCIES)),
  /** What it happens to. */
  assetId: nullable(ref(RowId)),
  /** What the asset ran in when it was looked at; the asset may have moved on since. */
  environment: json(Fields),
  updatedAtMs: integer(),
  updatedBy: nullable(ref(AgentId)),
})
export type Diagnosis = RowFrom<typeof diagnoses.columns>

export const ENTRY_KINDS = ['asked', 'tried'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]
/** 'not-tried': somebody has named the step and nobody has taken it yet. */
export const TRY_RESULTS = ['fixed', 'helped', 'no-effect', 'worse', 'not-tried'] as const
export type TryResult = (typeof TRY_RESULTS)[number]
/** 'message': read from a reply as it was sent. 'guide': a step of a guide. 'bot': read from what a bot said. */
export const ENTRY_SOURCES = ['agent', 'message', 'guide', 'import', 'bot'] as const

/** What was asked of the customer and what was tried, so that nobody asks or tries it again unknowing. */
export const askedTried = defineTable('askedTried', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  kind: oneOf(ENTRY_KINDS),
  /** The question, or the step. */
  words: text(),
  /** The required detail a question asks for; null: none. */
  detailKey: nullable(text()),
  /** How a step went; null for questions. */
  result: nullable(oneOf(TRY_RESULTS)),
  /** The answer, or what happened; null while a question is open. */
  outcome: nullable(text()),
  source: oneOf(ENTRY_SOURCES),
  messageId: nullable(ref(RowId)),
  /** The run of a guide and its step. */
  runId: nullable(ref(RowId)),
  stepId: nullable(text()),
  agentId: nullable(ref(AgentId)),
  atMs: integer(),
  closedAtMs: nullable(integer()),
  closedBy: nullable(ref(AgentId)),
})
export type AskedTried = RowFrom<typeof askedTried.columns>

export const CONSENTS = ['given', 'refused'] as const
export const CONSENT_WAYS = ['phone', 'chat', 'email', 'form', 'in-person'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** A look at the customer's machine from afar: who allowed it, with what, from when to when, and what was done. */
export const remoteSessions = defineTable('remoteSessions', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  assetId: nullable(ref(RowId)),
  tool: text(),
  consent: oneOf(CONSENTS),
  /** Who was asked: not always the customer. */
  consentBy: text(),
  consentVia: oneOf(CONSENT_WAYS),
  agentId: nullable(ref(AgentId)),
  startedAtMs: integer(),
  /** Null while it goes on. */
  endedAtMs: nullable(integer()),
  done: nullable(text()),
})
export type RemoteSession = RowFrom<typeof remoteSessions.columns>
