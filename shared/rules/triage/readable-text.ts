import { htmlToWords, LOOKS_LIKE_HTML, withoutHead } from './html-words.ts'
import { withoutLeftovers } from './leftovers.ts'
import { withoutEnds } from './mail-ends.ts'
import { newestWords } from './newest-words.ts'

/** Characters of a body that are looked at: a longer mail has said what it is about by then. */
const RAW_LIMIT = 24_000
/** Characters of the subject and of the cleaned body that are scored. */
const SUBJECT_LIMIT = 400
const OWN_LIMIT = 2500

/** The beginning of a text, without half a word at its end. */
function beginningOf(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'), 0))
}

/** What the writer wrote: HTML as text, quotations, signature, small print and leftovers of programs cut. Bounded in length. */
export function readableText(body: string): string {
  const raw = withoutHead(body).slice(0, RAW_LIMIT)
  const isHtml = LOOKS_LIKE_HTML.test(raw)
  const ownOf = (plain: string): string =>
    withoutEnds(newestWords(withoutLeftovers(plain).replaceAll('\r', '')))
  const own = ownOf(isHtml ? htmlToWords(raw) : raw)
  // A mail that is only forwarded is all quotation: then that is what the customer has to say.
  const text = own === '' && isHtml ? ownOf(htmlToWords(raw, true)) : own
  return beginningOf(text, OWN_LIMIT)
}

/** What the writer wrote in several messages, one after the other. */
export const readableThread = (bodies: readonly string[]): string =>
  bodies
    .map(readableText)
    .filter(text => text !== '')
    .join('\n\n')

/** Subject and body as one text in one form (NFKC), at most some 2,900 characters. */
export function ticketText(subject: string, body: string): string {
  const about = subject.slice(0, SUBJECT_LIMIT).replace(/^(?:\s*(?:re|aw|fwd?|wg|tr|rv|enc|sv)\s*:)+/iu, '')
  return `${about.trim()}\n${readableText(body)}`.normalize('NFKC')
}
