import type { Clock } from '../../shared/clock.ts'

/** The platform's clock. Timers do not keep the process alive: its parent's port does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
