import type { CalendarHours } from '../../shared/rules/sla/open-days.ts'

const MINUTE_MS = 60_000

type WallTime = { readonly date: string; readonly weekday: number; readonly minute: number }

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map<string, Intl.DateTimeFormat>()

const QUARTER_MS = 15 * MINUTE_MS
const walls = new Map<string, WallTime>()

/** As `readWall`, which is asked once a quarter of an hour: no zone changes its clocks in between. */
function wallTime(timeZone: string, atMs: number): WallTime {
  const quarterMs = Math.floor(atMs / QUARTER_MS) * QUARTER_MS
  const key = `${timeZone} ${quarterMs}`
  const known = walls.get(key) ?? readWall(timeZone, quarterMs)
  if (walls.size > 100_000) walls.clear()
  walls.set(key, known)
  return { ...known, minute: known.minute + (atMs - quarterMs) / MINUTE_MS }
}

/** What clock and calendar on the wall show at a moment. */
function readWall(timeZone: string, atMs: number): WallTime {
  const known = formats.get(timeZone)
  const format =
    known ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]))
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    weekday: WEEKDAYS.indexOf(parts['weekday'] ?? '') + 1,
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  }
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Whether the minute that begins at `atMs` is open: look at the wall, look at the plan. */
export function isOpenMinute({ timeZone, week, holidays }: CalendarHours, atMs: number): boolean {
  const wall = wallTime(timeZone, atMs)
  const holiday = holidays.findLast(({ date }) => date === wall.date)
  const periods = holiday ? holiday.open : week.filter(({ weekday }) => weekday === wall.weekday)
  return periods.some(({ from, to }) => minutes(from) <= wall.minute && wall.minute < minutes(to))
}

/** Opening hours between two whole minutes, ms: one minute after the other. */
export function slowBetween(hours: CalendarHours, startMs: number, endMs: number): number {
  let open = 0
  for (let atMs = startMs; atMs < endMs; atMs += MINUTE_MS) if (isOpenMinute(hours, atMs)) open += MINUTE_MS
  return open
}

/** The first whole minute by which so many minutes were open; null when that is not before `giveUpMs`. */
export function slowAdd(
  hours: CalendarHours,
  startMs: number,
  { durationMs, giveUpMs }: { readonly durationMs: number; readonly giveUpMs: number },
): number | null {
  let left = durationMs
  for (let atMs = startMs; atMs < giveUpMs; atMs += MINUTE_MS) {
    if (left <= 0) return atMs
    if (isOpenMinute(hours, atMs)) left -= MINUTE_MS
  }
  return left <= 0 ? giveUpMs : null
}
