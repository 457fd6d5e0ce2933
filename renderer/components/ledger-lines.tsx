import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { EntryLine } from '../../shared/contract/diagnosis.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { useNow } from '../lib/clock.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { moment } from '../lib/format.ts'
import { shortName } from '../lib/short-name.ts'
import classes from './ledger-lines.module.css'

/** How it went and what was said, who asked or tried it and when. */
export function entryDetail(entry: EntryLine, nowMs: number): string {
  const result = entry.result === null ? null : dynamicText(`tryResult.${entry.result}`)
  const isOpen = entry.kind === 'asked' && entry.outcome === null
  const said = isOpen ? i18next.t('diagnosis.noAnswer') : entry.outcome
  const bot = entry.source === 'bot' ? i18next.t('takeover.byBot') : null
  const who = entry.agentName === null ? bot : shortName(entry.agentName)
  return [result, said, who, moment(entry.atMs, nowMs)].filter(Boolean).join(' · ')
}

const MOST = 12

/** What goes along when a ticket changes hands: asked and tried, the newest last. Shows nothing where nothing was. */
export function LedgerLines({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const entries = useLiveValue('diagnosis.get', { ticketId })?.entries ?? []
  if (entries.length === 0) return null
  return (
    <section className={classes['ledger']} aria-label={t('diagnosis.goesAlong')}>
      <h4>{t('diagnosis.goesAlong')}</h4>
      <ul>
        {entries.slice(-MOST).map(entry => (
          <li key={entry.id} dir="auto">
            <span>{t(entry.kind === 'tried' ? 'diagnosis.triedLine' : 'diagnosis.askedLine')}</span>{' '}
            {entry.words}
            <small>{entryDetail(entry, nowMs)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
