import type { AnyRow } from '../../shared/domain/tables.ts'
import { flush } from './flush.ts'
import type { RowBook } from './row-book.ts'
import type { Written } from './settle.ts'
import type { HubTx } from './store.ts'

const textOf = (row: AnyRow | null, column: string): string | null => {
  const value = row?.[column]
  return typeof value === 'string' ? value : null
}
const rowsOf = ({ before, row }: Written): readonly AnyRow[] => [before, row].flatMap(each => each ?? [])

/** A ticket counts as open while somebody works on its support. */
const isOpenSupport = (row: AnyRow | null): boolean =>
  row !== null && row['kind'] === 'support' && row['state'] !== 'solved' && row['state'] !== 'closed'

/** Tickets whose support was opened or ended in this transaction. */
function turnedTickets(written: readonly Written[]): ReadonlySet<string> {
  const tickets = new Set<string>()
  for (const entry of written) {
    if (entry.ref.table !== 'threads' || isOpenSupport(entry.before) === isOpenSupport(entry.row)) continue
    for (const row of rowsOf(entry)) tickets.add(textOf(row, 'ticketId') ?? '')
  }
  return tickets
}

/** Known issues whose counts may be others now. */
async function concernedIssues(
  tx: HubTx,
  book: RowBook,
  written: readonly Written[],
): Promise<readonly string[]> {
  const issues = new Set<string>()
  for (const entry of written) {
    if (entry.ref.table === 'issueLinks')
      for (const row of rowsOf(entry)) issues.add(textOf(row, 'issueId') ?? '')
    if (entry.ref.table === 'knownIssues' && entry.row?.['ticketCount'] === null) issues.add(entry.ref.id)
  }
  const tickets = [...turnedTickets(written)]
  if (tickets.length > 0) {
    // Whoever links a ticket holds its row: a link and a change of state at the same time see each other.
    await book.lock(tickets.map(id => ({ table: 'tickets', id })))
    const links = await tx.lockMany(
      tickets.map(ticketId => ({ table: 'issueLinks', where: { ticketId }, above: null })),
    )
    for (const link of links.flat()) issues.add(textOf(link, 'issueId') ?? '')
  }
  return [...issues].toSorted()
}

/**
 * Sets how many tickets and customers have these known issues, and how many of the tickets are open, from the rows as
 * they stand. The rows of the issues are locked first, so the last of several writers counts what all have written.
 */
export async function setIssueCounts(tx: HubTx, book: RowBook, issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return
  await book.lock(issueIds.map(id => ({ table: 'knownIssues', id })))
  const counts = await tx.issueCounts(issueIds)
  for (const id of issueIds) {
    const row = book.now({ table: 'knownIssues', id })
    const counted = counts.get(id)
    if (!row || !counted) continue
    const isSame = Object.entries(counted).every(([column, count]) => row[column] === count)
    if (!isSame) book.set({ table: 'knownIssues', id }, { ...row, ...counted })
  }
}

/**
 * Writes the book, then brings the counts of known issues up to date with it in the same transaction: they are always
 * what a recount of the workspace would say, whoever linked, closed, merged or erased.
 */
export async function flushCounted(book: RowBook, tx: HubTx): Promise<void> {
  await flush(book, tx)
  await setIssueCounts(tx, book, await concernedIssues(tx, book, [...book.written()]))
  await flush(book, tx)
}

/** The same for rows that were put in whole: answers everything that was written, each row once. */
export async function countedRows(
  tx: HubTx,
  book: RowBook,
  written: readonly Written[],
): Promise<readonly Written[]> {
  await setIssueCounts(tx, book, await concernedIssues(tx, book, written))
  await flush(book, tx)
  const counted = new Map([...book.written()].map(entry => [entry.ref.id, entry]))
  const isOwn = ({ ref }: Written): boolean => ref.table === 'knownIssues' && counted.has(ref.id)
  return [
    ...written.map(entry =>
      isOwn(entry) ? { ...entry, row: counted.get(entry.ref.id)?.row ?? null } : entry,
    ),
    ...[...counted.values()].filter(
      ({ ref }) => !written.some(entry => isOwn(entry) && entry.ref.id === ref.id),
    ),
  ]
}
