import { useTranslation } from 'react-i18next'
import type { SyncStatus as Status } from '../../../shared/contract/sync.ts'
import { runCommand } from '../../commands/command-table.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { count, fullMoment } from '../../lib/format.ts'
import { useSession } from '../../stores/session-store.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import { openDialog } from '../../stores/ui-store.ts'
import { syncWords } from './sync-words.ts'
import classes from './sync-status.module.css'

/** Status "Sync status": online or not, what waits, when last synced. One calm line. */
export function SyncStatus() {
  const { t } = useTranslation()
  const status = useSyncStatus()
  const session = useSession()
  const info = useLiveValue('app.info', {})
  const isExpired = session.state === 'open' && session.credentials === 'expired'
  return (
    <footer className={classes['bar']}>
      <div role="status" aria-label={t('landmarks.syncStatus')} className={classes['status']}>
        {status && <Words status={status} isExpired={isExpired} />}
      </div>
      {isExpired && (
        <button type="button" className={classes['act']} onClick={() => openDialog('sign-in-again')}>
          {t('sync.signInAgain')}
        </button>
      )}
      {status && status.attention > 0 && (
        <button
          type="button"
          className={classes['act']}
          data-tone="bad"
          onClick={() => runCommand('attention.open')}
        >
          {t('sync.attention', { count: status.attention })}
        </button>
      )}
      <span className={classes['gap']} />
      {status && <Here status={status} />}
      {info?.isTestRuntime && <span className={classes['mark']}>{t('sync.testRuntime')}</span>}
    </footer>
  )
}

function Words({ status, isExpired }: { readonly status: Status; readonly isExpired: boolean }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { tone, lead, rest } = syncWords({ status, isExpired, nowMs, t })
  return (
    <>
      <span className={classes['dot']} data-tone={tone} aria-hidden />
      <span>
        {rest === null ? lead : <strong>{lead}</strong>} {rest}
      </span>
    </>
  )
}

function Here({ status }: { readonly status: Status }) {
  const { t } = useTranslation()
  const skewMinutes = Math.round((status.skewMs ?? 0) / 60_000)
  return (
    <span title={status.lastPulledAtMs === null ? undefined : fullMoment(status.lastPulledAtMs)}>
      {Math.abs(skewMinutes) >= 2 && `${t('sync.clockWrong', { minutes: Math.abs(skewMinutes) })} · `}
      {t('sync.customersHere', { count: status.customersHere, shown: count(status.customersHere) })}
    </span>
  )
}
