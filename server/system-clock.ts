import type { Clock } from '../shared/clock.ts'

/** The platform's clock; everything that decides anything gets a clock passed in. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    // The next turn: a timer of this platform takes a millisecond at least.
    if (ms <= 0) {
      const turn = setImmediate(callback)
      return () => clearImmediate(turn)
    }
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
