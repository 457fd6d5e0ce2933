import { isWrite } from './links.ts'
import type { OutboxEntry } from './outbox-store.ts'
import { rebase } from './rebase.ts'
import type { RebaseDeps } from './rebase.ts'
import type { LaptopStore, RowKey } from './store.ts'

export const writtenBy = ({ outbox }: LaptopStore, mutationId: string): readonly RowKey[] =>
  outbox.linksOf(mutationId).filter(isWrite)

/** Takes an intent out of the outbox and its effect off the rows. Call inside a transaction. */
export function takeBack(deps: RebaseDeps, { mutationId }: Pick<OutboxEntry, 'mutationId'>): void {
  const touched = writtenBy(deps.store, mutationId)
  deps.store.outbox.remove(mutationId)
  rebase(deps, { incoming: [], touched, source: 'answer' })
}
