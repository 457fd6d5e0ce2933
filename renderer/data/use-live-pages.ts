import { useMemo, useSyncExternalStore } from 'react'
import type { LiveName } from './concerns.ts'
import { live } from './live.ts'
import { LivePages } from './live-pages.ts'
import type { Pages, Paging } from './live-pages.ts'
import type { LiveState } from './live-queries.ts'

/**
 * Pages of one list, live. Another `paging` starts again from its first page: the caller keeps it the same object as
 * long as it means the same list. `loadMore` does nothing while a page is on its way, and tries again after a failure.
 */
export function useLivePages<Name extends LiveName, Item>(
  paging: Paging<Name, Item>,
): LiveState<Pages<Item>> & Pick<LivePages<Name, Item>, 'loadMore' | 'show'> {
  const pages = useMemo(() => new LivePages(live, paging), [paging])
  const state = useSyncExternalStore(pages.subscribe, pages.read)
  return useMemo(() => ({ ...state, loadMore: pages.loadMore, show: pages.show }), [state, pages])
}
