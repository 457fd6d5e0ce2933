import type { Clock } from '../../shared/clock.ts'

export type FakeClock = Clock & {
  /** Moves on to each timer that comes due within `ms`, in order, letting promises settle in between. */
  readonly advance: (ms: number) => Promise<void>
  /** Sets the wall clock without time passing: somebody changed it. */
  readonly jump: (ms: number) => void
  readonly waiting: () => number
}

/** Lets everything that is ready run: promises, and what Node has queued. */
export const settle = async (turns = 5): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(resolve => setImmediate(resolve))
}

/** Time that moves only when a test says so. */
export function createFakeClock(startMs = Date.UTC(2026, 0, 5, 9)): FakeClock {
  let elapsedMs = 0
  let offsetMs = startMs
  let nextId = 1
  const timers = new Map<number, { readonly dueMs: number; readonly callback: () => void }>()

  const nextDue = (untilMs: number): [number, { dueMs: number; callback: () => void }] | undefined =>
    [...timers]
      .filter(([, timer]) => timer.dueMs <= untilMs)
      .toSorted(([leftId, left], [rightId, right]) => left.dueMs - right.dueMs || leftId - rightId)[0]

  return {
    now: () => offsetMs + elapsedMs,
    after: (ms, callback) => {
      const id = nextId++
      timers.set(id, { dueMs: elapsedMs + Math.max(0, ms), callback })
      return () => timers.delete(id)
    },
    advance: async ms => {
      const untilMs = elapsedMs + ms
      await settle()
      for (let next = nextDue(untilMs); next; next = nextDue(untilMs)) {
        const [id, timer] = next
        timers.delete(id)
        elapsedMs = Math.max(elapsedMs, timer.dueMs)
        timer.callback()
        await settle()
      }
      elapsedMs = untilMs
    },
    jump: ms => {
      offsetMs += ms
    },
    waiting: () => timers.size,
  }
}
