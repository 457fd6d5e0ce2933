import { z } from 'zod'
import { ClientId, RowId, TicketId } from '../domain/ids.ts'
import { DraftMode } from '../domain/values.ts'
import { defineMutation, insert, maybe } from './define.ts'
import { AttachmentArg, Body, Receivers, SeenUpToSeq } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'

const DraftFileArg = AttachmentArg.omit({ contentId: true })

/**
 * Keeps what an agent is writing. It reads nothing but the draft itself: a ticket that is merged, closed, moved or
 * gone never takes an agent's words away.
 */
export const saveDraft = defineMutation({
  name: 'draft.save',
  args: z.strictObject({
    draftId: RowId,
    clientId: ClientId,
    ticketId: TicketId,
    mode: DraftMode,
    body: Body,
    to: Receivers.nullable(),
    cc: Receivers.nullable(),
    seenUpToSeq: SeenUpToSeq,
    files: z.array(DraftFileArg).max(100).nullable().default(null),
  }),
  quiet: true,
  reads: ({ draftId }) => ({ draft: maybe('drafts', draftId) }),
  may: (actor, { draft }, { clientId }) =>
    actor.id !== '' && (draft === null || (draft.agentId === actor.id && draft.clientId === clientId)),
  plan: ({ draft }, { draftId, ...given }, context) => {
    if (!draft) {
      const agentId = context.actor.id
      return [insert('drafts', { ...given, id: draftId, agentId, updatedAtMs: context.nowMs })]
    }
    const { body, to, cc, seenUpToSeq, files } = given
    const wanted = { body, to, cc, seenUpToSeq, files }
    const changes = patchChanged('drafts', draft, wanted)
    return changes.length === 0
      ? []
      : patchChanged('drafts', draft, { ...wanted, updatedAtMs: context.nowMs })
  },
  describe: ({ mode }) => ({ key: 'describe.saveDraft', values: { mode } }),
  coalesceKey: ({ draftId }) => `draft.save:${draftId}`,
})
