import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RowAround } from '../../../shared/contract/explain.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { explain } from '../../stores/ui-store.ts'

const keyOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table} ${id}`

/** Every other row of the ticket and its person, to be found by name: what was changed here comes first. */
export function OtherRows({ ticketId, current }: { readonly ticketId: string; readonly current: string }) {
  const { t } = useTranslation()
  const rows = useLiveValue('rows.around', { ticketId })
  if (!rows) return null
  const kindOf = (table: string): string => dynamicText(`why.kinds.${table}`) ?? table
  const labelOf = ({ table, title, isChangedHere }: RowAround): string => {
    const name = title ?? kindOf(table)
    return isChangedHere ? t('why.waits', { title: name }) : name
  }
  const names = [...new Set(rows.map(({ table }) => table))]
  return (
    <Select
      searchable
      clearable={false}
      label={t('why.another')}
      placeholder={t('why.find')}
      nothingFoundMessage={t('why.none')}
      maxDropdownHeight={280}
      comboboxProps={{ zIndex: 330 }}
      value={rows.some(row => keyOf(row) === current) ? current : null}
      data={names.map(table => ({
        group: kindOf(table),
        items: rows
          .filter(row => row.table === table)
          .map(row => ({ value: keyOf(row), label: labelOf(row) })),
      }))}
      onChange={key => {
        const row = rows.find(each => keyOf(each) === key)
        if (row) explain({ table: row.table, id: row.id, field: null })
      }}
      mb={12}
    />
  )
}
