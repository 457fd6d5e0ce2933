import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { RunLine, TicketGuides } from '../../../shared/contract/guides.ts'
import type { Guide } from '../../../shared/domain/guides.ts'
import type { FittingGuide } from '../../../shared/rules/guides/fitting-guides.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { endGuide, startGuide } from '../../data/diagnosis-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly } from '../../lib/format.ts'
import { closeForm, useDiagnosisForm } from '../../stores/diagnosis-store.ts'
import { ChecklistRun } from './checklist-run.tsx'
import { GuidePicker } from './guide-picker.tsx'
import classes from './guides.module.css'
import { TreeRun } from './tree-run.tsx'

type GuidesProps = { readonly card: CustomerCard; readonly ticketId: string | null }

const SHOWN_FITTING = 2
const SHOWN_ENDED = 3

/** Region "Guides": what leads through the work now, and what could. Nothing shows where nothing fits. */
export function Guides({ card, ticketId }: GuidesProps) {
  const { t } = useTranslation()
  const guides = useLiveValue('guides.ofTicket', ticketId === null ? null : { ticketId })
  const isPicking = useDiagnosisForm(ticketId) === 'guide'
  if (ticketId === null || !guides) return null
  const { runs, fitting } = guides
  if (runs.length + fitting.length === 0 && !isPicking) return null
  const running = runs.filter(({ state }) => state === 'running')
  const ended = runs.filter(({ state }) => state !== 'running')
  return (
    <Section title={t('guides.title')} detail={running.length > 1 ? running.length : undefined}>
      {isPicking && <GuidePicker ticketId={ticketId} onDone={closeForm} />}
      {running.map(run => (
        <Running key={run.id} run={run} language={card.customer.language} />
      ))}
      {running.length === 0 && <Fitting fitting={fitting} ticketId={ticketId} />}
      {ended.length > 0 && (
        <ul>
          {ended.slice(0, SHOWN_ENDED).map(run => (
            <Ended key={run.id} run={run} />
          ))}
        </ul>
      )}
    </Section>
  )
}

type RunningProps = { readonly run: RunLine; readonly language: string | null }

function Running({ run, language }: RunningProps) {
  const { t } = useTranslation()
  if (run.guide === null)
    return <p className={classes['reasons']}>{t('guides.notHere', { title: run.title })}</p>
  const props = { run, guide: run.guide, language }
  return run.guide.format === 'checklist' ? <ChecklistRun {...props} /> : <TreeRun {...props} />
}

type FittingProps = { readonly fitting: TicketGuides['fitting']; readonly ticketId: string }

function Fitting({ fitting, ticketId }: FittingProps) {
  return (
    <ul>
      {fitting.slice(0, SHOWN_FITTING).map(each => (
        <Offer key={each.guide.id} offer={each} ticketId={ticketId} />
      ))}
    </ul>
  )
}

type OfferProps = { readonly offer: FittingGuide<Guide>; readonly ticketId: string }

function Offer({ offer: { guide, reasons }, ticketId }: OfferProps) {
  const { t } = useTranslation()
  return (
    <Line
      title={guide.title}
      detail={t('guides.because', { reasons: reasons.map(({ value }) => value).join(', ') })}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRoute size={14} aria-hidden />}
          aria-label={t('guides.runGuide', { title: guide.title })}
          onClick={() => void startGuide(ticketId, guide.id)}
        >
          {t('guides.run')}
        </Button>
      }
    />
  )
}

function Ended({ run }: { readonly run: RunLine }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const end = dynamicText(`guideEnd.${run.outcome}`) ?? run.outcome
  const state = run.state === 'stopped' ? t('guides.stopped') : null
  const detail = [state, end, run.endedAtMs === null ? null : dateOnly(run.endedAtMs, nowMs)]
  return (
    <Line
      title={run.title}
      detail={detail.filter(Boolean).join(' · ')}
      quiet={
        <LineMenu
          what={run.title}
          actions={[
            run.state === 'stopped'
              ? { label: t('guides.resume'), run: () => void endGuide(run, 'running') }
              : null,
          ]}
        />
      }
    />
  )
}
