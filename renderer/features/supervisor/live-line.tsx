import { useTranslation } from 'react-i18next'
import { useNow } from '../../lib/clock.ts'
import { clockSeconds, fullMoment, moment, span } from '../../lib/format.ts'
import { useBoardStore } from '../../stores/board-store.ts'
import classes from './supervisor.module.css'

/** Whether the floor is live, and how old it is where it is not. */
export function LiveLine() {
  const { t } = useTranslation()
  const { connection, board, heardAtMs } = useBoardStore(state => state.board)
  const nowMs = useNow()
  const words = (): string => {
    if (connection === 'live' && heardAtMs !== null)
      return t('supervisor.liveAt', { time: clockSeconds(Math.max(heardAtMs, nowMs)) })
    if (connection === 'refused') return t('supervisor.refused')
    if (board === null || heardAtMs === null) return t('supervisor.connecting')
    return t('supervisor.asOf', { time: moment(heardAtMs, nowMs), span: span(nowMs - heardAtMs) })
  }
  return (
    <footer className={classes['line']}>
      <span role="status" title={heardAtMs === null ? undefined : fullMoment(heardAtMs)}>
        <span
          className={classes['lineDot']}
          data-tone={connection === 'live' ? 'good' : 'warning'}
          aria-hidden
        />
        {words()}
      </span>
      <span className={classes['gap']} />
      <span className={classes['hint']}>{t('supervisor.deliveredNotWritten')}</span>
    </footer>
  )
}
