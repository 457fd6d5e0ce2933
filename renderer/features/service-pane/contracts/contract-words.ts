import type { Subscription } from '../../../../shared/domain/commerce.ts'
import { customerDate, customerText } from '../../../lib/customer-text.ts'

/** Noon where the reader is: a day is the same day everywhere. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00`)

/** When a contract goes on, as a sentence for the customer, in their language where it is known; null: nobody knows. */
export function contractSentence(
  { name, renewsOn, state }: Subscription,
  language: string | null,
): string | null {
  if (renewsOn === null || Number.isNaN(noonOf(renewsOn))) return null
  const key = state === 'cancelled' ? 'contractSentence.ends' : 'contractSentence.renews'
  return customerText(language, key, { name, date: customerDate(language, noonOf(renewsOn)) })
}
