/** A moment as the day of a date field, where the agent sits; '' for none. */
export function toDay(atMs: number | null): string {
  if (atMs === null) return ''
  const date = new Date(atMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Noon of that day, so that it stays the day wherever it is read; null for none or before 1970. */
export function fromDay(text: string): number | null {
  const atMs = new Date(`${text}T12:00`).getTime()
  return Number.isFinite(atMs) && atMs >= 0 ? atMs : null
}
