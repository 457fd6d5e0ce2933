import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, maybe, remove } from './define.ts'

/** Only the writer's own act removes a draft: sending it, or throwing it away. */
export const discardDraft = defineMutation({
  name: 'draft.discard',
  args: z.strictObject({ draftId: RowId }),
  quiet: true,
  reads: ({ draftId }) => ({ draft: maybe('drafts', draftId) }),
  may: (actor, { draft }) => draft === null || draft.agentId === actor.id,
  plan: ({ draft }, { draftId }) => (draft ? [remove('drafts', draftId)] : []),
  describe: () => ({ key: 'describe.discardDraft', values: {} }),
  invert: ({ draft }) => {
    if (!draft || draft.mode === 'other') return null
    const { id: draftId, clientId, ticketId, mode, body, to, cc, seenUpToSeq, files } = draft
    return {
      name: 'draft.save',
      args: { draftId, clientId, ticketId, mode, body, to, cc, seenUpToSeq, files },
    }
  },
  coalesceKey: ({ draftId }) => `draft.discard:${draftId}`,
})
