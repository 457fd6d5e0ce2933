import type { TFunction } from 'i18next'
import type { SyncStatus } from '../../../shared/contract/sync.ts'
import { assertNever } from '../../../shared/assert.ts'
import { errorText } from '../../lib/error-text.ts'
import { count, moment } from '../../lib/format.ts'

export type SyncWords = {
  readonly tone: 'good' | 'warning' | 'bad'
  readonly lead: string
  /** Set behind a heavier lead; null when the lead says everything. */
  readonly rest: string | null
}
type Input = {
  readonly status: SyncStatus
  readonly isExpired: boolean
  /** Offline by choice. */
  readonly isCut: boolean
  readonly nowMs: number
  readonly t: TFunction
}

/** The state of sync in the words of the status bar. */
export function syncWords({ status, isExpired, isCut, nowMs, t }: Input): SyncWords {
  const { phase, waiting, lastPulledAtMs } = status
  const synced =
    lastPulledAtMs === null
      ? t('sync.neverSynced')
      : t('sync.synced', { time: moment(lastPulledAtMs, nowMs) })
  const waits = waiting === 0 ? t('sync.nothingWaits') : t('sync.waiting', { count: waiting })
  const away = waiting === 0 ? t('sync.worksNothingWaits') : t('sync.worksWaiting', { count: waiting })
  const lastSynced =
    lastPulledAtMs === null ? synced : t('sync.lastSynced', { time: moment(lastPulledAtMs, nowMs) })
  if (isExpired || phase.state === 'signed-out') {
    return { tone: 'warning', lead: t('sync.signedOut'), rest: `${away} · ${lastSynced}` }
  }
  switch (phase.state) {
    case 'idle':
      return { tone: 'good', lead: [t('sync.online'), synced, waits].join(' · '), rest: null }
    case 'pushing':
      return { tone: 'good', lead: [t('sync.sending'), waits].join(' · '), rest: null }
    case 'pulling':
      return { tone: 'good', lead: [t('sync.online'), synced, waits].join(' · '), rest: null }
    case 'filling': {
      const { rows, expectedRows } = phase
      // How many there are to come is an estimate: where more are here already, it says nothing any more.
      const of =
        expectedRows === null || rows > expectedRows
          ? count(rows)
          : t('sync.of', { rows: count(rows), all: count(expectedRows) })
      return { tone: 'good', lead: t('sync.filling'), rest: t('sync.fillingRows', { rows: of }) }
    }
    case 'offline':
      return {
        tone: 'warning',
        lead: t(isCut ? 'sync.cutSince' : 'sync.offlineSince', { time: moment(phase.sinceMs, nowMs) }),
        rest: `${away} · ${lastSynced}`,
      }
    case 'trouble': {
      const { what, next } = errorText(phase)
      return { tone: 'bad', lead: what, rest: [next, away].filter(Boolean).join(' ') }
    }
    default:
      return assertNever(phase, 'sync phase')
  }
}
