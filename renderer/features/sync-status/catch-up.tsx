import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import { shownCount } from '../../data/use-front-view.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { forgetAbsence, useAbsence } from '../../stores/catch-up-store.ts'
import { filterBy, showKind, showView, uiStore } from '../../stores/ui-store.ts'
import classes from './sync-status.module.css'

const MINUTE_MS = 60_000

/** What changed since a moment, as a filter over a list. */
export const changedSince = (sinceMs: number, nowMs: number): Condition => ({
  field: 'activity',
  op: 'shorter',
  values: [Math.max(1, Math.ceil((nowMs - sinceMs) / MINUTE_MS))],
})

/** After a sleep or a time offline: "24 open tickets changed since 09:10", which shows them. One calm line, until it was seen. */
export function CatchUp() {
  const { t } = useTranslation()
  const sinceMs = useAbsence()
  const nowMs = useNow()
  const filter = sinceMs === null ? null : [changedSince(sinceMs, nowMs)]
  const counts = useLiveValue('views.count', filter && { view: 'all-open', filter })
  if (filter === null || sinceMs === null || !counts || counts.all === 0) return null
  const show = (): void => {
    showView('all-open')
    showKind('all')
    filterBy(filter)
    uiStore.setState({ column: 'list' })
    forgetAbsence()
  }
  return (
    <span className={classes['catchUp']}>
      <button type="button" className={classes['act']} onClick={show}>
        {t('sync.changedSince', {
          count: counts.all,
          shown: shownCount(counts, 'all'),
          time: moment(sinceMs, nowMs),
        })}
      </button>
      <button
        type="button"
        className={classes['cable']}
        aria-label={t('sync.changedSeen')}
        data-tip={t('sync.changedSeen')}
        onClick={forgetAbsence}
      >
        <IconX size={13} aria-hidden />
      </button>
    </span>
  )
}
