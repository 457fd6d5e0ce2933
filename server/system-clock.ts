import type { Clock } from '../shared/clock.ts'

/** The platform's clock; everything that decides anything gets a clock passed in. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
