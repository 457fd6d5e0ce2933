import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useColumns } from '../../stores/columns-store.ts'

type ColumnsChoiceProps = {
  readonly columns: readonly string[] | null
  readonly onChange: (columns: string[] | null) => void
}

/** Whether the view brings its columns: those that are in front now. */
export function ColumnsChoice({ columns, onChange }: ColumnsChoiceProps) {
  const { t } = useTranslation()
  const now = useColumns()
  return (
    <Select<'own' | 'kept'>
      label={t('view.columns')}
      value={columns === null ? 'own' : 'kept'}
      onChange={value => onChange(value === 'kept' ? [...now] : null)}
      data={[
        { value: 'own', label: t('view.columnsOwn') },
        { value: 'kept', label: t('view.columnsKept') },
      ]}
    />
  )
}
