import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { DiagnosisView } from '../../../shared/contract/diagnosis.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Line, Section } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { liveThreads } from '../../data/current-ticket.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { environmentWords } from '../../lib/environment-words.ts'
import { useNow } from '../../lib/clock.ts'
import { dayLabel, clockTime, daysBetween } from '../../lib/format.ts'
import { closeForm, openForm, useDiagnosisForm } from '../../stores/diagnosis-store.ts'
import { AskedTriedList } from './asked-tried-list.tsx'
import { DiagnosisForm } from './diagnosis-form.tsx'
import classes from './diagnosis.module.css'
import { EntryForm } from './entry-form.tsx'
import { MissingDetails } from './missing-details.tsx'
import { TriedLine } from './tried-line.tsx'

type DiagnosisProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** Region "Diagnosis": what is wrong, what was tried, what is missing; written where it stands. */
export function Diagnosis({ card, ticketId }: DiagnosisProps) {
  const view = useLiveValue('diagnosis.get', ticketId === null ? null : { ticketId })
  const ticket = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const form = useDiagnosisForm(ticketId)
  const isTechnical = liveThreads(ticket?.threads ?? []).some(({ kind }) => kind === 'support')
  // Of other work what was asked stands in the other pane.
  const isEmpty =
    view === null || (view.diagnosis === null && view.entries.every(({ kind }) => kind === 'asked'))
  const isAsked = form === 'diagnosis' || form === 'asked' || form === 'tried'
  if (ticketId === null || !view || (isEmpty && !isTechnical && !isAsked)) return null
  return <Block key={ticketId} card={card} ticketId={ticketId} view={view} isTechnical={isTechnical} />
}

type BlockProps = {
  readonly card: CustomerCard
  readonly ticketId: string
  readonly view: DiagnosisView
  readonly isTechnical: boolean
}

function Block({ card, ticketId, view, isTechnical }: BlockProps) {
  const { t } = useTranslation()
  const form = useDiagnosisForm(ticketId)
  const details = isTechnical || view.diagnosis !== null ? view.details : []
  const known = details.filter(({ value }) => value !== null).length
  const toggle = (): void => (form === 'diagnosis' ? closeForm() : openForm('diagnosis', ticketId))
  return (
    <Section
      title={t('support.diagnosis')}
      detail={details.length === 0 ? undefined : t('support.known', { known, asked: details.length })}
      action={
        <IconButton
          label={t('diagnosis.edit')}
          shortcut={shortcutFor('diagnosis.edit')}
          icon={<IconPencil />}
          onClick={toggle}
        />
      }
    >
      {form === 'diagnosis' ? (
        <DiagnosisForm card={card} ticketId={ticketId} diagnosis={view.diagnosis} onDone={closeForm} />
      ) : (
        <Known view={view} onWrite={toggle} />
      )}
      <MissingDetails view={view} details={details} language={card.customer.language} ticketId={ticketId} />
      {(form === 'asked' || form === 'tried') && (
        <EntryForm key={form} kind={form} ticketId={ticketId} onDone={closeForm} />
      )}
      <AskedTriedList entries={view.entries} ticketId={ticketId} />
    </Section>
  )
}

/** "Fri" within a week, else the date; today with its time. */
function useSince(): (atMs: number) => string {
  const nowMs = useNow()
  return atMs => (daysBetween(nowMs, atMs) === 0 ? clockTime(atMs) : dayLabel(atMs, nowMs))
}

function Known({ view, onWrite }: { readonly view: DiagnosisView; readonly onWrite: () => void }) {
  const { t } = useTranslation()
  const since = useSince()
  const { diagnosis, assetName, entries } = view
  const isWritten = diagnosis !== null && diagnosis.symptom !== ''
  if (!isWritten && !entries.some(({ kind }) => kind === 'tried'))
    return (
      <p className={classes['missing']}>
        <SmallButton onClick={onWrite}>{t('diagnosis.write')}</SmallButton>
      </p>
    )
  const facts = [
    diagnosis?.firstSeenAtMs ? t('diagnosis.since', { time: since(diagnosis.firstSeenAtMs) }) : null,
    diagnosis?.frequency ? t(`frequency.${diagnosis.frequency}`) : null,
    assetName,
    ...environmentWords(diagnosis?.environment ?? {}).slice(0, 2),
  ]
  return (
    <ul>
      {isWritten && (
        <Line
          title={t('diagnosis.symptom', {
            symptom: [diagnosis.symptom, diagnosis.errorCode].filter(Boolean).join(', '),
          })}
          detail={facts.filter(Boolean).join(' · ') || null}
        />
      )}
      <TriedLine entries={entries} />
    </ul>
  )
}
