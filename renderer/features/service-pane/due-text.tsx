import { useTranslation } from 'react-i18next'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import classes from './service-pane.module.css'

type DueTextProps = { readonly dueAtMs: number; readonly owner: string | null; readonly what: string }

/** By when, whose, and what it is; red once it is late. */
export function DueText({ dueAtMs, owner, what }: DueTextProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const isLate = dueAtMs < nowMs
  const by = isLate
    ? t('service.lateSince', { time: moment(dueAtMs, nowMs) })
    : t('service.by', { time: moment(dueAtMs, nowMs) })
  return (
    <>
      <span className={isLate ? classes['late'] : undefined}>{by}</span>
      {[owner, what]
        .filter(Boolean)
        .map(part => ` · ${part}`)
        .join('')}
    </>
  )
}
