import type { Calendar } from '../../domain/service-levels.ts'
import { dayOf, weekdayOf } from './local-date.ts'

const NOON = 12 * 60
/** When a day of work ends for whoever has no calendar. */
const USUAL_END = 18 * 60
const USUAL_START = 9 * 60
const FRIDAY = 5
/** Later than this only machines are at work. */
const LATEST_END = 22 * 60
const LONGEST = 60

export type Hours = { readonly from: number; readonly to: number }
/** When people work: minutes of the day by day number; null: they do not. */
export type WorkWeek = (dayNumber: number) => Hours | null

/** Monday to Friday, nine to six. */
export const USUAL_WEEK: WorkWeek = number =>
  weekdayOf(number) <= FRIDAY ? { from: USUAL_START, to: USUAL_END } : null

const minutesOf = (time: string): number => {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** From the first opening to the last closing of each day, holidays as they are. */
export function weekOf(calendar: Pick<Calendar, 'week' | 'holidays'> | null): WorkWeek {
  if (!calendar || calendar.week.length === 0) return USUAL_WEEK
  const { week, holidays } = calendar
  return number => {
    const { year, month, day } = dayOf(number)
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    const holiday = holidays.find(each => each.date === date)
    const open = holiday ? holiday.open : week.filter(({ weekday }) => weekday === weekdayOf(number))
    if (open.length === 0) return null
    return {
      from: Math.min(...open.map(({ from }) => minutesOf(from))),
      to: Math.max(...open.map(({ to }) => minutesOf(to))),
    }
  }
}

/** When work of that day ends; on a day off, and where somebody is there around the clock, as on any other. */
export const endOfWork = (week: WorkWeek, number: number): number => {
  const to = week(number)?.to ?? USUAL_END
  return to > NOON && to <= LATEST_END ? to : USUAL_END
}

/** The day so many working days after. Without any within two months, days are counted plainly. */
export function workingDaysAfter(week: WorkWeek, number: number, count: number): number {
  let left = count
  let day = number
  while (left > 0 && day < number + LONGEST) {
    day += 1
    if (week(day)) left -= 1
  }
  return left === 0 ? day : number + count
}

/** The last working day up to and with that day; the day itself when there was none for a week. */
export function workingDayUpTo(week: WorkWeek, number: number): number {
  for (let day = number; day > number - 7; day -= 1) if (week(day)) return day
  return number
}
