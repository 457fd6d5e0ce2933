import { zoneOffset } from '../sla/zone-offsets.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const DAYS = 7

/** A day of the calendar, whatever the zone. */
export type Day = { readonly year: number; readonly month: number; readonly day: number }

/** Days since 1970: counting in these knows nothing of clocks that are changed. */
export const dayNumber = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / DAY_MS

export function dayOf(number: number): Day {
  const date = new Date(number * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (number: number): number => ((((number + 3) % DAYS) + DAYS) % DAYS) + 1

/** Whether the calendar has this day: no 31 June. */
export const isDay = (day: Day): boolean => {
  const { year, month, day: date } = dayOf(dayNumber(day))
  return year === day.year && month === day.month && date === day.day
}

/** Day and minute of the day a clock in the zone shows at a moment. */
export function localOf(
  atMs: number,
  timeZone: string,
): { readonly dayNumber: number; readonly minutes: number } {
  const local = atMs + zoneOffset(timeZone, atMs)
  const number = Math.floor(local / DAY_MS)
  return { dayNumber: number, minutes: Math.floor((local - number * DAY_MS) / MINUTE_MS) }
}

/**
 * The moment a clock in the zone shows that day and minute. A time the clocks jump over is as much later as they jump;
 * of a time they show twice it is the first.
 */
export function momentOf(number: number, minutes: number, timeZone: string): number {
  const local = number * DAY_MS + minutes * MINUTE_MS
  const before = zoneOffset(timeZone, local - DAY_MS)
  const after = zoneOffset(timeZone, local + DAY_MS)
  // With the offset that holds before a change the moment lies before it, or the time was jumped over.
  const early = local - before
  if (zoneOffset(timeZone, early) === before || before === after) return early
  const late = local - after
  return zoneOffset(timeZone, late) === after ? late : early
}
