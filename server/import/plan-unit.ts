import { z } from 'zod'
import type { Row } from '../../shared/domain/tables.ts'
import { canReopen, closingStamp } from '../../shared/rules/thread-life.ts'
import type { ImportedTicket } from '../db/queries/import-tickets.ts'
import type { StagedUnit } from '../db/queries/import-staged.ts'
import type { TableRow } from '../sync/store.ts'
import { draftFromMails, inOrder, messageFromMail, ourAddresses } from './draft-from-mails.ts'
import type { KindChoice } from './draft-from-record.ts'
import type { TicketDraft } from './draft.ts'
import { TicketDraft as TicketDraftSchema } from './draft.ts'
import { MailDraft } from './mail-draft.ts'
import type { ImportMap, MailMap } from './map-schema.ts'
import { messageRows, waitClockOf } from './plan-ticket.ts'
import { stableId } from './stable-id.ts'

const TicketPayload = z.object({ key: z.string(), draft: TicketDraftSchema })

/** A staged unit as the ticket it stands for. */
export type UnitDraft = {
  readonly key: string
  readonly draft: TicketDraft
  readonly contentDigest: string
  readonly line: number
  readonly raw: string
  /** Where the mails of the ticket are in the file, for their attachments; empty for other files. */
  readonly mails: readonly MailDraft[]
}

/** The same mail may stand in a mailbox twice: sent and received. */
function distinct(mails: readonly MailDraft[]): readonly MailDraft[] {
  const seen = new Map<string, MailDraft>()
  for (const mail of mails) if (!seen.has(mail.messageId)) seen.set(mail.messageId, mail)
  return [...seen.values()]
}

export function unitDraft({ items }: StagedUnit, map: ImportMap, kind: KindChoice): UnitDraft | null {
  const [first] = items
  if (!first) return null
  const common = { contentDigest: first.contentDigest, line: first.line, raw: first.raw }
  if (map.format !== 'mbox') {
    const { key, draft } = TicketPayload.parse(first.payload)
    return { ...common, key, draft, mails: [] }
  }
  const mails = inOrder(distinct(items.map(({ payload }) => MailDraft.parse(payload))))
  const draft = draftFromMails(mails, map, kind)
  return draft && { ...common, key: `mail:${first.unitKey}`, draft, mails }
}

export type Standing = {
  readonly ticket: Row<'tickets'>
  readonly threads: readonly Row<'threads'>[]
  readonly messageIds: ReadonlySet<string>
}
export type Appending = {
  readonly workspaceId: string
  readonly source: string
  readonly known: ImportedTicket
  readonly importedAtMs: number
  readonly map: MailMap
}
export type Appended = { readonly rows: readonly TableRow[]; readonly mails: readonly MailDraft[] }

type MailRow = { readonly kind: string; readonly key: string; readonly atMs: number | null }

/** Id of a row made from a mail: the same whether the mail came with its ticket or was added later. */
export const mailRowId = (
  { workspaceId, source, known }: Omit<Appending, 'importedAtMs'>,
  { kind, key, atMs }: MailRow,
): string => stableId([workspaceId, source, kind, `${known.keyDigest}:${known.occurrence}`, key], atMs)

/**
 * Mails that belong to a ticket of an earlier import: new messages at its end, and the ticket and its threads as they
 * stand after them. Nothing when all of them are there already.
 */
export function planAppend(mails: readonly MailDraft[], standing: Standing, appending: Appending): Appended {
  const { map } = appending
  const { ticket, threads, messageIds } = standing
  const fresh = mails.filter(
    mail => !messageIds.has(mailRowId(appending, { kind: 'message', key: mail.messageId, atMs: mail.atMs })),
  )
  if (fresh.length === 0) return { rows: [], mails: [] }
  const ours = ourAddresses(mails, map.ours)
  const { importedAtMs } = appending
  const messages = fresh.map(mail => messageFromMail(mail, ours))
  const place = { ticketId: ticket.id, customerId: ticket.customerId, channel: map.channel, importedAtMs }
  const rows = messages.flatMap((message, index) =>
    messageRows(message, { ...place, seq: ticket.lastMessageSeq + index + 1 }, (kind, key) =>
      mailRowId(appending, { kind, key, atMs: message.atMs }),
    ),
  )
  const timed = messages.map(({ direction, atMs }) => ({ direction, atMs: atMs ?? importedAtMs }))
  const clock = waitClockOf(timed, 0)
  const isAsked = messages.at(-1)?.direction === 'in'
  const after = threads.map(thread => {
    const isBack = isAsked && (thread.state === 'solved' || thread.state === 'pending' || canReopen(thread))
    return {
      ...thread,
      ...(isBack ? closingStamp(thread, 'open', clock.lastActivityAtMs) : {}),
      lastActivityAtMs: Math.max(thread.lastActivityAtMs, clock.lastActivityAtMs),
      waitingSinceMs: isAsked ? (thread.waitingSinceMs ?? clock.waitingSinceMs) : null,
    }
  })
  return {
    mails: fresh,
    rows: [
      { table: 'tickets', row: { ...ticket, lastMessageSeq: ticket.lastMessageSeq + messages.length } },
      ...after.map(row => ({ table: 'threads' as const, row })),
      ...rows,
    ],
  }
}
