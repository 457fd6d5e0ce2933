import type { UnplacedPost } from '../../domain/public-posts.ts'
import type { TableName } from '../../domain/tables.ts'
import type { Thread } from '../../domain/tickets.ts'
import type { CutOffs } from './retention-rule.ts'

type ThreadFacts = Pick<Thread, 'kind' | 'state' | 'solvedAtMs' | 'lastActivityAtMs'>

const isOver = (state: string): boolean => state === 'solved' || state === 'closed'

function isOldThread({ kind, state, solvedAtMs, lastActivityAtMs }: ThreadFacts, cutOffs: CutOffs): boolean {
  const before = kind === 'service' ? cutOffs.service : kind === 'support' ? cutOffs.support : 0
  return isOver(state) && Math.max(solvedAtMs ?? 0, lastActivityAtMs) < before
}

/** Whether a ticket was closed, and quiet since, for longer than each of its kinds is kept. */
export const isOldTicket = (threads: readonly ThreadFacts[], cutOffs: CutOffs): boolean =>
  threads.length > 0 && threads.every(thread => isOldThread(thread, cutOffs))

/** Whether a post nobody is known for was last changed by its sender longer ago than such posts are kept. */
export const isOldPost = (
  { postedAtMs, reportedAtMs }: Pick<UnplacedPost, 'postedAtMs' | 'reportedAtMs'>,
  cutOffs: CutOffs,
): boolean => Math.max(postedAtMs, reportedAtMs ?? 0) < cutOffs.post

type AnyFacts = Readonly<Record<string, unknown>>
type Sign = (row: AnyFacts, beforeMs: number) => boolean

const since =
  (column: string): Sign =>
  (row, beforeMs) =>
    Number(row[column] ?? 0) >= beforeMs
const isOpen: Sign = row => row['state'] === 'open'

/** What says that somebody is a customer still: contact since then, something under way, a contract, a legal hold. */
export const SIGNS_OF_LIFE: Readonly<Partial<Record<TableName, Sign>>> = {
  customers: since('createdAtMs'),
  threads: (row, beforeMs) => !isOver(String(row['state'])) || since('lastActivityAtMs')(row, beforeMs),
  messages: since('writtenAtMs'),
  notes: since('createdAtMs'),
  orders: since('placedAtMs'),
  invoices: since('issuedAtMs'),
  returnCases: row => (row['closedAtMs'] ?? null) === null,
  subscriptions: row => row['state'] === 'active' || row['state'] === 'paused',
  followUps: isOpen,
  promises: isOpen,
  holds: () => true,
}

export type RowOf = { readonly table: TableName; readonly row: AnyFacts }

/** Whether nothing among all rows of one person says that they are a customer still. 0: nobody is old. */
export const isOldPerson = (rows: readonly RowOf[], beforeMs: number): boolean =>
  beforeMs > 0 && !rows.some(({ table, row }) => SIGNS_OF_LIFE[table]?.(row, beforeMs) === true)
