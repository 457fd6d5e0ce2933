import { groupOf, toDomain } from '../../shared/domain/codec.ts'
import { decide, derivedIdOf, firstMissing } from '../../shared/mutations/decide.ts'
import type {
  Actor,
  AnyMutation,
  Change,
  Conflict,
  LoadedRows,
  MutationContext,
  Read,
  Reads,
} from '../../shared/mutations/define.ts'
import { asksNothing } from '../../shared/mutations/parts/changes.ts'
import { isNothing, MOST_STEPS, nextReads } from '../../shared/mutations/read-steps.ts'
import type { AnyRow } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import { ErrorCode } from '../../shared/errors.ts'
import { NO_SERVICE_LEVELS } from '../../shared/rules/sla/service-levels.ts'
import type { RowBook } from './row-book.ts'
import { maySee } from './scope.ts'
import type { Viewer } from './scope.ts'
import { sightOf } from './sight.ts'
import type { ServiceLevelBook } from './service-level-book.ts'
import type { TicketNumbers } from './ticket-numbers.ts'
import type { BlobRef, HubTx, RowRef } from './store.ts'

/** One intent on its way into the book, arguments parsed. */
export type Intent = {
  readonly mutation: AnyMutation
  readonly mutationId: string
  readonly args: unknown
  readonly actor: Actor
  /** Hub's estimate of when the agent acted, ms. */
  readonly nowMs: number
  readonly acceptedAtMs: number
  /** A hub with another history may have decided it before. */
  readonly mayHaveLeft: boolean
  /** Whose customers it may touch and learn of; null: anybody's. */
  readonly bounds: Viewer | null
}

/** `done`: the changes stand in the book. All others: the book is as it was. */
export type Outcome =
  | { readonly kind: 'done'; readonly refs: readonly RowRef[] }
  | { readonly kind: 'gone'; readonly table: string; readonly id: string }
  | { readonly kind: 'rejected'; readonly code: string; readonly refs: readonly RowRef[] }
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly refs: readonly RowRef[] }
  | { readonly kind: 'blob-missing' }

/** A mutation threw although its functions are total: a defect in it, never a verdict about the agent's work. */
export class MutationFault extends Error {
  constructor(name: string, cause: unknown) {
    super(`The mutation ${name} failed`, { cause })
    this.name = 'MutationFault'
  }
}

export type ApplyDeps = {
  readonly tx: HubTx
  readonly book: RowBook
  readonly numbers: TicketNumbers
  readonly levels: ServiceLevelBook
}

/**
 * Decides one intent against the rows as they stand and puts its changes into the book.
 * Throws MutationFault for a defect in the mutation, and what the storage throws.
 */
export async function apply(deps: ApplyDeps, intent: Intent): Promise<Outcome> {
  const { mutation, args } = intent
  const first = pure(mutation, () => mutation.reads(args))
  const firstRows = await load(deps.book, first)
  const missing = firstMissing(first, firstRows)
  if (missing) return { kind: 'gone', ...missing }
  const { reads, rows } = await loadMore(deps.book, intent, { reads: first, rows: firstRows })
  const beyond = intent.bounds && (await firstBeyond(deps.tx, intent.bounds, { reads, rows }))
  if (beyond) return { kind: 'gone', ...beyond }
  const mark = deps.numbers.mark()
  const context = await contextOf(deps, intent)
  const decision = pure(mutation, () => decide({ mutation, args, reads, rows, context }))
  switch (decision.kind) {
    case 'changes': {
      const outcome = await makeChanges(deps, decision.changes)
      if (outcome.kind !== 'done' || !insertsTicket(decision.changes)) deps.numbers.rollBack(mark)
      return outcome
    }
    case 'gone':
      return decision
    case 'rejected':
      deps.numbers.rollBack(mark)
      return { ...decision, refs: refsOf(reads) }
    case 'conflict':
      deps.numbers.rollBack(mark)
      return { ...decision, refs: conflictRefs(decision.conflict, reads) }
  }
}

type Loaded = { readonly reads: Reads; readonly rows: LoadedRows }

async function loadMore(book: RowBook, { mutation, args }: Intent, first: Loaded): Promise<Loaded> {
  let { reads, rows } = first
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const known = rows
    const then = pure(mutation, () => nextReads(mutation, args, known))
    if (isNothing(then)) break
    reads = { ...reads, ...then }
    rows = { ...rows, ...(await load(book, then)) }
  }
  return { reads, rows }
}

/** The first row of a customer or a ticket this viewer does not see: to a guest it does not exist. */
async function firstBeyond(tx: HubTx, viewer: Viewer, { reads, rows }: Loaded): Promise<RowRef | null> {
  const found = Object.entries(reads).flatMap(([name, { table }]) => {
    const read = rows[name] ?? []
    const all = (Array.isArray(read) ? read : [read]) as readonly AnyRow[]
    return tables[table].scope === 'customer' ? all.map(row => ({ table, row })) : []
  })
  if (found.length === 0) return null
  const groups = found.map(({ table, row }) => groupOf(table, row) ?? '')
  const audiences = await tx.audiences([...new Set(groups)])
  const sight = await sightOf(tx, viewer, found)
  const hidden = found.find(entry => !maySee(viewer, entry, audiences) || sight.isHidden(entry))
  return hidden ? { table: hidden.table, id: hidden.row.id } : null
}

const insertsTicket = (changes: readonly Change[]): boolean =>
  changes.some(change => change.how === 'insert' && change.table === 'tickets')

function pure<T>(mutation: AnyMutation, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new MutationFault(mutation.name, error)
  }
}

async function contextOf(deps: ApplyDeps, intent: Intent): Promise<MutationContext> {
  const { mutation, mutationId, actor, nowMs, acceptedAtMs, mayHaveLeft } = intent
  return {
    nowMs,
    acceptedAtMs,
    mayHaveLeft,
    actor,
    side: 'hub',
    derivedId: derivedIdOf(mutationId),
    ticketNumber: mutation.numbers === 'ticket' ? await deps.numbers.next() : null,
    serviceLevels: mutation.clocks ? await deps.levels.now() : NO_SERVICE_LEVELS,
  }
}

/** Rows by name of the read, as the rules see them. Single rows are locked before look-ups: they guard them. */
async function load(book: RowBook, reads: Reads): Promise<LoadedRows> {
  const rows: Record<string, unknown> = {}
  await book.lock(singleRefs(Object.values(reads)))
  for (const [name, read] of Object.entries(reads)) {
    if (read.how === 'many') continue
    const row = asksNothing(read) ? null : await book.one(read)
    rows[name] = row && toDomain(read.table, row)
  }
  for (const [name, read] of Object.entries(reads)) {
    if (read.how !== 'many') continue
    const found = asksNothing(read) ? [] : await book.many(read)
    rows[name] = found.map(row => toDomain(read.table, row))
  }
  return rows
}

export function singleRefs(reads: readonly Read[]): readonly RowRef[] {
  return reads.flatMap(read =>
    read.how === 'many' || asksNothing(read) ? [] : [{ table: read.table, id: read.id }],
  )
}

const refsOf = (reads: Reads): readonly RowRef[] =>
  Object.values(reads).flatMap(read => (read.how === 'one' ? [{ table: read.table, id: read.id }] : []))

function conflictRefs(conflict: Conflict, reads: Reads): readonly RowRef[] {
  return unique([...conflict.fields.map(({ table, id }) => ({ table, id })), ...refsOf(reads)])
}

function unique(refs: readonly RowRef[]): readonly RowRef[] {
  return [...new Map(refs.map(ref => [`${ref.table}/${ref.id}`, ref])).values()]
}

/** All of the changes or, when one does not fit the rows, none. */
async function makeChanges({ tx, book }: ApplyDeps, changes: readonly Change[]): Promise<Outcome> {
  const blobs = newBlobs(changes)
  if (blobs.length > 0 && (await tx.missingBlobs(blobs)).length > 0) return { kind: 'blob-missing' }
  const erased = await whoIsErased({ tx, book }, changes)
  if (erased !== null) return { kind: 'gone', table: 'customers', id: erased }
  await book.lock(changes.filter(change => change.how !== 'insert').map(({ table, id }) => ({ table, id })))
  const mark = book.mark()
  for (const change of changes) {
    const refusal = makeChange(book, change)
    if (!refusal) continue
    book.rollBack(mark)
    return refusal
  }
  return { kind: 'done', refs: unique(changes.map(({ table, id }) => ({ table, id }))) }
}

/** A draft names its ticket only, and outlives it; but not the person it is about, however late it arrives. */
async function whoIsErased(
  { tx, book }: Pick<ApplyDeps, 'tx' | 'book'>,
  changes: readonly Change[],
): Promise<string | null> {
  const tickets = changes.flatMap(change =>
    change.how === 'insert' && change.table === 'drafts'
      ? [{ table: 'tickets' as const, id: String(change.row['ticketId']) }]
      : [],
  )
  if (tickets.length === 0) return null
  // Locked, so that an erasure at the same moment sees the draft.
  await book.lock(tickets)
  const gone = tickets.filter(ref => !book.now(ref)).map(({ id }) => id)
  return gone.length === 0 ? null : tx.erasedBehind(gone)
}

function makeChange(book: RowBook, change: Change): Outcome | null {
  const { table, id } = change
  const row = book.now({ table, id })
  switch (change.how) {
    case 'insert':
      if (row) return { kind: 'rejected', code: ErrorCode.BadRequest, refs: [{ table, id }] }
      book.set({ table, id }, { ...change.row, id })
      return null
    case 'patch':
      if (!row) return { kind: 'gone', table, id }
      book.set({ table, id }, { ...row, ...change.fields } as AnyRow)
      return null
    case 'remove':
      if (row) book.set({ table, id }, null)
      return null
  }
}

/** Blobs named by new attachment records: their bytes travel first, so that no message is ever broken. */
function newBlobs(changes: readonly Change[]): readonly BlobRef[] {
  return changes.flatMap(change => {
    if (change.how !== 'insert' || change.table !== 'attachments') return []
    return [{ customerId: String(change.row['customerId']), sha256: String(change.row['sha256']) }]
  })
}
