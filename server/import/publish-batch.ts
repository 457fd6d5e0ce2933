import type { PoolClient } from 'pg'
import type { Row } from '../../shared/domain/tables.ts'
import { txOf } from '../db/postgres-store.ts'
import { addProblems, saveProgress } from '../db/queries/import-runs.ts'
import type { ImportRun } from '../db/queries/import-runs.ts'
import {
  addImported,
  customersByEmail,
  readImported,
  readSeen,
  writeSeen,
} from '../db/queries/import-tickets.ts'
import type { ImportedTicket } from '../db/queries/import-tickets.ts'
import { flush } from '../sync/flush.ts'
import { RowBook } from '../sync/row-book.ts'
import { settle } from '../sync/settle.ts'
import { insertNew } from '../sync/stage-rows.ts'
import type { Session } from '../db/queries/session.ts'
import type { HubTx, TableRow } from '../sync/store.ts'
import { TicketNumbers } from '../sync/ticket-numbers.ts'
import type { KeyContext } from '../blobs/customer-key.ts'
import { decideUnits, placeOf } from './decide-units.ts'
import type { UnitFate } from './decide-units.ts'
import type { MailDraft } from './mail-draft.ts'
import type { MailMap } from './map-schema.ts'
import { keyDigestOf, planTicket } from './plan-ticket.ts'
import { planAppend } from './plan-unit.ts'
import type { UnitDraft } from './plan-unit.ts'
import { storeFiles } from './store-files.ts'

export type PublishContext = {
  readonly workspaceId: string
  readonly source: string
  readonly run: ImportRun
  /** Of a mailbox: what says who is on our side. */
  readonly mailMap: MailMap | null
  readonly path: string
  readonly blobContext: KeyContext
}
export type Published = {
  readonly ticketsAdded: number
  readonly messagesAdded: number
  readonly known: number
  readonly refused: number
  readonly seq: number | null
}
export type BatchInput = {
  readonly units: readonly UnitDraft[]
  readonly lastUnit: number
  readonly totals: Pick<ImportRun, 'ticketsAdded' | 'messagesAdded' | 'known'>
}

/** One transaction of the import: its tools, and what it has done so far. */
type Work = {
  readonly session: Session
  readonly tx: HubTx
  /** Rows of tickets that are there already and get more mails. */
  readonly book: RowBook
  readonly numbers: TicketNumbers
  readonly context: PublishContext
  /** Rows of new tickets. */
  readonly fresh: TableRow[]
  readonly imported: ImportedTicket[]
  messagesAdded: number
}
type Files = { readonly mails: readonly MailDraft[]; readonly customerId: string }

const messagesIn = (rows: readonly TableRow[]): number =>
  rows.filter(({ table }) => table === 'messages').length

const keepFiles = ({ session, context }: Work, { mails, customerId }: Files): Promise<void> =>
  storeFiles(session, mails, { customerId, path: context.path, context: context.blobContext })

async function addTicket(
  work: Work,
  fate: Extract<UnitFate, { kind: 'new' }>,
  customers: ReadonlyMap<string, string>,
): Promise<void> {
  const { workspaceId, source, run } = work.context
  const { unit, keyDigest, occurrence } = fate
  const { email } = unit.draft.customer
  const { rows, ticketId, customerId } = planTicket(unit.draft, {
    workspaceId,
    source,
    identity: placeOf(keyDigest, occurrence),
    customerId: email === null ? null : (customers.get(email) ?? null),
    number: await work.numbers.next(),
    importedAtMs: run.startedAtMs,
  })
  work.fresh.push(...rows)
  work.messagesAdded += messagesIn(rows)
  work.imported.push({ keyDigest, occurrence, contentDigest: unit.contentDigest, ticketId })
  await keepFiles(work, { mails: unit.mails, customerId })
}

/** A ticket that was erased, or merged into another, is left alone: its mails do not bring it back. */
async function appendMails(
  work: Work,
  { unit, known }: Extract<UnitFate, { kind: 'append' }>,
): Promise<boolean> {
  const { book, context } = work
  const { workspaceId, source, run, mailMap } = context
  const ticket = (await book.one({ table: 'tickets', id: known.ticketId })) as Row<'tickets'> | null
  if (!ticket || !mailMap || ticket.mergedIntoId !== null) return false
  const where = { ticketId: ticket.id }
  const threads = (await book.many({ table: 'threads', where, above: null })) as readonly Row<'threads'>[]
  const messages = await work.tx.many({ table: 'messages', where, above: null })
  const messageIds = new Set(messages.map(({ id }) => id))
  const appending = { workspaceId, source, known, importedAtMs: run.startedAtMs, map: mailMap }
  const { rows, mails } = planAppend(unit.mails, { ticket, threads, messageIds }, appending)
  if (rows.length === 0) return false
  for (const { table, row } of rows) book.set({ table, id: row.id }, row)
  work.messagesAdded += messagesIn(rows)
  await keepFiles(work, { mails, customerId: ticket.customerId })
  return true
}

async function decide(work: Work, units: readonly UnitDraft[]): Promise<readonly UnitFate[]> {
  const { session, context } = work
  const { source, run } = context
  const digests = [...new Set(units.map(({ key }) => keyDigestOf(key)))]
  const known = await readImported(session, source, digests)
  const imported = new Map(known.map(ticket => [placeOf(ticket.keyDigest, ticket.occurrence), ticket]))
  const { fates, seen } = decideUnits(units, { imported, seen: await readSeen(session, run.id, digests) })
  await writeSeen(session, run.id, seen)
  return fates
}

/**
 * Puts units into the workspace inside an open transaction: rows, ledger and checkpoint, and last the feed. Answers
 * what was done; nothing of it stands unless the transaction commits. Throws RowRefused when a value does not fit.
 */
export async function publishBatch(
  client: PoolClient,
  context: PublishContext,
  { units, lastUnit, totals }: BatchInput,
): Promise<Published> {
  const { workspaceId, source, run } = context
  const session = { client, workspaceId }
  const tx = txOf(session)
  const rule = await tx.settings()
  const work: Work = {
    session,
    tx,
    book: new RowBook(tx),
    numbers: new TicketNumbers(tx),
    context,
    fresh: [],
    imported: [],
    messagesAdded: 0,
  }
  const fates = await decide(work, units)
  const emails = units.map(({ draft }) => draft.customer.email).filter(email => email !== null)
  const customers = await customersByEmail(session, [...new Set(emails)])
  let known = 0
  for (const fate of fates) {
    if (fate.kind === 'known') known += 1
    else if (fate.kind === 'new') await addTicket(work, fate, customers)
    else if (fate.kind === 'append' && !(await appendMails(work, fate))) known += 1
  }
  const problems = fates.flatMap(fate => (fate.kind === 'refused' ? [fate.problem] : []))
  // The customer of an earlier ticket stays as it is: only rows that were not there count as written.
  const inserted = await insertNew(tx, work.fresh)
  await flush(work.book, tx)
  await work.numbers.flush()
  await addImported(session, source, work.imported)
  await addProblems(session, run.id, problems)
  const done = { ticketsAdded: work.imported.length, messagesAdded: work.messagesAdded, known }
  await saveProgress(session, run.id, {
    published: lastUnit,
    ticketsAdded: totals.ticketsAdded + done.ticketsAdded,
    messagesAdded: totals.messagesAdded + done.messagesAdded,
    known: totals.known + known,
  })
  const changes = await settle(tx, rule, [...inserted, ...work.book.written()])
  const seq = changes.length === 0 ? null : await tx.publish(changes, context.blobContext.nowMs)
  return { ...done, refused: problems.length, seq }
}
