import type { Stopwatch } from './pace.ts'

/** Work in small steps holds the thread no longer than a key press would notice. */
const TURN_MS = 8

type TurnDeps = { readonly stopwatch: Stopwatch | null; readonly yieldTurn: () => Promise<void> }

/** Called between two steps: gives way once the turn is used up; without a stopwatch after every step. */
export function turnsOf({ stopwatch, yieldTurn }: TurnDeps): () => Promise<void> {
  let startedAt = stopwatch?.() ?? 0
  return async () => {
    if (stopwatch && stopwatch() - startedAt < TURN_MS) return
    await yieldTurn()
    startedAt = stopwatch?.() ?? 0
  }
}
