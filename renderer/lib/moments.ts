const HOUR = 3_600_000
const MORNING = 9

/** A day from today at an hour of the agent's clock. */
function dayAt(nowMs: number, days: number, hour: number): number {
  const date = new Date(nowMs)
  date.setDate(date.getDate() + days)
  date.setHours(hour, 0, 0, 0)
  return date.getTime()
}

export const tomorrowMorning = (nowMs: number): number => dayAt(nowMs, 1, MORNING)

export const inHours = (nowMs: number, hours: number): number => nowMs + hours * HOUR

/** This evening at six; tomorrow's once it is past five. */
export const thisEvening = (nowMs: number): number =>
  new Date(nowMs).getHours() >= 17 ? dayAt(nowMs, 1, 18) : dayAt(nowMs, 0, 18)

/** At six the day after: for who is away until then. */
export const tomorrowEvening = (nowMs: number): number => dayAt(nowMs, 1, 18)

export const nextMonday = (nowMs: number): number => {
  const weekday = new Date(nowMs).getDay()
  return dayAt(nowMs, weekday === 1 ? 7 : (8 - weekday) % 7, MORNING)
}

export const nextWeek = (nowMs: number): number => dayAt(nowMs, 7, MORNING)

/** Value of a `datetime-local` input for a moment, in the agent's zone. */
export function toInput(atMs: number): string {
  const date = new Date(atMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Moment of a `datetime-local` input; null while it is not complete. */
export function fromInput(value: string): number | null {
  const atMs = new Date(value).getTime()
  return Number.isNaN(atMs) ? null : atMs
}
