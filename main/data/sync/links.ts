import type { AnyRow } from '../../../shared/domain/tables.ts'
import type { Change } from '../../../shared/mutations/define.ts'
import { indexedColumns } from '../../../shared/mutations/look-ups.ts'
import { asksNothing } from '../../../shared/mutations/parts/changes.ts'
import { lookupId } from './outbox-store.ts'
import type { Link, Writes } from './outbox-store.ts'
import type { Prediction } from './prediction.ts'
import type { RowKey } from './store.ts'

export const keyText = ({ table, id }: RowKey): string => `${table}/${id}`

function addWrites(known: Writes | undefined, added: Writes): Writes {
  if (known === undefined || known === 'none') return added
  if (added === 'none') return known
  if (known === 'whole' || added === 'whole') return 'whole'
  return [...new Set([...known, ...added])]
}

/** How an intent touches rows: what it looked at, what it looked for, and what it changes. */
export function linksFrom(
  { reads, rows, watched }: Omit<Prediction, 'decision'>,
  changes: readonly Change[],
): readonly Link[] {
  const links = new Map<string, Link>()
  const add = (key: RowKey, writes: Writes): void => {
    const known = links.get(keyText(key))
    links.set(keyText(key), { table: key.table, id: key.id, writes: addWrites(known?.writes, writes) })
  }
  for (const key of watched) add(key, 'none')
  for (const [name, read] of Object.entries(reads)) {
    if (asksNothing(read)) continue
    if (read.how !== 'many') {
      add(read, 'none')
      continue
    }
    // One indexed column is enough to notice rows that come to match; too many notices only replay once more.
    const column = Object.keys(read.where).find(key => indexedColumns(read.table).includes(key))
    if (column !== undefined)
      add({ table: read.table, id: lookupId(column, read.where[column] ?? '') }, 'none')
    for (const row of (rows[name] as readonly AnyRow[] | undefined) ?? [])
      add({ table: read.table, id: row.id }, 'none')
  }
  for (const change of changes) add(change, change.how === 'patch' ? Object.keys(change.fields) : 'whole')
  return [...links.values()]
}

export const isWrite = ({ writes }: { readonly writes: Writes }): boolean => writes !== 'none'

const textOf = ({ table, id, writes }: Link): string =>
  `${table}/${id}/${typeof writes === 'string' ? writes : writes.toSorted().join()}`

export function sameLinks(left: readonly Link[], right: readonly Link[]): boolean {
  if (left.length !== right.length) return false
  const texts = new Set(left.map(textOf))
  return right.every(link => texts.has(textOf(link)))
}
