import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

type Asked = {
  readonly count: number
  /** Height of every row, px. */
  readonly height: number
  /** Rows kept in the page above and below those in sight. */
  readonly overscan: number
}
export type FixedRows = {
  /** Places of the first row in the page and of the one after the last. */
  readonly first: number
  readonly end: number
  /** Height of all rows together, px. */
  readonly total: number
  /** Scrolls as little as is needed for a row to be whole in sight. Asks the layout nothing where it is there already. */
  readonly reveal: (index: number) => void
}

type Sight = { readonly element: HTMLElement | null; readonly top: number; readonly view: number }

/** What a window of ordinary height shows, until the list has been laid out once. */
const FIRST_LOOK = 1_000

/**
 * The rows of a list in sight, where all are equally high: places are a division, nothing is measured and nothing is
 * remembered for each row, so that a hundred thousand cost what a hundred do.
 */
export function useFixedRows(
  scroll: RefObject<HTMLElement | null>,
  { count, height, overscan }: Asked,
): FixedRows {
  const [{ at, inSight }, setSight] = useState({ at: 0, inSight: Math.ceil(FIRST_LOOK / height) })
  /** As it was last seen, px: reading it anew in the middle of a change would lay out the whole window. */
  const sight = useRef<Sight>({ element: null, top: 0, view: 0 })
  useEffect(() => {
    const element = scroll.current
    if (!element) return undefined
    const look = (): void => {
      const { scrollTop } = element
      const { view } = sight.current
      sight.current = { element, top: scrollTop, view }
      const next = { at: Math.floor(scrollTop / height), inSight: Math.ceil(view / height) }
      setSight(old => (old.at === next.at && old.inSight === next.inSight ? old : next))
    }
    // Tells the height at once, and behind the layout: asked for here, it would lay out the whole window by itself.
    const observer = new ResizeObserver(([box]) => {
      sight.current = { ...sight.current, view: box?.contentRect.height ?? 0 }
      look()
    })
    sight.current = { ...sight.current, element }
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroll, height])
  const reveal = useCallback(
    (index: number): void => {
      const [start, end] = [index * height, (index + 1) * height]
      const { element, top, view } = sight.current
      if (!element || (start >= top && end <= top + view)) return
      const wanted = start < top ? start : end - (view || element.clientHeight)
      element.scrollTo({ top: wanted })
      sight.current = { element, top: wanted, view }
    },
    [height],
  )
  return {
    first: Math.max(0, Math.min(at, count) - overscan),
    end: Math.min(count, at + inSight + 1 + overscan),
    total: count * height,
    reveal,
  }
}
