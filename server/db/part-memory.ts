import type { KeptRows } from '../sync/shelf-store.ts'

/** Some hundred thousand rows, packed: a team that begins on the same morning is given them without the database. */
const MOST_BYTES = 32 * 1_048_576

/** Kept parts that were asked for last. Whoever asks has looked whether their shelf still stands. */
export type PartMemory = {
  readonly get: (key: string) => KeptRows | null
  readonly put: (key: string, rows: KeptRows) => void
  /** Drops what a workspace has: its keys begin with the workspace's id. */
  readonly forget: (workspaceId: string) => void
}

export function createPartMemory(mostBytes = MOST_BYTES): PartMemory {
  const parts = new Map<string, KeptRows>()
  let bytes = 0
  const drop = (key: string, { packed }: KeptRows): void => {
    parts.delete(key)
    bytes -= packed.length
  }
  return {
    get: key => {
      const found = parts.get(key)
      if (!found) return null
      // A map is in the order in which keys were put.
      parts.delete(key)
      parts.set(key, found)
      return found
    },
    forget: workspaceId => {
      for (const [key, its] of parts) if (key.startsWith(workspaceId)) drop(key, its)
    },
    put: (key, rows) => {
      const before = parts.get(key)
      if (before) drop(key, before)
      parts.set(key, rows)
      bytes += rows.packed.length
      for (const [oldest, its] of parts) {
        if (bytes <= mostBytes) break
        drop(oldest, its)
      }
    },
  }
}
