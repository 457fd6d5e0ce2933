import { Menu } from '@mantine/core'
import {
  IconAlertTriangle,
  IconBook2,
  IconCalendarEvent,
  IconChecklist,
  IconInbox,
  IconKeyboard,
  IconLayoutDashboard,
  IconMessageStar,
  IconSchool,
  IconSettings,
  IconSpeakerphone,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../shared/contract/commands.ts'
import { maySupervise } from '../../shared/rules/supervising.ts'
import { runCommand, shortcutFor } from '../commands/command-table.ts'
import { Avatar } from '../components/avatar.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { Logo } from '../components/logo.tsx'
import { isOffered, useIsGuest } from '../data/guest.ts'
import { useApprovalCount } from '../data/use-approvals.ts'
import { useAttentionCount } from '../data/doubtful.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { useNow } from '../lib/clock.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { count, moment } from '../lib/format.ts'
import type { Layout } from '../lib/use-layout.ts'
import { placeIn, useAgent, useSession } from '../stores/session-store.ts'
import { useTraining } from '../stores/training-store.ts'
import { searchFor, uiStore, useUi } from '../stores/ui-store.ts'
import classes from './console.module.css'
import { OwnStatusMark, StatusItems } from './status-menu.tsx'

/** Navigation "Main". */
export function Rail({ layout }: { readonly layout: Layout }) {
  const { t } = useTranslation()
  const counts = useLiveValue('threads.counts', {})
  const attention = useAttentionCount()
  const scope = useUi(state => (state.search.isOpen ? state.search.scope : null))
  const isListOpen = useUi(state => state.isListOpen)
  const isSupervisor = maySupervise(useAgent()?.role ?? 'agent')
  const isGuest = useIsGuest()
  const showInbox = (): void => {
    searchFor({ isOpen: false, text: '', scope: 'all' })
    uiStore.setState({ column: 'list', isListOpen: layout === 'folded' ? !isListOpen : false })
  }
  return (
    <nav className={classes['rail']} aria-label={t('landmarks.main')}>
      <Logo />
      <Item badge={counts === null ? 0 : counts.mine.all}>
        <IconButton
          label={t('rail.inbox')}
          shortcut={shortcutFor('list.focus')}
          icon={<IconInbox />}
          aria-current={scope === null || scope === 'all'}
          onClick={showInbox}
        />
      </Item>
      <RailCommand id="customer.find" icon={<IconUsers />} isCurrent={scope === 'customers'} />
      {!isGuest && <DutiesItem />}
      <RailCommand id="answer.find" icon={<IconBook2 />} isCurrent={scope === 'articles'} />
      {!isGuest && <RailCommand id="outreach.open" icon={<IconSpeakerphone />} />}
      {attention > 0 && (
        <Item badge={attention} tone="bad">
          <IconButton
            label={t('landmarks.attention')}
            shortcut={shortcutFor('attention.open')}
            icon={<IconAlertTriangle />}
            onClick={() => runCommand('attention.open')}
          />
        </Item>
      )}
      {isSupervisor && <ApprovalsItem />}
      {!isGuest && <PostsItem />}
      <NewsItem />
      <span className={classes['railGap']} />
      {isSupervisor && <RailCommand id="supervisor.open" icon={<IconLayoutDashboard />} />}
      <RailCommand id="shortcuts.open" icon={<IconKeyboard />} />
      <RailCommand id="settings.open" icon={<IconSettings />} />
      <Me />
    </nav>
  )
}

type ItemProps = { readonly badge: number; readonly tone?: 'bad'; readonly children: ReactNode }

function Item({ badge, tone, children }: ItemProps) {
  return (
    <span className={classes['railItem']}>
      {children}
      {badge > 0 && (
        <span className={classes['badge']} data-tone={tone} aria-hidden>
          {badge > 999 ? '999+' : count(badge)}
        </span>
      )}
    </span>
  )
}

type RailCommandProps = { readonly id: CommandId; readonly icon: ReactNode; readonly isCurrent?: boolean }

function RailCommand({ id, icon, isCurrent }: RailCommandProps) {
  return (
    <span className={classes['railItem']}>
      <IconButton
        label={dynamicText(`commands.${id}`) ?? id}
        shortcut={shortcutFor(id)}
        icon={icon}
        aria-current={isCurrent}
        onClick={() => runCommand(id)}
      />
    </span>
  )
}

/** What is owed until this evening stands on the calendar. */
function DutiesItem() {
  const today = useToday()
  const duties = useLiveValue('duties.before', { untilMs: today })
  return (
    <Item badge={duties?.length ?? 0}>
      <RailCommand id="duties.open" icon={<IconCalendarEvent />} />
    </Item>
  )
}

/** Amounts over somebody's limit: there only while some wait. Of the workspace, with its age where that matters. */
function ApprovalsItem() {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { count: waiting, asOfMs, isOld } = useApprovalCount()
  if (waiting === 0) return null
  const reach =
    asOfMs === null
      ? t('approvals.heldHere')
      : isOld
        ? t('approvals.asOf', { time: moment(asOfMs, nowMs) })
        : null
  return (
    <Item badge={waiting}>
      <IconButton
        label={[t('cases.waitingCount', { count: waiting }), reach].filter(Boolean).join(', ')}
        shortcut={shortcutFor('approvals.open')}
        icon={<IconChecklist />}
        onClick={() => runCommand('approvals.open')}
      />
    </Item>
  )
}

/** Reviews and posts nobody is known for: there only while some wait for somebody who knows. */
function PostsItem() {
  const { t } = useTranslation()
  const waiting = useLiveValue('publicPosts.unplaced', { isAside: false, limit: 1 })?.waiting ?? 0
  if (waiting === 0) return null
  return (
    <Item badge={waiting}>
      <IconButton
        label={t('publicPosts.waitingCount', { count: waiting })}
        shortcut={shortcutFor('posts.open')}
        icon={<IconMessageStar />}
        onClick={() => runCommand('posts.open')}
      />
    </Item>
  )
}

const TOGETHER = ['kudos.open', 'stories.open', 'practice.open', 'firstSteps.open'] as const

/** What colleagues learn together, for those it is for. */
function TogetherItems() {
  const { t } = useTranslation()
  return (
    <>
      {TOGETHER.filter(isOffered).map(id => (
        <Menu.Item key={id} onClick={() => runCommand(id)}>
          {t(`commands.${id}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}

/** Thanks and words between two that have not been looked at: there only while there are some. */
function NewsItem() {
  const { t } = useTranslation()
  const sinceMs = useTraining(state => state.seenAtMs)
  const news = useLiveValue('training.news', { sinceMs })
  const isGuest = useIsGuest()
  const waiting = (news?.kudos ?? 0) + (isGuest ? 0 : (news?.coaching ?? 0))
  if (!news || waiting === 0) return null
  return (
    <Item badge={waiting}>
      <IconButton
        label={t('training.news', { count: waiting })}
        icon={<IconSchool />}
        onClick={() => runCommand(news.kudos > 0 ? 'kudos.open' : 'coaching.open')}
      />
    </Item>
  )
}

/** The end of this day on the agent's clock, ms. */
function useToday(): number {
  const date = new Date(useNow())
  date.setHours(24, 0, 0, 0)
  return date.getTime()
}

function Me() {
  const { t } = useTranslation()
  const place = placeIn(useSession())
  if (place === null) return null
  const { agent, workspace } = place
  return (
    <Menu position="right-end">
      <Menu.Target>
        <button type="button" className={classes['me']} title={agent.name} style={{ position: 'relative' }}>
          <Avatar name={agent.name} size={30} />
          <OwnStatusMark />
          <span className="for-readers">{t('rail.me', { name: agent.name })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {agent.name} · {workspace.name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('status.label')}</Menu.Label>
        <StatusItems />
        <Menu.Divider />
        <TogetherItems />
        <Menu.Item onClick={() => runCommand('theme.toggle')}>{t('commands.theme.toggle')}</Menu.Item>
        <Menu.Item onClick={() => runCommand('sync.wake')}>{t('commands.sync.wake')}</Menu.Item>
        <Menu.Item onClick={() => runCommand('session.switch')}>{t('commands.session.switch')}</Menu.Item>
        <Menu.Item onClick={() => runCommand('session.signOut')}>{t('commands.session.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
