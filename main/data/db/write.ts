import type { TableName } from '../../../shared/domain/tables.ts'
import { invariant } from '../../../shared/assert.ts'
import type { Durability } from '../sync/store.ts'
import type { Connection, WritableDb } from './types.ts'
import { membersOf } from './families.ts'
import { standingsAreDue } from './standings-due.ts'
import { withSqliteErrors } from './sqlite-error.ts'

/** `ofTicket` and `ofCustomer`: not rows, but the tickets and customers changed rows belong to. `standings`: by customer. */
export type ChangedTable = TableName | 'outbox' | 'standings' | 'ofTicket' | 'ofCustomer'
/** More ids than this in one table are told as "many". */
const NAMED_IDS = 500

/** Ids of rows changed by one transaction; null: too many to name. */
export type Changed = ReadonlyMap<ChangedTable, ReadonlySet<string> | null>

/** The one connection that writes, and who is told what a committed transaction changed. */
export type Database = {
  readonly db: Connection
  readonly announce: (changed: Changed) => void
  /** The transaction under way; one thread, so one at a time. `undo` puts back what is remembered outside of SQLite. */
  readonly current: {
    depth: number
    changed: Map<ChangedTable, Set<string> | null> | null
    undo: (() => void)[]
    durability: Durability | null
  }
}

export const createDatabase = (db: Connection, announce: (changed: Changed) => void): Database => ({
  db,
  announce,
  current: { depth: 0, changed: null, undo: [], durability: null },
})

/** An agent's own save waits for the disk; pulled pages can be asked for again. */
const SYNCHRONOUS = { durable: 'FULL', relaxed: 'NORMAL' } as const

function setDurability({ db, current }: Database, durability: Durability): void {
  if (current.durability === durability) return
  db.handle.pragma(`synchronous = ${SYNCHRONOUS[durability]}`)
  current.durability = durability
}

/**
 * Runs `work` in one transaction: all of it or nothing. Changed rows are announced after the commit.
 * A call inside another joins it and takes its durability. Throws the codes of sqlite-error.ts.
 */
export function write<T>(database: Database, durability: Durability, work: (tx: WritableDb) => T): T {
  const { db, current } = database
  if (current.depth > 0) return work(db as WritableDb)
  return withSqliteErrors(() => {
    setDurability(database, durability)
    const changed = new Map<ChangedTable, Set<string> | null>()
    current.changed = changed
    current.depth = 1
    try {
      db.handle.exec('BEGIN IMMEDIATE')
      const result = work(db as WritableDb)
      noteFamilies(database)
      db.handle.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk or a broken page has already ended the transaction by itself.
      if (db.handle.inTransaction) db.handle.exec('ROLLBACK')
      changed.clear()
      for (const undo of current.undo.toReversed()) undo()
      throw error
    } finally {
      current.undo = []
      current.depth = 0
      current.changed = null
      if (changed.size > 0) database.announce(changed)
    }
  })
}

/** What changed for one record of a person changed for all: whoever shows another of them asks again. */
function noteFamilies(database: Database): void {
  const { db, current } = database
  const ids = current.changed?.get('ofCustomer')
  if (ids) for (const { id } of membersOf(db, [...ids])) noteChange(database, 'ofCustomer', id)
  const all = current.changed?.get('ofCustomer')
  if (all !== undefined) standingsAreDue(db as WritableDb, all)
}

/** The writable handle of the transaction under way. Writing outside of one is a defect. */
export function inTransaction(database: Database): WritableDb {
  invariant(database.current.depth > 0, 'rows are written inside write() only')
  return database.db as WritableDb
}

export function noteChange({ current }: Database, table: ChangedTable, id: string): void {
  const changed = current.changed
  if (!changed) return
  const ids = changed.get(table)
  if (ids === null) return
  if (ids === undefined) changed.set(table, new Set([id]))
  else if (ids.size < NAMED_IDS) ids.add(id)
  else changed.set(table, null)
}

export function noteManyChanged({ current }: Database, table: ChangedTable): void {
  current.changed?.set(table, null)
}
