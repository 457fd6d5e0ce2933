import { useSyncExternalStore } from 'react'

/**
 * Rooms of the window by its width: wide shows everything; narrow has a smaller list; folded puts the list behind
 * the rail and the panes into tabs; single shows one column at a time; small does too, with the composer as a sheet.
 */
export type Layout = 'roomy' | 'wide' | 'narrow' | 'folded' | 'single' | 'small'

/** Least width in px of each, widest first. */
const LEAST: readonly (readonly [Layout, number])[] = [
  ['roomy', 1920],
  ['wide', 1360],
  ['narrow', 1180],
  ['folded', 1024],
  ['single', 640],
  ['small', 0],
]

export const layoutFor = (width: number): Layout => LEAST.find(([, least]) => width >= least)?.[0] ?? 'small'

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

export const useLayout = (): Layout => useSyncExternalStore(subscribe, () => layoutFor(window.innerWidth))
