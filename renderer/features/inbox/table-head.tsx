import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MOST_PICKED } from '../../../shared/contract/bulk.ts'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { pickWholeView } from '../../data/pick-view.ts'
import { useFrontCounts } from '../../data/use-front-view.ts'
import { cx } from '../../lib/cx.ts'
import { pickOnly, useUi } from '../../stores/ui-store.ts'
import type { ColumnName } from '../../stores/columns-store.ts'
import classes from './inbox.module.css'
import lines from './ticket-line.module.css'

type TableHeadProps = { readonly columns: readonly ColumnName[]; readonly rows: readonly ListRow[] }

/** Names of the columns, and one box for the whole view, loaded or not. */
export function TableHead({ columns, rows }: TableHeadProps) {
  const { t } = useTranslation()
  const picked = useUi(state => state.picked.size)
  const kind = useUi(state => state.kind)
  const total = useFrontCounts()?.[kind] ?? rows.length
  const isAll = picked > 0 && picked >= Math.min(total, MOST_PICKED)
  return (
    <div className={classes['withBox']}>
      <Checkbox
        aria-label={t('inbox.pickAll')}
        checked={isAll}
        indeterminate={picked > 0 && !isAll}
        onChange={event => (event.currentTarget.checked ? void pickWholeView() : pickOnly([]))}
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
