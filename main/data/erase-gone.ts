import type { BlobStore } from './blobs/blob-store.ts'
import type { Scrubber } from './db/scrub.ts'
import type { BlobRecords } from './db/store-blobs.ts'
import type { Changed } from './db/write.ts'
import { erasedHere } from './sync/erase-person.ts'
import type { LaptopStore } from './sync/store.ts'

export type GoneDeps = {
  readonly blobs: Pick<BlobStore, 'erase'>
  readonly records: Pick<BlobRecords, 'ownersGone'>
  readonly store: LaptopStore
  readonly scrubber: Pick<Scrubber, 'soon'>
}

function eraseAll({ blobs, scrubber }: GoneDeps, customerIds: readonly string[]): void {
  if (customerIds.length > 0) scrubber.soon()
  // The key is gone before anything else; a file that cannot be removed now is unreadable already.
  for (const customerId of customerIds) blobs.erase(customerId).catch(() => {})
}

/** Owners of files who are not here. While a snapshot comes in, nobody can say who else is missing. */
function ownersGone({ records, store }: GoneDeps): readonly string[] {
  const erased = erasedHere(store)
  const isFilled = store.state.get('cursor') !== null && store.state.get('fill') === null
  return records
    .ownersGone()
    .filter(({ owner, isHeld }) => erased.has(owner) || (isFilled && !isHeld))
    .map(({ owner }) => owner)
}

/**
 * Of customers who have gone nothing stays in files, nor in the log of writes. Whoever only left the scope has nothing
 * unsent here: unsent work would have held them.
 */
export function eraseGone(deps: GoneDeps, changed: Changed): void {
  const named = changed.get('customers')
  if (named === undefined) return
  const gone =
    named === null
      ? ownersGone(deps)
      : [...named].filter(customerId => deps.store.rows.get('customers', customerId) === null)
  eraseAll(deps, gone)
}

/** What the end of a process cut short, at the next start. */
export function eraseLeftOver(deps: GoneDeps): void {
  if (erasedHere(deps.store).size > 0) deps.scrubber.soon()
  eraseAll(deps, ownersGone(deps))
}
