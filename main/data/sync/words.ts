import type { Address, DraftFile } from '../../../shared/domain/values.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'
import type { AttachmentArg } from '../../../shared/mutations/parts/args.ts'
import type { OutboxEntry } from './outbox-store.ts'

/** What an agent wrote in an intent, as a composer would hold it. */
export type Words = {
  readonly ticketId: string
  readonly mode: 'reply' | 'note'
  readonly body: string
  readonly to: readonly Address[] | null
  readonly cc: readonly Address[] | null
  readonly files: readonly DraftFile[]
}

/** Files of an intent as a draft keeps them: a file that belongs into the text of a mail stays with that mail. */
const filesOf = (attachments: readonly AttachmentArg[]): readonly DraftFile[] =>
  attachments.filter(({ contentId }) => contentId === null).map(({ contentId: _contentId, ...file }) => file)

/** Words at stake in an entry: never lost, whatever the hub says. Null when the intent holds none of an agent's own. */
export function wordsOf({
  name,
  args,
  ticketId,
}: Pick<OutboxEntry, 'name' | 'args' | 'ticketId'>): Words | null {
  switch (name) {
    case 'ticket.reply': {
      const reply = args as MutationArgs<'ticket.reply'>
      const { ticketId: id, bodyText: body, to, cc } = reply
      return { ticketId: id, mode: 'reply', body, to, cc, files: filesOf(reply.attachments) }
    }
    case 'proposal.make': {
      const suggested = args as MutationArgs<'proposal.make'>
      const { ticketId: id, bodyText: body, to, cc } = suggested
      return { ticketId: id, mode: 'reply', body, to, cc, files: filesOf(suggested.attachments ?? []) }
    }
    case 'note.add': {
      const note = args as MutationArgs<'note.add'>
      const files = filesOf(note.attachments)
      return { ticketId: note.ticketId, mode: 'note', body: note.body, to: null, cc: null, files }
    }
    case 'note.edit': {
      const { body } = args as MutationArgs<'note.edit'>
      return ticketId === null ? null : { ticketId, mode: 'note', body, to: null, cc: null, files: [] }
    }
    case 'ticket.create': {
      const ticket = args as MutationArgs<'ticket.create'>
      const body = ticket.message?.bodyText ?? ticket.note?.body ?? ''
      if (body === '') return null
      const mode = ticket.message ? 'reply' : 'note'
      return {
        ticketId: ticket.ticketId,
        mode,
        body,
        to: ticket.message?.to ?? null,
        cc: ticket.message?.cc ?? null,
        files: filesOf((ticket.message ?? ticket.note)?.attachments ?? []),
      }
    }
    default:
      return null
  }
}
