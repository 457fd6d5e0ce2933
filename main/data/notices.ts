import type { Clock } from '../../shared/clock.ts'
import type { ChangedRows } from '../../shared/contract/events.ts'
import type { Changed, ChangedTable } from './db/write.ts'

/** About a frame: more often than this no window can paint. */
const EVERY_MS = 16
/** More ids than this in one table are told as "many". */
const NAMED_IDS = 500

export type Notices = {
  readonly changed: (changed: Changed) => void
  readonly statusChanged: () => void
  readonly stop: () => void
}
type NoticeDeps = {
  readonly clock: Clock
  readonly tellRows: (tables: ChangedRows) => void
  readonly tellStatus: () => void
}

function merge(into: Map<ChangedTable, Set<string> | null>, changed: Changed): void {
  for (const [table, ids] of changed) {
    const known = into.get(table)
    if (known === null) continue
    const all = ids === null ? null : new Set([...(known ?? []), ...ids])
    into.set(table, all !== null && all.size > NAMED_IDS ? null : all)
  }
}

/** Tells windows what changed: the first change at once, what follows within a frame together. */
export function createNotices({ clock, tellRows, tellStatus }: NoticeDeps): Notices {
  let rows = new Map<ChangedTable, Set<string> | null>()
  let isStatusDue = false
  let isWaiting = false
  let cancel = (): void => {}

  function flush(): void {
    isWaiting = false
    const tables = rows
    const wasStatusDue = isStatusDue
    rows = new Map()
    isStatusDue = false
    if (tables.size === 0 && !wasStatusDue) return
    isWaiting = true
    cancel = clock.after(EVERY_MS, flush)
    if (tables.size > 0) {
      tellRows(Object.fromEntries([...tables].map(([table, ids]) => [table, ids && [...ids]])) as ChangedRows)
    }
    if (wasStatusDue) tellStatus()
  }
  function soon(): void {
    if (isWaiting) return
    isWaiting = true
    cancel = clock.after(0, flush)
  }

  return {
    changed: changed => {
      merge(rows, changed)
      if (changed.has('outbox')) isStatusDue = true
      soon()
    },
    statusChanged: () => {
      isStatusDue = true
      soon()
    },
    stop: () => {
      cancel()
      isWaiting = true
    },
  }
}
