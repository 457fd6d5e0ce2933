import { IconUrgent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PriorityView } from '../../../shared/contract/priority.ts'
import type { PriorityReason } from '../../../shared/rules/impact/suggest-priority.ts'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import { SmallButton } from '../../components/small-button.tsx'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { count, dateOnly, moment } from '../../lib/format.ts'
import classes from './triage-line.module.css'

/** "High fits: down since 07:52, needed by Friday", to take or to keep what stands. It never decides by itself. */
export function PriorityLine({ ticketId }: { readonly ticketId: string }) {
  const view = useLiveValue('tickets.priority', { ticketId })
  return view && <Suggested view={view} />
}

function Suggested({ view }: { readonly view: PriorityView }) {
  const { t } = useTranslation()
  const { threadId, priority, standing, impact, urgency, reasons } = view
  const textOf = useReasonText()
  const seen = PRIORITIES.find(each => each === standing) ?? standing
  return (
    <div className={classes['line']} role="group" aria-label={t('suggestedPriority.label')}>
      <span className={classes['what']}>
        <IconUrgent size={15} stroke={1.6} aria-hidden />
        {t('suggestedPriority.fits', { priority: t(`priority.${priority}`) })}
      </span>
      <span
        className={classes['said']}
        title={t('suggestedPriority.table', {
          impact: t(`suggestedPriority.level.${impact}`),
          urgency: t(`suggestedPriority.level.${urgency}`),
        })}
      >
        {reasons.map(textOf).join(' · ')}
      </span>
      <span className={classes['space']} />
      <SmallButton onClick={() => void act('thread.setPriority', { threadId, priority, seen })}>
        {t('suggestedPriority.take')}
      </SmallButton>
      <SmallButton onClick={() => void act('thread.keepPriority', { threadId, suggested: priority })}>
        {t('suggestedPriority.keep')}
      </SmallButton>
    </div>
  )
}

function useReasonText(): (reason: PriorityReason) => string {
  const { t } = useTranslation()
  const nowMs = useNow()
  return ({ what, value }) => {
    switch (what) {
      case 'people':
        return t('suggestedPriority.because.people', { people: count(value ?? 0) })
      case 'needed':
        return t('suggestedPriority.because.needed', { day: dateOnly(value ?? nowMs, nowMs) })
      case 'down':
      case 'degraded':
      case 'promised':
        return t(`suggestedPriority.because.${what}`, { time: moment(value ?? nowMs, nowMs) })
      default:
        return t(`suggestedPriority.because.${what}`)
    }
  }
}
