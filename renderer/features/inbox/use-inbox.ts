import { useMemo } from 'react'
import type { ListRow } from '../../../shared/contract/threads.ts'
import type { Paging } from '../../data/live-pages.ts'
import { useLivePages } from '../../data/use-live-pages.ts'
import { listOf } from '../../data/front-list.ts'
import { useUi } from '../../stores/ui-store.ts'

/** What fills a tall window at once. */
const FIRST_PAGE = 60
/** Taken in while somebody scrolls: more would make a frame late. */
const PAGE = 20

/** The rows of the view on the screen, page by page. */
export function useInbox() {
  const view = useUi(state => state.view)
  const filter = useUi(state => state.filter)
  const kind = useUi(state => state.kind)
  const sort = useUi(state => state.sort)
  const paging = useMemo(
    (): Paging<'threads.list', ListRow> => ({
      name: 'threads.list',
      inputAt: after => ({
        ...listOf({ view, filter, kind, sort }),
        after,
        limit: after === null ? FIRST_PAGE : PAGE,
      }),
      nextOf: page => page.next,
      itemsOf: page => page.rows,
      keyOf: row => row.ticketId,
    }),
    [view, filter, kind, sort],
  )
  return useLivePages(paging)
}
