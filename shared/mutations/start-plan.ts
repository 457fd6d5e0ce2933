import { z } from 'zod'
import { AgentId, CustomerId, RowId, TicketId } from '../domain/ids.ts'
import type { Plan } from '../domain/plans.ts'
import { WorkKind } from '../domain/values.ts'
import { defineMutation, insert, many, maybe, one } from './define.ts'
import { Line, Moment, PersonName } from './parts/args.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { MOST_STEPS } from './set-plan-template.ts'

const StartPlanArgs = z.strictObject({
  planId: RowId,
  customerId: CustomerId,
  ticketId: TicketId.nullable(),
  template: z.strictObject({ id: RowId, version: z.int().min(0) }).nullable(),
  name: PersonName,
  ownerId: AgentId.nullable(),
  steps: z
    .array(
      z.strictObject({
        id: RowId,
        title: Line,
        kind: WorkKind,
        dueAtMs: Moment,
        ownerId: AgentId.nullable(),
      }),
    )
    .min(1)
    .max(MOST_STEPS),
  /** Plans of the customer the agent saw running. */
  seen: z.array(RowId).max(1_000),
})
type StartPlanArgs = z.infer<typeof StartPlanArgs>

/** Running plans of the same template: two of them would ask the customer everything twice. */
const alike = (plans: readonly Plan[], { planId, template }: StartPlanArgs): readonly Plan[] =>
  plans.filter(
    ({ id, state, templateId }) =>
      id !== planId && state === 'active' && template !== null && templateId === template.id,
  )

/** Begins a plan with its steps as the template says them, or as somebody wrote them down. */
export const startPlan = defineMutation({
  name: 'plan.start',
  args: StartPlanArgs,
  reads: ({ planId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('plans', planId),
    others: many('plans', { customerId }),
  }),
  may: () => true,
  plan: ({ existing }, { planId, customerId, ticketId, template, name, ownerId, steps }, context) => {
    if (existing) return []
    const place = { customerId, ticketId }
    return [
      insert('plans', {
        ...place,
        id: planId,
        templateId: template?.id ?? null,
        templateVersion: template?.version ?? null,
        name,
        ownerId,
        state: 'active',
        startedAtMs: context.nowMs,
        endedAtMs: null,
      }),
      ...steps.map((step, index) =>
        insert('planSteps', {
          ...place,
          ...step,
          planId,
          position: index + 1,
          state: 'open',
          closedAtMs: null,
          closedBy: null,
        }),
      ),
      recordEvent(context, {
        place: { ...onCustomer(customerId, ticketId), kind: 'service' },
        type: 'plan.started',
        facts: { planId, name, steps: steps.length },
      }),
    ]
  },
  conflict: ({ existing, others }, args) => {
    if (existing) return null
    const unseen = alike(others, args).filter(({ id }) => !args.seen.includes(id))
    if (unseen.length === 0) return null
    const fields = unseen.map(({ id, name }) => ({
      table: 'plans' as const,
      id,
      field: 'name',
      seen: null,
      mine: args.name,
      theirs: name,
    }))
    return { reason: 'taken', fields }
  },
  describe: ({ name }) => ({ key: 'describe.startPlan', values: { name } }),
  insist: ({ others }, args) => ({ ...args, seen: alike(others, args).map(({ id }) => id) }),
  invert: ({ existing }, { planId }) =>
    existing ? null : { name: 'plan.end', args: { planId, state: 'cancelled', seen: 'active' } },
})
