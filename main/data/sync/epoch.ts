import { isWrite } from './links.ts'
import { linksHere } from './links-here.ts'
import type { LinkedEntry } from './outbox-store.ts'
import { rebase } from './rebase.ts'
import type { RebaseDeps } from './rebase.ts'
import type { RowKey } from './store.ts'

/**
 * The hub was restored from a backup: its numbers mean something else now, and it may have forgotten what it had
 * accepted. Numbers are forgotten, a snapshot is due, and everything decided that is still kept goes again marked as
 * replayed: what the backup has is answered from its receipts. No clock of this laptop is asked how old an entry is, it
 * may have jumped since. Call inside a transaction. `undecided`: what the answer that names the epoch was about.
 */
export function changeEpoch(deps: RebaseDeps, epoch: string, undecided: readonly LinkedEntry[] = []): void {
  const { store } = deps
  const isFirst = store.state.get('epoch') === null
  store.state.set('epoch', epoch)
  if (isFirst) return
  store.state.set('cursor', null)
  store.state.set('upToSeq', null)
  store.state.set('fill', null)
  store.state.set('erased', null)
  store.rows.forgetVersions()
  const touched: RowKey[] = markDoubtful(deps, undecided)
  for (const entry of store.outbox.doneSince(0)) {
    const links = linksHere(deps, entry)
    store.outbox.reopen(entry.mutationId, links)
    touched.push(...links)
  }
  rebase(deps, { incoming: [], touched, source: 'feed' })
}

const PAGE = 200

/**
 * What has left and was never answered may have been accepted under the history that is over: its mail may have gone
 * out. To the hub it is what it would be if the answer had come. Answers the rows it writes.
 */
function markDoubtful({ store: { outbox } }: RebaseDeps, undecided: readonly LinkedEntry[]): RowKey[] {
  // As they stood before this push, which decided nothing.
  const firstAttempts = new Set(undecided.flatMap(entry => (entry.wasSent ? [] : entry.mutationId)))
  const touched: RowKey[] = []
  for (let after = 0; ;) {
    const page = outbox.page(after, PAGE)
    for (const entry of page) {
      if (!isDoubtful(entry) || firstAttempts.has(entry.mutationId)) continue
      outbox.update(entry.mutationId, { isReplayed: true })
      touched.push(...entry.links.filter(isWrite))
    }
    const last = page.at(-1)
    if (!last) return touched
    after = last.seq
  }
}

/** What is parked was refused, but for what nobody could answer. */
const isDoubtful = ({ wasSent, isReplayed, state, verdict }: LinkedEntry): boolean =>
  wasSent && !isReplayed && (state !== 'parked' || verdict?.kind === 'failed')
