import type { Proposal, ProposalState } from '../../domain/proposals.ts'
import type { Attachment } from '../../domain/tickets.ts'
import { remove } from '../define.ts'
import type { Change, Conflict } from '../define.ts'

type Wish = { readonly seen: string; readonly mine: ProposalState }

/**
 * Somebody was first, and be it with the same decision: no customer gets two answers out of one suggestion, and no word of
 * two who send it back is lost.
 */
export const alreadyDecided = ({ id, state }: Proposal, { seen, mine }: Wish): Conflict | null =>
  state === seen
    ? null
    : {
        reason: 'changed-since',
        fields: [{ table: 'proposals', id, field: 'state', seen, mine, theirs: state }],
      }

/**
 * The files of a suggestion go with it, whatever becomes of it: an answer that leaves has records of its own, of the
 * files whoever released it left in.
 */
export const dropFiles = (files: readonly Attachment[]): readonly Change[] =>
  files.map(({ id }) => remove('attachments', id))
