import { useTranslation } from 'react-i18next'
import type { SupportRecord } from '../../../shared/contract/incidents.ts'
import { isRunning } from '../../../shared/rules/impact/impact-times.ts'
import { timeToRestore } from '../../../shared/rules/impact/uptime.ts'
import type { Uptime } from '../../../shared/rules/impact/uptime.ts'
import { Chip } from '../../components/chip.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import report from '../../components/report.module.css'
import { Line } from '../../components/section.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { moment, span, uptimeShare } from '../../lib/format.ts'
import { outageSince } from '../../lib/outage-text.ts'
import { editOutage, useOutages } from '../../stores/outage-store.ts'
import { activeTab, activeTicketId, openTicketInTab, useTabs } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { OutageForm } from './outage-form.tsx'

type Outage = SupportRecord['impacts'][number]

/** Dialog "Outages and uptime": what was down for the customer in front, for how long, and how long they could work. */
export function OutagesDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'outages')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('outages.title')} size={620}>
      {isOpen && <Front />}
    </Dialog>
  )
}

function Front() {
  const tab = useTabs(activeTab)
  const ticketId = useTabs(activeTicketId)
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const customerId = tab?.type === 'customer' ? tab.id : view?.ticket.customerId
  const record = useLiveValue('support.record', customerId === undefined ? null : { customerId })
  if (!record) return <Skeleton rows={4} />
  return <Record record={record} />
}

function Record({ record: { impacts, uptime, down } }: { readonly record: SupportRecord }) {
  const { t } = useTranslation()
  if (uptime === null) return <EmptyState>{t('outages.none')}</EmptyState>
  const restoreMs = timeToRestore(impacts)
  return (
    <>
      <table className={report['report']}>
        <thead>
          <tr>
            <th scope="col">{t('outages.period')}</th>
            <th scope="col" data-number>
              {t('outages.up')}
            </th>
            <th scope="col" data-number>
              {t('outages.down')}
            </th>
            <th scope="col" data-number>
              {t('outages.degraded')}
            </th>
            <th scope="col" data-number>
              {t('outages.times')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Period days={30} uptime={uptime.days30} />
          <Period days={90} uptime={uptime.days90} />
        </tbody>
      </table>
      {restoreMs !== null && (
        <p className={report['note']}>{t('impact.timeToRestore', { span: span(restoreMs) })}</p>
      )}
      <ul className={report['below']} aria-label={t('outages.list')}>
        {down.map(thing => (
          <WithoutClock key={thing.assetId} thing={thing} />
        ))}
        {impacts.map(impact => (
          <Entry key={impact.id} impact={impact} />
        ))}
      </ul>
    </>
  )
}

function Period({ days, uptime }: { readonly days: number; readonly uptime: Uptime }) {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row">{t('recurrence.days', { count: days })}</th>
      <td data-number>{uptimeShare(uptime.share)}</td>
      <td data-number>{span(uptime.downMs)}</td>
      <td data-number>{span(uptime.degradedMs)}</td>
      <td data-number>{uptime.outages}</td>
    </tr>
  )
}

/** Said of the thing alone: its times are corrected where the thing stands. */
function WithoutClock({ thing }: { readonly thing: SupportRecord['down'][number] }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { assetName, downSinceMs } = thing
  return (
    <Line
      title={assetName}
      detail={t('support.downSince', { time: moment(downSinceMs, nowMs) })}
      aside={<Chip tone="bad">{span(nowMs - downSinceMs)}</Chip>}
    />
  )
}

function Entry({ impact }: { readonly impact: Outage }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const isEditing = useOutages(state => state.editing === impact.id)
  const { scope, downSinceMs, restoredAtMs, resolvedAtMs, assetName, ticketId } = impact
  const name = assetName ?? t('impact.everything')
  const times = [
    outageSince(impact, nowMs),
    restoredAtMs === null ? null : t('impact.restoredAt', { time: moment(restoredAtMs, nowMs) }),
    resolvedAtMs === null ? null : t('outages.resolvedAt', { time: moment(resolvedAtMs, nowMs) }),
  ]
  const open = (id: string): void => {
    closeDialog()
    openTicketInTab(id)
  }
  return (
    <>
      <Line
        title={name}
        detail={times.filter(Boolean).join(' · ')}
        aside={
          <Chip tone={isRunning(impact) ? (scope === 'down' ? 'bad' : 'warning') : 'plain'}>
            {span((restoredAtMs ?? nowMs) - downSinceMs)}
          </Chip>
        }
        onOpen={isEditing ? undefined : () => editOutage(impact.id)}
        quiet={
          <LineMenu
            what={name}
            actions={[
              { label: t('outages.correct'), run: () => editOutage(impact.id) },
              ticketId === null ? null : { label: t('service.openTicket'), run: () => open(ticketId) },
            ]}
          />
        }
      />
      {isEditing && (
        <li>
          <OutageForm impact={impact} onDone={() => editOutage(null)} />
        </li>
      )}
    </>
  )
}
