import type { Address } from '../../shared/domain/values.ts'
import type { CustomerDraft, MessageDraft, TicketDraft } from './draft.ts'
import type { KindChoice } from './draft-from-record.ts'
import { kindsFrom } from './draft-from-record.ts'
import type { MailDraft } from './mail-draft.ts'
import type { MailMap } from './map-schema.ts'
import { readValue, shorten } from './read-value.ts'

const NO_SUBJECT = '(no subject)'

const matches = (address: string, ours: readonly string[]): boolean =>
  ours.some(own =>
    own.startsWith('@') ? address.endsWith(own.toLowerCase()) : address === own.toLowerCase(),
  )

/**
 * Who of a conversation is on our side: what the mapping says; where it says nothing, the mailbox it was delivered
 * to, else whoever the opening mail was written to.
 */
export function ourAddresses(mails: readonly MailDraft[], said: readonly string[]): readonly string[] {
  if (said.length > 0) return said
  const delivered = mails.flatMap(mail => mail.deliveredTo)
  const opening = mails[0]
  if (delivered.length > 0 && opening && !delivered.includes(opening.from.address)) return delivered
  return opening?.to.map(({ address }) => address).filter(address => address !== opening.from.address) ?? []
}

function customerOf(mails: readonly MailDraft[], ours: readonly string[]): Address | null {
  const people = mails.flatMap(mail => [mail.from, ...mail.to, ...mail.cc])
  const outside = people.filter(({ address }) => !matches(address, ours))
  const first = outside[0]
  if (!first) return mails[0]?.from ?? null
  return outside.find(({ address, name }) => address === first.address && name !== null) ?? first
}

export function messageFromMail(mail: MailDraft, ours: readonly string[]): MessageDraft {
  return {
    direction: matches(mail.from.address, ours) ? 'out' : 'in',
    authorName: mail.from.name,
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    bodyText: mail.bodyText,
    bodyHtml: mail.bodyHtml,
    messageId: mail.messageId,
    atMs: mail.atMs,
    attachments: mail.attachments,
  }
}

/** Mails in the order they were written; those without a date stay where the file has them. */
export function inOrder(mails: readonly MailDraft[]): readonly MailDraft[] {
  let latest = 0
  const timed = mails.map(mail => {
    latest = Math.max(latest, mail.atMs ?? latest)
    return { mail, at: mail.atMs ?? latest }
  })
  return timed.toSorted((a, b) => a.at - b.at || a.mail.line - b.mail.line).map(({ mail }) => mail)
}

/** One ticket from the mails of a conversation; null when there is none. */
export function draftFromMails(
  unordered: readonly MailDraft[],
  map: MailMap,
  kind: KindChoice,
): TicketDraft | null {
  const mails = inOrder(unordered)
  const [opening] = mails
  const ours = ourAddresses(mails, map.ours)
  const person = customerOf(mails, ours)
  if (!opening || !person) return null
  const customer: CustomerDraft = {
    key: `email:${person.address}`,
    name: person.name ?? person.address,
    email: person.address,
    phone: null,
    organisation: null,
    language: readValue({}, map.language),
  }
  const messages = mails.map(mail => messageFromMail(mail, ours))
  const record = { subject: opening.subject, from: opening.from.address }
  const rule = kind === 'auto' ? map.kind : { ...map.kind, from: undefined, default: kind }
  return {
    subject: shorten(
      opening.subject === '' ? shorten(opening.bodyText, 120) || NO_SUBJECT : opening.subject,
      500,
    ),
    channel: map.channel,
    tags: map.tags.map(tag => readValue(record, tag)).filter(tag => tag !== null),
    fields: { source: map.source },
    kinds: [...kindsFrom(record, rule, `${opening.subject}\n${opening.bodyText}`)],
    state: messages.at(-1)?.direction === 'out' ? map.state.usLast : map.state.customerLast,
    priority: 'normal',
    createdAtMs: opening.atMs,
    customer,
    messages,
    notes: [],
  }
}
