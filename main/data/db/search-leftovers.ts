import type { TableName } from '../../../shared/domain/tables.ts'
import { customersHere } from './counters.ts'
import { get, run } from './statement.ts'
import { searchStructure } from './search-structure.ts'
import { shape } from './row-codec.ts'
import { inTransaction } from './write.ts'
import type { Database } from './write.ts'

/**
 * Words of a row are taken out of the index where they stand, one by one, so that nothing of an erased person stays. Where
 * a whole scope leaves that is most of the work: then its rows are marked in the index as gone, which costs as much as
 * indexing them, and the words go as `step` merges the parts of the index into one. `search_leftovers` names the tables
 * for which that is still to be done, so it goes on after any cut.
 */
export type SearchLeftovers = {
  /** So many customers leave: where they are a large part, so are their rows, which are marked from the first one on. */
  readonly customersLeave: (count: number) => void
  /** Runs `forget`, which takes so many rows out of the index of a table. */
  readonly whileLeaving: (table: TableName, count: number, forget: () => void) => void
  /** Merges a little. True while there is more. */
  readonly step: () => boolean
}

export const indexName = (table: TableName): string => `search_${shape(table).name}`

/** From here on marks are worth it: so many rows at least, and such a part of the table, since the last quiet moment. */
const MANY_ROWS = 1_000
const LARGE_PART = 1 / 20
const MANY_CUSTOMERS = 50
/** Pages of the index that one step writes: a few milliseconds. */
const STEP_PAGES = 32
/** What `merge` changes where there is nothing left to merge. */
const NO_CHANGE = 2

/** Rows are numbered from one. */
const NOBODY = -1

type Leftover = { readonly table_name: TableName; readonly is_begun: number }

// Written out: a number that is handed over counts as one with a fraction, which the index refuses.
function configure(
  database: Database,
  table: TableName,
  set: `'secure-delete', ${0 | 1}` | `'merge', ${number}`,
): void {
  const index = indexName(table)
  run(inTransaction(database), `INSERT INTO ${index} (${index}, rank) VALUES (${set})`)
}

/** Each setting counts from here on: what was changed under the other one is written down first. */
function marking(database: Database, table: TableName, work: () => void): void {
  configure(database, table, `'secure-delete', 0`)
  work()
  configure(database, table, `'secure-delete', 1`)
}

/** Two parts more, of a row that never was: parts that lie in different levels are merged into the last one. */
function addParts(database: Database, table: TableName): void {
  const index = indexName(table)
  const tx = inTransaction(database)
  marking(database, table, () => run(tx, `INSERT INTO ${index} (rowid, text) VALUES (${NOBODY}, 'a')`))
  const forget = `INSERT INTO ${index} (${index}, rowid, text) VALUES ('delete', ${NOBODY}, 'a')`
  marking(database, table, () => run(tx, forget))
}

function note(database: Database, table: TableName, isBegun: 0 | 1): void {
  const sql = `INSERT INTO search_leftovers (table_name, is_begun) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET is_begun = excluded.is_begun`
  run(inTransaction(database), sql, [table, isBegun])
}

function mergeSome(database: Database, { table_name: table, is_begun }: Leftover): void {
  const { db } = database
  const changes = (): number => get<{ sum: number }>(db, 'SELECT total_changes() AS sum')?.sum ?? 0
  const before = changes()
  // The first one puts all parts together, whatever their size; those after it go on with that.
  configure(database, table, `'merge', ${is_begun === 1 ? STEP_PAGES : -STEP_PAGES}`)
  if (is_begun === 0) return note(database, table, 1)
  if (changes() - before >= NO_CHANGE) return
  const { parts, partsOfLastLevel } = searchStructure(db, indexName(table))
  if (parts === 0 || partsOfLastLevel === 1) {
    run(inTransaction(database), 'DELETE FROM search_leftovers WHERE table_name = ?', [table])
    return
  }
  // Merged into a level that is not the last one, marks are kept, and words with them.
  addParts(database, table)
  note(database, table, 0)
}

export function searchLeftovers(database: Database): SearchLeftovers {
  const { db } = database
  const gone = new Map<TableName, number>()

  let customersGone = 0
  const isWholeScope = (): boolean => {
    if (customersGone < MANY_CUSTOMERS) return false
    return customersGone > LARGE_PART * (customersGone + customersHere(db))
  }
  const isMany = (table: TableName, count: number): boolean => {
    if (isWholeScope()) return true
    const sum = (gone.get(table) ?? 0) + count
    gone.set(table, sum)
    if (sum < MANY_ROWS) return false
    const sql = `SELECT max(local_id) AS highest FROM ${shape(table).name}`
    return sum > LARGE_PART * (get<{ highest: number | null }>(db, sql)?.highest ?? 0)
  }
  return {
    customersLeave: count => {
      customersGone += count
    },
    whileLeaving: (table, count, forget) => {
      if (count === 0) return
      if (!isMany(table, count)) {
        forget()
        // What it costs is seen at once, not with the commit.
        return configure(database, table, `'secure-delete', 1`)
      }
      note(database, table, 0)
      marking(database, table, forget)
    },
    step: () => {
      gone.clear()
      customersGone = 0
      const next = get<Leftover>(
        db,
        'SELECT table_name, is_begun FROM search_leftovers ORDER BY table_name LIMIT 1',
      )
      if (!next) return false
      mergeSome(database, next)
      return true
    },
  }
}
