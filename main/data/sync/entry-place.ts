import type { AnyRow } from '../../../shared/domain/tables.ts'
import { groupOf } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { Change } from '../../../shared/mutations/define.ts'
import type { NewEntry } from './outbox-store.ts'
import type { Prediction } from './prediction.ts'

type Seen = { readonly table: TableName; readonly row: AnyRow }

function seenRows({ reads, rows }: Omit<Prediction, 'decision'>): readonly Seen[] {
  return Object.entries(reads).flatMap(([name, { table }]) => {
    const found = rows[name]
    const list = Array.isArray(found) ? (found as AnyRow[]) : found ? [found as AnyRow] : []
    return list.map(row => ({ table, row }))
  })
}

function ticketOf({ table, row }: Seen): string | null {
  const id = table === 'tickets' ? row.id : row['ticketId']
  return typeof id === 'string' ? id : null
}

/** The ticket and customer an intent is about, for lists and Needs attention: from what it names, writes or reads. */
export function placeOf(
  { args, ...seen }: Omit<Prediction, 'decision'> & { readonly args: unknown },
  changes: readonly Change[],
): Pick<NewEntry, 'ticketId' | 'customerId'> {
  const given = args as Readonly<Record<string, unknown>>
  const written = changes.flatMap(change =>
    change.how === 'insert' ? [{ table: change.table, row: { ...change.row, id: change.id } }] : [],
  )
  const rows = [...seenRows(seen), ...written]
  const named = (key: string): string | null =>
    typeof given[key] === 'string' ? (given[key] as string) : null
  const first = (find: (row: Seen) => string | null): string | null =>
    rows.map(find).find(id => id !== null) ?? null
  return {
    ticketId: named('ticketId') ?? first(ticketOf),
    customerId: named('customerId') ?? first(({ table, row }) => groupOf(table, row)),
  }
}
