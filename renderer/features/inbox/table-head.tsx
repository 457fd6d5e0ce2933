import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { cx } from '../../lib/cx.ts'
import { pickOnly, useUi } from '../../stores/ui-store.ts'
import type { ColumnName } from './columns.ts'
import classes from './inbox.module.css'
import lines from './ticket-line.module.css'

type TableHeadProps = { readonly columns: readonly ColumnName[]; readonly rows: readonly ListRow[] }

/** Names of the columns, and one box for all rows that are loaded. */
export function TableHead({ columns, rows }: TableHeadProps) {
  const { t } = useTranslation()
  const picked = useUi(state => state.picked.size)
  return (
    <div className={classes['withBox']}>
      <Checkbox
        aria-label={t('inbox.pickAll')}
        checked={picked > 0 && picked >= rows.length}
        indeterminate={picked > 0 && picked < rows.length}
        onChange={event => pickOnly(event.currentTarget.checked ? rows.map(row => row.ticketId) : [])}
      />
      <div className={lines['head']}>
        <span className={lines['marks']} />
        {columns.map(column => (
          <span key={column} className={cx(lines['cell'], lines[column])}>
            {t(`columns.${column}`)}
          </span>
        ))}
      </div>
    </div>
  )
}
