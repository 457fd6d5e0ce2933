import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { HISTORY_DAYS } from '../../../shared/rules/scope-policy.ts'

type DaysSelectProps = {
  readonly label: string
  readonly value: number | null
  /** Only what is less; null: everything is offered. */
  readonly most: number | null
  readonly onChange: (days: number | null) => void
}

/** How much of closed work is held, by age. */
export function DaysSelect({ label, value, most, onChange }: DaysSelectProps) {
  const { t } = useTranslation()
  const offered = HISTORY_DAYS.filter(days => most === null || days < most)
  const all = t(most === null ? 'laptops.anyAge' : 'laptops.asEverybody')
  return (
    <NativeSelect
      aria-label={label}
      value={value === null ? '' : String(value)}
      data={[
        ...offered.map(days => ({ value: String(days), label: t('laptops.daysOf', { count: days }) })),
        { value: '', label: all },
      ]}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
      }
      w={260}
    />
  )
}
