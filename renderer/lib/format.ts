import i18next from 'i18next'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** By language: asking the engine for its languages costs more than writing a date. */
const regions = new Map<string, string>()
globalThis.addEventListener?.('languagechange', () => regions.clear())

/** The agent's way of writing dates and numbers: the system's region where it speaks the same language. */
export function region(): string {
  const { language } = i18next
  const known = regions.get(language)
  if (known !== undefined) return known
  const spoken = language.slice(0, 2)
  const found = navigator.languages.find(tag => tag.slice(0, 2).toLowerCase() === spoken) ?? language
  regions.set(language, found)
  return found
}

/** Time as HH:MM in the agent's way of writing it. */
export const clockTime = (atMs: number, timeZone?: string): string =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(timeZone ? { timeZone } : {}) }, atMs)

/** Making a format costs far more than using it: each is made once per region. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return key => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

const dateFormat = once(key => {
  const [locale, options] = JSON.parse(key) as [string, Intl.DateTimeFormatOptions]
  return new Intl.DateTimeFormat(locale, options)
})
const numberFormat = once(key => {
  const [locale, options] = JSON.parse(key) as [string, Intl.NumberFormatOptions]
  return new Intl.NumberFormat(locale, options)
})
const languageNames = once(locale => new Intl.DisplayNames([locale], { type: 'language' }))

const format = (options: Intl.DateTimeFormatOptions, atMs: number): string =>
  dateFormat(JSON.stringify([region(), options])).format(atMs)
const formatNumber = (options: Intl.NumberFormatOptions, value: number, locale = region()): string =>
  numberFormat(JSON.stringify([locale, options])).format(value)

const dayOf = (atMs: number): number => {
  const date = new Date(atMs)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY)
}
/** Calendar days from now to a moment in the agent's zone; negative in the past. */
export const daysBetween = (nowMs: number, atMs: number): number => dayOf(atMs) - dayOf(nowMs)

/** A day, as near as it is: "Tue" within a week, "28 Oct" within a year, else with the year. Empty for today. */
export function dayLabel(atMs: number, nowMs: number): string {
  const days = daysBetween(nowMs, atMs)
  if (days === 0) return ''
  if (Math.abs(days) < 7) return format({ weekday: 'short' }, atMs)
  const isNear = Math.abs(days) < 300
  return format({ day: 'numeric', month: 'short', ...(isNear ? {} : { year: 'numeric' }) }, atMs)
}

/** "Tue 09:02", "28 Oct 09:02"; only the time for today. */
export const moment = (atMs: number, nowMs: number): string =>
  [dayLabel(atMs, nowMs), clockTime(atMs)].filter(Boolean).join(' ')

/** A date without a time: "28 Oct", "28 Oct 2024". */
export const dateOnly = (atMs: number, nowMs: number): string =>
  daysBetween(nowMs, atMs) === 0 ? i18next.t('time.today') : dayLabel(atMs, nowMs)

/** A day that is kept on record, always with its year: "28 Oct 2024". */
export const calendarDate = (atMs: number): string => format({ dateStyle: 'medium' }, atMs)

/** Everything there is to say about a moment, for a tooltip. */
export const fullMoment = (atMs: number): string => format({ dateStyle: 'full', timeStyle: 'short' }, atMs)

/** The same of a day: "Monday, 30 November 2026". */
export const fullDay = (atMs: number): string => format({ dateStyle: 'full' }, atMs)

/** Length of time in one or two units: "9 m", "1 h 05", "3 d 20 h". */
export function span(ms: number): string {
  const minutes = Math.max(0, Math.round(Math.abs(ms) / MINUTE))
  if (minutes < 60) return i18next.t('time.minutes', { n: minutes })
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours < 24) {
    return rest === 0
      ? i18next.t('time.hours', { n: hours })
      : i18next.t('time.hoursMinutes', { h: hours, m: String(rest).padStart(2, '0') })
  }
  const [days, left] = [Math.floor(hours / 24), hours % 24]
  return left === 0 ? i18next.t('time.days', { n: days }) : i18next.t('time.daysHours', { d: days, h: left })
}

/** How long ago, in one unit, for lists: "9 m", "3 h", "2 d", then the date. */
export function ago(atMs: number, nowMs: number): string {
  const passed = nowMs - atMs
  if (passed < MINUTE) return i18next.t('time.now')
  if (passed < HOUR) return i18next.t('time.minutes', { n: Math.floor(passed / MINUTE) })
  if (passed < DAY) return i18next.t('time.hours', { n: Math.floor(passed / HOUR) })
  if (passed < 7 * DAY) return i18next.t('time.days', { n: Math.floor(passed / DAY) })
  return dayLabel(atMs, nowMs)
}

/** Decimals of a currency; throws for a code the platform does not know. */
const digitsOf = (currency: string): number =>
  numberFormat(JSON.stringify(['en', { style: 'currency', currency }])).resolvedOptions()
    .maximumFractionDigits ?? 2

/** Decimals of a currency; two where the platform does not know it. */
export function currencyDigits(currency: string): number {
  try {
    return digitsOf(currency)
  } catch {
    return 2
  }
}

/** What stands between a whole number and its decimals where the agent writes one: "." or ",". */
export const decimalMark = (): string => {
  const parts = numberFormat(JSON.stringify([region(), {}])).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}

/** Money from minor units; whole amounts without ",00". An unknown currency is written as it came. */
export function money(minor: number, currency: string): string {
  try {
    const amount = minor / 10 ** digitsOf(currency)
    const fraction = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}
    return formatNumber({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...fraction }, amount)
  } catch {
    return `${minor / 100} ${currency}`
  }
}

/** Yearly value, rounded: "8.4k €". */
export function roughMoney(minor: number, currency: string): string {
  try {
    const unit = 10 ** digitsOf(currency)
    const amount = minor / unit
    const style = {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      notation: 'compact',
    } as const
    const rough = { ...style, minimumFractionDigits: 0, maximumFractionDigits: 1 }
    const parts = numberFormat(JSON.stringify([region(), rough])).formatToParts(amount)
    // Some languages shorten nothing below a million: then whole units are rough enough.
    const isShort = parts.some(({ type }) => type === 'compact')
    return isShort ? parts.map(({ value }) => value).join('') : money(Math.round(amount) * unit, currency)
  } catch {
    return money(minor, currency)
  }
}

/** Words of somebody in the quotation marks of the language. */
export const quoted = (text: string): string => i18next.t('common.quoted', { text })

export const count = (value: number): string => formatNumber({}, value)
/** One digit behind the point, always. */
export const oneDecimal = (value: number): string =>
  formatNumber({ minimumFractionDigits: 1, maximumFractionDigits: 1 }, value)
/** A share of one as whole percent. */
export const percent = (share: number): string => formatNumber({ style: 'percent' }, share)
/** A share of one near one, as percent: never rounded up to all of it. */
export const uptimeShare = (share: number): string =>
  formatNumber({ style: 'percent', maximumFractionDigits: 2 }, Math.floor(share * 10_000) / 10_000)
/** Time as HH:MM:SS, for what is watched. */
export const clockSeconds = (atMs: number): string =>
  format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, atMs)
/** "Tue 24 Nov, 11:11" */
export const dayAndTime = (atMs: number): string =>
  `${format({ weekday: 'short', day: 'numeric', month: 'short' }, atMs)}, ${clockTime(atMs)}`

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
/** File size in the largest unit that keeps it above one. */
export function fileSize(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1000)))
  const unit = UNITS[step] ?? 'byte'
  return formatNumber(
    { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 },
    bytes / 1000 ** step,
  )
}

/** A language by its own code in the agent's language: "Spanish". */
export function languageName(code: string): string {
  try {
    return languageNames(region()).of(code) ?? code
  } catch {
    return code
  }
}

const listFormats = once(key => {
  const [locale, type] = JSON.parse(key) as [string, 'conjunction' | 'disjunction']
  return new Intl.ListFormat(locale, { type })
})
/** "a, b and c", or with 'any' "a, b or c", in the language of the window. */
export const listText = (parts: readonly string[], join: 'all' | 'any'): string =>
  listFormats(JSON.stringify([i18next.language, join === 'all' ? 'conjunction' : 'disjunction'])).format(
    parts,
  )

const countryNames = once(locale => new Intl.DisplayNames([locale], { type: 'region' }))
/** Name of a country by its code; anything else as it is written. */
export function countryName(code: string): string {
  try {
    return countryNames(i18next.language).of(code) ?? code
  } catch {
    return code
  }
}

/** 2024-01-01 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1)

/** The name of a weekday, 1 is Monday. */
export const weekdayName = (weekday: number): string =>
  new Intl.DateTimeFormat(i18next.language, { weekday: 'long', timeZone: 'UTC' }).format(
    A_MONDAY + (weekday - 1) * 86_400_000,
  )
