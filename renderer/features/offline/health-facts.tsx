import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { SyncHealth } from '../../../shared/contract/health.ts'
import { useNow } from '../../lib/clock.ts'
import { clockSeconds, count, fileSize, moment, span } from '../../lib/format.ts'
import { useSession } from '../../stores/session-store.ts'
import { connectionWords } from './connection-words.ts'
import classes from './offline.module.css'

/** The plain facts, each in one line. */
export function HealthFacts({ health }: { readonly health: SyncHealth }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const session = useSession()
  const isCut = session.state === 'open' && session.isCut
  const { status, outbox } = health
  const when = (atMs: number | null): string =>
    atMs === null ? t('health.notYet') : `${moment(atMs, nowMs)} (${clockSeconds(atMs)})`
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('health.connection'), connectionWords({ health, isCut, t })],
    [t('health.lastPull'), when(status.lastPulledAtMs)],
    [t('health.lastPush'), when(health.lastPushedAtMs)],
    [
      t('health.outbox'),
      t('health.outboxStates', {
        pending: count(outbox.pending),
        sending: count(outbox.sending),
        parked: count(outbox.parked),
      }),
    ],
    [
      t('health.oldest'),
      outbox.oldestAtMs === null ? t('health.nothing') : span(Math.max(0, nowMs - outbox.oldestAtMs)),
    ],
    [t('health.position'), `${count(health.upToSeq)} · ${health.cursorMark ?? '–'}`],
    [t('health.epoch'), health.epochMark ?? '–'],
    [t('health.skew'), status.skewMs === null ? '–' : t('health.skewMs', { ms: count(status.skewMs) })],
    [
      t('health.database'),
      t('health.databaseFacts', {
        size: fileSize(health.databaseBytes),
        files: count(health.files.count),
        fileBytes: fileSize(health.files.bytes),
      }),
    ],
    [
      t('health.versions'),
      t('health.versionFacts', { schema: health.schemaVersion, protocol: health.protocol }),
    ],
  ]
  return (
    <dl className={classes['facts']}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
