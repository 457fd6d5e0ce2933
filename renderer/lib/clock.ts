import { useSyncExternalStore } from 'react'

/** The window's clock: the one place that reads the platform's. */
export const now = (): number => Date.now()

const TICK_MS = 30_000
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

function ticked(): number {
  if (tick === 0 || now() - tick > TICK_MS) tick = now()
  return tick
}

/** Now, painted again every half minute, with one timer for the whole window. */
export const useNow = (): number => useSyncExternalStore(subscribe, ticked)

/** What follows from the time, painted again only when it is another text. */
export const useFromNow = (from: (nowMs: number) => string): string =>
  useSyncExternalStore(subscribe, () => from(ticked()))
