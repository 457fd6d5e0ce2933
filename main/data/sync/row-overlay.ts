import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'
import type { LaptopStore, RowStore, StoredRow } from './store.ts'

/** The agent's own rights are read from the store by everybody, whatever is worked out here. */
const WRITTEN_AT_ONCE: TableName = 'agents'

export type RowOverlay = {
  /** The same store, whose rows are changed in memory. Whole groups and parts of a snapshot are not: they are written. */
  readonly store: LaptopStore
  /** Writes what has come to differ. Call inside a transaction, once. */
  readonly write: () => void
}

const byId = (left: StoredRow, right: StoredRow): number =>
  String(left.row['id']) < String(right.row['id']) ? -1 : 1

function isFoundBy(row: WireRow, { where, above }: ManyRead): boolean {
  if (!Object.entries(where).every(([column, value]) => row[column] === value)) return false
  if (!above) return true
  const value = row[above.column]
  return typeof value === 'number' && value > above.value
}

/**
 * Rows as they would be, without a write for each step on the way: most rows of a replay end as they stood, and putting
 * them back and writing the same again costs their indexes and their words twice.
 */
export function overlayRows(store: LaptopStore): RowOverlay {
  const { rows } = store
  const made = new Map<TableName, Map<string, StoredRow | null>>()
  const set = (table: TableName, id: string, stored: StoredRow | null): void => {
    const known = made.get(table) ?? new Map<string, StoredRow | null>()
    made.set(table, known.set(id, stored))
  }
  const get: RowStore['get'] = (table, id) => {
    const known = made.get(table)?.get(id)
    return known === undefined ? rows.get(table, id) : known
  }
  const overlaid: RowStore = {
    ...rows,
    get,
    version: (table, id) => {
      const known = made.get(table)?.get(id)
      return known === undefined ? rows.version(table, id) : (known?.version ?? null)
    },
    many: read => {
      const found = rows.many(read)
      const here = made.get(read.table)
      if (!here) return found
      const others = found.filter(({ row }) => !here.has(String(row['id'])))
      const own = [...here.values()].filter(stored => stored !== null && isFoundBy(stored.row, read))
      return [...others, ...own.filter(stored => stored !== null)].toSorted(byId)
    },
    put: (table, row, version) => {
      if (table === WRITTEN_AT_ONCE) rows.put(table, row, version)
      else set(table, String(row['id']), { row, version })
    },
    patch: (table, id, fields) => {
      if (table === WRITTEN_AT_ONCE) return rows.patch(table, id, fields)
      const known = get(table, id)
      if (!known) throw new AppError(ErrorCode.NotHere, 'The row is not here', { table })
      set(table, id, { ...known, row: { ...known.row, ...fields } })
    },
    remove: (table, id) => {
      if (table === WRITTEN_AT_ONCE) rows.remove(table, id)
      else set(table, id, null)
    },
  }
  return {
    store: { ...store, rows: overlaid },
    write: () => {
      for (const [table, here] of made)
        for (const [id, stored] of here)
          if (stored) rows.put(table, stored.row, stored.version)
          else if (rows.version(table, id) !== null) rows.remove(table, id)
      made.clear()
    },
  }
}
