import { z } from 'zod'
import { GOODWILL_KINDS, spendingId } from '../domain/cases.ts'
import type { Goodwill, Spending } from '../domain/cases.ts'
import { AgentId, CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { judgeGesture, limitsOf, stillCounted } from '../rules/cases/allowance.ts'
import { defineMutation, insert, many, maybe, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { Line } from './parts/args.ts'
import { askApproval, Currency, giveGoodwill as follow, limitRole, Minor, onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { recordEvent } from './parts/events.ts'

/** Counts a gesture against the allowance of who gave it, and forgets what counts no more. */
function spend(spending: Spending | null, goodwill: Goodwill, { nowMs }: MutationContext): readonly Change[] {
  const { id: goodwillId, agentId, amountMinor, currency } = goodwill
  const spent = [...stillCounted(spending?.spent ?? [], nowMs), { goodwillId, atMs: nowMs, amountMinor }]
  if (spending) return patchChanged('spendings', spending, { spent, updatedAtMs: nowMs })
  return [
    insert('spendings', { id: spendingId(agentId, currency), agentId, currency, spent, updatedAtMs: nowMs }),
  ]
}

/**
 * A gesture of goodwill. Within the agent's allowance nobody is asked: the hub says so, since another laptop of the
 * agent may have spent the same allowance; until then it is requested. What is over waits for a supervisor.
 */
export const giveGoodwill = defineMutation({
  name: 'goodwill.give',
  args: z.strictObject({
    goodwillId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    agentId: AgentId,
    kind: z.enum(GOODWILL_KINDS),
    amountMinor: Minor.min(1),
    currency: Currency,
    reason: Line.min(1),
  }),
  reads: ({ goodwillId, customerId, agentId, currency }) => ({
    customer: one('customers', customerId),
    existing: maybe('goodwills', goodwillId),
    spending: maybe('spendings', spendingId(agentId, currency)),
    allowances: many('allowances', { currency }),
    approvals: many('approvals', { subjectId: goodwillId }),
  }),
  may: (actor, _rows, { agentId }) => actor.id === agentId,
  plan: ({ existing, spending, allowances, approvals }, { goodwillId, ...given }, context) => {
    if (existing) return []
    const { amountMinor, currency, customerId, ticketId, reason, kind } = given
    const limits = limitsOf({ role: limitRole(context.actor), currency }, allowances)
    const spent = spending?.spent ?? []
    const isWithin = judgeGesture({ amountMinor, atMs: context.nowMs, limits, spent }).kind === 'within'
    const isGiven = isWithin && context.side === 'hub'
    const goodwill: Goodwill = {
      ...given,
      id: goodwillId,
      state: isGiven ? 'given' : 'requested',
      createdAtMs: context.nowMs,
      decidedAtMs: isGiven ? context.nowMs : null,
    }
    const about = { customerId, ticketId, amountMinor, currency }
    const ask = { ...about, subjectKind: 'goodwill' as const, subjectId: goodwillId, reason }
    return [
      insert('goodwills', goodwill),
      ...(isWithin ? spend(spending, goodwill, context) : askApproval(context, ask, approvals)),
      ...(isGiven ? follow(context, goodwill) : []),
      recordEvent(context, {
        place: onCase(given),
        type: isGiven ? 'goodwill.given' : 'goodwill.requested',
        facts: { goodwillId, goodwillKind: kind, amountMinor, currency },
      }),
    ]
  },
  describe: ({ kind }) => ({ key: 'describe.giveGoodwill', values: { kind } }),
  invert: ({ existing }, { goodwillId }) =>
    existing ? null : { name: 'goodwill.withdraw', args: { goodwillId } },
})
