import { decodeEntities } from '../entities.ts'
import { ownText } from '../quoted-text.ts'

/** Characters of a body that are looked at: a longer mail has said what it is about by then. */
const RAW_LIMIT = 24_000
/** Characters of the subject and of the cleaned body that are scored. */
const SUBJECT_LIMIT = 400
const OWN_LIMIT = 4000

const LOOKS_LIKE_HTML =
  /<(?:html|body|div|p|br|table|td|span|a|ul|li|b|i|strong|h[1-6]|blockquote)\b[^<>]{0,400}>/i
const MUTE = new Set(['script', 'style', 'head', 'title', 'template', 'blockquote'])
const BLOCK = /^(?:br|hr|p|div|h[1-6]|li|ul|ol|tr|td|th|table|pre|section)$/

/** One pass over the tags, so that hostile HTML costs no more than its length. Quotations (`blockquote`) are left out. */
function htmlToWords(html: string): string {
  let text = ''
  let from = 0
  let muted: string | null = null
  while (from < html.length) {
    const open = html.indexOf('<', from)
    const end = open < 0 ? html.length : open
    if (muted === null) text += html.slice(from, end)
    if (open < 0) break
    const close = html.indexOf('>', open)
    if (close < 0) break
    const isEnd = html[open + 1] === '/'
    const name = (
      /^[a-z][a-z0-9]*/i.exec(html.slice(open + (isEnd ? 2 : 1), open + 16))?.[0] ?? ''
    ).toLowerCase()
    if (muted === null && !isEnd && MUTE.has(name)) muted = name
    else if (isEnd && name === muted) muted = null
    text += BLOCK.test(name) ? '\n' : ' '
    from = close + 1
  }
  return decodeEntities(text)
}

const CLOSING =
  /^(?:(?:many |with |kind |best |warm )?(?:thanks|thank you|regards|wishes|cheers|yours|sincerely|respectfully)|(?:mit )?(?:freundlichen?|besten?|vielen?|herzlichen?|liebe|schöne)[a-zäöüß]* (?:gr(?:ü|ue)(?:ß|ss)en?|dank)|mfg|lg|vg|gru(?:ß|ss)|hochachtungsvoll|(?:un |muchos |atentos )?saludos?|atentamente|cordialmente|gracias|(?:bien |très )?cordialement|bien à vous|salutations|merci|veuillez agréer|sincères|je vous prie d|atenciosamente|cumprimentos|com os melhores|obrigad[oa]|abraços?|att)\b/iu
const CLOSING_WORDS = 9
const SIGNATURE_LINES = 14
const SENT_FROM =
  /^(?:sent from (?:my|outlook)|get outlook|von meinem .{2,30} gesendet|gesendet von|envoyé de mon|enviado desde|enviado do meu)/iu

/** Index of the line the signature begins at, or the number of lines. The first two lines are never a signature. */
function signatureStart(lines: readonly string[]): number {
  for (let index = 1; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trim()
    if (/^--\s*$/.test(lines[index] ?? '') || line === '__' || SENT_FROM.test(line)) return index
    if (!CLOSING.test(line) || lines.length - index > SIGNATURE_LINES) continue
    if (line.split(/\s+/).length <= CLOSING_WORDS) return index
  }
  return lines.length
}

/** The beginning of a text, without half a word at its end. */
function beginningOf(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'), 0))
}

/** What the writer wrote: HTML as text, quotations and the signature cut. Bounded in length. */
export function readableText(body: string): string {
  const raw = body.slice(0, RAW_LIMIT)
  const plain = LOOKS_LIKE_HTML.test(raw) ? htmlToWords(raw) : raw
  const own = ownText(plain.replaceAll('\r', ''))
  // A forwarded mail is all quotation: then that is what the customer has to say.
  const kept = own.length > 0 ? own : plain
  const lines = kept.split('\n')
  return beginningOf(lines.slice(0, signatureStart(lines)).join('\n').trim(), OWN_LIMIT)
}

/** What the writer wrote in several messages, one after the other. */
export const readableThread = (bodies: readonly string[]): string =>
  bodies
    .map(readableText)
    .filter(text => text !== '')
    .join('\n\n')

/** Subject and body as one text in one form (NFKC), at most some 4,400 characters. */
export function ticketText(subject: string, body: string): string {
  const about = subject.slice(0, SUBJECT_LIMIT).replace(/^(?:\s*(?:re|aw|fwd?|wg|tr|rv|enc|sv)\s*:)+/iu, '')
  return `${about.trim()}\n${readableText(body)}`.normalize('NFKC')
}
