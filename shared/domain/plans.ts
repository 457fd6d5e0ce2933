import { z } from 'zod'
import { AgentId, CustomerId, RowId } from './ids.ts'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { WORK_KINDS, WorkKind } from './values.ts'

export const PLAN_STATES = ['active', 'done', 'cancelled'] as const
export const STEP_STATES = ['open', 'done', 'skipped'] as const
/** Whose a step is when a plan begins: of who owns the plan, or of nobody yet, for whoever of that kind takes it. */
export const STEP_OWNERS = ['owner', 'team'] as const

/** One step as a template says it. */
export const TemplateStep = z.object({
  title: z.string(),
  kind: WorkKind,
  /** Days after the beginning of the plan. */
  days: z.int(),
  owner: z.enum(STEP_OWNERS),
})
export type TemplateStep = z.infer<typeof TemplateStep>

/** How a plan for a new customer usually goes. Plans copy its steps: a new version changes none that has begun. */
export const planTemplates = defineTable('planTemplates', 'workspace', {
  id: ref(RowId),
  name: text(),
  /** Grows with every change. */
  version: integer(),
  steps: json(z.array(TemplateStep)),
  /** Offered to whoever begins a plan. */
  isActive: flag(),
  updatedAtMs: integer(),
})
export type PlanTemplate = RowFrom<typeof planTemplates.columns>

/** What a customer is led through, step by step, by one owner. */
export const plans = defineTable('plans', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  /** The ticket it was begun in. */
  ticketId: nullable(text()),
  templateId: nullable(ref(RowId)),
  templateVersion: nullable(integer()),
  name: text(),
  ownerId: nullable(ref(AgentId)),
  state: oneOf(PLAN_STATES),
  startedAtMs: integer(),
  endedAtMs: nullable(integer()),
})
export type Plan = RowFrom<typeof plans.columns>

/** One thing to be done in a plan: the relationship's, or technical work shown and done in the support pane. */
export const planSteps = defineTable('planSteps', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  planId: ref(RowId),
  ticketId: nullable(text()),
  /** Order within the plan, from 1. */
  position: integer(),
  title: text(),
  kind: oneOf(WORK_KINDS),
  dueAtMs: integer(),
  ownerId: nullable(ref(AgentId)),
  state: oneOf(STEP_STATES),
  closedAtMs: nullable(integer()),
  closedBy: nullable(ref(AgentId)),
})
export type PlanStep = RowFrom<typeof planSteps.columns>
