import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { PIN_TONES } from '../domain/portrait.ts'
import { defineMutation, maybe, one, remove } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Takes a line from the top of a card; one that is gone already is no trouble. Asks when its words changed since. */
export const removePin = defineMutation({
  name: 'pin.remove',
  args: z.strictObject({ pinId: RowId, customerId: CustomerId, seen: SeenValue }),
  reads: ({ pinId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('pins', pinId),
  }),
  may: (_actor, { customer, existing }) => existing === null || existing.customerId === customer.id,
  plan: ({ existing }, { pinId, customerId }, context) =>
    existing
      ? [
          remove('pins', pinId),
          recordEvent(context, {
            place: { ...onCustomer(customerId), kind: 'service' },
            type: 'pin.removed',
            facts: { pinId, tone: existing.tone },
          }),
        ]
      : [],
  conflict: ({ existing }, { pinId, seen }) =>
    existing
      ? conflictOf('changed-since', [
          { table: 'pins', id: pinId, field: 'text', seen, mine: null, theirs: existing.text },
        ])
      : null,
  describe: ({ seen }) => ({ key: 'describe.removePin', values: { text: seen } }),
  insist: ({ existing }, args) => (existing ? { ...args, seen: existing.text } : args),
  invert: ({ existing }, { pinId, customerId }) => {
    const tone = PIN_TONES.find(known => known === existing?.tone)
    if (!existing || !tone) return null
    const { text, untilMs } = existing
    return { name: 'pin.set', args: { pinId, customerId, content: { text, tone, untilMs }, seen: null } }
  },
})
