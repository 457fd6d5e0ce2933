import type { AnyRow } from '../../shared/domain/tables.ts'
import type { HubDeps } from './apply-as-hub.ts'
import { flush } from './flush.ts'
import { RowBook } from './row-book.ts'
import { settle } from './settle.ts'
import type { TableRow } from './store.ts'
import { TicketNumbers } from './ticket-numbers.ts'

/** Writers of the workspace wait while a transaction publishes: none may be long. */
const ROWS_PER_TRANSACTION = 500

export type Staged = { readonly added: number; readonly known: number }

/**
 * Puts whole rows into a workspace, for imports and seeding: rows whose id is known are left as they are, so a second
 * run adds nothing and an interrupted one goes on. Rows that belong together (a ticket with its threads and messages)
 * are given as one unit and go in within one transaction; units are packed into transactions of at most 500 rows, or
 * one unit each where a unit is larger. Tickets without a number get the next ones in order.
 * Throws RowRefused when a value does not fit its column; units before the failing transaction stay.
 */
export async function stageRows(
  deps: HubDeps,
  workspaceId: string,
  units: Iterable<readonly TableRow[]> | AsyncIterable<readonly TableRow[]>,
): Promise<Staged> {
  let staged: Staged = { added: 0, known: 0 }
  let batch: TableRow[] = []
  const write = async (): Promise<void> => {
    const { added, known } = await stageBatch(deps, workspaceId, batch)
    staged = { added: staged.added + added, known: staged.known + known }
    batch = []
  }
  for await (const unit of units) {
    if (batch.length > 0 && batch.length + unit.length > ROWS_PER_TRANSACTION) await write()
    batch.push(...unit)
  }
  if (batch.length > 0) await write()
  return staged
}

async function stageBatch(
  { store, clock, announce }: HubDeps,
  workspaceId: string,
  rows: readonly TableRow[],
): Promise<Staged> {
  const { seq, added } = await store.write(workspaceId, async tx => {
    const { scopePolicy } = await tx.settings()
    const book = new RowBook(tx)
    const numbers = new TicketNumbers(tx)
    await book.lock(rows.map(({ table, row }) => ({ table, id: row.id })))
    let count = 0
    for (const { table, row } of rows) {
      const ref = { table, id: row.id }
      if (book.now(ref)) continue
      book.set(ref, table === 'tickets' ? await numbered(row, numbers) : row)
      count += 1
    }
    await flush(book, tx)
    await numbers.flush()
    const changes = await settle(tx, scopePolicy, book)
    return { added: count, seq: changes.length === 0 ? null : await tx.publish(changes, clock.now()) }
  })
  if (seq !== null) announce(workspaceId, seq)
  return { added, known: rows.length - added }
}

const numbered = async (row: AnyRow, numbers: TicketNumbers): Promise<AnyRow> =>
  row['number'] === null ? { ...row, number: await numbers.next() } : row
