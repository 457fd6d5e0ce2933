import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { authorOf, defineMutation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** "I have read it": the hand-over leaves the pane. The first who says so has it; the second changes nothing. */
export const takeHandOver = defineMutation({
  name: 'handOver.take',
  args: z.strictObject({ handOverId: RowId }),
  reads: ({ handOverId }) => ({ handOver: one('handOvers', handOverId) }),
  may: () => true,
  plan: ({ handOver }, _args, context) =>
    handOver.takenAtMs !== null
      ? []
      : [
          ...patchChanged('handOvers', handOver, { takenBy: authorOf(context), takenAtMs: context.nowMs }),
          recordEvent(context, {
            place: onCustomer(handOver.customerId, handOver.ticketId),
            type: 'hand-over.taken',
            facts: { handOverId: handOver.id, kind: handOver.toKind },
          }),
        ],
  describe: () => ({ key: 'describe.takeHandOver', values: {} }),
})
