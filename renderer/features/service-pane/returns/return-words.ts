import i18next from 'i18next'
import type { ReturnCase } from '../../../../shared/domain/commerce.ts'
import { customerText } from '../../../lib/customer-text.ts'
import { money } from '../../../lib/format.ts'

/** How a return, refund or exchange stands, as a sentence for the customer, in their language where it is known. */
export function returnSentence(returned: ReturnCase, language: string | null): string {
  const { number, state, kind, amountMinor, currency } = returned
  const key = `returnSentence.${state}`
  if (!i18next.exists(key)) return customerText(language, 'orderSentence.case', { number, state })
  return customerText(language, key, {
    number,
    kind: customerText(language, `returnKind.${kind}`),
    amount: money(amountMinor, currency),
  })
}
