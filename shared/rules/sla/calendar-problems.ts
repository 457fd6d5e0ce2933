import type { Calendar, OpenPeriod } from '../../domain/service-levels.ts'
import { dayNumberOf, minutesOf } from './open-days.ts'
import { isKnownZone } from './zone-offsets.ts'

/** What people set about a calendar; key and version are not theirs to choose. */
export type CalendarContent = Pick<Calendar, 'name' | 'timeZone' | 'week' | 'holidays'>

export const CALENDAR_PROBLEMS = [
  'name-missing',
  'zone-unknown',
  'time-wrong',
  'period-reversed',
  'never-open',
  'day-wrong',
  'day-twice',
  'day-name-missing',
] as const
/** `at` names the place: 'name', 'timeZone', 'week.3.0' (Wednesday's first period), 'holidays.2'. */
export type CalendarProblem = { readonly what: (typeof CALENDAR_PROBLEMS)[number]; readonly at: string }

function periodProblem({ from, to }: OpenPeriod): CalendarProblem['what'] | null {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  if (start === null || end === null) return 'time-wrong'
  return start >= end ? 'period-reversed' : null
}

const DAYS = [1, 2, 3, 4, 5, 6, 7]

function weekProblems(week: CalendarContent['week']): readonly CalendarProblem[] {
  return DAYS.flatMap(day =>
    week
      .filter(({ weekday }) => weekday === day)
      .flatMap((period, index) => {
        const what = periodProblem(period)
        return what ? [{ what, at: `week.${day}.${index}` }] : []
      }),
  )
}

function holidayProblems(holidays: CalendarContent['holidays']): readonly CalendarProblem[] {
  return holidays.flatMap(({ date, name, open }, index): readonly CalendarProblem[] => {
    const at = `holidays.${index}`
    const isTwice = holidays.findIndex(each => each.date === date) < index
    const wrong = open.flatMap(period => periodProblem(period) ?? [])[0]
    return [
      ...(dayNumberOf(date) === null ? [{ what: 'day-wrong' as const, at }] : []),
      ...(isTwice && dayNumberOf(date) !== null ? [{ what: 'day-twice' as const, at }] : []),
      ...(name.trim() === '' ? [{ what: 'day-name-missing' as const, at }] : []),
      ...(wrong ? [{ what: wrong, at }] : []),
    ]
  })
}

/** Everything that is wrong with a calendar, each with its place; empty when it can be used. Pure. */
export function calendarProblems({
  name,
  timeZone,
  week,
  holidays,
}: CalendarContent): readonly CalendarProblem[] {
  const isNever = week.length === 0 && holidays.every(({ open }) => open.length === 0)
  return [
    ...(name.trim() === '' ? [{ what: 'name-missing' as const, at: 'name' }] : []),
    ...(isKnownZone(timeZone) ? [] : [{ what: 'zone-unknown' as const, at: 'timeZone' }]),
    ...weekProblems(week),
    ...holidayProblems(holidays),
    // Clocks that never run would promise nothing and look as if they did.
    ...(isNever ? [{ what: 'never-open' as const, at: 'week' }] : []),
  ]
}
