import { IconBubbleText, IconChevronDown, IconChevronUp, IconLifebuoy } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuestTicket, ProposalLine } from '../../../shared/contract/proposals.ts'
import { hoursText } from '../../components/guest-hours.ts'
import { useIsGuest } from '../../data/guest.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now, useNow } from '../../lib/clock.ts'
import { fullMoment, listText, moment } from '../../lib/format.ts'
import { activeTicketId, openTicket, useTabs } from '../../stores/tabs-store.ts'
import classes from './proposals.module.css'

/** Above the list: for a guest where to begin and what became of it, for colleagues the answers that wait for them. */
export function ProposalsBlock() {
  return useIsGuest() ? <GuestBlock /> : <WaitingBlock />
}

type FoldProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly isOpenAtFirst: boolean
  readonly children: ReactNode
}

function Fold({ icon, title, isOpenAtFirst, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <>
      <button
        type="button"
        className={classes['fold']}
        aria-expanded={isOpen}
        onClick={() => setOpen(before => !before)}
      >
        {icon}
        <span>{title}</span>
        {isOpen ? <IconChevronUp aria-hidden /> : <IconChevronDown aria-hidden />}
      </button>
      {isOpen && <div className={classes['lines']}>{children}</div>}
    </>
  )
}

type LineProps = { readonly ticketId: string; readonly title: string; readonly detail: string }

function Line({ ticketId, title, detail }: LineProps) {
  const isInFront = useTabs(activeTicketId) === ticketId
  return (
    <button
      type="button"
      className={classes['line']}
      aria-current={isInFront || undefined}
      onClick={() => openTicket(ticketId)}
    >
      <strong dir="auto">{title}</strong>
      <small dir="auto">{detail}</small>
    </button>
  )
}

function WaitingBlock() {
  const { t } = useTranslation()
  const nowMs = useNow()
  const waiting = useLiveValue('proposals.waiting', {}) ?? []
  if (waiting.length === 0) return null
  const detail = ({ customerName, authorName, createdAtMs }: ProposalLine): string =>
    [customerName, authorName ?? t('ticket.colleague'), moment(createdAtMs, nowMs)]
      .filter(Boolean)
      .join(' · ')
  return (
    <section className={classes['block']} aria-label={t('proposals.block')}>
      <Fold
        icon={<IconBubbleText aria-hidden />}
        title={t('proposals.waiting', { count: waiting.length })}
        isOpenAtFirst={false}
      >
        {waiting.map(line => (
          <Line key={line.id} ticketId={line.ticketId} title={line.subject} detail={detail(line)} />
        ))}
      </Fold>
    </section>
  )
}

function GuestBlock() {
  const { t } = useTranslation()
  const nowMs = Math.max(useNow(), now())
  const desk = useLiveValue('guests.desk', {})
  if (!desk) return null
  const teams = listText(desk.teamNames, 'all')
  if (desk.untilMs !== null && desk.untilMs <= nowMs)
    return (
      <section className={classes['block']} aria-label={t('guest.block')}>
        <p role="status">{t('guest.over')}</p>
      </section>
    )
  return (
    <section className={classes['block']} aria-label={t('guest.block')}>
      <p>
        {desk.teamNames.length === 0 ? t('guest.noTeam') : t('guest.may', { teams })}
        {desk.untilMs !== null && ` ${t('guest.until', { time: fullMoment(desk.untilMs) })}`}
      </p>
      <GuestHoursLine />
      <Fold
        icon={<IconLifebuoy aria-hidden />}
        title={t('guest.suits', { count: desk.tickets.length })}
        isOpenAtFirst
      >
        {desk.tickets.map(ticket => (
          <Suiting key={ticket.ticketId} ticket={ticket} />
        ))}
      </Fold>
      {desk.own.length > 0 && (
        <Fold
          icon={<IconBubbleText aria-hidden />}
          title={t('guest.own', { count: desk.own.length })}
          isOpenAtFirst={false}
        >
          {desk.own.map(line => (
            <OwnLine key={line.id} line={line} />
          ))}
        </Fold>
      )}
    </section>
  )
}

/** How much of the agreed time is done. Nothing stops when it is more. */
function GuestHoursLine() {
  const { t } = useTranslation()
  const hours = useLiveValue('guests.hours', {})
  const text = hours && hoursText(hours.agreed, hours.quarters)
  return text && <p title={t('guest.hoursHint')}>{text}</p>
}

function Suiting({ ticket }: { readonly ticket: GuestTicket }) {
  const { t } = useTranslation()
  const { answer, reasons } = ticket
  const why = reasons.map(reason =>
    reason === 'known-answer' && answer
      ? t(`guest.reason.known.${answer.kind}`, { title: answer.title })
      : t(`guest.reason.${reason}`),
  )
  return (
    <Line
      ticketId={ticket.ticketId}
      title={ticket.subject}
      detail={[ticket.customerName, ...why].join(' · ')}
    />
  )
}

function OwnLine({ line }: { readonly line: ProposalLine }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const time = moment(line.decidedAtMs ?? line.createdAtMs, nowMs)
  const state = t(`proposals.state.${line.state}`)
  return (
    <Line
      ticketId={line.ticketId}
      title={line.subject}
      detail={[state, time, line.words].filter(Boolean).join(' · ')}
    />
  )
}
