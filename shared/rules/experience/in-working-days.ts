const DAY_MS = 86_400_000
const SATURDAY = 6

const isWeekend = (atMs: number): boolean => {
  const day = new Date(atMs).getUTCDay()
  return day === 0 || day === SATURDAY
}

/** The same time of day so many working days on, ms; Saturdays and Sundays (UTC) do not count. */
export function inWorkingDays(fromMs: number, days: number): number {
  let atMs = fromMs
  for (let left = days; left > 0;) {
    atMs += DAY_MS
    if (!isWeekend(atMs)) left -= 1
  }
  while (isWeekend(atMs)) atMs += DAY_MS
  return atMs
}
