import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { authorOf, defineMutation, many, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { alreadyDecided, dropFiles } from './parts/proposals.ts'

/**
 * Releases a suggested answer. It travels in one group with the `ticket.reply` it becomes: the hub takes both or none, so
 * of two who release it only the first one's answer leaves. Nobody releases what they suggested themselves.
 */
export const releaseProposal = defineMutation({
  name: 'proposal.release',
  args: z.strictObject({
    proposalId: RowId,
    /** Of the reply it becomes. */
    messageId: RowId,
    /** Whoever releases it changed the words. */
    isChanged: z.boolean(),
    seen: SeenValue,
  }),
  reads: ({ proposalId }) => ({ proposal: one('proposals', proposalId) }),
  alsoReads: (_rows, { proposalId }) => ({ files: many('attachments', { proposalId }) }),
  may: (actor, { proposal }) => proposal.authorId !== actor.id,
  plan: ({ proposal, files }, { messageId, isChanged }, context) => {
    if (proposal.state !== 'proposed') return []
    const state = isChanged ? 'changed' : 'released'
    return [
      ...patchChanged('proposals', proposal, {
        state,
        messageId,
        decidedBy: authorOf(context),
        decidedAtMs: context.nowMs,
      }),
      ...dropFiles(files),
      recordEvent(context, {
        place: onTicket({ id: proposal.ticketId, customerId: proposal.customerId }),
        type: `reply.proposal-${state}`,
        facts: { proposalId: proposal.id, messageId, authorId: proposal.authorId },
      }),
    ]
  },
  conflict: ({ proposal }, { seen, isChanged }) =>
    alreadyDecided(proposal, { seen, mine: isChanged ? 'changed' : 'released' }),
  describe: () => ({ key: 'describe.releaseProposal', values: {} }),
  insist: ({ proposal }, args) => ({ ...args, seen: proposal.state }),
})
