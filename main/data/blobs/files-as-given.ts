import { isGuest } from '../../../shared/rules/guests/what-guests-may.ts'
import { SIGHT_VERSION } from '../../../shared/rules/guests/what-guests-see.ts'
import type { Connection } from '../db/types.ts'
import { keptFiles } from '../queries/kept-files.ts'
import type { StateStore } from '../sync/store.ts'
import type { BlobStore } from './blob-store.ts'

type Deps = {
  readonly db: Connection
  readonly state: StateStore
  readonly transaction: (durability: 'durable', work: () => void) => void
  readonly role: () => string
}
const NONE: ReadonlySet<string> = new Set()
/** Files are here as colleagues are given them; what nothing says is that, too. */
const WHOLE = 'whole'

export type FilesAsGiven = BlobStore & {
  /** Takes files off this laptop that came when whoever works here was given other contents: more as a colleague, say. */
  readonly letOthersGo: () => Promise<void>
}

/** Files as whoever works here is given them now: none is read that came under another role. */
export function filesAsGiven(blobs: BlobStore, { db, state, transaction, role }: Deps): FilesAsGiven {
  async function letOthersGo(): Promise<void> {
    const now = isGuest(role()) ? `guest${SIGHT_VERSION}` : WHOLE
    if ((state.get('filesGivenAs') ?? WHOLE) === now) return
    for (const file of keptFiles(db, NONE)) if (file.isRemovable) await blobs.drop(file)
    transaction('durable', () => state.set('filesGivenAs', now))
  }
  return {
    ...blobs,
    letOthersGo,
    read: async name => {
      await letOthersGo()
      return blobs.read(name)
    },
  }
}
