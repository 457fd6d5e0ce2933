import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { ColumnName } from '../../stores/columns-store.ts'

/** Kept free behind the last column, px: the end of a row, and in the head the scroll bar of the rows. */
const BEHIND = 22
const SCROLL_BAR = 8

/** Width at which every column has its least, px; null where all of them fit. */
function neededWidth(head: HTMLElement): number | null {
  const last = head.firstElementChild?.lastElementChild?.lastElementChild
  if (!last) return null
  const needed =
    last.getBoundingClientRect().right - head.getBoundingClientRect().left + head.scrollLeft + BEHIND
  return needed > head.clientWidth + 1 ? needed : null
}

/**
 * Columns that do not fit make the table wider than the list: the rows scroll sideways, and the head goes along. Answers
 * where the head belongs.
 */
export function useWideTable(
  scroll: RefObject<HTMLElement | null>,
  columns: readonly ColumnName[] | null,
): RefObject<HTMLDivElement | null> {
  const head = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [above, below] = [head.current, scroll.current]
    if (!above || !below) return
    const fit = (): void => {
      above.style.removeProperty('--table-width')
      const width = neededWidth(above)
      below.style.removeProperty('--table-width')
      if (width !== null) {
        above.style.setProperty('--table-width', `${width}px`)
        below.style.setProperty('--table-width', `${width - SCROLL_BAR}px`)
      }
      above.scrollLeft = below.scrollLeft
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(above)
    const goAlong = (): void => {
      if (above.scrollLeft !== below.scrollLeft) above.scrollLeft = below.scrollLeft
    }
    below.addEventListener('scroll', goAlong, { passive: true })
    return () => {
      observer.disconnect()
      below.removeEventListener('scroll', goAlong)
      below.style.removeProperty('--table-width')
    }
  }, [columns, scroll])
  return head
}
