import { isDerivedField } from '../../../shared/mutations/derived-fields.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { keyText } from './links.ts'
import { isLookup } from './outbox-store.ts'
import type { LinkedEntry, Writes } from './outbox-store.ts'

type Hold = { readonly isParked: boolean; readonly writes: Writes }

/** Entries that stay here, by the rows they touch: what comes behind them may have to wait. */
export type Holds = {
  readonly add: (entry: LinkedEntry) => void
  readonly blocks: (entry: LinkedEntry) => boolean
}

const deciding = (table: TableName, writes: Writes): Writes =>
  typeof writes === 'string' ? writes : writes.filter(field => !isDerivedField(table, field))

/** Both write, and not only different fields. */
export function contradict(table: TableName, left: Writes, right: Writes): boolean {
  const [mine, theirs] = [deciding(table, left), deciding(table, right)]
  if (mine === 'none' || theirs === 'none') return false
  if (mine === 'whole' || theirs === 'whole') return true
  return mine.some(field => theirs.includes(field))
}

/** A row that a parked entry makes is not on the hub: nothing can go on with it. Else only the same field waits. */
function holdsBack(table: TableName, hold: Hold, writes: Writes): boolean {
  if (hold.isParked) return hold.writes === 'whole' || contradict(table, hold.writes, writes)
  return hold.writes !== 'none' || writes !== 'none'
}

/**
 * Order: an entry waits for earlier unfinished ones that share a row with it, unless both only look at it. For parked
 * ones it waits only where it touches the same field, or needs a row they make; appends go on.
 */
export function createHolds(): Holds {
  const byRow = new Map<string, Hold[]>()
  return {
    add: entry => {
      for (const link of entry.links) {
        if (isLookup(link)) continue
        const hold = { isParked: entry.state === 'parked', writes: link.writes }
        const known = byRow.get(keyText(link))
        if (known) known.push(hold)
        else byRow.set(keyText(link), [hold])
      }
    },
    blocks: entry =>
      entry.links.some(
        link => byRow.get(keyText(link))?.some(hold => holdsBack(link.table, hold, link.writes)) ?? false,
      ),
  }
}
