const formats = new Map<string, Intl.NumberFormat | null>()

function formatOf(locale: string, currency: string): Intl.NumberFormat | null {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known !== undefined) return known
  let made: Intl.NumberFormat | null = null
  try {
    made = new Intl.NumberFormat(locale, { style: 'currency', currency })
  } catch {
    made = null
  }
  formats.set(key, made)
  return made
}

export type MoneyInput = {
  /** Whole number of the smallest unit: cents, yen, fils. */
  readonly minor: number
  /** ISO 4217; null when the amount came without one. */
  readonly currency: string | null
  readonly locale: string
}

/** An amount for people, with as many decimals as its currency has. An unknown currency is written out as it came. */
export function formatMoney({ minor, currency, locale }: MoneyInput): string {
  const format = currency === null ? null : formatOf(locale, currency)
  if (!format) return `${(minor / 100).toFixed(2)} ${currency ?? ''}`.trim()
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** digits)
}

/** Decimals of a currency: 2 for the euro, 0 for the yen; 2 for one nobody knows. */
export const minorDigits = (currency: string): number =>
  formatOf('en', currency)?.resolvedOptions().maximumFractionDigits ?? 2
