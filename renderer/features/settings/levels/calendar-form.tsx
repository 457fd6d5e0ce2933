import { TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calendar } from '../../../../shared/domain/service-levels.ts'
import type { CalendarContent } from '../../../../shared/rules/sla/calendar-problems.ts'
import { calendarProblems } from '../../../../shared/rules/sla/calendar-problems.ts'
import { calendarContent } from '../../../../shared/rules/sla/versions.ts'
import { act } from '../../../data/use-action.ts'
import { Holidays } from './holidays.tsx'
import { SaveBar } from './save-bar.tsx'
import { useVersion } from './use-version.ts'
import { Week } from './week.tsx'

type CalendarFormProps = {
  /** Null: a new one. */
  readonly calendar: Calendar | null
  readonly keyOf: (name: string) => string
  readonly onMade: (key: string) => void
}

const WORKDAYS = [1, 2, 3, 4, 5]
const fresh = (): CalendarContent => ({
  name: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: WORKDAYS.map(weekday => ({ weekday, from: '09:00', to: '17:00' })),
  holidays: [],
})

/** Hours of a week, days unlike others, and where the clock on the wall hangs. */
export function CalendarForm({ calendar, keyOf, onMade }: CalendarFormProps) {
  const { t } = useTranslation()
  const standing = useMemo(
    () => ({
      version: calendar?.version ?? 0,
      content: calendar ? calendarContent(calendar) : fresh(),
    }),
    [calendar],
  )
  const { content, change, reset, isChanged, seen, isOvertaken } = useVersion<CalendarContent>(standing)
  const problems = useMemo(() => calendarProblems(content), [content])
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const isWrong = (at: string): boolean => problems.some(problem => problem.at === at)
  const save = async (): Promise<void> => {
    const key = keyOf(content.name)
    if (await act('calendar.set', { key, seen, content })) onMade(key)
  }
  return (
    <>
      <TextInput
        label={t('levels.name')}
        value={content.name}
        error={isChanged && isWrong('name')}
        onChange={event => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('levels.timeZone')}
        list="time-zones"
        value={content.timeZone}
        error={isWrong('timeZone')}
        onChange={event => change({ timeZone: event.currentTarget.value })}
      />
      <datalist id="time-zones">
        {zones.map(zone => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Week week={content.week} isWrong={isWrong} onChange={week => change({ week })} />
      <Holidays holidays={content.holidays} isWrong={isWrong} onChange={holidays => change({ holidays })} />
      <SaveBar
        problems={isChanged ? problems : []}
        {...{ isChanged, isOvertaken }}
        onSave={() => void save()}
        onReset={reset}
      />
    </>
  )
}
