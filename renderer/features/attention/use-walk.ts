import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** `mutationIds` change when what is to be decided of it does. */
type Walked = { readonly key: string; readonly mutationIds: readonly string[] }
type Walk<Item extends Walked> = {
  readonly current: Item | null
  readonly at: number
  readonly list: RefObject<HTMLUListElement | null>
  readonly goTo: (at: number) => void
}

/**
 * Which item is being decided. When it goes, the one that takes its place is next, with the focus, so that a long list
 * is worked off without looking for the next one.
 */
export function useWalk<Item extends Walked>(items: readonly Item[]): Walk<Item> {
  const [place, setPlace] = useState<{ readonly key: string | null; readonly at: number }>({
    key: null,
    at: 0,
  })
  const list = useRef<HTMLUListElement>(null)
  const found = items.findIndex(({ key }) => key === place.key)
  const at = Math.min(found >= 0 ? found : place.at, items.length - 1)
  const current = items[at] ?? null
  const key = current?.key ?? null
  const acts = current?.mutationIds.join() ?? ''
  useEffect(() => {
    if (key !== null) setPlace({ key, at })
  }, [key, at])
  useEffect(() => {
    const item = list.current?.querySelector<HTMLElement>('[aria-current]')
    const focused = document.activeElement
    const isFree =
      focused === document.body ||
      focused?.hasAttribute('data-autofocus') === true ||
      list.current?.contains(focused) === true
    if (!item || !isFree) return
    item.focus({ preventScroll: true })
    item.scrollIntoView({ block: 'nearest' })
  }, [key, acts])
  const goTo = (next: number): void => {
    const item = items[Math.max(0, Math.min(next, items.length - 1))]
    if (item) setPlace({ key: item.key, at: items.indexOf(item) })
  }
  return { current, at, list, goTo }
}
