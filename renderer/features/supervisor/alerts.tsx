import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconChecklist,
  IconClockExclamation,
  IconClockHour9,
  IconDeviceLaptopOff,
  IconFlame,
  IconMoodSad,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BoardAlert, WholeBoard } from '../../../shared/protocol/board.ts'
import { Chip } from '../../components/chip.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useNow } from '../../lib/clock.ts'
import { count } from '../../lib/format.ts'
import { openSheet } from '../../stores/board-store.ts'
import { Panel } from './panel.tsx'
import classes from './supervisor.module.css'
import { useDirectory } from './use-directory.ts'
import type { Directory } from './use-directory.ts'
import { alertWords } from './words.ts'

const ICONS: Readonly<Record<string, typeof IconFlame>> = {
  'first-reply-breached': IconClockExclamation,
  'reply-overdue': IconClockExclamation,
  'target-missed': IconClockExclamation,
  'due-soon': IconClockHour9,
  'soon-elsewhere': IconClockHour9,
  'late-elsewhere': IconClockExclamation,
  'laptop-silent': IconDeviceLaptopOff,
  'bad-experience': IconMoodSad,
  'issue-rising': IconFlame,
  'approvals-waiting': IconChecklist,
}

/** Region "Alerts": what a supervisor should act on, the worst first. */
export function Alerts({ board: { alerts } }: { readonly board: WholeBoard }) {
  const { t } = useTranslation()
  const hasBad = alerts.some(({ severity }) => severity === 'bad')
  return (
    <Panel
      title={t('landmarks.alerts')}
      className={classes['alerts']}
      lead={alerts.length > 0 && <Chip tone={hasBad ? 'bad' : 'warning'}>{count(alerts.length)}</Chip>}
    >
      {alerts.length === 0 ? (
        <EmptyState>{t('supervisor.noAlerts')}</EmptyState>
      ) : (
        <ul className={classes['scroll']}>
          {condensed(alerts).map(alert => (
            <Alert key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

const OWN_LINES = 2
const LATE: ReadonlySet<string> = new Set(['first-reply-breached', 'reply-overdue', 'target-missed'])
const isLate = ({ kind }: BoardAlert): boolean => LATE.has(kind)
const isSoon = ({ kind }: BoardAlert): boolean => kind === 'due-soon'

/** Late queues beyond the worst two are one line, and so is what is due soon: what is rare must not drown. */
const condensed = (alerts: readonly BoardAlert[]): readonly BoardAlert[] =>
  merged(merged(alerts, isLate, 'late-elsewhere'), isSoon, 'soon-elsewhere')

function merged(
  alerts: readonly BoardAlert[],
  isOne: (alert: BoardAlert) => boolean,
  kind: string,
): readonly BoardAlert[] {
  const [first, ...others] = alerts.filter(isOne).slice(kind === 'soon-elsewhere' ? 0 : OWN_LINES)
  if (!first || others.length === 0) return alerts
  const rest = [first, ...others]
  const one: BoardAlert = {
    ...first,
    id: kind,
    kind,
    count: rest.reduce((sum, { count: each }) => sum + each, 0),
    sinceMs: Math.min(...rest.map(({ sinceMs }) => sinceMs ?? Number.POSITIVE_INFINITY)),
    ticketIds: rest.flatMap(({ ticketIds }) => ticketIds).slice(0, 200),
  }
  const isRest = new Set(rest.map(({ id }) => id))
  return alerts.flatMap(alert => (alert === first ? [one] : isRest.has(alert.id) ? [] : [alert]))
}

/** A name among other words keeps its own direction and leaves theirs alone (first strong isolate). */
const isolate = (name: string): string => `\u2068${name}\u2069`

const isolated = (directory: Directory): Directory => ({
  ...directory,
  agentName: id => isolate(directory.agentName(id)),
  teamName: id => isolate(directory.teamName(id)),
  issueCode: id => isolate(directory.issueCode(id)),
})

function Alert({ alert }: { readonly alert: BoardAlert }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const directory = useDirectory()
  const Icon = ICONS[alert.kind] ?? IconAlertTriangle
  const { title } = alertWords(alert, { t, nowMs, directory })
  const shown = alertWords(alert, { t, nowMs, directory: isolated(directory) })
  const { agentId, ticketIds } = alert
  const open = (): void => {
    if (alert.kind === 'laptop-silent') openSheet({ type: 'laptops' })
    else if (alert.kind === 'approvals-waiting') openSheet({ type: 'approvals' })
    else
      openSheet({
        type: 'tickets',
        title,
        filter: { by: 'tickets', ticketIds: [...ticketIds] },
        of: alert.count,
      })
  }
  return (
    <li className={classes['alert']}>
      <Icon size={16} stroke={1.7} data-tone={alert.severity} aria-hidden />
      <span className={classes['alertText']}>
        <strong>{shown.title}</strong>
        {shown.detail && <span className={classes['quiet']}>{shown.detail}</span>}
      </span>
      <Button
        variant="default"
        size="xs"
        aria-label={t('supervisor.openAlert', { title })}
        disabled={alert.kind !== 'approvals-waiting' && agentId === null && ticketIds.length === 0}
        onClick={open}
      >
        {t('supervisor.openButton')}
      </Button>
    </li>
  )
}
