import type { DiagnosisView } from '../../shared/contract/diagnosis.ts'
import { ASK_INTRO } from '../../shared/rules/diagnosis/ask-intro.ts'
import type { DetailState } from '../../shared/rules/diagnosis/known-details.ts'
import { localWords } from '../../shared/rules/diagnosis/known-details.ts'
import { currentTicket } from './current-ticket.ts'
import { canInsert, insertWords } from './insert-words.ts'
import { live } from './live.ts'

/** What nobody knows and nobody has asked for yet; once all is asked, what is still without an answer. */
export function toAsk(details: readonly DetailState[]): readonly DetailState[] {
  const missing = details.filter(({ value }) => value === null)
  const fresh = missing.filter(({ askedAtMs }) => askedAtMs === null)
  return fresh.length > 0 ? fresh : missing
}

/** Questions for what is missing, in the customer's language, as they stand in a reply. */
export function questionText(details: readonly DetailState[], language: string | null): string {
  const questions = details.flatMap(({ detail }) => localWords(detail.question, language) ?? [])
  if (questions.length < 2) return questions.join('')
  const list = questions.map(question => `- ${question}`).join('\n')
  return `${localWords(ASK_INTRO, language)}\n${list}\n`
}

/** Puts the questions into the reply at the cursor; the ledger has them once the reply is sent. */
export function askMissing({ details }: DiagnosisView, language: string | null): void {
  const words = questionText(toAsk(details), language)
  if (words !== '' && canInsert()) insertWords(words)
}

type Front = { readonly view: DiagnosisView; readonly language: string | null }
/** What is known of the ticket in front, as it is painted; null where the pane does not show it. */
export function diagnosisInFront(): Front | null {
  const ticket = currentTicket()?.view.ticket
  if (!ticket) return null
  const diagnosis = live.read('diagnosis.get', { ticketId: ticket.id })
  const card = live.read('customers.card', { customerId: ticket.customerId, ticketId: ticket.id })
  const view = diagnosis.state === 'ready' ? diagnosis.value : null
  const language = card.state === 'ready' ? (card.value?.customer.language ?? null) : null
  return view ? { view, language } : null
}
