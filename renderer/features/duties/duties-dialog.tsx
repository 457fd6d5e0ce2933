import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyLine } from '../../../shared/contract/relation.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Line } from '../../components/section.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now, useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { tomorrowEvening } from '../../lib/moments.ts'
import { openCustomer, openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './duties.module.css'
import { FollowedUp, Kept } from './kept.tsx'

/** Before somebody leaves: what they owe customers until they are back, and how well promises are kept. */
export function DutiesDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'duties')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('relation.duties.title')} size={620}>
      {isOpen && <Duties />}
    </Dialog>
  )
}

function Duties() {
  const { t } = useTranslation()
  const [untilMs, setUntilMs] = useState(() => tomorrowEvening(now()))
  const duties = useLiveValue('duties.before', { untilMs })
  return (
    <>
      <div className={classes['until']}>
        <span>{t('relation.duties.until')}</span>
        <WhenInput label={t('relation.duties.until')} valueMs={untilMs} onChange={setUntilMs} isBare />
      </div>
      {!duties && <Skeleton rows={4} />}
      {duties?.length === 0 && <EmptyState>{t('relation.duties.none')}</EmptyState>}
      <ul>
        {duties?.map(duty => (
          <Duty key={duty.id} duty={duty} />
        ))}
      </ul>
      <Kept />
      <FollowedUp />
    </>
  )
}

function Duty({ duty }: { readonly duty: DutyLine }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { ticketId, customerId, dueAtMs } = duty
  const isLate = dueAtMs < nowMs
  const time = t(isLate ? 'service.lateSince' : 'service.by', { time: moment(dueAtMs, nowMs) })
  const open = (): void => {
    closeDialog()
    if (ticketId === null) openCustomer(customerId)
    else openTicketInTab(ticketId)
  }
  return (
    <Line
      title={duty.title}
      detail={
        <>
          <span className={isLate ? classes['late'] : undefined}>{time}</span>
          {` · ${duty.customerName} · ${t(`relation.duties.kind.${duty.kind}`)}`}
        </>
      }
      aside={duty.number === null ? undefined : <span className={classes['number']}>#{duty.number}</span>}
      onOpen={open}
    />
  )
}
