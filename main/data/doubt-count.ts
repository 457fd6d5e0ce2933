import type { Changed } from './db/write.ts'
import type { Connection } from './db/types.ts'
import { countDoubtful } from './queries/doubtful.ts'

type Deps = {
  readonly db: Connection
  readonly agentId: string
  /** The number is another one. */
  readonly onChange: () => void
}

/** How many messages of which nobody knows whether they have left wait for this agent. */
export type DoubtCount = {
  readonly now: () => number
  /** Counts again where rows changed that it hangs on. */
  readonly changed: (changed: Changed) => void
}

const TABLES = ['messages', 'threads', 'agents'] as const

export function createDoubtCount({ db, agentId, onChange }: Deps): DoubtCount {
  let count = countDoubtful(db, agentId)
  return {
    now: () => count,
    changed: changed => {
      if (!TABLES.some(table => changed.has(table))) return
      const now = countDoubtful(db, agentId)
      if (now === count) return
      count = now
      onChange()
    },
  }
}
