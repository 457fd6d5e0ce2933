import { linksHere } from './links-here.ts'
import { rebase } from './rebase.ts'
import type { RebaseDeps } from './rebase.ts'
import type { RowKey } from './store.ts'

/**
 * The hub was restored from a backup: its numbers mean something else now, and it may have forgotten what it had
 * accepted. Numbers are forgotten, a snapshot is due, and everything decided that is still kept goes again marked as
 * replayed: what the backup has is answered from its receipts. No clock of this laptop is asked how old an entry is, it
 * may have jumped since. Call inside a transaction.
 */
export function changeEpoch(deps: RebaseDeps, epoch: string): void {
  const { store } = deps
  const isFirst = store.state.get('epoch') === null
  store.state.set('epoch', epoch)
  if (isFirst) return
  store.state.set('cursor', null)
  store.state.set('upToSeq', null)
  store.state.set('fill', null)
  store.state.set('erased', null)
  store.rows.forgetVersions()
  const touched: RowKey[] = []
  for (const entry of store.outbox.doneSince(0)) {
    const links = linksHere(deps, entry)
    store.outbox.reopen(entry.mutationId, links)
    touched.push(...links)
  }
  rebase(deps, { incoming: [], touched, source: 'feed' })
}
