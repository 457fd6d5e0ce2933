import { RowId } from '../../shared/domain/ids.ts'
import type { PushEntry } from '../../shared/protocol/push.ts'
import type { EntryOutcome } from './push-units.ts'

/** All ids named anywhere in the arguments. */
export function idsIn(args: unknown): ReadonlySet<string> {
  const ids = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (RowId.safeParse(value).success) ids.add(value)
    } else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) visit(inner)
  }
  visit(args)
  return ids
}

type Held = { readonly mutationId: string; readonly ids: ReadonlySet<string> }
const heldBy = ({ mutationId, args }: PushEntry): Held => ({ mutationId, ids: idsIn(args) })

/**
 * Keeps the order of one client's intents when some of a push could not be decided or failed: a later entry that names
 * a row of an undecided one waits, and one whose row is missing because the entry that makes it failed is not `gone`.
 * Ids named in arguments stand for rows: too many at worst, which only delays.
 */
export class Dependencies {
  readonly #undecided: Held[] = []
  readonly #failed: Held[] = []
  readonly #gone = new Set<string>()

  note(entry: PushEntry, outcome: EntryOutcome): void {
    switch (outcome.kind) {
      case 'done':
        return
      case 'retry':
        this.#undecided.push(heldBy(entry))
        return
      case 'waitsFor': {
        const isUndecided = this.#undecided.some(held => held.mutationId === outcome.waitsFor)
        // Behind a failed group an entry is as failed as the group: what the agent does next need not wait for it.
        const list = isUndecided ? this.#undecided : this.#failed
        list.push(heldBy(entry))
        return
      }
      case 'gone':
        this.#gone.add(outcome.id)
        this.#failed.push(heldBy(entry))
        return
      case 'conflict':
      case 'rejected':
      case 'unknown':
        this.#failed.push(heldBy(entry))
        return
    }
  }

  /** The first undecided entry before this one that shares an id with it. */
  undecidedBefore(entry: PushEntry): string | null {
    if (this.#undecided.length === 0) return null
    const ids = idsIn(entry.args)
    return this.#undecided.find(held => !held.ids.isDisjointFrom(ids))?.mutationId ?? null
  }

  /** The failed entry of this push that would have made the row; null when the row itself is known to be gone. */
  failedMakerOf({ id }: { readonly id: string }): string | null {
    if (this.#gone.has(id)) return null
    return this.#failed.find(held => held.ids.has(id))?.mutationId ?? null
  }
}
