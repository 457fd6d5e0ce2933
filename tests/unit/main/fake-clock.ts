import type { Clock } from '../../../shared/clock.ts'

export type FakeClock = Clock & {
  /** Lets time pass; timers that fall due run in their order, each after pending promises have settled. */
  readonly advance: (ms: number) => Promise<void>
}

export function fakeClock(startMs = 1_700_000_000_000): FakeClock {
  let nowMs = startMs
  let timers: { readonly atMs: number; readonly run: () => void }[] = []
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return {
    now: () => nowMs,
    after: (ms, run) => {
      const timer = { atMs: nowMs + ms, run }
      timers = [...timers, timer]
      return () => {
        timers = timers.filter(other => other !== timer)
      }
    },
    advance: async ms => {
      const untilMs = nowMs + ms
      await settle()
      for (;;) {
        const due = timers
          .filter(timer => timer.atMs <= untilMs)
          .sort((one, other) => one.atMs - other.atMs)[0]
        if (!due) break
        timers = timers.filter(timer => timer !== due)
        nowMs = Math.max(nowMs, due.atMs)
        due.run()
        await settle()
      }
      nowMs = untilMs
    },
  }
}
