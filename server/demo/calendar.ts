import type { Dice } from '../../shared/demo/dice.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './world.ts'

/** Day of the week at an offset from UTC: 0 Sunday … 6 Saturday. */
export const weekday = (atMs: number, offsetMinutes: number): number =>
  new Date(atMs + offsetMinutes * MINUTE_MS).getUTCDay()

/** Midnight of the day `atMs` falls in, as an absolute time. */
export const dayStart = (atMs: number, offsetMinutes: number): number => {
  const shift = offsetMinutes * MINUTE_MS
  return Math.floor((atMs + shift) / DAY_MS) * DAY_MS - shift
}

/** The next time it is this weekday and hour there, after `atMs`. */
export function nextAt(
  atMs: number,
  day: number,
  { hour, offsetMinutes }: { readonly hour: number; readonly offsetMinutes: number },
): number {
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const start = dayStart(atMs, offsetMinutes) + ahead * DAY_MS
    const time = start + hour * HOUR_MS
    if (time > atMs && weekday(start + DAY_MS / 2, offsetMinutes) === day) return time
  }
  throw new Error('A week has seven days')
}

/** The last time it was this weekday and hour there, at least `least` before `atMs`. */
export function lastAt(
  atMs: number,
  day: number,
  at: { readonly hour: number; readonly offsetMinutes: number; readonly leastMs: number },
): number {
  const furthest = Math.ceil(at.leastMs / DAY_MS) + 7
  for (let back = 0; back <= furthest; back += 1) {
    const start = dayStart(atMs, at.offsetMinutes) - back * DAY_MS
    const time = start + at.hour * HOUR_MS
    if (time <= atMs - at.leastMs && weekday(start + DAY_MS / 2, at.offsetMinutes) === day) return time
  }
  throw new Error('A week has seven days')
}

/** A moment when somebody there would write: mostly working days, mostly working hours, recent days more often. */
export function writingMoment(
  dice: Dice,
  span: { readonly fromMs: number; readonly toMs: number; readonly offsetMinutes: number },
): number {
  const { fromMs, toMs, offsetMinutes } = span
  const days = Math.max(1, Math.floor((toMs - fromMs) / DAY_MS))
  for (let tries = 0; tries < 8; tries += 1) {
    const start = dayStart(toMs - Math.floor(days * dice.random() ** 1.5) * DAY_MS, offsetMinutes)
    const day = weekday(start + DAY_MS / 2, offsetMinutes)
    const isWorkday = day >= 1 && day <= 5
    const hour = dice.chance(0.85) ? 8 + dice.random() * 10 : 6 + dice.random() * 17
    const atMs = Math.floor(start + hour * HOUR_MS)
    if (atMs > fromMs && atMs < toMs && (isWorkday || dice.chance(0.15))) return atMs
  }
  return Math.floor(fromMs + dice.random() * (toMs - fromMs))
}
