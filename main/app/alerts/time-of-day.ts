import type { Language } from '../../../shared/rules/language.ts'

/** Minute of the local day, 0 to 1439. */
export function minuteOfDay(nowMs: number): number {
  const now = new Date(nowMs)
  return now.getHours() * 60 + now.getMinutes()
}

/** "09:10" of today; of another day with the day, "Mon 09:10". Local time. */
export function timeText(atMs: number, nowMs: number, language: Language): string {
  const [at, now] = [new Date(atMs), new Date(nowMs)]
  const isToday = at.toDateString() === now.toDateString()
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...(isToday ? {} : { weekday: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}
