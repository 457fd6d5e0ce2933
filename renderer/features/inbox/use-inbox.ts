import type { ListRow } from '../../../shared/contract/threads.ts'
import { useLivePages } from '../../data/use-live-pages.ts'
import { useUi } from '../../stores/ui-store.ts'

const PAGE = 60

/** The rows of the view on the screen, page by page. */
export function useInbox() {
  const view = useUi(state => state.view)
  const kind = useUi(state => state.kind)
  const sort = useUi(state => state.sort)
  return useLivePages<'threads.list', ListRow>(`${view} ${kind} ${sort}`, {
    name: 'threads.list',
    inputAt: after => ({ view, kind, sort, after, limit: PAGE }),
    nextOf: page => page.next,
    itemsOf: page => page.rows,
    keyOf: row => row.ticketId,
  })
}
