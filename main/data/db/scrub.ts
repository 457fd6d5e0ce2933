import type { Clock } from '../../../shared/clock.ts'
import type { Connection } from './types.ts'

/** Long enough for the page that erases to end, short enough for "at once". */
const SOON_MS = 200
const AGAIN_MS = 1_000

export type Scrubber = {
  /** Somebody has left this laptop: of their rows nothing may stay behind in the log of writes. */
  readonly soon: () => void
  readonly stop: () => void
}

/**
 * Rows that go are overwritten where they stood, but the log still holds the pages as they were: it is written back and
 * cut to nothing. A reader in the middle of an answer keeps it for a moment; then it is tried again.
 */
export function createScrubber(db: Connection, clock: Pick<Clock, 'after'>): Scrubber {
  let cancel: (() => void) | null = null
  const scrub = (): void => {
    cancel = null
    const [done] = db.handle.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
    if (done?.busy === 1) cancel = clock.after(AGAIN_MS, scrub)
  }
  return {
    soon: () => {
      cancel ??= clock.after(SOON_MS, scrub)
    },
    stop: () => cancel?.(),
  }
}
