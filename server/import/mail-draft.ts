import { createHash } from 'node:crypto'
import PostalMime from 'postal-mime'
import type { Address as MailAddress, Attachment, Email } from 'postal-mime'
import { z } from 'zod'
import { Address } from '../../shared/domain/values.ts'
import { AttachmentDraft } from './draft.ts'
import { htmlToText } from './html-text.ts'
import type { Finding } from './problems.ts'
import { digestOf } from './row-texts.ts'

/** A mail as it is staged: everything but the contents of its attachments, which stay in the file. */
export const MailDraft = z.object({
  /** Message-ID in angle brackets, or made from the contents when there is none. */
  messageId: z.string(),
  hasOwnId: z.boolean(),
  references: z.array(z.string()),
  subject: z.string(),
  from: Address,
  to: z.array(Address),
  cc: z.array(Address),
  /** Where the hub's side may be recognised: Delivered-To, X-Original-To. */
  deliveredTo: z.array(z.string()),
  atMs: z.int().nullable(),
  bodyText: z.string(),
  bodyHtml: z.string().nullable(),
  attachments: z.array(AttachmentDraft),
  /** Place of the mail in the file, bytes. */
  offset: z.int(),
  length: z.int(),
  line: z.int(),
})
export type MailDraft = z.infer<typeof MailDraft>

const MESSAGE_ID = /<[^<>\s]+>/g

const flat = (addresses: readonly MailAddress[] | undefined): Address[] =>
  (addresses ?? []).flatMap(({ name, address, group }) =>
    group
      ? group.map(member => ({ name: member.name || null, address: member.address.toLowerCase() }))
      : address
        ? [{ name: name || null, address: address.toLowerCase() }]
        : [],
  )

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)

export type MailFile = AttachmentDraft & { readonly bytes: Uint8Array }

function filesOf({ attachments }: Email): readonly MailFile[] {
  return attachments.map((attachment, index) => {
    const bytes = bytesOf(attachment)
    return {
      fileName: attachment.filename ?? `part-${index + 1}`,
      mediaType: attachment.mimeType,
      sizeBytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      contentId: attachment.contentId?.replace(/^<|>$/g, '') ?? null,
      bytes,
    }
  })
}

/** Zero bytes cannot be kept in a database; in mail they are always damage, and the rest is worth keeping. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

function timeOf(date: string | undefined): number | null {
  const ms = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(ms) || ms <= 0 ? null : ms
}

export type MailPlace = { readonly offset: number; readonly length: number; readonly line: number }
export type ReadMail =
  | { readonly mail: MailDraft; readonly files: readonly MailFile[] }
  | { readonly finding: Finding }

const finding = (column: string | null, reason: string, advice: string): { readonly finding: Finding } => ({
  finding: { column, code: 'mail', reason, advice },
})

async function parse(binary: string): Promise<Email | null> {
  try {
    return await PostalMime.parse(Buffer.from(binary, 'latin1'), { attachmentEncoding: 'arraybuffer' })
  } catch {
    return null
  }
}

/** Reads one mail from binary text. Refused: what has no sender or nothing in it. */
export async function readMail(binary: string, place: MailPlace): Promise<ReadMail> {
  const email = await parse(binary)
  if (!email) return finding(null, 'the mail cannot be read', 'Open it in a mail program and save it again.')
  const [from] = flat(email.from ? [email.from] : undefined)
  if (!from)
    return finding(
      'From',
      'the mail has no sender',
      'Without a sender there is no customer: add a From header.',
    )
  const files = filesOf(email)
  const bodyText = clean(email.text ?? (email.html === undefined ? '' : htmlToText(email.html))).trim()
  if (bodyText === '' && email.html === undefined && files.length === 0) {
    return finding(null, 'the mail is empty', 'Nothing to do: it holds neither text nor files.')
  }
  const own = email.messageId?.match(MESSAGE_ID)?.[0]
  const said = `${email.references ?? ''} ${email.inReplyTo ?? ''}`.match(MESSAGE_ID) ?? []
  const mail: MailDraft = {
    messageId: own ?? `<${digestOf(binary).slice(0, 40)}@no-message-id.invalid>`,
    hasOwnId: own !== undefined,
    references: [...new Set(said)],
    subject: clean(email.subject ?? '').trim(),
    from,
    to: flat(email.to),
    cc: flat(email.cc),
    deliveredTo: email.headers
      .filter(({ key }) => key === 'delivered-to' || key === 'x-original-to')
      .map(({ value }) => value.trim().toLowerCase()),
    atMs: timeOf(email.date),
    bodyText,
    bodyHtml: email.html === undefined ? null : clean(email.html),
    attachments: files.map(({ bytes: _bytes, ...file }) => file),
    ...place,
  }
  return { mail, files }
}
