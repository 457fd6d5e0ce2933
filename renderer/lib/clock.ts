import { useSyncExternalStore } from 'react'

/** The window's clock: the one place that reads the platform's. */
export const now = (): number => Date.now()

const TICK_MS = 15_000
const listeners = new Set<() => void>()
let tick = 0
let timer: ReturnType<typeof setInterval> | null = null

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    tick = now()
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }
}

/** Now, painted again every quarter of a minute, with one timer for the whole window. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    if (tick === 0 || now() - tick > TICK_MS) tick = now()
    return tick
  })
}
