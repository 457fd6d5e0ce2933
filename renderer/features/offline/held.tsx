import { Button } from '@mantine/core'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { LeaseLine } from '../../../shared/contract/leases.ts'
import { isRunning } from '../../../shared/rules/leases.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { Line, Section } from '../../components/section.tsx'
import { useHubNow } from '../../data/hub-now.ts'
import { breakLease, releaseLease } from '../../data/lease-intents.ts'
import { showNotice } from '../../data/toasts.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { useAgent } from '../../stores/session-store.ts'
import { askLease, closeDialog } from '../../stores/ui-store.ts'
import classes from './offline.module.css'

/** Tickets held for work offline: one's own first, those that were freed, then those of colleagues. */
export function HeldSection() {
  const { t } = useTranslation()
  const agent = useAgent()
  const hubNowMs = useHubNow()
  const lines = useLiveValue('leases.list', {}) ?? []
  const running = lines.filter(line => isRunning(line, hubNowMs))
  const mine = running.filter(line => line.agentId === agent?.id)
  const freed = lines.filter(
    line => line.agentId === agent?.id && line.endedAtMs !== null && line.endedBy !== agent.id,
  )
  const others = running.filter(line => line.agentId !== agent?.id)
  const shown = [...mine, ...freed, ...others]
  return (
    <Section title={t('offline.held')} detail={shown.length === 0 ? undefined : String(running.length)}>
      {shown.length === 0 && <p className={classes['quiet']}>{t('offline.noneHeld')}</p>}
      <ul className={classes['held']}>
        {shown.map(line => (
          <Held key={line.id} line={line} isMine={line.agentId === agent?.id} />
        ))}
      </ul>
      <Button variant="default" mt={8} onClick={() => void holdMine()}>
        {t('offline.holdMine')}
      </Button>
    </Section>
  )
}

/** All open tickets of the agent, held until a moment they choose. */
async function holdMine(): Promise<void> {
  const ids = await act('threads.ids', { view: 'mine', kind: 'all', sort: 'newest' })
  if (ids === null) return
  if (ids.length > 0) askLease(ids)
  else showNotice(i18next.t('offline.nothingToHold'))
}

function Held({ line, isMine }: { readonly line: LeaseLine; readonly isMine: boolean }) {
  const { t } = useTranslation()
  const open = (): void => {
    closeDialog()
    openTicketInTab(line.ticketId)
  }
  return (
    <Line
      title={line.subject.trim() || t('ticket.noSubject')}
      detail={`${ticketName(line)} · ${line.customerName} · ${useDetail(line, isMine)}`}
      aside={<Ways line={line} isMine={isMine} />}
      onOpen={open}
    />
  )
}

function useDetail({ agentName, endedAtMs, endedByName, untilMs }: LeaseLine, isMine: boolean): string {
  const { t } = useTranslation()
  const nowMs = now()
  if (endedAtMs !== null)
    return t('offline.freedBy', {
      name: endedByName ?? t('ticket.colleague'),
      time: moment(endedAtMs, nowMs),
    })
  const time = moment(untilMs, nowMs)
  return isMine
    ? t('offline.heldUntil', { time })
    : t('lease.other', { name: agentName ?? t('ticket.colleague'), time })
}

function Ways({ line, isMine }: { readonly line: LeaseLine; readonly isMine: boolean }) {
  const { t } = useTranslation()
  const role = useAgent()?.role ?? 'other'
  if (line.endedAtMs !== null) return null
  if (isMine)
    return (
      <Button size="compact-sm" variant="default" onClick={() => void releaseLease(line.ticketId, line)}>
        {t('lease.giveBack')}
      </Button>
    )
  return maySupervise(role) ? (
    <Button size="compact-sm" variant="default" onClick={() => void breakLease(line.ticketId, line)}>
      {t('lease.break')}
    </Button>
  ) : null
}
