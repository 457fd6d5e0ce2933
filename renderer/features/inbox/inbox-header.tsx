import { Menu } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCheck, IconDownload, IconEdit, IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SortName } from '../../../shared/contract/threads.ts'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { useOwnFields } from '../../components/conditions/use-own-fields.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Keys } from '../../components/keys.tsx'
import { fieldName } from '../../lib/field-name.ts'
import { useIsGuest } from '../../data/guest.ts'
import { sortBy, toggleForm, useUi } from '../../stores/ui-store.ts'
import { COLUMNS, toggleColumn } from '../../stores/columns-store.ts'
import type { ColumnName } from '../../stores/columns-store.ts'
import classes from './inbox.module.css'
import { saveList } from './save-list.ts'
import { ViewMenu } from './view-menu.tsx'

type InboxHeaderProps = { readonly columns: readonly ColumnName[] }

/** Which view is in front, how it is sorted and shown, and the door to a new ticket. */
export function InboxHeader({ columns }: InboxHeaderProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  return (
    <header className={classes['header']}>
      <ViewMenu />
      <span className={classes['filter']}>
        <IconButton
          label={t('commands.list.filter')}
          shortcut={shortcutFor('list.filter')}
          icon={<IconFilter />}
          onClick={() => runCommand('list.filter')}
        />
      </span>
      <ListMenu columns={columns} />
      {!isGuest && (
        <IconButton
          label={t('commands.ticket.new')}
          shortcut={shortcutFor('ticket.new')}
          icon={<IconEdit />}
          onClick={() => runCommand('ticket.new')}
        />
      )}
    </header>
  )
}

const check = (isOn: boolean) => (isOn ? <IconCheck size={14} /> : <span style={{ width: 14 }} />)

function ListMenu({ columns }: InboxHeaderProps) {
  const { t } = useTranslation()
  const sort = useUi(state => state.sort)
  const form = useUi(state => state.form)
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
        {/* Here too: a narrow list has no room for its icon beside the name of the view. */}
        <Menu.Item
          leftSection={<IconFilter size={14} />}
          onClick={() => runCommand('list.filter')}
          rightSection={<Keys shortcut={shortcutFor('list.filter') ?? ''} />}
        >
          {t('commands.list.filter')}
        </Menu.Item>
        <Menu.Item
          leftSection={check(form === 'table')}
          onClick={toggleForm}
          rightSection={<Keys shortcut={shortcutFor('list.toggleForm') ?? ''} />}
        >
          {t('inbox.asTable')}
        </Menu.Item>
        {form === 'table' && <ColumnItems columns={columns} />}
        <Menu.Divider />
        <Menu.Item leftSection={<IconDownload size={14} />} onClick={() => void saveList(columns)}>
          {t('inbox.saveCsv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Which columns the table has: those of the console, then the fields of the team's forms. */
function ColumnItems({ columns }: InboxHeaderProps) {
  const { t } = useTranslation()
  const own = useOwnFields('')
  const item = (column: ColumnName, name: string) => (
    <Menu.Item
      key={column}
      closeMenuOnClick={false}
      leftSection={check(columns.includes(column))}
      onClick={() => toggleColumn(column)}
    >
      <span dir="auto">{name}</span>
    </Menu.Item>
  )
  return (
    <>
      <Menu.Label>{t('inbox.columns')}</Menu.Label>
      {COLUMNS.filter(column => column !== 'subject').map(column => item(column, t(`columns.${column}`)))}
      {own.length > 0 && <Menu.Label>{t('view.subjects.own')}</Menu.Label>}
      {own.map(column => item(column, fieldName(column)))}
    </>
  )
}
