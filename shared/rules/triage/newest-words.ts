import { HEADER, SEPARATOR, splitQuoted } from '../quoted-text.ts'
import { isFiller } from './fillers.ts'
import { foldText } from '../fold-text.ts'

const FORWARDED =
  /^\s*(?:-{2,}\s*(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Mensagem encaminhada|Messaggio inoltrato)|Begin forwarded message|Anfang der weitergeleiteten)/imu
/** Words that count in what the writer added: fewer, and the mail is what it forwards. */
const LEAST_WORDS = 3
/** A chain of forwards is followed so far. */
const DEEPEST = 5
const HEAD_LINES = 12

const countOf = (text: string): number =>
  (text.match(/[\p{L}\p{M}]{2,}/gu) ?? []).filter(word => !isFiller(foldText(word))).length
const THANKS = /\b(?:thanks|thank you|danke|dank|gracias|merci|obrigad[oa])\b/iu

/** A quotation by itself: one level of marks and the lines about the mail are gone. */
function unquoted(quotation: string): string {
  const lines = quotation.split('\n').map(line => line.replace(/^\s{0,3}> ?/, ''))
  return lines
    .filter((line, index) => index >= HEAD_LINES || !(SEPARATOR.test(line.trim()) || HEADER.test(line)))
    .join('\n')
}

/**
 * What the writer of a mail wrote; where that is nothing but "see below", the newest mail of the chain that says
 * something. A short thank-you above a quotation stays a thank-you.
 */
export function newestWords(text: string, depth = 0): string {
  const parts = splitQuoted(text)
  const of = (kind: 'own' | 'quoted'): string =>
    parts
      .filter(part => part.kind === kind)
      .map(part => part.text)
      .join('')
      .trim()
  const [own, quoted] = [of('own'), of('quoted')]
  if (quoted === '' || depth === DEEPEST || countOf(own) >= LEAST_WORDS) return own
  const isForwarded = own === '' || FORWARDED.test(text) || !THANKS.test(own)
  if (!isForwarded) return own
  return `${own}\n${newestWords(unquoted(quoted), depth + 1)}`.trim()
}
