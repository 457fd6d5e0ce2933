import type { Calendar, OpenPeriod } from '../../domain/service-levels.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const DAYS_OF_WEEK = 7
const END_OF_DAY = 24 * 60

/** Opening times of a day in ms since its local midnight, sorted, without overlaps. */
export type DayPeriods = readonly { readonly fromMs: number; readonly toMs: number }[]
export type CalendarHours = Pick<Calendar, 'timeZone' | 'week' | 'holidays'>

/** Minutes since midnight of `HH:MM`, up to `24:00`; null when it is no such time. */
export function minutesOf(time: string): number | null {
  const match = /^(\d{2}):([0-5]\d)$/.exec(time)
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return minutes <= END_OF_DAY ? minutes : null
}

/** Number of the day since 1 January 1970 of `YYYY-MM-DD`; null when there is no such day. */
export function dayNumberOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const ms = Date.parse(`${date}T00:00:00Z`)
  // Date.parse takes 30 February for 1 or 2 March.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? null : ms / DAY_MS
}

/** 1 January 1970 was a Thursday. */
const weekdayOf = (dayNumber: number): number => (((dayNumber + 3) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % 7

/** Sorted and united; what makes no sense is left out, because rows come from other versions too. */
function tidy(periods: readonly OpenPeriod[]): DayPeriods {
  const known = periods
    .flatMap(({ from, to }) => {
      const [start, end] = [minutesOf(from), minutesOf(to)]
      return start === null || end === null || start >= end
        ? []
        : [{ fromMs: start * MINUTE_MS, toMs: end * MINUTE_MS }]
    })
    .toSorted((left, right) => left.fromMs - right.fromMs)
  const united: { fromMs: number; toMs: number }[] = []
  for (const period of known) {
    const last = united.at(-1)
    if (last && period.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, period.toMs)
    else united.push({ ...period })
  }
  return united
}

/** Answers the periods of any local day, by its number. */
export function openDays({ week, holidays }: CalendarHours): (dayNumber: number) => DayPeriods {
  const weekdays = Array.from({ length: DAYS_OF_WEEK }, (_, index) =>
    tidy(week.filter(({ weekday }) => weekday === index + 1)),
  )
  const special = new Map(
    holidays.flatMap(({ date, open }) => {
      const dayNumber = dayNumberOf(date)
      return dayNumber === null ? [] : [[dayNumber, tidy(open)] as const]
    }),
  )
  return dayNumber => special.get(dayNumber) ?? weekdays[weekdayOf(dayNumber)] ?? []
}

/** Open at every moment: time needs no calendar then. */
export const isAlwaysOpen = ({ week, holidays }: CalendarHours): boolean =>
  holidays.length === 0 &&
  [1, 2, 3, 4, 5, 6, 7].every(day => {
    const [only] = tidy(week.filter(({ weekday }) => weekday === day))
    return only?.fromMs === 0 && only.toMs === DAY_MS
  })
