import { ownText } from '../quoted-text.ts'
import { MASK_KINDS, maskText } from '../redaction/mask-text.ts'

type Said = { readonly direction: string; readonly bodyText: string; readonly authorKind: string }
export type SolvedTicket = {
  readonly subject: string
  /** In the order they were written. */
  readonly messages: readonly Said[]
  /** Names, addresses, numbers: words that say who it was. */
  readonly personal: readonly string[]
}

/** "Hi Ana," and the like: a first line that greets and ends there. */
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|day|afternoon)|hallo|guten (?:tag|morgen)|liebe[rs]?|sehr geehrte[rs]?|moin|hola|buenos dias|buenas|estimad[oa]|bonjour|cher|chère|ola|olá|caro|cara)\b.{0,60}$/iu
/** From here on it is a farewell, a name, a signature. */
const FAREWELL =
  /^(?:best|kind|warm|many|with)?\s?(?:regards|wishes|thanks|greetings|cheers)\b|^(?:thanks|thank you|cheers|sincerely|yours)\b.{0,30}$|^(?:viele|liebe|beste|freundliche|herzliche|schöne|mit freundlichen)\s+grü(?:ße|ßen|sse)|^(?:danke|vielen dank)\W*$|^(?:saludos|un saludo|atentamente|gracias)\b.{0,30}$|^(?:cordialement|merci|bien à vous)\b.{0,30}$|^(?:cumprimentos|atenciosamente|obrigad[oa])\b.{0,30}$|^--\s*$/iu

function core(text: string): string {
  const lines = ownText(text).trim().split('\n')
  const from = GREETING.test(lines[0]?.trim() ?? '') ? 1 : 0
  const end = lines.findIndex((line, index) => index > from && FAREWELL.test(line.trim()))
  return lines
    .slice(from, end === -1 ? lines.length : end)
    .join('\n')
    .trim()
}

/** Words of one sign say nothing about anybody; parts of a name do. */
const LEAST_LETTERS = 2

function withoutPeople(text: string, personal: readonly string[]): string {
  const words = personal
    .flatMap(each => [each, ...each.split(/\s+/u)])
    .filter(word => word.trim().length > LEAST_LETTERS)
  const { text: masked } = maskText(text, { kinds: MASK_KINDS, words, lines: new Set() })
  return masked.replaceAll('[word]', '…')
}

/**
 * The beginning of an article out of a ticket: what the customer first asked and what was answered last, without
 * greetings, signatures, quotations and whatever says who it was. Null: nobody has answered yet.
 */
export function articleFromTicket({
  subject,
  messages,
  personal,
}: SolvedTicket): { readonly title: string; readonly body: string } | null {
  const asked = messages.find(({ direction }) => direction === 'in')
  const answered = messages.findLast(
    ({ direction, authorKind }) => direction === 'out' && authorKind === 'agent',
  )
  if (!answered) return null
  const parts = [asked?.bodyText ?? '', answered.bodyText].map(core).filter(part => part !== '')
  return {
    title: withoutPeople(subject.trim(), personal),
    body: parts.map(part => withoutPeople(part, personal)).join('\n\n'),
  }
}
