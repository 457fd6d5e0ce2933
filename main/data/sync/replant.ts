import { linksHere } from './links-here.ts'
import type { LinkedEntry, OutboxStore } from './outbox-store.ts'
import { rebase } from './rebase.ts'
import type { RebaseDeps } from './rebase.ts'
import type { RowKey } from './store.ts'

const PAGE = 200

function* allEntries(outbox: OutboxStore): Generator<LinkedEntry> {
  for (let after = 0; ;) {
    const page = outbox.page(after, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.seq
  }
}

/**
 * Works out anew what unfinished entries touch and do, in a database that has them and few or none of their rows. Rows
 * that come later find them by these links, and everything is replayed on top of them.
 */
export function replant(deps: RebaseDeps): void {
  const { outbox, transaction } = deps.store
  transaction('durable', () => {
    const touched: RowKey[] = []
    for (const entry of allEntries(outbox)) {
      const links = linksHere(deps, entry)
      outbox.relink(entry.mutationId, links)
      touched.push(...links)
    }
    rebase(deps, { incoming: [], touched, source: 'feed' })
  })
}
