import { z } from 'zod'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Line, Moment, TagList } from './parts/args.ts'
import { Currency, Minor, onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

/** What somebody looks for, and what was chosen for it; saved whole. Asks when somebody else has changed it since. */
export const captureNeed = defineMutation({
  name: 'need.capture',
  args: z.strictObject({
    needId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    occasion: Line,
    budgetMinor: Minor.nullable(),
    currency: Currency.nullable(),
    wishes: TagList,
    productIds: z.array(RowId).max(50),
    /** When what the agent saw was last changed, ms; null: it is new. */
    seen: Moment.nullable(),
  }),
  reads: ({ needId, customerId }) => ({
    customer: one('customers', customerId),
    need: maybe('needs', needId),
  }),
  may: (_actor, { need }, { customerId }) => need === null || need.customerId === customerId,
  plan: ({ need }, { needId, seen: _seen, ...given }, context) => {
    const { customerId, ticketId, ...content } = given
    const event = recordEvent(context, {
      place: onCase(given),
      type: 'need.captured',
      facts: { needId, products: content.productIds.length },
    })
    if (need) {
      if (patchChanged('needs', need, content).length === 0) return []
      return [...patchChanged('needs', need, { ...content, updatedAtMs: context.nowMs }), event]
    }
    const made = { createdBy: authorOf(context), createdAtMs: context.nowMs, updatedAtMs: context.nowMs }
    return [
      insert('needs', { ...content, ...made, id: needId, customerId, ticketId, steps: ['asked'] }),
      event,
    ]
  },
  conflict: ({ need }, { needId, seen }) =>
    need === null
      ? null
      : conflictOf('changed-since', [
          {
            table: 'needs',
            id: needId,
            field: 'updatedAtMs',
            seen,
            mine: null,
            theirs: need.updatedAtMs,
          },
        ]),
  describe: ({ occasion }) => ({ key: 'describe.captureNeed', values: { occasion } }),
  insist: ({ need }, args) => ({ ...args, seen: need === null ? null : Math.max(0, need.updatedAtMs) }),
})
