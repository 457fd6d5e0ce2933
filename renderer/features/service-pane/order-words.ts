import i18next from 'i18next'
import type { OrderView } from '../../../shared/contract/customers.ts'
import { trackingLink } from '../../../shared/rules/tracking-link.ts'
import { customerDate, customerText } from '../../lib/customer-text.ts'

/** How an order stands, as a sentence for the customer, in their language where it is known. */
export function orderSentence(order: OrderView, language: string | null): string {
  const atMs = order.deliveredAtMs ?? order.placedAtMs
  const isKnown = i18next.exists(`orderSentence.${order.state}`)
  return customerText(language, isKnown ? `orderSentence.${order.state}` : 'orderSentence.other', {
    number: order.number,
    date: customerDate(language, atMs),
    carrier: order.carrier ?? '',
  })
}

/** Where the customer can follow the parcel, or its code where the carrier's page is not known; null without a code. */
export function trackingSentence(order: OrderView, language: string | null): string | null {
  const { carrier, trackingCode } = order
  if (trackingCode === null || trackingCode.trim() === '') return null
  const where = trackingLink(carrier, trackingCode)
  const code = [carrier, trackingCode].filter(Boolean).join(' ')
  return customerText(language, 'orderSentence.tracking', { where: where ?? code })
}
