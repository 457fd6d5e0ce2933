import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { AgentId, CustomerId, RowId, TeamId, ThreadId, TicketId } from './ids.ts'
import { Fields, WORK_KINDS } from './values.ts'

/** What the team decides about work between the two panes, and about its laptops; each key has its own values in `shared/rules`. */
export const TEAM_RULE_KEYS = [
  'experience',
  'closing',
  'handshake',
  'health',
  'value',
  'laptops',
  'surveys',
  'knowledge',
  'priority',
  'loyalty',
  'retention',
] as const
export type TeamRuleKey = (typeof TEAM_RULE_KEYS)[number]

/** A key without a row has the values the rule comes with; a value that is not there has its own default. */
export const teamRules = defineTable('teamRules', 'workspace', {
  /** The same in every workspace: `teamRuleId`. */
  id: ref(RowId),
  key: oneOf(TEAM_RULE_KEYS),
  content: json(Fields),
  updatedAtMs: integer(),
})
export type TeamRule = RowFrom<typeof teamRules.columns>

/** One row a key, whoever makes it first: two supervisors can never make two. */
export const teamRuleId = (key: TeamRuleKey): string =>
  `00000000-0000-7000-8000-00000000b${String(TEAM_RULE_KEYS.indexOf(key)).padStart(3, '0')}`

export const RELATIONSHIP_STEPS = ['open', 'waived'] as const

/** What was said when a thread was closed, and how the relationship step of a ticket of both kinds stands since. */
export const closings = defineTable('closings', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  threadId: ref(ThreadId),
  kind: nullable(oneOf(WORK_KINDS)),
  /** Of the service thread of a ticket of both kinds: since this row. Null: the row does not speak of it. */
  relationship: nullable(oneOf(RELATIONSHIP_STEPS)),
  /** Why the step was waived, in the agent's words. */
  reason: nullable(text()),
  /** Answers of the closing questions by their key: 'resolved', 'more', 'next', 'cause', 'survey' … */
  answers: json(Fields),
  agentId: nullable(ref(AgentId)),
  atMs: integer(),
})
export type Closing = RowFrom<typeof closings.columns>

/** A painful incident that ended, what made it so, and the follow-up in the service pane that answers it. */
export const handshakes = defineTable('handshakes', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  threadId: ref(ThreadId),
  followUpId: ref(RowId),
  downMs: integer(),
  /** Messages that went to and fro. */
  contacts: integer(),
  /** Of the customer, a year, in minor units of `currency`; null when it is not known. */
  valueMinor: nullable(integer()),
  /** downtime in hours × contacts × weight of the value; see `shared/rules/experience/painful.ts`. */
  score: integer(),
  /** A gesture within the allowance that fits; null when none is suggested. */
  gestureMinor: nullable(integer()),
  currency: nullable(text()),
  atMs: integer(),
})
export type Handshake = RowFrom<typeof handshakes.columns>

/** Work that goes to the other pane or another person, with what they have to know. */
export const handOvers = defineTable('handOvers', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  fromKind: nullable(oneOf(WORK_KINDS)),
  toKind: oneOf(WORK_KINDS),
  toAgentId: nullable(ref(AgentId)),
  toTeamId: nullable(ref(TeamId)),
  /** For the receiver, in the sender's words. */
  note: text(),
  /** The sender wants an answer and keeps their own part. */
  isQuestion: flag(),
  byAgentId: nullable(ref(AgentId)),
  atMs: integer(),
  takenBy: nullable(ref(AgentId)),
  takenAtMs: nullable(integer()),
})
export type HandOver = RowFrom<typeof handOvers.columns>
