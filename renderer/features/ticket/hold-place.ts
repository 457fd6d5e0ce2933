import { createContext, use, useCallback, useState } from 'react'

/** Holds a conversation where it stands: what grows below the place that is read does not take the reader along. */
export const HoldPlace = createContext<() => void>(() => undefined)

export const useHoldPlace = (): (() => void) => use(HoldPlace)

type Hold = { readonly anchorTo: 'start' | 'end'; readonly hold: () => void }

/** Held until the list gets another item: what comes at its end, or an earlier page, keeps its place by the list's end. */
export function useHold(count: number): Hold {
  const [heldWith, setHeldWith] = useState<number | null>(null)
  const hold = useCallback(() => setHeldWith(count), [count])
  return { anchorTo: heldWith === count ? 'start' : 'end', hold }
}
