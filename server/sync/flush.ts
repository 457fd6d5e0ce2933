import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import { tableNames } from '../../shared/domain/tables.ts'
import type { RowBook } from './row-book.ts'
import type { HubTx, RowPatch, RowRef } from './store.ts'
import { RowRefused, TryAgain } from './store.ts'
import { together } from './together.ts'

type Writes = { unseen: AnyRow[]; absent: AnyRow[]; patches: RowPatch[]; removals: string[] }

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b)
}

/** Fields whose value changed; a patch never writes what it did not change. */
function changedFields(stored: AnyRow, row: AnyRow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => !isSame(stored[key], value)))
}

/**
 * Writes what changed since the last flush, a statement for each kind of write and table. Throws RowRefused when a
 * value does not fit or an id is taken, TryAgain when a row seen as absent has been added by somebody else.
 */
export async function flush(book: RowBook, tx: HubTx): Promise<void> {
  const byTable = new Map<TableName, Writes>()
  const done: { ref: RowRef; row: AnyRow | null }[] = []
  for (const { ref, stored, row } of book.unwritten()) {
    const writes = byTable.get(ref.table) ?? { unseen: [], absent: [], patches: [], removals: [] }
    byTable.set(ref.table, writes)
    if (row && stored) {
      const fields = changedFields(stored, row)
      if (Object.keys(fields).length === 0) continue
      writes.patches.push({ id: ref.id, fields })
    } else if (row) (stored === null ? writes.absent : writes.unseen).push(row)
    else if (stored) writes.removals.push(ref.id)
    else continue
    done.push({ ref, row })
  }
  await together(
    tableNames.flatMap(table => {
      const writes = byTable.get(table)
      return writes ? [write(tx, table, writes)] : []
    }),
  )
  for (const { ref, row } of done) book.noteWritten(ref, row)
}

async function write(
  tx: HubTx,
  table: TableName,
  { unseen, absent, patches, removals }: Writes,
): Promise<void> {
  const rows = [...absent, ...unseen]
  const [inserted] = await together<[readonly string[], unknown, unknown]>([
    rows.length > 0 ? tx.insertRows(table, rows) : Promise.resolve([]),
    patches.length > 0 ? tx.patchRows(table, patches) : Promise.resolve(),
    removals.length > 0 ? tx.removeRows(table, removals) : Promise.resolve(),
  ])
  const added = new Set(inserted)
  if (absent.some(row => !added.has(row.id))) throw new TryAgain()
  if (unseen.some(row => !added.has(row.id))) throw new RowRefused('the id is taken')
}
