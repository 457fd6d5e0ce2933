import { tableNames } from '../../shared/domain/tables.ts'
import type { HubDeps } from './apply-as-hub.ts'
import { countedRows } from './count-issues.ts'
import { RowBook } from './row-book.ts'
import type { Written } from './settle.ts'
import { settle } from './settle.ts'
import type { HubTx, TableRow } from './store.ts'
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
    const rule = await tx.settings()
    const numbers = new TicketNumbers(tx)
    const written = await insertNew(tx, await withNumbers(tx, numbers, rows))
    await numbers.flush()
    const changes = await settle(tx, rule, await countedRows(tx, new RowBook(tx), written))
    return {
      added: written.length,
      seq: changes.length === 0 ? null : await tx.publish(changes, clock.now()),
    }
  })
  if (seq !== null) announce(workspaceId, seq)
  return { added, known: rows.length - added }
}

/** Numbers for tickets that have none; those the hub knows get none, so that no number is lost to them. */
async function withNumbers(
  tx: HubTx,
  numbers: TicketNumbers,
  rows: readonly TableRow[],
): Promise<readonly TableRow[]> {
  const unnumbered = rows.filter(({ table, row }) => table === 'tickets' && row['number'] === null)
  const locked = await tx.lockRows(unnumbered.map(({ table, row }) => ({ table, id: row.id })))
  const known = new Set(locked.map(({ row }) => row.id))
  const given = new Map<TableRow, TableRow>()
  for (const entry of unnumbered) {
    if (known.has(entry.row.id)) continue
    given.set(entry, { table: entry.table, row: { ...entry.row, number: await numbers.next() } })
  }
  return rows.map(entry => given.get(entry) ?? entry)
}

/** Inserts table by table in the registry's order, parents first; answers what was new. */
export async function insertNew(tx: HubTx, rows: readonly TableRow[]): Promise<readonly Written[]> {
  const byTable = Map.groupBy(rows, entry => entry.table)
  const written: Written[] = []
  for (const table of tableNames) {
    const unique = new Map(byTable.get(table)?.map(({ row }) => [row.id, row]))
    if (unique.size === 0) continue
    for (const id of await tx.insertRows(table, [...unique.values()])) {
      written.push({ ref: { table, id }, before: null, row: unique.get(id) ?? null })
    }
  }
  return written
}
