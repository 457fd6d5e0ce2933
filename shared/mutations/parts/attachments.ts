import { insert } from '../define.ts'
import type { Change } from '../define.ts'
import type { AttachmentArg } from './args.ts'

type Owner = {
  readonly ticketId: string
  readonly customerId: string
  readonly messageId: string | null
  readonly noteId: string | null
}

/** Records of the files of one message or note. */
export const attachFiles = (owner: Owner, files: readonly AttachmentArg[]): readonly Change[] =>
  files.map(file => insert('attachments', { ...owner, ...file }))
