import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calendar } from '../../../../shared/domain/service-levels.ts'
import { newestCalendars } from '../../../../shared/rules/sla/versions.ts'
import { CalendarForm } from './calendar-form.tsx'

const NEW = '-'

/** A key policies can name: of the name, and unlike all others. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const stem =
    plain
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 50) || 'calendar'
  if (!taken.includes(stem)) return stem
  let number = 2
  while (taken.includes(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}

/** Every calendar by its newest version, and a new one. */
export function Calendars({ calendars }: { readonly calendars: readonly Calendar[] }) {
  const { t } = useTranslation()
  const newest = newestCalendars(calendars)
  const [picked, setPicked] = useState<string>(newest[0]?.key ?? NEW)
  const calendar = newest.find(({ key }) => key === picked) ?? null
  return (
    <>
      <Select
        label={t('levels.calendar')}
        value={calendar?.key ?? NEW}
        data={[
          ...newest.map(({ key, name }) => ({ value: key, label: name })),
          { value: NEW, label: t('levels.newCalendar') },
        ]}
        onChange={value => value && setPicked(value)}
      />
      <CalendarForm
        key={calendar?.key ?? NEW}
        calendar={calendar}
        keyOf={name =>
          calendar?.key ??
          keyFor(
            name,
            newest.map(({ key }) => key),
          )
        }
        onMade={setPicked}
      />
    </>
  )
}
