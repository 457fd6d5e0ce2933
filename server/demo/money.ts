import { WHOLE_CURRENCIES } from './people/places.ts'

const LOCALES: Readonly<Record<string, string>> = {
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  it: 'it-IT',
  pl: 'pl-PL',
  pt: 'pt-PT',
  nl: 'nl-NL',
  cs: 'cs-CZ',
  tr: 'tr-TR',
}

// Making a format takes longer than everything else about a ticket.
const formats = new Map<string, Intl.NumberFormat>()

function formatFor(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(key, format)
  return format
}

/** An amount as people write it in mails: "249 €", "1.290,50 €", "£19.90", "¥12,000". */
export function writeAmount(minor: number, currency: string, language: string): string {
  const digits = WHOLE_CURRENCIES.has(currency) ? 0 : 2
  const value = minor / 10 ** digits
  const isWhole = Number.isInteger(value)
  const locale = LOCALES[language.slice(0, 2)] ?? 'en-GB'
  return formatFor(locale, currency, isWhole ? 0 : digits)
    .format(value)
    .replace(/[\u00A0\u202F]/g, ' ')
}

/** A price in euro cents in the customer's currency, rounded as shops do. */
export function priceIn(
  euroCents: number,
  { currency, minorPerEuro }: { currency: string; minorPerEuro: number },
): number {
  if (currency === 'EUR') return euroCents
  const minor = (euroCents * minorPerEuro) / 100
  const step = WHOLE_CURRENCIES.has(currency) ? 100 : minor > 100_000 ? 1000 : 50
  return Math.round(minor / step) * step
}
