import { COLUMNS } from '../outbox-record.ts'
import type { Connection } from '../types.ts'
import { columnsOf, walk } from './salvage.ts'
import type { Found } from './salvage.ts'

export type SalvagedOutbox = {
  /** Records as they stand, in order of intent. */
  readonly records: readonly Found[]
  /** Places of entries that are known to be there and cannot be read. */
  readonly lost: ReadonlySet<number>
  /** False: nobody can say how many there were. */
  readonly isCounted: boolean
}

/** Each names every entry, through pages of its own: the table, its index of ids, and the index of the rows it touches. */
const LISTS = [
  { sql: 'SELECT seq FROM outbox ORDER BY seq', isComplete: true },
  { sql: 'SELECT seq FROM outbox ORDER BY mutation_id', isComplete: true },
  { sql: 'SELECT seq FROM outbox ORDER BY seq DESC', isComplete: false },
  { sql: 'SELECT seq FROM outbox ORDER BY mutation_id DESC', isComplete: false },
  { sql: 'SELECT seq FROM outbox_rows ORDER BY seq', isComplete: false },
  { sql: 'SELECT seq FROM outbox_rows ORDER BY seq DESC', isComplete: false },
] as const

function placesOf(db: Connection): { readonly seqs: readonly number[]; readonly isCounted: boolean } {
  const seqs = new Set<number>()
  let isCounted = false
  for (const { sql, isComplete } of LISTS) {
    const { rows, isWhole } = walk<{ seq: number }>(db, sql)
    for (const { seq } of rows) seqs.add(seq)
    isCounted ||= isComplete && isWhole
  }
  return { seqs: [...seqs].toSorted((left, right) => left - right), isCounted }
}

/** Everything of the outbox that can still be read, one entry at a time. */
export function salvageOutbox(db: Connection): SalvagedOutbox {
  const { seqs, isCounted } = placesOf(db)
  const known = new Set(columnsOf(db, 'outbox'))
  const columns = COLUMNS.split(',').map(name => name.trim())
  const select = columns.filter(name => known.has(name)).join(', ')
  const records: Found[] = []
  const lost = new Set<number>()
  for (const seq of seqs) {
    const { rows, isWhole } = walk(db, `SELECT ${select} FROM outbox WHERE seq = ${seq}`)
    const [record] = rows
    if (isWhole && record) records.push(record)
    else lost.add(seq)
  }
  return { records, lost, isCounted }
}
