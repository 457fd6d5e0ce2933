import i18next from 'i18next'
import type { Product } from '../../../../shared/domain/commerce.ts'
import type { FitReason } from '../../../../shared/rules/cases/shortlist.ts'
import { listText, money } from '../../../lib/format.ts'

/** What a product costs; null where the catalogue does not say. */
export const priceText = ({ priceMinor, currency }: Product): string | null =>
  priceMinor === null || currency === null
    ? null
    : priceMinor === 0
      ? i18next.t('cases.free')
      : money(priceMinor, currency)

/** Name, price and what it is for: one line for the customer. */
export const productLine = (product: Product): string => {
  const head = [product.name, priceText(product)].filter(Boolean).join(', ')
  return product.description === null ? head : `${head}: ${product.description}`
}

export function reasonText(reason: FitReason, currency: string | null): string {
  switch (reason.kind) {
    case 'wish':
      return i18next.t('cases.fit.wish', { value: reason.value })
    case 'occasion':
      return i18next.t('cases.fit.occasion', { value: reason.value })
    case 'within-budget':
      return i18next.t('cases.fit.within')
    case 'over-budget':
      return i18next.t('cases.fit.over', { amount: money(reason.overMinor, currency ?? '') })
  }
}

type Chosen = { readonly product: Product; readonly wishes: readonly string[] }

/** A shortlist as the customer reads it: a line for each product, and which of their wishes speak for it. */
export const shortlistWords = (chosen: readonly Chosen[]): string =>
  chosen
    .map(({ product, wishes }) =>
      wishes.length === 0
        ? `- ${productLine(product)}`
        : `- ${productLine(product)} (${listText([...wishes], 'all')})`,
    )
    .join('\n')
