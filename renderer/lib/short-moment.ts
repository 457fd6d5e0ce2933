import i18next from 'i18next'
import { clockTime, dayLabel, daysBetween } from './format.ts'

/** "Fri", "Fri 12:00", "today 12:00": for a chip. Without a time of its own only today says one. */
export function shortMoment(
  atMs: number,
  { nowMs, isTimed }: { readonly nowMs: number; readonly isTimed: boolean },
): string {
  const isToday = daysBetween(nowMs, atMs) === 0
  const day = isToday ? i18next.t('promises.today') : dayLabel(atMs, nowMs)
  return isTimed || isToday ? `${day} ${clockTime(atMs)}` : day
}
