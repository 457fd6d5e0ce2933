import { z } from 'zod'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { AgentId, CustomerId, RowId } from './ids.ts'
import { ROLES, Tags } from './values.ts'

export const APPROVAL_SUBJECTS = ['return', 'correction', 'goodwill'] as const
export type ApprovalSubject = (typeof APPROVAL_SUBJECTS)[number]
export const APPROVAL_STATES = ['requested', 'approved', 'refused', 'withdrawn'] as const
export const DISPUTE_CAUSES = ['duplicate', 'wrong-amount', 'not-recognised', 'cancelled', 'other'] as const
/** 'requested': a correction waits for somebody who may release it. */
export const DISPUTE_STATES = ['open', 'requested', 'corrected', 'refused', 'dismissed'] as const
export const GOODWILL_KINDS = ['voucher', 'points', 'refund'] as const
/** 'requested': the hub or a supervisor has not decided yet. */
export const GOODWILL_STATES = ['requested', 'given', 'refused', 'withdrawn'] as const
export const LOYALTY_REASONS = ['purchase', 'goodwill', 'redeemed', 'expired', 'adjusted'] as const
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]
export const COMPLAINT_STATES = ['open', 'recovering', 'resolved', 'withdrawn'] as const
/** What helping somebody to buy consists of, in the order it is done. */
export const PURCHASE_STEPS = ['asked', 'shortlisted', 'offered', 'ordered', 'handed-over'] as const
export type PurchaseStep = (typeof PURCHASE_STEPS)[number]

/**
 * What people of a role may give away alone, in minor units of one currency; null: any amount. A role and currency
 * without a row have what `shared/rules/cases/allowance.ts` says.
 */
export const allowances = defineTable('allowances', 'workspace', {
  /** The same in every workspace: `allowanceId`. */
  id: ref(RowId),
  role: oneOf(ROLES),
  currency: text(),
  /** Of one return, refund or exchange. */
  returnMinor: nullable(integer()),
  /** Of one correction of a charge. */
  correctionMinor: nullable(integer()),
  /** Of one gesture of goodwill. */
  goodwillMinor: nullable(integer()),
  /** Of all gestures of one agent within thirty days. */
  goodwillMonthMinor: nullable(integer()),
  updatedAtMs: integer(),
})
export type Allowance = RowFrom<typeof allowances.columns>

/** Somebody who may decides about an amount that is over the limit of who asked. */
export const approvals = defineTable('approvals', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  subjectKind: oneOf(APPROVAL_SUBJECTS),
  /** Of a return case, a dispute or a gesture of goodwill. */
  subjectId: ref(RowId),
  /** The charge a correction is about. */
  chargeId: nullable(ref(RowId)),
  amountMinor: integer(),
  currency: text(),
  state: oneOf(APPROVAL_STATES),
  reason: nullable(text()),
  requestedBy: nullable(ref(AgentId)),
  requestedAtMs: integer(),
  decidedBy: nullable(ref(AgentId)),
  decidedAtMs: nullable(integer()),
  /** Words of whoever decided. */
  decision: nullable(text()),
})
export type Approval = RowFrom<typeof approvals.columns>

/** What a customer says against a charge, and what became of it: who corrected it, why, what stood there before. */
export const disputes = defineTable('disputes', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  chargeId: ref(RowId),
  invoiceId: nullable(ref(RowId)),
  cause: oneOf(DISPUTE_CAUSES),
  note: nullable(text()),
  state: oneOf(DISPUTE_STATES),
  currency: text(),
  /** What was charged when it was disputed. */
  beforeMinor: integer(),
  /** What shall stand, or stands, in its place; null while nobody has said so. */
  afterMinor: nullable(integer()),
  reason: nullable(text()),
  openedBy: nullable(ref(AgentId)),
  openedAtMs: integer(),
  correctedBy: nullable(ref(AgentId)),
  closedAtMs: nullable(integer()),
})
export type Dispute = RowFrom<typeof disputes.columns>

/** A gesture of goodwill. Points are counted as `pointsOf` says. */
export const goodwills = defineTable('goodwills', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  agentId: ref(AgentId),
  kind: oneOf(GOODWILL_KINDS),
  amountMinor: integer(),
  currency: text(),
  reason: text(),
  state: oneOf(GOODWILL_STATES),
  createdAtMs: integer(),
  decidedAtMs: nullable(integer()),
})
export type Goodwill = RowFrom<typeof goodwills.columns>

export const Spent = z.object({ goodwillId: z.string(), atMs: z.number(), amountMinor: z.number() })
export type Spent = z.infer<typeof Spent>

/**
 * What an agent has given of the own allowance lately, in one currency: the hub decides by this one row when two of
 * the agent's laptops spend at once, and each laptop knows what was given to customers it does not hold.
 */
export const spendings = defineTable('spendings', 'agent', {
  /** `spendingId` of agent and currency. */
  id: ref(RowId),
  agentId: ref(AgentId),
  currency: text(),
  spent: json(z.array(Spent)),
  updatedAtMs: integer(),
})
export type Spending = RowFrom<typeof spendings.columns>

/** One line of a customer's points; the balance is their sum and stands nowhere else. */
export const loyaltyEntries = defineTable('loyaltyEntries', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  /** Negative when points leave. */
  points: integer(),
  reason: oneOf(LOYALTY_REASONS),
  /** The gesture or order it comes from. */
  sourceId: nullable(text()),
  note: nullable(text()),
  byId: nullable(ref(AgentId)),
  atMs: integer(),
})
export type LoyaltyEntry = RowFrom<typeof loyaltyEntries.columns>

export const complaints = defineTable('complaints', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  title: text(),
  severity: oneOf(SEVERITIES),
  ownerId: nullable(ref(AgentId)),
  state: oneOf(COMPLAINT_STATES),
  /** They have said, or it is likely, that they will write about it in public. */
  mentionsReview: flag(),
  outcome: nullable(text()),
  openedBy: nullable(ref(AgentId)),
  openedAtMs: integer(),
  closedAtMs: nullable(integer()),
})
export type Complaint = RowFrom<typeof complaints.columns>

/** A step of the plan to win a customer back. */
export const recoverySteps = defineTable('recoverySteps', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  complaintId: ref(RowId),
  title: text(),
  dueAtMs: integer(),
  doneAtMs: nullable(integer()),
  doneBy: nullable(ref(AgentId)),
})
export type RecoveryStep = RowFrom<typeof recoverySteps.columns>

/** What somebody looks for, what was shortlisted for it, and how far helping them has come. */
export const needs = defineTable('needs', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  occasion: text(),
  budgetMinor: nullable(integer()),
  currency: nullable(text()),
  wishes: json(Tags),
  /** Products chosen for them. */
  productIds: json(z.array(z.string())),
  /** Names of PURCHASE_STEPS. */
  steps: json(z.array(z.string())),
  createdBy: nullable(ref(AgentId)),
  createdAtMs: integer(),
  updatedAtMs: integer(),
})
export type Need = RowFrom<typeof needs.columns>

/** Three letters as a number below 17576, for ids that follow from a currency. */
const currencyIndex = (currency: string): number =>
  Array.from(currency).reduce((sum, letter) => sum * 26 + ((letter.charCodeAt(0) - 65 + 26) % 26), 0) % 17_576

/** One row for each role and currency, whoever makes it first: two supervisors can never make two. */
export const allowanceId = (role: (typeof ROLES)[number], currency: string): string =>
  `00000000-0000-7000-8000-0000${ROLES.indexOf(role)}c0${currencyIndex(currency).toString(16).padStart(5, '0')}`

/** One row for each agent and currency: the agent's id with the currency in its last four digits. */
export function spendingId(agentId: string, currency: string): string {
  const tail = Number.parseInt(agentId.slice(-4), 16)
  return `${agentId.slice(0, -4)}${(tail ^ currencyIndex(currency)).toString(16).padStart(4, '0')}`
}
