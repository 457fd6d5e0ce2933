import { z } from 'zod'
import { defineTable, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { AgentId, CustomerId, RowId, TicketId } from './ids.ts'

export const ESCALATION_TIERS = ['second-line', 'engineering'] as const
export type EscalationTier = (typeof ESCALATION_TIERS)[number]
/** 'requested' until the other side has said that it took it. */
export const ESCALATION_STATES = ['requested', 'accepted', 'returned', 'resolved', 'withdrawn'] as const
export type EscalationState = (typeof ESCALATION_STATES)[number]
export const OPEN_ESCALATION_STATES: readonly string[] = ['requested', 'accepted']

/** What was tried before, carried along so that nobody tries it again. */
export const TriedStep = z.object({ what: z.string(), result: z.string() })
export type TriedStep = z.infer<typeof TriedStep>

/** A bug as engineering needs it; rule `missingOf` says which parts a tier cannot do without. */
export const BugReport = z.object({
  steps: z.string(),
  expected: z.string(),
  actual: z.string(),
  version: z.string(),
  environment: z.string(),
  /** Lines of a log, or the names of the files that hold them. */
  logs: z.string(),
  tried: z.array(TriedStep),
})
export type BugReport = z.infer<typeof BugReport>

/** A ticket handed to those who know more. It stays the support thread's: who asked answers the customer. */
export const escalations = defineTable('escalations', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  tier: oneOf(ESCALATION_TIERS),
  state: oneOf(ESCALATION_STATES),
  summary: text(),
  report: json(BugReport),
  assetId: nullable(ref(RowId)),
  /** Name of the linked issue in engineering's own tracker, for example 'PB-881'. */
  engineeringKey: nullable(text()),
  outcome: nullable(text()),
  createdBy: nullable(ref(AgentId)),
  createdAtMs: integer(),
  updatedAtMs: integer(),
  closedAtMs: nullable(integer()),
})
export type Escalation = RowFrom<typeof escalations.columns>

export const ENGINEERING_STATES = ['open', 'in-progress', 'fixed', 'released', 'declined'] as const
export type EngineeringState = (typeof ENGINEERING_STATES)[number]

/** An issue of engineering's tracker as it was last heard of; written by the hub alone. */
export const engineeringIssues = defineTable('engineeringIssues', 'workspace', {
  /** Made of the key: `engineeringIssueId`. */
  id: ref(RowId),
  key: text(),
  url: nullable(text()),
  title: text(),
  /** The tracker's own word, for example 'In review'. */
  status: text(),
  state: oneOf(ENGINEERING_STATES),
  fixedInVersion: nullable(text()),
  /** When the tracker said so, ms: how old the news is. */
  saidAtMs: integer(),
})
export type EngineeringIssue = RowFrom<typeof engineeringIssues.columns>

export const IMPACT_SCOPES = ['down', 'degraded'] as const
export type ImpactScope = (typeof IMPACT_SCOPES)[number]

/** One time something did not work for a customer, from when to when. */
export const impacts = defineTable('impacts', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(ref(TicketId)),
  assetId: nullable(ref(RowId)),
  scope: oneOf(IMPACT_SCOPES),
  downSinceMs: integer(),
  /** When it worked again for them, ms. */
  restoredAtMs: nullable(integer()),
  /** When nothing was left to do about it, ms. */
  resolvedAtMs: nullable(integer()),
  createdBy: nullable(ref(AgentId)),
  createdAtMs: integer(),
})
export type Impact = RowFrom<typeof impacts.columns>

export const CAUSE_CATEGORIES = [
  'defect',
  'configuration',
  'environment',
  'network',
  'hardware',
  'data',
  'capacity',
  'third-party',
  'handling',
  'unknown',
] as const
export type CauseCategory = (typeof CAUSE_CATEGORIES)[number]
/** What ended it: repaired, lived with, solved by other users, or nothing. */
export const CAUSE_REMEDIES = ['fix', 'workaround', 'community', 'none'] as const
export type CauseRemedy = (typeof CAUSE_REMEDIES)[number]

/** Why it happened and what ended it; one of a ticket. */
export const rootCauses = defineTable('rootCauses', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: ref(TicketId),
  category: oneOf(CAUSE_CATEGORIES),
  /** What shows that it was this. */
  evidence: text(),
  remedy: oneOf(CAUSE_REMEDIES),
  /** What was done, in a sentence. */
  remedyText: text(),
  /** Where the community answered, or where the fix is described. */
  url: nullable(text()),
  assetId: nullable(ref(RowId)),
  productId: nullable(ref(RowId)),
  version: nullable(text()),
  /** 1, 2, 3 …: what an editor began with. */
  revision: integer(),
  recordedBy: nullable(ref(AgentId)),
  recordedAtMs: integer(),
})
export type RootCause = RowFrom<typeof rootCauses.columns>

/** 'requested' until the hub has gone through everybody the laptop does not hold. */
export const REST_STATES = ['requested', 'done'] as const
export type RestState = (typeof REST_STATES)[number]
/** The same words in another language; tags are BCP 47. */
export const Variant = z.object({ language: z.string(), body: z.string() })
/** What the hub is asked to do with those a laptop does not hold. */
export const RestPlan = z.object({
  /** 'waiting': open tickets that have the issue. 'next': customers it can hit, in a ticket of their own. */
  audience: z.enum(['waiting', 'next']),
  /** Of the tickets that are opened; empty for 'waiting'. */
  subject: z.string(),
  variants: z.array(Variant),
  /** Those the laptop held: told from there, or left out by hand. */
  exceptCustomerIds: z.array(z.string()),
  /** A hub with another history may have written to them before. Left out: it has not. */
  mayHaveLeft: z.boolean().optional(),
})
export type RestPlan = z.infer<typeof RestPlan>

/** What was told to everybody who has a known issue, at once. */
export const issueUpdates = defineTable('issueUpdates', 'workspace', {
  id: ref(RowId),
  issueId: ref(RowId),
  body: text(),
  /** Tickets it was written to from the laptop. */
  tickets: integer(),
  sentBy: nullable(ref(AgentId)),
  sentAtMs: integer(),
  /** Null: nothing is asked of the hub. */
  restState: nullable(oneOf(REST_STATES)),
  /** Tickets the hub has written to so far. */
  restTold: nullable(integer()),
  /** People it has left out: they wrote since, cannot be reached, or are being answered by somebody. */
  restLeft: nullable(integer()),
  /** Null once it is done. */
  restPlan: nullable(json(RestPlan)),
})
export type IssueUpdate = RowFrom<typeof issueUpdates.columns>
