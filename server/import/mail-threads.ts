import type { MailDraft } from './mail-draft.ts'

const PREFIX =
  /^\s*(?:(?:re|aw|antw|antwort|sv|vs|rv|ref|odp|fwd?|wg|tr|enc|i|回复|答复|转发|返信|転送)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/iu

/** A subject without "Re:", "AW:", "Fwd:" and the like, folded for comparison. */
export const plainSubject = (subject: string): string =>
  subject.replace(PREFIX, '').replace(/\s+/g, ' ').trim().toLowerCase()

export const isAnswerSubject = (subject: string): boolean => PREFIX.test(subject)

/**
 * Everything a mail can be found by. `strong` links (ids) always join; `weak` ones (subject and the two people) join
 * only an answer that names no other mail, to the conversation that used them last.
 */
export type MailLinks = { readonly strong: readonly string[]; readonly weak: readonly string[] }

export function linksOf(mail: MailDraft): MailLinks {
  const strong = [mail.messageId, ...mail.references].map(id => `id:${id.toLowerCase()}`)
  const subject = plainSubject(mail.subject)
  if (subject === '') return { strong, weak: [] }
  const others = [...mail.to, ...mail.cc].map(({ address }) => address)
  const pairs = others.map(other => [mail.from.address, other].toSorted().join(' '))
  return { strong, weak: [...new Set(pairs)].map(pair => `subject:${subject}|${pair}`) }
}

/** Known links to conversations; the hub's database keeps them between batches and runs. */
export type LinkIndex = {
  readonly find: (link: string) => string | null
  readonly put: (link: string, conversation: string) => void
  /** Everything that belonged to `from` belongs to `to` now. */
  readonly merge: (from: string, to: string) => void
}

/**
 * The conversation a mail belongs to. Mails may come in any order: an answer seen before its question reserves the
 * question's id, and a mail that joins two conversations makes them one (the one it names first stays).
 */
export function conversationOf(mail: MailDraft, index: LinkIndex): string {
  const { strong, weak } = linksOf(mail)
  const found = [...new Set(strong.map(index.find).filter(conversation => conversation !== null))]
  const bySubject =
    found.length === 0 && mail.references.length === 0 && isAnswerSubject(mail.subject)
      ? (weak.map(index.find).find(conversation => conversation !== null) ?? null)
      : null
  const conversation = found[0] ?? bySubject ?? mail.messageId
  for (const other of found.slice(1)) index.merge(other, conversation)
  for (const link of [...strong, ...weak]) index.put(link, conversation)
  return conversation
}
