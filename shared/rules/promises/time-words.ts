import { NUMBER, numberOf } from './numbers.ts'
import { words } from './words.ts'

const HOUR = 60
const NOON = 12 * HOUR
const HALF_DAY = 12

export type TimeWord = {
  readonly pattern: RegExp
  /** Minute of the day; null: no clock shows it. */
  readonly read: (found: RegExpMatchArray) => number | null
}

const clock = (hour: number, minute: number): number | null =>
  hour <= 24 && minute < HOUR && hour * HOUR + minute <= 24 * HOUR ? hour * HOUR + minute : null

const part = (found: RegExpMatchArray, name: string): number => Number(found.groups?.[name] ?? 0)

const fixed = (minutes: number) => (): number => minutes
const AT = `(?:(?:by|at|before|around|until|till|um|bis|gegen|spätestens|ab|a las|a la|hacia las|al) )*`

/** Times of the day as people name them, without the day. */
export const TIME_WORDS: readonly TimeWord[] = [
  { pattern: words(`${AT}(?:noon|midday|mittags?|mediodía|lunch ?time)`), read: fixed(NOON) },
  { pattern: words(`(?:in the |am )?(?:morning|vormittags?|früh)|am morgen`), read: fixed(NOON) },
  { pattern: words(`(?:in the |am )?(?:afternoon|nachmittags?)`), read: fixed(17 * HOUR) },
  { pattern: words(`(?:in the |am )?(?:evening|abends?)`), read: fixed(20 * HOUR) },
  {
    pattern: words(`${AT}(?<hour>\\d{1,2}):(?<minute>\\d{2})(?:\\s?uhr|\\s?h)?`),
    read: found => clock(part(found, 'hour'), part(found, 'minute')),
  },
  {
    // With a dot only where nothing else can be meant: prices and versions have dots too.
    pattern: words(`${AT}(?<hour>\\d{1,2})\\.(?<minute>\\d{2})\\s?uhr`),
    read: found => clock(part(found, 'hour'), part(found, 'minute')),
  },
  {
    pattern: words(`${AT}(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s?(?<half>am|pm|a\\.m\\.?|p\\.m\\.?)`),
    read: found => {
      const hour = part(found, 'hour')
      if (hour < 1 || hour > HALF_DAY) return null
      const isLater = (found.groups?.['half'] ?? '').toLowerCase().startsWith('p')
      return clock((hour % HALF_DAY) + (isLater ? HALF_DAY : 0), part(found, 'minute'))
    },
  },
  {
    pattern: words(`${AT}(?<hour>\\d{1,2})\\s?(?:uhr|o['’]clock)`),
    read: found => clock(part(found, 'hour'), 0),
  },
]

export type SpanWord = {
  readonly pattern: RegExp
  /** Minutes from now; null: none. */
  readonly read: (found: RegExpMatchArray) => number | null
}

/** So long from now: counted on the clock, not in days. */
export const SPAN_WORDS: readonly SpanWord[] = [
  {
    pattern: words(
      `(?:in|within|innerhalb von|innerhalb|innerhalb der nächsten|binnen|in den nächsten|en) (?:the next |less than )?(?<count>${NUMBER}) (?<unit>hours?|stunden?|minutes?|minuten?|horas?|minutos?)`,
    ),
    read: found => {
      const count = numberOf(found.groups?.['count'] ?? '')
      const isHours = /^(?:h|s)/iu.test(found.groups?.['unit'] ?? '')
      return count === null ? null : count * (isHours ? HOUR : 1)
    },
  },
  {
    pattern: words(`(?:in|within) (?:the next|half an) hour|in der nächsten stunde|in einer halben stunde`),
    read: found => (/half|halben/iu.test(found[0]) ? HOUR / 2 : HOUR),
  },
]
