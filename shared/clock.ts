/** Time as a dependency: product code that decides anything gets one of these instead of the platform's clock. */
export type Clock = {
  /** Wall clock, ms since 1970. May jump; never used for ordering. */
  readonly now: () => number
  /** Calls back once after at least `ms`; the returned function cancels. */
  readonly after: (ms: number, callback: () => void) => () => void
}

/** A number in [0, 1), as Math.random gives it. */
export type Random = () => number

export function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise(resolve => {
    clock.after(ms, resolve)
  })
}
