import { Menu } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCheck, IconChevronDown, IconEdit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SortName, ViewName } from '../../../shared/contract/threads.ts'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { count } from '../../lib/format.ts'
import { showView, sortBy, toggleForm, useUi } from '../../stores/ui-store.ts'
import { COLUMNS } from './columns.ts'
import type { ColumnName } from './columns.ts'
import classes from './inbox.module.css'

type InboxHeaderProps = {
  readonly columns: readonly ColumnName[]
  readonly onToggleColumn: (column: ColumnName) => void
}

/** Which view is in front, how it is sorted and shown, and the door to a new ticket. */
export function InboxHeader({ columns, onToggleColumn }: InboxHeaderProps) {
  const { t } = useTranslation()
  return (
    <header className={classes['header']}>
      <ViewMenu />
      <ListMenu columns={columns} onToggleColumn={onToggleColumn} />
      <IconButton
        label={t('commands.ticket.new')}
        shortcut={shortcutFor('ticket.new')}
        icon={<IconEdit />}
        onClick={() => runCommand('ticket.new')}
      />
    </header>
  )
}

function ViewMenu() {
  const { t } = useTranslation()
  const view = useUi(state => state.view)
  const kind = useUi(state => state.kind)
  const counts = useLiveValue('threads.counts', {})
  const total = counts?.[view][kind]
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes['view']}>
          <span className="for-readers">{t('inbox.view')}</span>
          <span>{t(`views.${view}`)}</span>
          {total !== undefined && <span className={classes['total']}>{count(total)}</span>}
          <IconChevronDown aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {ViewName.options.map(name => (
          <Menu.Item
            key={name}
            onClick={() => showView(name)}
            leftSection={name === view ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
            rightSection={
              <span className={classes['viewCount']}>{counts ? count(counts[name].all) : ''}</span>
            }
          >
            {t(`views.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function ListMenu({ columns, onToggleColumn }: InboxHeaderProps) {
  const { t } = useTranslation()
  const sort = useUi(state => state.sort)
  const form = useUi(state => state.form)
  const check = (isOn: boolean) => (isOn ? <IconCheck size={14} /> : <span style={{ width: 14 }} />)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label={t('inbox.sortAndShow')} icon={<IconAdjustmentsHorizontal />} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('inbox.sort')}</Menu.Label>
        {SortName.options.map(name => (
          <Menu.Item key={name} leftSection={check(name === sort)} onClick={() => sortBy(name)}>
            {t(`sorts.${name}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={check(form === 'table')} onClick={toggleForm} rightSection={<span>V</span>}>
          {t('inbox.asTable')}
        </Menu.Item>
        {form === 'table' && <Menu.Label>{t('inbox.columns')}</Menu.Label>}
        {form === 'table' &&
          COLUMNS.filter(column => column !== 'subject').map(column => (
            <Menu.Item
              key={column}
              closeMenuOnClick={false}
              leftSection={check(columns.includes(column))}
              onClick={() => onToggleColumn(column)}
            >
              {t(`columns.${column}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
