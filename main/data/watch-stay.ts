import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import { NextLook } from '../../shared/next-look.ts'
import type { FilesAsGiven } from './blobs/files-as-given.ts'
import type { Engine } from './sync/engine.ts'

/** Soon after the start, then at the end of the stay and at least this often: clocks are set, laptops sleep. */
const FIRST_MS = 1_000
const AT_MOST_MS = 10 * 60_000
/** A time that is over is looked at again only now and then. */
const AT_LEAST_MS = 30_000

type WatchDeps = {
  readonly clock: Clock
  readonly log: Log
  readonly engine: Pick<Engine, 'endStay'>
  readonly blobs: Pick<FilesAsGiven, 'letOthersGo'>
}

/**
 * Looks whether the time of the guest whose laptop this is has ended, also where the hub is never reached again, and whether
 * files are here from before somebody became one.
 */
export function watchStay({ clock, log, engine, blobs }: WatchDeps): { readonly stop: () => void } {
  const next = new NextLook(clock, () => void look())
  async function look(): Promise<void> {
    try {
      const inMs = await engine.endStay()
      await blobs.letOthersGo()
      next.plan(Math.min(AT_MOST_MS, Math.max(AT_LEAST_MS, inMs ?? AT_MOST_MS)))
    } catch (error) {
      log.warn('stay.failed', { code: error instanceof AppError ? error.code : 'internal' })
      next.plan(AT_LEAST_MS)
    }
  }
  next.plan(FIRST_MS)
  return { stop: () => next.stop() }
}
