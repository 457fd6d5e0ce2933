import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { authorOf, defineMutation, many, one } from './define.ts'
import { Prose, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { alreadyDecided, dropFiles } from './parts/proposals.ts'

/** Gives a suggested answer back to whoever wrote it, with a word about what is missing. */
export const sendBackProposal = defineMutation({
  name: 'proposal.sendBack',
  args: z.strictObject({ proposalId: RowId, words: Prose, seen: SeenValue }),
  reads: ({ proposalId }) => ({ proposal: one('proposals', proposalId) }),
  alsoReads: (_rows, { proposalId }) => ({ files: many('attachments', { proposalId }) }),
  may: (actor, { proposal }) => proposal.authorId !== actor.id,
  plan: ({ proposal, files }, { words }, context) =>
    proposal.state === 'proposed'
      ? [
          ...patchChanged('proposals', proposal, {
            state: 'sent-back',
            words,
            decidedBy: authorOf(context),
            decidedAtMs: context.nowMs,
          }),
          ...dropFiles(files),
          recordEvent(context, {
            place: onTicket({ id: proposal.ticketId, customerId: proposal.customerId }),
            type: 'reply.proposal-sent-back',
            facts: { proposalId: proposal.id, authorId: proposal.authorId },
          }),
        ]
      : [],
  conflict: ({ proposal }, { seen }) => alreadyDecided(proposal, { seen, mine: 'sent-back' }),
  describe: () => ({ key: 'describe.sendBackProposal', values: {} }),
  insist: ({ proposal }, args) => ({ ...args, seen: proposal.state }),
})
