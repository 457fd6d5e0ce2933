import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KudosLine } from '../../../shared/contract/training.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { canRun, runCommand } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { Moment } from '../../components/time-text.tsx'
import { takeBackKudos } from '../../data/training-intents.ts'
import { useAgentName } from '../../data/use-agent-name.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import classes from './training.module.css'
import { weekOf } from './weeks.ts'

const NAMED = ['thisWeek', 'lastWeek'] as const

/** What colleagues thanked each other for, week by week. In the order it was said; nobody is counted. */
export function KudosTab() {
  const { t } = useTranslation()
  const [ago, setAgo] = useState(0)
  const name = useWeekName(ago)
  return (
    <>
      <div className={classes['bar']}>
        <IconButton
          label={t('training.kudos.earlier')}
          icon={<IconChevronLeft />}
          onClick={() => setAgo(ago + 1)}
        />
        <span className={classes['between']} role="status">
          {name}
        </span>
        <IconButton
          label={t('training.kudos.later')}
          icon={<IconChevronRight />}
          disabled={ago === 0}
          onClick={() => setAgo(Math.max(0, ago - 1))}
        />
        <span data-grow />
        {canRun('kudos.give') && (
          <Button onClick={() => runCommand('kudos.give')}>{t('training.kudos.give')}</Button>
        )}
      </div>
      <Week key={ago} ago={ago} isNamed={false} />
      <Week key={ago + 1} ago={ago + 1} isNamed />
    </>
  )
}

function useWeekName(ago: number): string {
  const { t } = useTranslation()
  const nowMs = useNow()
  return ago < NAMED.length
    ? t(`training.kudos.${NAMED[ago] ?? 'thisWeek'}`)
    : t('training.kudos.weekOf', { day: dateOnly(weekOf(nowMs, ago).fromMs, nowMs) })
}

/** One week: the week before stands below it, so that a Monday is not empty. The upper one has its name between the arrows. */
function Week({ ago, isNamed }: { readonly ago: number; readonly isNamed: boolean }) {
  const { t } = useTranslation()
  const found = useLiveQuery('kudos.list', weekOf(useNow(), ago))
  const name = useWeekName(ago)
  return (
    <section className={classes['weekly']} aria-label={name}>
      {isNamed && <h3>{name}</h3>}
      {found.state === 'loading' && <Skeleton rows={2} />}
      {found.state === 'failed' && <LoadFailed error={found.error} onRetry={found.reload} />}
      {found.state === 'ready' && found.value.length === 0 && (
        <p className={classes['hint']}>{t(ago === 0 ? 'training.kudos.none' : 'training.kudos.noneThen')}</p>
      )}
      {found.state === 'ready' && (
        <ul className={classes['list']}>
          {found.value.map(line => (
            <Thanks key={line.id} line={line} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Thanks({ line }: { readonly line: KudosLine }) {
  const { t } = useTranslation()
  const nameOf = useAgentName()
  const me = useAgent()
  const from = nameOf(line.fromId) ?? t('ticket.colleague')
  const to = nameOf(line.toId) ?? t('ticket.colleague')
  const { ticketId } = line
  const mayTakeBack = line.fromId === me?.id || maySupervise(me?.role ?? 'agent')
  const open = (id: string): void => {
    closeDialog()
    openTicketInTab(id)
  }
  return (
    <li className={classes['entry']}>
      <span className={classes['who']}>
        {line.fromId === me?.id
          ? t('training.kudos.youThank', { to })
          : line.toId === me?.id
            ? t('training.kudos.thanksYou', { from })
            : t('training.kudos.thanks', { from, to })}{' '}
        · <Moment atMs={line.atMs} />
      </span>
      <span className={classes['aside']}>
        <LineMenu
          what={t('training.kudos.thanks', { from, to })}
          actions={[
            ticketId === null ? null : { label: t('training.kudos.openTicket'), run: () => open(ticketId) },
            mayTakeBack
              ? { label: t('training.kudos.takeBack'), run: () => void takeBackKudos(line.id) }
              : null,
          ]}
        />
      </span>
      <p dir="auto">{line.words}</p>
    </li>
  )
}
