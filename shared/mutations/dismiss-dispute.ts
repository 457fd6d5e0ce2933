import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, maybe, one } from './define.ts'
import { Line, SeenValue } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

/** The charge was right after all: it stands as it was. What waits for a supervisor is not dismissed by others. */
export const dismissDispute = defineMutation({
  name: 'dispute.dismiss',
  args: z.strictObject({ disputeId: RowId, reason: Line.nullable(), seen: SeenValue }),
  reads: ({ disputeId }) => ({ dispute: one('disputes', disputeId) }),
  alsoReads: ({ dispute }) => ({ charge: maybe('charges', dispute.chargeId) }),
  may: () => true,
  plan: ({ dispute, charge }, { reason }, context) =>
    dispute.state === 'open'
      ? [
          ...patchChanged('disputes', dispute, { state: 'dismissed', reason, closedAtMs: context.nowMs }),
          ...(charge?.state === 'disputed' ? patchChanged('charges', charge, { state: 'captured' }) : []),
          recordEvent(context, {
            place: onCase(dispute),
            type: 'charge.dispute-dismissed',
            facts: {
              disputeId: dispute.id,
              chargeId: dispute.chargeId,
              amountMinor: dispute.beforeMinor,
              currency: dispute.currency,
            },
          }),
        ]
      : [],
  conflict: ({ dispute }, { disputeId, seen }) =>
    conflictOf('changed-since', [
      { table: 'disputes', id: disputeId, field: 'state', seen, mine: 'dismissed', theirs: dispute.state },
    ]),
  describe: () => ({ key: 'describe.dismissDispute', values: {} }),
  insist: ({ dispute }, args) => ({ ...args, seen: dispute.state }),
})
