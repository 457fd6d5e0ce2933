import { insert } from '../define.ts'
import type { Change } from '../define.ts'
import type { AttachmentArg } from './args.ts'

type Place = { readonly ticketId: string; readonly customerId: string }
/** What the files belong to: a message, a note or an answer that is only suggested. */
type Holder = { readonly messageId: string } | { readonly noteId: string } | { readonly proposalId: string }

/** Records of the files of one message, note or suggested answer. */
export const attachFiles = (
  { ticketId, customerId }: Place,
  holder: Holder,
  files: readonly AttachmentArg[],
): readonly Change[] =>
  files.map(file =>
    insert('attachments', {
      ticketId,
      customerId,
      messageId: null,
      noteId: null,
      proposalId: null,
      ...holder,
      ...file,
    }),
  )
