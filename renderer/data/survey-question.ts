import type { SurveyState } from '../../shared/contract/relation.ts'
import type { SurveyKind } from '../../shared/rules/surveys/survey-guard.ts'
import { customerText } from '../lib/customer-text.ts'
import type { InFront } from './front-customer.ts'
import { canInsert, insertWords } from './insert-words.ts'
import { live } from './live.ts'
import { askSurvey } from './relation-intents.ts'

/** What is known of the surveys of the customer in front; null until it is on the screen. */
export function surveyState({ customerId, ticketId }: InFront): SurveyState | null {
  const snapshot = live.read('surveys.state', { customerId, ticketId })
  return snapshot.state === 'ready' ? snapshot.value : null
}

/** Notes that the customer is asked; where the hub mails no link, puts the question into the reply in their language. */
export async function ask(who: InFront, kind: SurveyKind, askedIds: readonly string[]): Promise<void> {
  const card = live.read('customers.card', who)
  const language = card.state === 'ready' ? (card.value?.customer.language ?? null) : null
  const goesByMail = surveyState(who)?.goesByMail === true
  if ((await askSurvey({ ...who, kind, askedIds })) === null) return
  // The hub mails the question: asked in the reply as well it would be asked twice.
  if (goesByMail) return
  if (canInsert()) insertWords(customerText(language, `relation.question.${kind}`))
}
