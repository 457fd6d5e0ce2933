import { z } from 'zod'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { AgentId, CustomerId, RowId, TeamId } from './ids.ts'
import { Marks } from './portrait.ts'
import { CHANNELS, CONTACT_KINDS, Fields, JOURNEY_STAGES, ROLES, Tags, WORK_KINDS } from './values.ts'

export const agents = defineTable('agents', 'workspace', {
  id: ref(AgentId),
  name: text(),
  email: text(),
  role: oneOf(ROLES),
  teamIds: json(z.array(TeamId)),
  isActive: flag(),
  /** Open threads they can carry at a time; null: as many as most. */
  capacity: nullable(integer()),
  /** Until when a guest may help, ms; null: until somebody ends it. Of other roles it says nothing. */
  guestUntilMs: nullable(integer()),
  /** Hours a week agreed with a guest; null: none are. */
  guestHours: nullable(integer()),
})
export type Agent = RowFrom<typeof agents.columns>

export const teams = defineTable('teams', 'workspace', {
  id: ref(TeamId),
  name: text(),
  kind: nullable(oneOf(WORK_KINDS)),
})
export type Team = RowFrom<typeof teams.columns>

export const organisations = defineTable('organisations', 'workspace', {
  id: ref(RowId),
  name: text(),
  domain: nullable(text()),
  /** ISO 3166, two letters. */
  country: nullable(text()),
  /** What helps to treat everybody there well. */
  notes: nullable(text()),
  /** What the system that keeps it calls it; null: none does. */
  reference: nullable(text()),
  /** When that system last changed it, ms by its word. */
  reportedAtMs: nullable(integer()),
})
export type Organisation = RowFrom<typeof organisations.columns>

/**
 * What the card of another record took over from this one when they became one person, so that separating gives it back:
 * each field with what stood there before, labels that were added, words that were written below.
 */
export const GivenAway = z.object({
  fields: z.array(z.object({ field: z.string(), was: z.string().nullable(), is: z.string() })),
  labels: z.array(z.string()),
  words: z.string(),
})
export type GivenAway = z.infer<typeof GivenAway>

export const customers = defineTable('customers', 'customer', {
  id: ref(CustomerId),
  name: text(),
  organisationId: nullable(ref(RowId)),
  jobTitle: nullable(text()),
  tier: nullable(text()),
  /** BCP 47, for example 'es' or 'pt-BR'. */
  language: nullable(text()),
  /** IANA name, for example 'Europe/Madrid'. */
  timeZone: nullable(text()),
  preferredChannel: nullable(oneOf(CHANNELS)),
  journeyStage: nullable(oneOf(JOURNEY_STAGES)),
  labels: json(Tags),
  /** What helps to treat the person well; merged three-way on conflict. */
  facts: text(),
  /** How the facts are to be kept; null: ordinary words, and nobody was asked. */
  factsMarks: nullable(json(Marks)),
  fields: json(Fields),
  /** Yearly value in minor units of `currency`. */
  yearlyValueMinor: nullable(integer()),
  currency: nullable(text()),
  /** 0 to 100. */
  health: nullable(integer()),
  customerSinceMs: nullable(integer()),
  createdAtMs: integer(),
  /** Who this record is a duplicate of. Rows stay with the record they were written for; see rules/merged-people. */
  mergedIntoId: nullable(ref(CustomerId)),
  /** Null: nothing was taken over from this record. */
  givenAway: nullable(json(GivenAway)),
  /** When the system that keeps value and beginning last changed them, ms by that system's word; null: none does. */
  reportedAtMs: nullable(integer()),
})
export type Customer = RowFrom<typeof customers.columns>

export const contactPoints = defineTable('contactPoints', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  kind: oneOf(CONTACT_KINDS),
  value: text(),
  label: nullable(text()),
  isPrimary: flag(),
})
export type ContactPoint = RowFrom<typeof contactPoints.columns>

export const followUps = defineTable('followUps', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  title: text(),
  reason: nullable(text()),
  channel: nullable(oneOf(CHANNELS)),
  dueAtMs: integer(),
  ownerId: nullable(ref(AgentId)),
  state: oneOf(['open', 'done', 'cancelled']),
  outcome: nullable(text()),
  createdAtMs: integer(),
  completedAtMs: nullable(integer()),
  /** The canned text it is written with. */
  macroId: nullable(ref(RowId)),
})
export type FollowUp = RowFrom<typeof followUps.columns>

export const promises = defineTable('promises', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  /** The agent's own words, for example "Refund 249 EUR on her account". */
  promise: text(),
  dueAtMs: integer(),
  ownerId: nullable(ref(AgentId)),
  state: oneOf(['open', 'kept', 'broken', 'withdrawn']),
  createdAtMs: integer(),
  closedAtMs: nullable(integer()),
})
export type CustomerPromise = RowFrom<typeof promises.columns>
