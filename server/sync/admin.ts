import type { Clock } from '../../shared/clock.ts'
import type { AnyRow, Row } from '../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { EraseReason } from '../../shared/protocol/erase.ts'
import type { GuestAct } from '../../shared/protocol/guests.ts'
import type { HubDeps } from './apply-as-hub.ts'
import { changeScope, keepForGuests } from './change-scope.ts'
import { flushCounted, setIssueCounts } from './count-issues.ts'
import { RowBook } from './row-book.ts'
import { settle } from './settle.ts'
import type { HubTx, RowRef, ScopePolicy } from './store.ts'
import { scrubTraining } from './scrub-training.ts'

export { applyAsHub } from './apply-as-hub.ts'
export { stageRows } from './stage-rows.ts'
export { sweepScope } from './sweep-scope.ts'
export { changeScope, keepForGuests } from './change-scope.ts'

export type Work = (tx: HubTx, book: RowBook) => Promise<void>

/** One administrative change: written and published like any other. */
export async function change(
  { store, clock, announce }: HubDeps,
  workspaceId: string,
  work: Work,
): Promise<void> {
  const seq = await store.write(workspaceId, async tx => {
    const rule = await tx.settings()
    const book = new RowBook(tx)
    await work(tx, book)
    await flushCounted(book, tx)
    const changes = await settle(tx, rule, book.written())
    return changes.length === 0 ? null : tx.publish(changes, clock.now())
  })
  if (seq !== null) announce(workspaceId, seq)
}

async function removeAll({ tx, book }: Writing, refs: readonly RowRef[]): Promise<void> {
  // Until this transaction ends nobody begins to keep rows for others.
  await tx.clearShelf()
  await book.lock(refs)
  for (const ref of refs) if (book.now(ref)) book.set(ref, null)
}

const ofTicket = [
  'threads',
  'messages',
  'notes',
  'attachments',
  'events',
  'ticketLinks',
  'issueLinks',
  'leases',
  'escalations',
  'impacts',
  'rootCauses',
  'diagnoses',
  'askedTried',
  'guideRuns',
  'remoteSessions',
  'closings',
  'handshakes',
  'handOvers',
  'takeovers',
  'proposals',
] as const

/** Removes a ticket with everything that is part of it; laptops get tombstones. Throws `not-found`. */
export function deleteTicket(deps: HubDeps, workspaceId: string, ticketId: string): Promise<void> {
  return change(deps, workspaceId, async (tx, book) => {
    if (!(await book.one({ table: 'tickets', id: ticketId }))) throw notFound('ticket', ticketId)
    await removeTicket({ tx, book }, ticketId)
  })
}

type Writing = { readonly tx: HubTx; readonly book: RowBook }

/** A review that is answered with a ticket goes with it for its age; else it waits for another answer. */
export type Answered = 'goes' | 'waits'

async function letPostsGo({ tx, book }: Writing, ticketId: string, answered: Answered): Promise<void> {
  const found = await tx.many({ table: 'publicPosts', where: { ticketId }, above: null })
  const refs = found.map(({ id }) => ({ table: 'publicPosts' as const, id }))
  await book.lock(refs)
  for (const ref of refs) {
    const now = book.now(ref)
    if (now?.['ticketId'] === ticketId) book.set(ref, answered === 'goes' ? null : { ...now, ticketId: null })
  }
}

/** Takes a ticket with everything that is part of it out of the book. */
export async function removeTicket(
  { tx, book }: Writing,
  ticketId: string,
  answered: Answered = 'waits',
): Promise<void> {
  await letPostsGo({ tx, book }, ticketId, answered)
  const refs: RowRef[] = [{ table: 'tickets', id: ticketId }]
  for (const table of ofTicket) {
    const rows = await tx.many({ table, where: { ticketId }, above: null })
    refs.push(...rows.map(({ id }) => ({ table, id })))
  }
  const links = await tx.many({ table: 'ticketLinks', where: { otherTicketId: ticketId }, above: null })
  refs.push(...links.map(({ id }) => ({ table: 'ticketLinks' as const, id })))
  await removeAll({ tx, book }, refs)
}

/** Counts known issues anew, whatever stands there. */
export function recountIssues(
  deps: HubDeps,
  workspaceId: string,
  issueIds: readonly string[],
): Promise<void> {
  return change(deps, workspaceId, (tx, book) => setIssueCounts(tx, book, issueIds))
}

export type Erasure = {
  readonly customerId: string
  /** Null: the hub's own command line. */
  readonly agentId: string | null
  readonly reason: EraseReason
}

/** Drafts on their tickets, who fetched them, and what others are said to be to them: rows about people elsewhere. */
async function rowsElsewhere(
  tx: HubTx,
  family: readonly string[],
  ticketIds: readonly string[],
): Promise<readonly RowRef[]> {
  const refs: RowRef[] = []
  for (const ticketId of ticketIds) {
    const drafts = await tx.many({ table: 'drafts', where: { ticketId }, above: null })
    refs.push(...drafts.map(({ id }) => ({ table: 'drafts' as const, id })))
  }
  for (const customerId of family) {
    const keeps = await tx.many({ table: 'keeps', where: { customerId }, above: null })
    const told = await tx.many({ table: 'relations', where: { otherCustomerId: customerId }, above: null })
    refs.push(...keeps.map(({ id }) => ({ table: 'keeps' as const, id })))
    refs.push(...told.map(({ id }) => ({ table: 'relations' as const, id })))
  }
  return refs
}

/**
 * Erases a person: all rows of the customer and of the records merged with it, the drafts on its tickets, deleted ones
 * too, who fetched it, its blobs and their key, and what receipts quote. Laptops get tombstones, whatever their scope. Throws
 * `not-found`.
 */
export function erasePerson(deps: HubDeps, workspaceId: string, erasure: Erasure): Promise<void> {
  return change(deps, workspaceId, (tx, book) =>
    removePerson({ tx, book }, { ...erasure, atMs: deps.clock.now() }),
  )
}

/** `erasePerson` inside of a transaction. */
export async function removePerson(
  { tx, book }: Writing,
  { customerId, ...why }: Erasure & { readonly atMs: number },
): Promise<void> {
  if (!(await book.one({ table: 'customers', id: customerId }))) throw notFound('customer', customerId)
  const family = (await tx.families([customerId])).get(customerId) ?? [customerId]
  const rows = await tx.groupRows(family)
  const tickets = rows.flatMap(({ table, row }) => (table === 'tickets' ? [row.id] : []))
  // A draft outlives its ticket, and what a receipt quotes outlives its row; but not the person.
  const former = await tx.formerRows(family)
  const ticketIds = [...tickets, ...former.flatMap(({ table, id }) => (table === 'tickets' ? [id] : []))]
  const own = rows.map(({ table, row }) => ({ table, id: row.id }))
  // Before drafts are looked for: who begins one holds its ticket.
  await book.lock(own)
  const refs: RowRef[] = [...own, ...(await rowsElsewhere(tx, family, ticketIds))]
  await scrubTraining({ tx, book }, rows, ticketIds)
  await removeAll({ tx, book }, refs)
  for (const id of family) {
    await tx.eraseBlobs(id)
    await tx.recordErasure({ customerId: id, ...why })
  }
  await tx.forgetConflicts([...refs, ...former].map(({ id }) => id))
}

/** The same for the hub's own reasons: tests, demonstrations. */
export const eraseCustomer = (deps: HubDeps, workspaceId: string, customerId: string): Promise<void> =>
  erasePerson(deps, workspaceId, { customerId, agentId: null, reason: 'test' })

const notFound = (what: string, id: string): AppError =>
  new AppError(ErrorCode.NotFound, `No such ${what}`, { id })

/** Who changes an agent, and what has to hold of both for it. Left out: the hub's own command line. */
export type Acting = {
  readonly byId: string
  readonly what?: GuestAct
  /** Throws when it must not be. Both rows stand as they are until it is done. */
  readonly assertMay: (agent: AnyRow, acting: AnyRow | null) => void
}
type AgentChange = Pick<Row<'agents'>, 'id'> & Partial<Row<'agents'>> & { readonly as?: Acting }

const isGuestRow = (row: AnyRow): boolean => row['role'] === 'guest'

/**
 * Changes name, role, teams or activity of an agent. Another scope sends the agent's laptops to a fresh snapshot; what was
 * done about a guest is on record. Throws `not-found`, and what `as` throws.
 */
export async function changeAgent(
  deps: HubDeps,
  workspaceId: string,
  { id, as, ...fields }: AgentChange,
): Promise<void> {
  if (fields.role === 'guest') await keepForGuests(deps, workspaceId)
  return change(deps, workspaceId, async (tx, book) => {
    const byId = as?.byId ?? null
    await book.lock([id, ...(byId === null ? [] : [byId])].map(each => ({ table: 'agents', id: each })))
    const row = await book.one({ table: 'agents', id })
    if (!row) throw notFound('agent', id)
    as?.assertMay(row, book.now({ table: 'agents', id: as.byId }) ?? null)
    const changed = { ...row, ...fields }
    book.set({ table: 'agents', id }, changed)
    const movesScope = JSON.stringify(fields.teamIds ?? row['teamIds']) !== JSON.stringify(row['teamIds'])
    const changesRole = fields.role !== undefined && fields.role !== row['role']
    if (movesScope || changesRole) await tx.bumpScopeStamp(id)
    if (!isGuestRow(row) && !isGuestRow(changed)) return
    const what = as?.what ?? (!isGuestRow(row) ? 'made' : isGuestRow(changed) ? 'changed' : 'ended')
    await recordStay(deps, tx, { row: changed, what, byId })
  })
}

type Done = { readonly row: AnyRow; readonly what: GuestAct; readonly byId: string | null }

const recordStay = ({ clock }: HubDeps, tx: HubTx, { row, what, byId }: Done): Promise<void> =>
  tx.recordGuest({
    agentId: row.id,
    what,
    byId,
    atMs: clock.now(),
    teamIds: (row['teamIds'] ?? []) as readonly string[],
    untilMs: (row['guestUntilMs'] ?? null) as number | null,
  })

/** Puts an agent in, or gives one who stands already a place of their own; a guest's arrival is on record. `byId` null: from the hub's own command line. */
export function putAgent(
  deps: HubDeps,
  workspaceId: string,
  { row, byId }: { readonly row: Row<'agents'>; readonly byId: string | null },
): Promise<void> {
  return change(deps, workspaceId, async (tx, book) => {
    const ref: RowRef = { table: 'agents', id: row.id }
    await book.lock([ref])
    book.set(ref, row)
    if (isGuestRow(row)) await recordStay(deps, tx, { row, what: 'made', byId })
  })
}

/** Changes whose customers laptops hold and nothing else. See changeScope. */
export function changeScopePolicy(
  deps: HubDeps,
  workspaceId: string,
  scopePolicy: ScopePolicy,
): Promise<void> {
  return changeScope(deps, workspaceId, { scopePolicy })
}

/**
 * After a restore from a backup: laptops notice the new epoch, send again what the backup may lack, start afresh. What
 * waited for its channel in the backup may have left since: nobody knows, and no channel takes it unasked.
 */
export function newEpoch(
  { store, clock }: Pick<HubDeps, 'store'> & { readonly clock: Pick<Clock, 'now'> },
  workspaceId: string,
  epoch: string,
): Promise<void> {
  return store.write(workspaceId, async tx => {
    await tx.setEpoch(epoch)
    await tx.doubtQueued(clock.now())
  })
}

/** Forgets tombstones and scope entries older than `beforeMs`; laptops away for longer take a snapshot. */
export function purgeTombstones(
  { store }: Pick<HubDeps, 'store'>,
  workspaceId: string,
  beforeMs: number,
): Promise<number> {
  return store.write(workspaceId, tx => tx.purgeFeed(beforeMs))
}
