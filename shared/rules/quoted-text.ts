export type TextPart = { readonly kind: 'own' | 'quoted'; readonly text: string }

/** "On … wrote:" in the languages mail programs write it; the line may have been wrapped into up to three. */
const ATTRIBUTIONS: readonly RegExp[] = [
  /^On\b.{4,300}\bwrote\s*:$/su,
  /^Am\b.{4,300}\bschrieb\b.{0,200}:$/su,
  /^Le\b.{4,300}\ba\s+écrit\s*:$/su,
  /^El\b.{4,300}\bescribió\s*:$/su,
  /^(?:Em|A)\b.{4,300}\bescreveu\s*:$/su,
  /^Il\b.{4,300}\bha\s+scritto\s*:$/su,
  /^Op\b.{4,300}\bschreef\b.{0,200}:$/su,
]
const WRAPPED_LINES = 3
const BEGINNING = /^(?:On|Am|Le|El|Em|A|Il|Op)\b/u

/** The line mail programs put above an earlier or a forwarded mail. */
export const SEPARATOR =
  /^-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d['’]origine|Mensaje original|Mensagem original|Messaggio originale|Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Mensagem encaminhada|Messaggio inoltrato)\s*-{2,}$/iu

/** Field names of the block Outlook puts above the mail it answers. */
export const HEADER =
  /^\*?(?:From|Sent|To|Cc|Subject|Date|Von|Gesendet|An|Betreff|Datum|De|Envoyé|À|Objet|Enviado(?: el| em)?|Para|Asunto|Assunto|Fecha|Data)\s?:\*?\s/iu
const FIRST_HEADER = /^\*?(?:From|Von|De)\s?:\*?\s/iu
const LEAST_HEADERS = 3
const HEADER_LINES = 8

const isQuoteLine = (line: string): boolean => /^\s{0,3}>/.test(line)

/** Number of lines an attribution at `index` takes, or 0. */
function attributionLength(lines: readonly string[], index: number): number {
  if (!BEGINNING.test(lines[index]?.trim() ?? '')) return 0
  for (let count = 1; count <= WRAPPED_LINES; count += 1) {
    const text = lines
      .slice(index, index + count)
      .join('')
      .trim()
    if (ATTRIBUTIONS.some(pattern => pattern.test(text))) return count
  }
  return 0
}

function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!FIRST_HEADER.test(lines[index] ?? '')) return false
  const block = lines.slice(index, index + HEADER_LINES)
  return block.filter(line => HEADER.test(line)).length >= LEAST_HEADERS
}

/** First line at or after `from` that holds words. */
const nextFilled = (lines: readonly string[], from: number): number =>
  lines.findIndex((line, index) => index >= from && line.trim() !== '')

/** End (exclusive) of the quotation that begins at `index`, or `index` when none does. */
function quotationEnd(lines: readonly string[], index: number): number {
  const line = lines[index] ?? ''
  // Nothing marks where these end: all that follows is the earlier mail.
  if (SEPARATOR.test(line.trim()) || isHeaderBlock(lines, index)) return lines.length
  const attribution = attributionLength(lines, index)
  if (attribution === 0 && !isQuoteLine(line)) return index
  let end = index + attribution
  if (attribution > 0) {
    const next = nextFilled(lines, end)
    if (next < 0 || !isQuoteLine(lines[next] ?? '')) return lines.length
    end = next
  }
  while (end < lines.length && isQuoteLine(lines[end] ?? '')) end += 1
  return end
}

/**
 * Cuts the plain text of a mail into what its writer wrote and what was quoted, so that quotations can be folded.
 * The parts joined are the text again, byte for byte. Answers between quoted lines stay visible.
 */
export function splitQuoted(text: string): readonly TextPart[] {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? []
  const parts: TextPart[] = []
  let own: string[] = []
  const closeOwn = (): void => {
    if (own.length > 0) parts.push({ kind: 'own', text: own.join('') })
    own = []
  }
  for (let index = 0; index < lines.length;) {
    const end = quotationEnd(lines, index)
    if (end > index) {
      closeOwn()
      parts.push({ kind: 'quoted', text: lines.slice(index, end).join('') })
      index = end
    } else {
      own.push(lines[index] ?? '')
      index += 1
    }
  }
  closeOwn()
  return parts
}

/** What the writer of a mail wrote, for previews: without quotations, trimmed. */
export const ownText = (text: string): string =>
  splitQuoted(text)
    .filter(part => part.kind === 'own')
    .map(part => part.text)
    .join('')
    .trim()
