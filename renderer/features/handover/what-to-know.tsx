import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LedgerLines } from '../../components/ledger-lines.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { badMomentText } from '../../lib/bad-moment-text.ts'
import { now } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import classes from './handover.module.css'

/** What goes along by itself, so that nobody writes it again: threads, what is owed, what went wrong last, what was asked and tried. */
export function WhatToKnow({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation()
  const view = useLiveValue('tickets.handOver', { ticketId })
  if (!view) return null
  const open = view.threads.filter(({ state }) => state !== 'closed' && state !== 'solved')
  const at = (dueAtMs: number): string => moment(dueAtMs, now())
  return (
    <section className={classes['know']} aria-label={t('between.goesAlong')}>
      <h3>{t('between.goesAlong')}</h3>
      <ul>
        {open.map(({ id, kind, state }) => (
          <Item key={id} name={t('between.stillOpen')}>
            {kind !== 'other' && t(`kind.${kind}`)}, {state !== 'other' && t(`state.${state}`)}
          </Item>
        ))}
        {view.openPromises.map(({ id, promise, dueAtMs }) => (
          <Item key={id} name={t('between.nextKind.promise')}>
            {promise} · {at(dueAtMs)}
          </Item>
        ))}
        {view.openFollowUps.map(({ id, title, dueAtMs }) => (
          <Item key={id} name={t('between.nextKind.follow-up')}>
            {title} · {at(dueAtMs)}
          </Item>
        ))}
        {view.lastBad && (
          <Item name={t('between.lastBad')}>
            {badMomentText(view.lastBad)} · {at(view.lastBad.atMs)}
          </Item>
        )}
      </ul>
      <LedgerLines ticketId={ticketId} />
    </section>
  )
}

const Item = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <li>
    <span>{name}</span>
    <span dir="auto">{children}</span>
  </li>
)
