import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import { linksFrom } from './links.ts'
import type { Link, OutboxEntry } from './outbox-store.ts'
import { predict } from './prediction.ts'
import type { RebaseDeps } from './rebase.ts'

type Wanted = Pick<OutboxEntry, 'name' | 'mutationId' | 'nowMs' | 'args' | 'isReplayed'>

/** What the entry touches as things stand here; the replay that follows makes it exact. */
export function linksHere({ store, actor }: RebaseDeps, { name, args, ...acted }: Wanted): readonly Link[] {
  if (!isMutationName(name)) return []
  try {
    const prediction = predict(store, mutationByName(name), { ...acted, args, actor: actor() })
    const { decision } = prediction
    return linksFrom(prediction, decision.kind === 'changes' ? decision.changes : [])
  } catch {
    // A defect of the mutation: the hub still gets the entry, rows here stay as they are.
    return []
  }
}
