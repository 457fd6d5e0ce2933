import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganisationView } from '../../../shared/contract/people.ts'
import { isBehind } from '../../../shared/rules/versions.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { Line } from '../../components/section.tsx'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, money, moment } from '../../lib/format.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { openCustomer, openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog, read } from '../../stores/ui-store.ts'

export const ORGANISATION_PARTS = ['people', 'tickets', 'promises', 'assets', 'orders', 'issues'] as const
export type OrganisationPart = (typeof ORGANISATION_PARTS)[number]

type RowsProps = { readonly view: OrganisationView; readonly part: OrganisationPart }

const goTo = (open: () => void) => (): void => {
  closeDialog()
  open()
}

/** The rows behind one of the numbers; each leads to whom or what it is about. */
export function OrganisationRows({ view, part }: RowsProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const rows = linesOf(view, part, { t, nowMs })
  return rows.length === 0 ? <EmptyState>{t(`people.none.${part}`)}</EmptyState> : <ul>{rows}</ul>
}

type Words = { readonly t: TFunction; readonly nowMs: number }

function linesOf(view: OrganisationView, part: OrganisationPart, words: Words): readonly ReactNode[] {
  switch (part) {
    case 'people':
      return peopleLines(view, words)
    case 'tickets':
      return ticketLines(view, words)
    case 'promises':
      return promiseLines(view, words)
    case 'assets':
      return assetLines(view, words)
    case 'orders':
      return orderLines(view, words)
    case 'issues':
      return issueLines(view, words)
  }
}

const peopleLines = ({ people }: OrganisationView, { t, nowMs }: Words): readonly ReactNode[] =>
  people.map(({ id, name, jobTitle, tier, openTickets, lastContactAtMs }) => (
    <Line
      key={id}
      title={name.trim() || t('customer.unnamed')}
      detail={[
        jobTitle,
        tier,
        lastContactAtMs === null ? null : t('people.lastContact', { time: dateOnly(lastContactAtMs, nowMs) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={openTickets > 0 ? t('people.open', { count: openTickets }) : undefined}
      onOpen={goTo(() => openCustomer(id))}
    />
  ))

const ticketLines = ({ openTickets }: OrganisationView, { t, nowMs }: Words): readonly ReactNode[] =>
  openTickets.map(line => (
    <Line
      key={line.ticketId}
      lead={line.threads.flatMap(({ id, kind, state }) =>
        kind === 'other' || state === 'solved' || state === 'closed'
          ? []
          : [<KindMark key={id} kind={kind} />],
      )}
      title={`${ticketName(line)} ${line.subject.trim() || t('ticket.noSubject')}`}
      detail={[line.customerName, dateOnly(line.lastActivityAtMs, nowMs)].filter(Boolean).join(' · ')}
      onOpen={goTo(() => openTicketInTab(line.ticketId))}
    />
  ))

const promiseLines = ({ promises }: OrganisationView, { t, nowMs }: Words): readonly ReactNode[] =>
  promises.map(({ id, promise, dueAtMs, customerName, customerId, ticketId }) => (
    <Line
      key={id}
      title={promise}
      detail={[
        t(dueAtMs < nowMs ? 'service.lateSince' : 'service.by', { time: moment(dueAtMs, nowMs) }),
        customerName,
      ].join(' · ')}
      onOpen={goTo(() => (ticketId === null ? openCustomer(customerId) : openTicketInTab(ticketId)))}
    />
  ))

const assetLines = ({ assets }: OrganisationView, { t }: Words): readonly ReactNode[] =>
  assets.map(({ id, name, version, currentVersion, serial, customerId, customerName }) => (
    <Line
      key={id}
      title={[name, version].filter(Boolean).join(' ')}
      detail={[customerName, serial].filter(Boolean).join(' · ')}
      aside={isBehind(version, currentVersion) ? t('people.newest', { version: currentVersion }) : undefined}
      onOpen={goTo(() => openCustomer(customerId))}
    />
  ))

const orderLines = ({ orders }: OrganisationView, { nowMs }: Words): readonly ReactNode[] =>
  orders.map(({ id, number, state, totalMinor, currency, placedAtMs, customerId, customerName }) => (
    <Line
      key={id}
      title={`${number} · ${money(totalMinor, currency)}`}
      detail={[customerName, dynamicText(`orderState.${state}`), dateOnly(placedAtMs, nowMs)]
        .filter(Boolean)
        .join(' · ')}
      onOpen={goTo(() => openCustomer(customerId))}
    />
  ))

const issueLines = ({ issues }: OrganisationView, { t }: Words): readonly ReactNode[] =>
  issues.map(({ issueId, code, title, state, tickets }) => (
    <Line
      key={issueId}
      title={`${code} ${title}`}
      detail={[dynamicText(`issueState.${state}`), t('people.tickets', { count: tickets })]
        .filter(Boolean)
        .join(' · ')}
      onOpen={goTo(() => read({ type: 'known-issue', id: issueId }))}
    />
  ))
