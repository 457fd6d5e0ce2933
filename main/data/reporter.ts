import type { Clock } from '../../shared/clock.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import type { LiveClientFrame } from '../../shared/protocol/pull.ts'
import type { ClientReport } from '../../shared/protocol/session.ts'

export type Reporter = {
  readonly tell: (status: SyncStatus) => void
  /** A connection is there (again): the next status goes whatever went before. */
  readonly again: () => void
}
type ReporterDeps = {
  readonly clock: Pick<Clock, 'now'>
  readonly send: (frame: LiveClientFrame) => void
  readonly appVersion: string
}

/** The fleet view lives on minutes, not on keystrokes. */
const LEAST_MS = 15_000

/** Tells the hub what waits on this laptop: over the live connection, when it changed, and not too often. */
export function createReporter({ clock, send, appVersion }: ReporterDeps): Reporter {
  let sentText = ''
  let sentAtMs = -LEAST_MS
  let last: ClientReport | null = null
  const sendLast = (): void => {
    if (!last) return
    send({ kind: 'report', report: last })
    sentText = JSON.stringify(last)
    sentAtMs = clock.now()
  }
  return {
    tell: ({ waiting, oldestWaitingAtMs, lastPulledAtMs }) => {
      last = { unsent: waiting, oldestUnsentAtMs: oldestWaitingAtMs, lastPulledAtMs, version: appVersion }
      const isNew = JSON.stringify(last) !== sentText
      if (isNew && Math.abs(clock.now() - sentAtMs) >= LEAST_MS) sendLast()
    },
    again: sendLast,
  }
}
