import { z } from 'zod'
import { spendingId } from '../domain/cases.ts'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, many, maybe, one } from './define.ts'
import { onCase, takeGoodwillBack, withdrawApprovals } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { recordEvent } from './parts/events.ts'

/** Takes a gesture back: who gave it, or a supervisor. It no longer counts against the allowance. */
export const withdrawGoodwill = defineMutation({
  name: 'goodwill.withdraw',
  args: z.strictObject({ goodwillId: RowId }),
  reads: ({ goodwillId }) => ({
    goodwill: one('goodwills', goodwillId),
    approvals: many('approvals', { subjectId: goodwillId }),
  }),
  alsoReads: ({ goodwill: { agentId, currency } }) => ({
    spending: maybe('spendings', spendingId(agentId, currency)),
  }),
  may: (actor, { goodwill }) => actor.id === goodwill.agentId || maySupervise(actor.role),
  plan: ({ goodwill, approvals, spending }, { goodwillId }, context) => {
    if (goodwill.state !== 'requested' && goodwill.state !== 'given') return []
    const { kind: goodwillKind, amountMinor, currency } = goodwill
    const spent = spending?.spent.filter(each => each.goodwillId !== goodwillId) ?? []
    const isCounted = spending !== null && spent.length < spending.spent.length
    return [
      ...patchChanged('goodwills', goodwill, { state: 'withdrawn', decidedAtMs: context.nowMs }),
      ...withdrawApprovals(context, approvals),
      ...(isCounted ? patchChanged('spendings', spending, { spent, updatedAtMs: context.nowMs }) : []),
      ...takeGoodwillBack(context, goodwill),
      recordEvent(context, {
        place: onCase(goodwill),
        type: 'goodwill.withdrawn',
        facts: { goodwillId, goodwillKind, amountMinor, currency },
      }),
    ]
  },
  describe: () => ({ key: 'describe.withdrawGoodwill', values: {} }),
})
