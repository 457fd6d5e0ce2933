import { z } from 'zod'
import { AgentId, CustomerId, RowId, TeamId, TicketId } from './ids.ts'
import { defineTable, integer, json, nullable, oneOf, ref } from './table.ts'
import type { RowFrom } from './table.ts'

export const QUEUE_CHOICES = ['all', 'own'] as const
export type QueueChoice = (typeof QUEUE_CHOICES)[number]
export const FETCH_CHOICES = ['own', 'any'] as const
export type FetchChoice = (typeof FETCH_CHOICES)[number]

/**
 * What laptops hold: one row for the workspace, and one for each agent who wants less on the own laptops. An agent's
 * row only ever takes away: of its columns only `withoutTeamIds`, `days` and `megabytes` count.
 */
export const scopePolicies = defineTable('scopePolicies', 'workspace', {
  /** `WORKSPACE_SCOPE_ID`, or the agent's own id: nobody can make two. */
  id: ref(RowId),
  /** Null: it is the workspace's. */
  agentId: nullable(ref(AgentId)),
  /** Grows with every change. */
  version: integer(),
  /** 'all': the customers of every team. 'own': those the agent's teams work for. */
  queues: oneOf(QUEUE_CHOICES),
  /** With 'own': teams whose customers everybody holds as well. */
  alsoTeamIds: json(z.array(TeamId)),
  /** Teams of the agent whose customers stay on the hub. */
  withoutTeamIds: json(z.array(TeamId)),
  /** Closed work that was not touched for so many days stays on the hub; null: none does. One of `HISTORY_DAYS`. */
  days: nullable(integer()),
  /** Above so many megabytes of messages the oldest closed work stays on the hub; null: however much it is. */
  megabytes: nullable(integer()),
  /** Whose customers an agent may fetch for a while: those of the own queues, of any age, or anybody's. */
  mayFetch: oneOf(FETCH_CHOICES),
  updatedAtMs: integer(),
})
export type ScopePolicyRow = RowFrom<typeof scopePolicies.columns>

/** The same in every workspace. */
export const WORKSPACE_SCOPE_ID = '00000000-0000-7000-8000-00000000b000'

/** A customer an agent has fetched from beyond the scope: on all of the agent's laptops until it is over. */
export const keeps = defineTable('keeps', 'agent', {
  id: ref(RowId),
  agentId: ref(AgentId),
  /** Null on a laptop that asks by a ticket it does not have. */
  customerId: nullable(ref(CustomerId)),
  /** The ticket that was asked for, if it was one. */
  ticketId: nullable(ref(TicketId)),
  fetchedAtMs: integer(),
  untilMs: integer(),
})
export type Keep = RowFrom<typeof keeps.columns>
