import { dayNumber, dayOf, isDay, weekdayOf } from './local-date.ts'
import { MONTH, monthNamed, NUMBER, numberOf, WEEKDAY, weekdayNamed } from './numbers.ts'
import { words } from './words.ts'
import { workingDaysAfter, workingDayUpTo } from './work-week.ts'
import type { WorkWeek } from './work-week.ts'

/** What it is now for whoever promises, and when they work. */
export type Today = {
  readonly dayNumber: number
  readonly minutes: number
  readonly week: WorkWeek
}

/** A day somebody named; `minutes` when the words say the time as well. */
export type NamedDay = { readonly dayNumber: number; readonly minutes: number | null }
export type DayWord = {
  readonly pattern: RegExp
  /** Null: there is no such day. */
  readonly read: (found: RegExpMatchArray, today: Today) => NamedDay | null
}

const FRIDAY = 5
const DAYS = 7
const at = (number: number, minutes: number | null = null): NamedDay => ({ dayNumber: number, minutes })

const BEFORE = /^(?:before|vor)(?![\p{L}])/iu
/** "Before Friday" is over when Friday begins. */
const upTo = (phrase: string, number: number, { week }: Today): NamedDay =>
  at(BEFORE.test(phrase) ? workingDayUpTo(week, number - 1) : number)

/** The next day of that name after today; "this" takes today as well, "next" one of the week that follows. */
function namedWeekday(phrase: string, weekday: number, today: Today): number {
  const own = weekdayOf(today.dayNumber)
  if (/^(?:next|nächste)/iu.test(phrase) || /(?:next|nächste[nr]?)\s/iu.test(phrase))
    return today.dayNumber - own + DAYS + weekday
  const ahead = (weekday - own + DAYS) % DAYS
  if (ahead === 0 && /(?:this|diese[nmr]?|este)\s/iu.test(phrase)) return today.dayNumber
  return today.dayNumber + (ahead === 0 ? DAYS : ahead)
}

/** The day of a date without a year: this year's, or next year's when that is long past. */
function dateOf(
  { day, month, year }: { day: number; month: number; year: number | null },
  today: Today,
): number | null {
  const now = dayOf(today.dayNumber)
  const full = year === null ? now.year : year < 100 ? 2000 + year : year
  const wanted = { year: full, month, day }
  if (!isDay(wanted)) return null
  const number = dayNumber(wanted)
  if (year !== null || number >= today.dayNumber) return number
  const later = { ...wanted, year: full + 1 }
  return isDay(later) ? dayNumber(later) : null
}

const GROUP = (name: string, pattern: string): string => `(?<${name}>${pattern})`
const PREFIX = `(?:(?:by|before|until|till|on|this|next|coming|no later than|latest|bis(?: zum| spätestens| kommenden| nächsten)?|am|vor|spätestens(?: am)?|kommenden|kommende|nächsten|nächste|diesen|ab|antes del?|el|este|para el) )*`

const endOfMonth = ({ year, month }: { year: number; month: number }, { week }: Today): number =>
  workingDayUpTo(
    week,
    dayNumber({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 }) - 1,
  )

function endOfWeek(today: Today, weeks: number): number {
  const own = weekdayOf(today.dayNumber)
  const friday = today.dayNumber - own + FRIDAY + weeks * DAYS
  const number = workingDayUpTo(today.week, friday)
  // Said on a Saturday it is the week that comes.
  return number < today.dayNumber ? workingDayUpTo(today.week, friday + DAYS) : number
}

const number = (found: RegExpMatchArray, name: string): number | null => {
  const text = found.groups?.[name]
  return text === undefined ? null : numberOf(text)
}

/** Days as people name them. Of two that begin alike the longer one counts. */
export const DAY_WORDS: readonly DayWord[] = [
  {
    pattern: words(`(?:by |until |bis |noch |still )?(?:today|heute|hoy)`),
    read: (_, today) => at(today.dayNumber),
  },
  {
    pattern: words(`tonight|(?:later )?this evening|heute abend|esta noche`),
    read: (_, today) => at(today.dayNumber, 20 * 60),
  },
  {
    pattern: words(`this afternoon|heute nachmittag|esta tarde`),
    read: (_, today) => at(today.dayNumber, 17 * 60),
  },
  {
    pattern: words(`this morning|heute (?:vormittag|früh|morgen)`),
    read: (_, today) => at(today.dayNumber, 12 * 60),
  },
  {
    pattern: words(
      `(?:by |until )?(?:the )?end of (?:the )?(?:business )?day|EOD|COB|close of business|(?:bis )?(?:zum )?(?:ende des tages|tagesende|feierabend|dienstschluss)`,
    ),
    read: (_, today) => at(today.dayNumber),
  },
  {
    pattern: words(`(?:by |until |bis |für |para )?(?:tomorrow|morgen|mañana)`),
    read: (_, today) => at(today.dayNumber + 1),
  },
  {
    pattern: words(`(?:by |bis )?(?:the day after tomorrow|übermorgen|pasado mañana)`),
    read: (_, today) => at(today.dayNumber + 2),
  },
  {
    pattern: words(`${PREFIX}(?:the )?${GROUP('weekday', WEEKDAY)}`),
    read: (found, today) => {
      const weekday = weekdayNamed(found.groups?.['weekday'] ?? '')
      return weekday === null ? null : upTo(found[0], namedWeekday(found[0], weekday, today), today)
    },
  },
  {
    pattern: words(
      `(?:in|within|innerhalb von|innerhalb|binnen|en|dentro de) (?:the next |den nächsten |der nächsten )?${GROUP('count', NUMBER)} ${GROUP('work', `(?:(?:working|business|work) |werk|arbeits)?`)}(?:days?|tage?n?s?|días?)(?: hábiles)?`,
    ),
    read: (found, today) => {
      const count = number(found, 'count')
      if (count === null) return null
      const isWork = (found.groups?.['work'] ?? '') !== ''
      return at(isWork ? workingDaysAfter(today.week, today.dayNumber, count) : today.dayNumber + count)
    },
  },
  {
    pattern: words(
      `(?:in|within|innerhalb|innerhalb von|binnen|en) (?:the next )?${GROUP('count', NUMBER)} (?:weeks?|wochen?|semanas?)`,
    ),
    read: (found, today) => {
      const count = number(found, 'count')
      return count === null ? null : at(today.dayNumber + count * DAYS)
    },
  },
  {
    pattern: words(
      `(?:(?:by|before|until|at|im laufe|bis|zum|gegen) )*(?:the )?(?:end of (?:this |the )?week|(?:ende )?(?:dieser|der|diese) woche|wochenende|this week|weekend)`,
    ),
    read: (_, today) => at(endOfWeek(today, 0)),
  },
  {
    pattern: words(
      `(?:(?:by|until|at|bis|zum) )*(?:the )?(?:end of )?(?:next week|(?:ende )?(?:nächster|kommender|nächste|kommende) woche|la próxima semana)`,
    ),
    read: (_, today) =>
      at(endOfWeek({ ...today, dayNumber: today.dayNumber - weekdayOf(today.dayNumber) + 1 }, 1)),
  },
  {
    pattern: words(
      `(?:(?:by|until|at|bis|zum) )*(?:the )?(?:end of (?:this |the )?month|ende (?:des|dieses) monats|monatsende)`,
    ),
    read: (_, today) => at(endOfMonth(dayOf(today.dayNumber), today)),
  },
  {
    // 5 March, 5. März, the 5th of March
    pattern: words(
      `${PREFIX}(?:the )?${GROUP('day', '\\d{1,2}')}(?:\\.|st|nd|rd|th)? (?:of |de )?${GROUP('month', MONTH)}(?:,? ${GROUP('year', '\\d{4}')})?`,
    ),
    read: (found, today) => readDate(found, today),
  },
  {
    // March 5, March 5th
    pattern: words(
      `${PREFIX}${GROUP('month', MONTH)} (?:the )?${GROUP('day', '\\d{1,2}')}(?:st|nd|rd|th)?(?:,? ${GROUP('year', '\\d{4}')})?`,
    ),
    read: (found, today) => readDate(found, today),
  },
  {
    // 5.3., 05.03.2026
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.])${PREFIX.replaceAll(' ', '\\s+')}(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.(?<year>\\d{4}|\\d{2})?(?![\\p{N}])`,
      'giu',
    ),
    read: (found, today) => readDate(found, today),
  },
  {
    pattern: words(
      `${PREFIX}${GROUP('year', '\\d{4}')}-${GROUP('month', '\\d{2}')}-${GROUP('day', '\\d{2}')}`,
    ),
    read: (found, today) => readDate(found, today),
  },
]

function readDate(found: RegExpMatchArray, today: Today): NamedDay | null {
  const { day = '', month = '', year } = found.groups ?? {}
  const monthNumber = /^\d+$/.test(month) ? Number(month) : monthNamed(month)
  if (monthNumber === null) return null
  const wanted = { day: Number(day), month: monthNumber, year: year === undefined ? null : Number(year) }
  const number = dateOf(wanted, today)
  return number === null ? null : upTo(found[0], number, today)
}
