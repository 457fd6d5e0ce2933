import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import { defineMutation, maybe, one } from './define.ts'
import { Line } from './parts/args.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { patchPortrait } from './parts/portrait-row.ts'

/** Marks a customer as one who matters more than the numbers say, with why; or takes the mark away. */
export const setVip = defineMutation({
  name: 'portrait.setVip',
  args: z.strictObject({
    customerId: CustomerId,
    isVip: z.boolean(),
    reason: Line.nullable(),
    seen: z.boolean(),
  }),
  reads: ({ customerId }) => ({
    customer: one('customers', customerId),
    portrait: maybe('portraits', customerId),
  }),
  may: () => true,
  plan: ({ portrait }, { customerId, isVip, reason }, context) => {
    const vipReason = isVip ? reason : null
    const stands = portrait ?? { isVip: false, vipReason: null }
    if (stands.isVip === isVip && stands.vipReason === vipReason) return []
    return [
      ...patchPortrait(portrait, customerId, { isVip, vipReason }),
      recordEvent(context, {
        place: { ...onCustomer(customerId), kind: 'service' },
        type: isVip ? 'customer.vip-marked' : 'customer.vip-unmarked',
        facts: {},
      }),
    ]
  },
  conflict: ({ portrait }, { customerId, isVip: mine, seen }) =>
    conflictOf('changed-since', [
      { table: 'portraits', id: customerId, field: 'isVip', seen, mine, theirs: portrait?.isVip ?? false },
    ]),
  describe: ({ isVip }) => ({ key: isVip ? 'describe.markVip' : 'describe.unmarkVip', values: {} }),
  insist: ({ portrait }, args) => ({ ...args, seen: portrait?.isVip ?? false }),
  invert: ({ portrait }, { customerId, isVip: seen }) => ({
    name: 'portrait.setVip',
    args: { customerId, isVip: portrait?.isVip ?? false, reason: portrait?.vipReason ?? null, seen },
  }),
})
