import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, many, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { alreadyDecided, dropFiles } from './parts/proposals.ts'

/** Takes an own suggestion back, as long as nobody has decided about it. */
export const withdrawProposal = defineMutation({
  name: 'proposal.withdraw',
  args: z.strictObject({ proposalId: RowId, seen: SeenValue }),
  reads: ({ proposalId }) => ({ proposal: one('proposals', proposalId) }),
  alsoReads: (_rows, { proposalId }) => ({ files: many('attachments', { proposalId }) }),
  may: (actor, { proposal }) => proposal.authorId === actor.id,
  plan: ({ proposal, files }, _args, context) =>
    proposal.state === 'proposed'
      ? [
          ...patchChanged('proposals', proposal, { state: 'withdrawn', decidedAtMs: context.nowMs }),
          ...dropFiles(files),
          recordEvent(context, {
            place: onTicket({ id: proposal.ticketId, customerId: proposal.customerId }),
            type: 'reply.proposal-withdrawn',
            facts: { proposalId: proposal.id },
          }),
        ]
      : [],
  conflict: ({ proposal }, { seen }) => alreadyDecided(proposal, { seen, mine: 'withdrawn' }),
  describe: () => ({ key: 'describe.withdrawProposal', values: {} }),
  insist: ({ proposal }, args) => ({ ...args, seen: proposal.state }),
})
