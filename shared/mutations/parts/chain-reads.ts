import type { Customer } from '../../domain/people.ts'
import { maybe } from '../define.ts'
import type { Change, LoadedRows, Maybe } from '../define.ts'
import { withChanges } from '../../rules/merged-people/hand-on.ts'
import type { CardChange } from '../../rules/merged-people/hand-on.ts'
import { patchChanged } from './changes.ts'

export type ChainReads = Readonly<Record<`above:${string}`, Maybe<'customers'>>>

const nextOf = (row: unknown): string | null => (row as Customer | null | undefined)?.mergedIntoId ?? null

/** Records above this one in the order they were merged into each other, as far as they are loaded. */
export function chainAbove(rows: LoadedRows, from: Customer | null): readonly Customer[] {
  const chain: Customer[] = []
  for (let id = nextOf(from); id !== null && id !== from?.id;) {
    const row = rows[`above:${id}`] as Customer | null | undefined
    if (!row || chain.includes(row)) break
    chain.push(row)
    id = nextOf(row)
  }
  return chain
}

/** Reads of everybody above these, step by step (`read-steps.ts`): a change of a card is handed on to them. */
export function chainReads(rows: LoadedRows, starts: readonly (Customer | null | undefined)[]): ChainReads {
  const known = starts.flatMap(start => (start ? [start, ...chainAbove(rows, start)] : []))
  const ids = known.flatMap(row => nextOf(row) ?? [])
  return Object.fromEntries([...new Set(ids)].map(id => [`above:${id}`, maybe('customers', id)]))
}

/** What changes of these records, each once whoever led to it. */
export function changesOf(records: readonly Customer[], changes: readonly CardChange[]): readonly Change[] {
  const once = [...new Map(records.map(record => [record.id, record])).values()]
  return once.flatMap(record => patchChanged('customers', record, withChanges(record, changes)))
}
