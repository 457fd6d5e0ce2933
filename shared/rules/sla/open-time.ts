import { isAlwaysOpen, openDays } from './open-days.ts'
import type { CalendarHours } from './open-days.ts'
import { zoneStretches } from './zone-offsets.ts'

const DAY_MS = 86_400_000
/** Whoever is closed for longer has no deadline. */
const YEARS_AHEAD = 10
/** Time further back than this is not counted: no clock runs for so long. */
const YEARS_BACK = 20
const YEAR_MS = 366 * DAY_MS
/** 1 January 2500: later moments are mistakes. */
const LAST_MS = 16_725_225_600_000

/**
 * Opening hours as arithmetic. A moment is open when the clock on the wall there stands in a period of that day: an
 * hour that summer time skips is never open, one that comes twice counts twice.
 */
export type OpenTime = {
  /** The first moment by which `durationMs` of opening hours have passed since `startMs`; null when there is none in ten years. */
  readonly add: (startMs: number, durationMs: number) => number | null
  /** Opening hours between two moments, ms; 0 when the second is not later. */
  readonly between: (startMs: number, endMs: number) => number
}

/** Openings of one UTC year in order: the i-th is from starts[i] to ends[i], `passed[i]` were open before it. */
type Year = {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly passed: readonly number[]
  readonly totalMs: number
}

function openYear({ timeZone, ...hours }: CalendarHours, year: number): Year {
  const periodsOf = openDays({ timeZone, ...hours })
  const starts: number[] = []
  const ends: number[] = []
  for (const { fromMs, toMs, offsetMs } of zoneStretches(timeZone, year)) {
    const lastDay = Math.floor((toMs + offsetMs - 1) / DAY_MS)
    for (let day = Math.floor((fromMs + offsetMs) / DAY_MS); day <= lastDay; day += 1) {
      for (const period of periodsOf(day)) {
        const start = Math.max(fromMs, day * DAY_MS + period.fromMs - offsetMs)
        const end = Math.min(toMs, day * DAY_MS + period.toMs - offsetMs)
        if (start >= end) continue
        starts.push(start)
        ends.push(end)
      }
    }
  }
  const passed: number[] = []
  let totalMs = 0
  for (const [index, start] of starts.entries()) {
    passed.push(totalMs)
    totalMs += (ends[index] ?? start) - start
  }
  return { starts, ends, passed, totalMs }
}

/** Index of the last value that is at most `value`; -1 when all are larger. */
function lastAtMost(values: readonly number[], value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Opening hours of the year that have passed at a moment. */
function passedAt({ starts, ends, passed }: Year, atMs: number): number {
  const index = lastAtMost(starts, atMs)
  if (index < 0) return 0
  const start = starts[index] ?? 0
  return (passed[index] ?? 0) + Math.min(atMs, ends[index] ?? start) - start
}

/** The first moment at which `wantedMs` (above 0, at most the total) of the year's opening hours have passed. */
function momentOf({ starts, passed }: Year, wantedMs: number): number {
  // Strictly below: a duration that ends with a period is over when the period ends, not when the next one begins.
  const index = lastAtMost(passed, wantedMs - 1)
  return (starts[index] ?? 0) + wantedMs - (passed[index] ?? 0)
}

const yearOf = (ms: number): number => new Date(ms).getUTCFullYear()

const always: OpenTime = {
  add: (startMs, durationMs) => startMs + Math.max(0, durationMs),
  between: (startMs, endMs) => Math.max(0, endMs - startMs),
}

/** Opening hours around the clock, every day. */
export const ALWAYS_OPEN = always

/** Times are whole ms. A year is worked out once, when it is first asked for; after that an answer takes microseconds. */
export function createOpenTime(hours: CalendarHours): OpenTime {
  if (isAlwaysOpen(hours)) return always
  const years = new Map<number, Year>()
  const yearAt = (year: number): Year => {
    const made = years.get(year) ?? openYear(hours, year)
    years.set(year, made)
    return made
  }
  return {
    add: (startMs, durationMs) => {
      if (durationMs <= 0) return startMs
      if (startMs < 0 || startMs > LAST_MS) return null
      const first = yearOf(startMs)
      let wanted = durationMs + passedAt(yearAt(first), startMs)
      for (let year = first; year <= first + YEARS_AHEAD; year += 1) {
        const { totalMs } = yearAt(year)
        if (wanted <= totalMs) return momentOf(yearAt(year), wanted)
        wanted -= totalMs
      }
      return null
    },
    between: (startMs, endMs) => {
      const toMs = Math.min(endMs, LAST_MS)
      const fromMs = Math.max(startMs, toMs - YEARS_BACK * YEAR_MS, 0)
      if (toMs <= fromMs) return 0
      const [first, last] = [yearOf(fromMs), yearOf(toMs)]
      let open = passedAt(yearAt(last), toMs) - passedAt(yearAt(first), fromMs)
      for (let year = first; year < last; year += 1) open += yearAt(year).totalMs
      return open
    },
  }
}
