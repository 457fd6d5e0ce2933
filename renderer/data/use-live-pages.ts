import { useMemo, useSyncExternalStore } from 'react'
import { live } from './live.ts'
import { createLivePages } from './live-pages.ts'
import type { Pages, Paging } from './live-pages.ts'
import type { LiveName } from './concerns.ts'
import type { LiveState } from './live-queries.ts'

/**
 * Pages of one list, live. `key` names the list: another key starts again from its first page.
 * `loadMore` does nothing while a page is on its way.
 */
export function useLivePages<Name extends LiveName, Item>(
  key: string,
  paging: Paging<Name, Item>,
): LiveState<Pages<Item>> & { readonly loadMore: () => void } {
  // The list is made anew per key only: `paging` says the same thing as long as the key is the same.
  const pages = useMemo(() => createLivePages(live, paging), [key])
  const state = useSyncExternalStore(pages.subscribe, pages.read)
  return useMemo(() => ({ ...state, loadMore: pages.loadMore }), [state, pages])
}
