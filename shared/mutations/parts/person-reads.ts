import type { Customer } from '../../domain/people.ts'
import type { Row, TableName } from '../../domain/tables.ts'
import { many, maybe } from '../define.ts'
import type { LoadedRows, Read } from '../define.ts'

/** More records than this nobody has; the rest of them is not looked at. */
const MOST_RECORDS = 20

/** Names of these reads: nothing else of a mutation begins like this. */
export type PersonReads = Readonly<Record<`person:${string}`, Read>>

const named = (rows: LoadedRows, beginning: string): readonly unknown[] =>
  Object.entries(rows).flatMap(([name, value]) => (name.startsWith(beginning) ? value : []))

/** Records of one person as far as they are read: whom each was merged into, and who was merged into each. */
function recordsOf(rows: LoadedRows, customerId: string): readonly string[] {
  const read = [rows['customer'], ...named(rows, 'person:record:'), ...named(rows, 'person:merged:')]
  const known = read.flatMap(row => (row ? [row as Pick<Customer, 'id' | 'mergedIntoId'>] : []))
  const ids = known.flatMap(({ id, mergedIntoId }) => (mergedIntoId === null ? [id] : [id, mergedIntoId]))
  return [...new Set([customerId, ...ids])].slice(0, MOST_RECORDS)
}

/**
 * Rows of these tables of everybody who is the same person, step by step (`read-steps.ts`): for acts that ask what was
 * said, given or asked whatever record it stands on. The mutation reads the customer itself as `customer`.
 */
export function personReads(rows: LoadedRows, customerId: string, tables: readonly TableName[]): PersonReads {
  const reads = recordsOf(rows, customerId).flatMap((id): [string, Read][] => [
    [`person:record:${id}`, maybe('customers', id)],
    [`person:merged:${id}`, many('customers', { mergedIntoId: id })],
    ...tables.map((table): [string, Read] => [`person:${table}:${id}`, many(table, { customerId: id })]),
  ])
  return Object.fromEntries(reads)
}

/** What `personReads` found in one of its tables, on all records together. */
export const rowsOfPerson = <Name extends TableName>(rows: LoadedRows, table: Name): readonly Row<Name>[] =>
  named(rows, `person:${table}:`) as readonly Row<Name>[]
