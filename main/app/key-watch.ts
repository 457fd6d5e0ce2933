import type { Clock } from '../../shared/clock.ts'
import { toWireError } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import type { Session } from './session.ts'

export type KeyWatchDeps = {
  readonly clock: Clock
  readonly log: Log
  readonly session: Pick<Session, 'get' | 'replaceKey'>
  /** Whether the key of the open place is older than this computer's settings or the team allow. */
  readonly isTooOld: (placeId: string) => Promise<boolean>
  /** For how long nobody has touched this computer, ms. */
  readonly untouchedMs: () => number
  /** True while something goes to the hub or comes from it. */
  readonly isSending: () => boolean
  /** Tells whoever comes back to the computer. */
  readonly replaced: (atMs: number) => void
}

const LOOK_MS = 15 * 60_000
/** Long after the last key press: drafts are kept, undo windows are over, nobody reads. */
const UNTOUCHED_MS = 10 * 60_000
/** A disk without room has none a quarter of an hour later either. */
const AFTER_FAILURE_MS = 24 * 3_600_000

/**
 * Replaces the key of a place that stays open for days, as opening it would: once it is too old, while nobody is at the
 * computer and nothing is on its way. Looks by the clock, for as long as the app lives.
 */
export function watchKeyAge(deps: KeyWatchDeps): void {
  const { clock, log } = deps
  const look = async (): Promise<void> => {
    let nextMs = LOOK_MS
    try {
      if (await replaceIfDue(deps)) deps.replaced(clock.now())
    } catch (error) {
      nextMs = AFTER_FAILURE_MS
      log.warn('keys.not-replaced', { code: toWireError(error).code })
    }
    clock.after(nextMs, () => void look())
  }
  clock.after(LOOK_MS, () => void look())
}

async function replaceIfDue(deps: KeyWatchDeps): Promise<boolean> {
  const state = deps.session.get()
  if (state.state !== 'open' || !isQuiet(deps)) return false
  if (!(await deps.isTooOld(state.place.id))) return false
  // Somebody may have come back meanwhile, or opened another place.
  if (deps.session.get() !== state || !isQuiet(deps)) return false
  await deps.session.replaceKey()
  return true
}

const isQuiet = ({ untouchedMs, isSending }: KeyWatchDeps): boolean =>
  untouchedMs() >= UNTOUCHED_MS && !isSending()
