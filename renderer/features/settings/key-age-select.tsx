import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KEY_AGES_DAYS } from '../../../shared/rules/key-age.ts'

const NEVER = ''

type KeyAgeSelectProps = {
  readonly label: string
  /** Days; null: never. */
  readonly value: number | null
  /** No longer than this is offered; null: anything is. */
  readonly most: number | null
  readonly onChange: (days: number | null) => void
}

/** After how long a laptop's key is replaced by itself. */
export function KeyAgeSelect({ label, value, most, onChange }: KeyAgeSelectProps) {
  const { t } = useTranslation()
  const known = [value, most].filter(days => days !== null)
  const ages = [...new Set<number>([...KEY_AGES_DAYS, ...known])].filter(
    days => most === null || days <= most,
  )
  return (
    <NativeSelect
      aria-label={label}
      value={value === null ? NEVER : String(value)}
      data={[
        ...(most === null ? [{ value: NEVER, label: t('dataKey.never') }] : []),
        ...ages
          .toSorted((a, b) => a - b)
          .map(days => ({ value: String(days), label: t('dataKey.days', { count: days }) })),
      ]}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value
        onChange(chosen === NEVER ? null : Number(chosen))
      }}
      w={200}
    />
  )
}
