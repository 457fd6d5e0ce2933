/** Larger files stay on the hub until somebody opens them. */
export const PACKED_FILE_BYTES = 25_000_000
/** All files of a day together; the newest come first. */
export const PACKED_BYTES = 1_000_000_000
/** Open tickets of own teams that nobody has taken: the newest of them. */
export const PACKED_TEAM_TICKETS = 300

/** Older than this, a look at the hub says little about now. */
const STALE_MS = 15 * 60_000

export type PackReason = 'filling' | 'files' | 'stale'

type Facts = {
  /** The first fill is whole. */
  readonly isFilled: boolean
  /** By the same clock as `nowMs`; null: never. */
  readonly lastPulledAtMs: number | null
  readonly nowMs: number
  /** Nothing can come in now: how old it is, is said elsewhere and cannot be helped. */
  readonly isAway: boolean
  /** Files of the day that are not here. */
  readonly missingFiles: number
}

/** What stands between this laptop and a day without network, the gravest first; empty: nothing. */
export function missingForOffline(facts: Facts): readonly PackReason[] {
  const { isFilled, lastPulledAtMs, nowMs, isAway, missingFiles } = facts
  const isStale = lastPulledAtMs === null || nowMs - lastPulledAtMs > STALE_MS
  const reasons: readonly (PackReason | false)[] = [
    !isFilled && 'filling',
    missingFiles > 0 && 'files',
    isFilled && !isAway && isStale && 'stale',
  ]
  return reasons.filter(reason => reason !== false)
}
