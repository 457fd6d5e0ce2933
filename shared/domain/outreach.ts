import { z } from 'zod'
import { AgentId, CustomerId, RowId } from './ids.ts'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'

/** Why somebody is worth a word before they ask for one. */
export const OUTREACH_REASONS = [
  'no-contact',
  'after-incident',
  'after-delivery',
  'renewal-near',
  'upgrade-due',
] as const
export type OutreachReason = (typeof OUTREACH_REASONS)[number]

export const OUTREACH_STATES = ['open', 'done', 'skipped', 'snoozed'] as const
export type OutreachState = (typeof OUTREACH_STATES)[number]

/** Whom a rule is about: everything that is said has to hold, one value of each; what is left out says nothing. */
export const OutreachSegment = z.object({
  /** What the team calls it; left out: what it consists of is its name. */
  name: z.string().optional(),
  /** Tiers of cards, capitals or not. */
  tiers: z.array(z.string()).optional(),
  /** What they bought within twelve months. */
  bands: z.array(z.string()).optional(),
  labels: z.array(z.string()).optional(),
  /** They have one of these that is not retired. */
  productIds: z.array(z.string()).optional(),
  vipOnly: z.boolean().optional(),
})
export type OutreachSegment = z.infer<typeof OutreachSegment>

/** When somebody is to be reached out to: at most one row for each reason; without a row the product's own holds. */
export const outreachRules = defineTable('outreachRules', 'workspace', {
  /** `outreachRuleId(reason)`: nobody can make two. */
  id: ref(RowId),
  reason: oneOf(OUTREACH_REASONS),
  /** Days without contact, after what happened, or before what comes. */
  days: integer(),
  isActive: flag(),
  /** Null: it is about everybody. */
  segment: nullable(json(OutreachSegment)),
  /** Grows with every change. */
  version: integer(),
  updatedAtMs: integer(),
})
export type OutreachRule = RowFrom<typeof outreachRules.columns>

/** The row of a reason, the same in every workspace. */
export const outreachRuleId = (reason: OutreachReason): string =>
  `00000000-0000-7000-8000-00000000b1${OUTREACH_REASONS.indexOf(reason).toString(16).padStart(2, '0')}`

/** What was decided about reaching out to somebody for one occasion. What nobody has decided has no row. */
export const outreach = defineTable('outreach', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  reason: oneOf(OUTREACH_REASONS),
  /** What it was about: the id of the order, thread or asset; of no contact the id of the customer. */
  occasion: text(),
  state: oneOf(OUTREACH_STATES),
  /** It comes back then; null unless it was put off. */
  untilMs: nullable(integer()),
  /** How it went, or why not. */
  note: nullable(text()),
  agentId: nullable(ref(AgentId)),
  atMs: integer(),
})
export type Outreach = RowFrom<typeof outreach.columns>
