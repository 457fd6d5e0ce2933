import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SyncStatus as Status } from '../../../shared/contract/sync.ts'
import { ErrorCode } from '../../../shared/errors.ts'
import { runCommand } from '../../commands/command-table.ts'
import { useAttentionCount } from '../../data/doubtful.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { count, fullMoment } from '../../lib/format.ts'
import { useSession } from '../../stores/session-store.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import { openDialog } from '../../stores/ui-store.ts'
import { CatchUp } from './catch-up.tsx'
import { ReadyLight } from './ready-light.tsx'
import { syncWords } from './sync-words.ts'
import classes from './sync-status.module.css'

/** Status "Sync status": online or not, what waits, when last synced. One calm line. */
export function SyncStatus() {
  const { t } = useTranslation()
  const status = useSyncStatus()
  const attention = useAttentionCount()
  const session = useSession()
  const info = useLiveValue('app.info', {})
  const isExpired = session.state === 'open' && session.credentials === 'expired'
  const isCut = session.state === 'open' && session.isCut
  return (
    <footer className={classes['bar']}>
      <div role="status" aria-label={t('landmarks.syncStatus')} className={classes['status']}>
        {status && <Words status={status} isExpired={isExpired} isCut={isCut} />}
      </div>
      {isExpired && (
        <button type="button" className={classes['act']} onClick={() => openDialog('sign-in-again')}>
          {t('sync.signInAgain')}
        </button>
      )}
      {isProxyAsking(status) && (
        <button type="button" className={classes['act']} onClick={() => openDialog('proxy')}>
          {t('proxy.title')}
        </button>
      )}
      {attention > 0 && (
        <button
          type="button"
          className={classes['act']}
          data-tone="bad"
          onClick={() => runCommand('attention.open')}
        >
          {t('sync.attention', { count: attention })}
        </button>
      )}
      <CatchUp />
      <span className={classes['gap']} />
      {session.state === 'open' && <ReadyLight />}
      {status && <Here status={status} />}
      {session.state === 'open' && <Cable isCut={isCut} isLabelled={isCut || session.place.isDemo} />}
      {info?.isTestRuntime && <span className={classes['mark']}>{t('sync.testRuntime')}</span>}
    </footer>
  )
}

const isProxyAsking = (status: Status | null): boolean =>
  status?.phase.state === 'trouble' && status.phase.code === ErrorCode.ProxyRefused

function Words({ status, isExpired, isCut }: Omit<Parameters<typeof syncWords>[0], 'nowMs' | 't'>) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { tone, lead, rest } = syncWords({ status, isExpired, isCut, nowMs, t })
  return (
    <>
      <span className={classes['dot']} data-tone={tone} aria-hidden />
      <span>
        {rest === null ? lead : <strong>{lead}</strong>} {rest}
      </span>
    </>
  )
}

/** The switch of the network: with the cable out nothing leaves and nothing comes. In a demo it invites to try it. */
function Cable({ isCut, isLabelled }: { readonly isCut: boolean; readonly isLabelled: boolean }) {
  const { t } = useTranslation()
  const Icon = isCut ? IconPlugConnectedX : IconPlugConnected
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isCut}
      aria-label={t('commands.sync.cable')}
      data-tip={t(isCut ? 'sync.plugIn' : 'sync.pullCable')}
      className={classes['cable']}
      onClick={() => runCommand('sync.cable')}
    >
      <Icon size={14} stroke={1.7} aria-hidden />
      {isLabelled && t(isCut ? 'sync.cableOut' : 'sync.cableIn')}
    </button>
  )
}

function Here({ status }: { readonly status: Status }) {
  const { t } = useTranslation()
  const skewMinutes = Math.round((status.skewMs ?? 0) / 60_000)
  return (
    <span
      className={classes['here']}
      title={status.lastPulledAtMs === null ? undefined : fullMoment(status.lastPulledAtMs)}
    >
      {Math.abs(skewMinutes) >= 2 && `${t('sync.clockWrong', { minutes: Math.abs(skewMinutes) })} · `}
      {t('sync.customersHere', { count: status.customersHere, shown: count(status.customersHere) })}
    </span>
  )
}
