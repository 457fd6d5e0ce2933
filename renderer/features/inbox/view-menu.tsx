import { Menu } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconChevronDown,
  IconListDetails,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { savedRef, ViewName } from '../../../shared/contract/threads.ts'
import type { SavedView, ViewCount } from '../../../shared/contract/views.ts'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { shownCount, useFrontCounts, useFrontView } from '../../data/use-front-view.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { showSaved } from '../../data/view-intents.ts'
import { count } from '../../lib/format.ts'
import { showView, useUi } from '../../stores/ui-store.ts'
import classes from './inbox.module.css'

/** Which view is in front; its menu holds the standing ones, one's own, and those shared by supervisors. */
export function ViewMenu() {
  const { t } = useTranslation()
  const front = useFrontView()
  const kind = useUi(state => state.kind)
  const counts = useFrontCounts()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes['view']} title={front.saved ? front.name : undefined}>
          <span className="for-readers">{t('inbox.view')}</span>
          <span dir="auto">{front.name}</span>
          {counts && <span className={classes['total']}>{shownCount(counts, kind)}</span>}
          <IconChevronDown aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes['views']}>
        <Standing />
        <SavedViews />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlus size={14} />}
          rightSection={<Keys shortcut={shortcutFor('view.save') ?? ''} />}
          onClick={() => runCommand('view.save')}
        >
          {t('view.saveAs')}
        </Menu.Item>
        {front.saved && (
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => runCommand('view.edit')}>
            {t('commands.view.edit')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconListDetails size={14} />} onClick={() => runCommand('view.arrange')}>
          {t('commands.view.arrange')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const mark = (isOn: boolean): ReactNode => (isOn ? <IconCheck size={14} /> : <span style={{ width: 14 }} />)

function Standing() {
  const { t } = useTranslation()
  const view = useUi(state => state.view)
  const counts = useLiveValue('threads.counts', {})
  const late = useLiveValue('threads.late', {})
  return ViewName.options.map(name => (
    <Menu.Item
      key={name}
      onClick={() => showView(name)}
      leftSection={mark(name === view)}
      rightSection={
        <span className={classes['viewCount']}>
          {late && late[name].all > 0 && (
            <span className={classes['viewLate']}>{t('inbox.late', { count: late[name].all })}</span>
          )}
          {counts ? count(counts[name].all) : ''}
        </span>
      }
    >
      {t(`views.${name}`)}
    </Menu.Item>
  ))
}

function SavedViews() {
  const { t } = useTranslation()
  const views = useLiveValue('views.list', {}) ?? []
  const counts = useLiveValue('views.counts', views.length === 0 ? null : {})
  const own = views.filter(({ isShared }) => !isShared)
  const shared = views.filter(({ isShared }) => isShared)
  return (
    <>
      {own.length > 0 && <Menu.Label>{t('view.mine')}</Menu.Label>}
      {own.map(view => (
        <SavedItem key={view.id} view={view} counts={counts?.[view.id]} />
      ))}
      {shared.length > 0 && <Menu.Label>{t('view.shared')}</Menu.Label>}
      {shared.map(view => (
        <SavedItem key={view.id} view={view} counts={counts?.[view.id]} />
      ))}
    </>
  )
}

type SavedItemProps = { readonly view: SavedView; readonly counts: ViewCount | undefined }

function SavedItem({ view, counts }: SavedItemProps) {
  const { t } = useTranslation()
  const isFront = useUi(state => state.view === savedRef(view.id))
  const isNewer = view.unknown.length > 0
  return (
    <Menu.Item
      onClick={() => showSaved(view)}
      leftSection={mark(isFront)}
      rightSection={
        isNewer ? (
          <IconAlertTriangle size={14} aria-label={t('view.newerShort')} />
        ) : (
          <span className={classes['viewCount']}>{shownCount(counts, 'all')}</span>
        )
      }
    >
      <span className={classes['viewName']} dir="auto" title={view.name}>
        {view.name}
      </span>
    </Menu.Item>
  )
}
