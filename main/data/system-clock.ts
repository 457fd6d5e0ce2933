import type { Clock } from '../../shared/clock.ts'

/** The platform's clock. Timers do not keep the process alive: its parent's port does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    // The next turn: a timer of this platform takes a millisecond at least.
    if (ms <= 0) {
      const turn = setImmediate(callback)
      return () => clearImmediate(turn)
    }
    const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
