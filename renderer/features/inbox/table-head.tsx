import { Checkbox } from '@mantine/core'
import { IconArrowNarrowDown } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PICKED } from '../../../shared/contract/bulk.ts'
import type { ListRow, SortName } from '../../../shared/contract/threads.ts'
import { pickWholeView } from '../../data/pick-view.ts'
import { useFrontCounts } from '../../data/use-front-view.ts'
import { isOwnField } from '../../../shared/rules/saved-views/fields.ts'
import type { OwnField } from '../../../shared/rules/saved-views/fields.ts'
import { fieldName } from '../../lib/field-name.ts'
import { cx } from '../../lib/cx.ts'
import { pickOnly, sortBy, useUi } from '../../stores/ui-store.ts'
import type { ColumnName as Column } from '../../stores/columns-store.ts'
import classes from './inbox.module.css'
import lines from './ticket-line.module.css'

type TableHeadProps = {
  readonly at: RefObject<HTMLDivElement | null>
  readonly columns: readonly Column[]
  readonly rows: readonly ListRow[]
}

/** Names of the columns, and one box for the whole view, loaded or not. */
export function TableHead({ at, columns, rows }: TableHeadProps) {
  const { t } = useTranslation()
  const picked = useUi(state => state.picked.size)
  const kind = useUi(state => state.kind)
  const total = useFrontCounts()?.[kind] ?? rows.length
  const isAll = picked > 0 && picked >= Math.min(total, MOST_PICKED)
  return (
    <div ref={at} className={classes['tableHead']}>
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
            <span key={column} className={cx(lines['cell'], lines[isOwnField(column) ? 'own' : column])}>
              <ColumnName column={column} />
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Columns the list can be in the order of. */
const SORTS: Readonly<Partial<Record<Exclude<Column, OwnField>, SortName>>> = {
  activity: 'newest',
  waiting: 'waiting',
  priority: 'priority',
  due: 'due',
  tier: 'tier',
}

function ColumnName({ column }: { readonly column: Column }) {
  const { t } = useTranslation()
  const sort = isOwnField(column) ? undefined : SORTS[column]
  const isSorted = useUi(state => state.sort === sort)
  const name = isOwnField(column) ? fieldName(column) : t(`columns.${column}`)
  if (sort === undefined) return <span title={name}>{name}</span>
  return (
    <button
      type="button"
      className={lines['sort']}
      aria-pressed={isSorted}
      title={t('inbox.sortBy', { sort: t(`sorts.${sort}`) })}
      onClick={() => sortBy(sort)}
    >
      {name}
      {isSorted && <IconArrowNarrowDown aria-hidden />}
    </button>
  )
}
