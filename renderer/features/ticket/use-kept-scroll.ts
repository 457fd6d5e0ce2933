import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { keepScroll, keptScroll } from '../../lib/kept-scroll.ts'

type ScrollVirtualizer = Virtualizer<HTMLDivElement, Element>

/** Closer to the end than this one reads the newest, and comes back to the newest. */
const AT_END = 80

type Shown = {
  readonly keys: readonly string[]
  /** Item a ticket that is new to the agent is read from; null: its newest one. */
  readonly readFrom: number | null
}

/** Item at the upper edge of a conversation that opens; `above`: how far above the edge it began when it was left, px. */
type Place = { readonly index: number; readonly above: number | null }

/** Where a conversation opens; null: at its end. */
export function placeOf(ticketId: string, { keys, readFrom }: Shown): Place | null {
  const anchor = keptScroll(ticketId)
  const index = anchor === null ? -1 : keys.indexOf(anchor.itemId)
  if (anchor !== null && index >= 0) return { index, above: anchor.above }
  return readFrom === null ? null : { index: readFrom, above: null }
}

function goTo(virtual: ScrollVirtualizer, place: Place | null): void {
  if (place === null) return virtual.scrollToEnd()
  const { index, above } = place
  virtual.scrollToIndex(index, { align: 'start' })
  if (above === null) return
  // Sizes are guessed until they are painted: settle once they are known.
  requestAnimationFrame(() => {
    virtual.scrollToIndex(index, { align: 'start' })
    requestAnimationFrame(() => virtual.scrollBy(above))
  })
}

type Opening = Shown & {
  /** What comes a paint later is there: items beside those in sight, and the room to answer, which takes its height. */
  readonly isWhole: boolean
}

/**
 * A conversation opens where it was left: at its newest item, or at the item that stood at the upper edge, also after a
 * restart. It goes there once more when it is whole. Answers what notes the place while scrolling.
 */
export function useKeptScroll(
  ticketId: string,
  { keys, readFrom, isWhole }: Opening,
  virtual: ScrollVirtualizer,
): (element: HTMLElement) => void {
  const opening = useRef<{ readonly place: Place | null; readonly isWhole: boolean } | null>(null)
  useLayoutEffect(() => {
    const known = opening.current
    if (known && (known.isWhole || !isWhole)) return
    const place = known ? known.place : placeOf(ticketId, { keys, readFrom })
    opening.current = { place, isWhole }
    goTo(virtual, place)
  }, [ticketId, keys, readFrom, virtual, isWhole])
  return useCallback(
    element => {
      const { scrollTop, scrollHeight, clientHeight } = element
      if (scrollHeight - scrollTop - clientHeight < AT_END) return keepScroll(ticketId, null)
      const first = virtual.getVirtualItems().find(item => item.end > scrollTop)
      const itemId = first ? keys[first.index] : undefined
      if (first && itemId !== undefined) keepScroll(ticketId, { itemId, above: scrollTop - first.start })
    },
    [ticketId, keys, virtual],
  )
}
