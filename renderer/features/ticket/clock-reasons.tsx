import { useTranslation } from 'react-i18next'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { explainClocks } from '../../../shared/rules/sla/explain-clocks.ts'
import type { ClockLine, ClockReasons } from '../../../shared/rules/sla/explain-clocks.ts'
import { useServiceLevels } from '../../data/use-service-levels.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly, moment, span } from '../../lib/format.ts'
import classes from './thread-clock.module.css'

function useLineText(isAlwaysOpen: boolean): (line: ClockLine, nowMs: number) => string {
  const { t } = useTranslation()
  const left = isAlwaysOpen ? 'clock.leftAlways' : 'clock.leftOpen'
  return ({ state, dueAtMs, leftMs, stoppedAtMs }, nowMs) => {
    const due = dueAtMs === null ? '' : moment(dueAtMs, nowMs)
    const stopped = stoppedAtMs === null ? '' : moment(stoppedAtMs, nowMs)
    switch (state) {
      case 'running':
        return `${t('clock.isDue', { time: due })} · ${t(left, { span: span(leftMs) })}`
      case 'over':
        return t('clock.wasDue', { time: due })
      case 'paused':
        return t('clock.standsStill', { time: stopped, span: span(leftMs) })
      case 'in-time':
        return t('clock.inTime', { time: stopped })
      case 'late':
        return t('clock.late', { time: stopped })
    }
  }
}

function Opening({ reasons, nowMs }: { readonly reasons: ClockReasons; readonly nowMs: number }) {
  const { t } = useTranslation()
  const { calendar, isAlwaysOpen, isOpenNow, opensAtMs } = reasons
  if (!calendar) return null
  if (isAlwaysOpen) {
    return (
      <p className={classes['fact']} dir="auto">
        {calendar.name}
      </p>
    )
  }
  const opens = opensAtMs === null ? t('clock.closed') : t('clock.opens', { time: moment(opensAtMs, nowMs) })
  return (
    <p className={classes['fact']}>
      <span dir="auto">{calendar.name}</span> · {calendar.timeZone} · {isOpenNow ? t('clock.openNow') : opens}
    </p>
  )
}

function Pauses({ pausesIn }: { readonly pausesIn: readonly string[] }) {
  const { t } = useTranslation()
  const [pending, snoozed] = [pausesIn.includes('pending'), pausesIn.includes('snoozed')]
  const key =
    pending && snoozed ? 'pausesBoth' : pending ? 'pausesPending' : snoozed ? 'pausesSnoozed' : 'pausesNever'
  return <p className={classes['fact']}>{t(`clock.${key}`)}</p>
}

/** Policy and version, each clock with what is left in opening hours, the calendar, and when clocks stand still. */
export function ClockReasonsCard({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const reasons = explainClocks(thread, useServiceLevels(), nowMs)
  const lineText = useLineText(reasons?.isAlwaysOpen ?? true)
  if (!reasons) return null
  const { policy, lines } = reasons
  return (
    <div className={classes['reasons']}>
      <p className={classes['policy']}>
        {policy ? (
          <>
            <span dir="auto">{t('clock.policy', { name: policy.name, version: policy.version })}</span>
            <span className={classes['since']}>
              {t('clock.since', { time: dateOnly(policy.validFromMs, nowMs) })} ·{' '}
              {t(`priority.${thread.priority}`)}
            </span>
          </>
        ) : (
          t('clock.noPolicy')
        )}
      </p>
      <dl className={classes['lines']}>
        {lines.map(line => (
          <div key={line.target} className={classes['line']} data-state={line.state}>
            <dt>{t(`target.${line.target}`)}</dt>
            <dd>{lineText(line, nowMs)}</dd>
          </div>
        ))}
      </dl>
      <Opening reasons={reasons} nowMs={nowMs} />
      {policy && <Pauses pausesIn={policy.pausesIn} />}
    </div>
  )
}
