import type { DiagnosisView, EntryLine, RemoteLine } from '../../../shared/contract/diagnosis.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { AskedTried } from '../../../shared/domain/diagnosis.ts'
import type { RequiredDetails } from '../../../shared/domain/guides.ts'
import { detailsFor, detailStates } from '../../../shared/rules/diagnosis/known-details.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { familyOf } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { inQuestion } from './thing-in-question.ts'

const DAY_MS = 86_400_000
/** What somebody said longer ago may have changed: then asking again is right. */
const REMEMBERED_MS = 180 * DAY_MS
const MOST_REMEMBERED = 300

type ByAgent = { readonly agentId: string | null }
/** Rows with the names of who made them. */
export function withNames<T extends ByAgent>(
  db: ReadableDb,
  rows: readonly T[],
): readonly (T & { readonly agentName: string | null })[] {
  const ids = [...new Set(rows.flatMap(({ agentId }) => agentId ?? []))]
  const found = all<{ id: string; name: string }>(
    db,
    'SELECT id, name FROM agents WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  )
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return rows.map(row => ({ ...row, agentName: names.get(row.agentId ?? '') ?? null }))
}

const entriesOf = (db: ReadableDb, ticketId: string): readonly AskedTried[] =>
  selectRows(db, 'askedTried', { tail: 'WHERE ticket_id = ? ORDER BY at_ms, id', params: [ticketId] })

const LISTS = { tail: 'ORDER BY key, id', params: [] } as const
export const listRequiredDetails = ({ db }: QueryContext): readonly RequiredDetails[] =>
  selectRows(db, 'requiredDetails', LISTS)

/** What is known of the fault of a ticket; null when the ticket is not on this laptop. */
export function getDiagnosis(context: QueryContext, ticketId: string): DiagnosisView | null {
  const { db } = context
  const ticket = get<{ customerId: string }>(
    db,
    'SELECT customer_id AS customerId FROM tickets WHERE id = ?',
    [ticketId],
  )
  if (!ticket) return null
  const diagnosis = selectRow(db, 'diagnoses', { tail: 'WHERE ticket_id = ?', params: [ticketId] })
  const entries = entriesOf(db, ticketId)
  const named = diagnosis?.assetId
    ? selectRow(db, 'assets', { tail: 'WHERE id = ?', params: [diagnosis.assetId] })
    : null
  // What the card shows of the only thing it can be about is not asked once more.
  const asset = named ?? inQuestion(db, { ...ticket, ticketId }).thing
  const product = get<{ name: string }>(db, 'SELECT name FROM products WHERE id = ?', [
    asset?.productId ?? '',
  ])
  const items = detailsFor(listRequiredDetails(context), product?.name ?? null)
  return {
    diagnosis,
    assetName: named?.name ?? null,
    asset,
    productName: product?.name ?? null,
    entries: withNames(db, entries),
    details: detailStates(items, { diagnosis, asset, entries }),
  }
}

/** What a new question is held against. */
export function rememberedEntries(
  { db, clock }: QueryContext,
  { customerId, ticketId }: Input<'askedTried.ofCustomer'>,
): readonly EntryLine[] {
  const family = familyOf(db, customerId)
  const found = selectRows(db, 'askedTried', {
    tail: `WHERE ${family.is} AND at_ms > ? ORDER BY at_ms DESC, id DESC LIMIT ${MOST_REMEMBERED}`,
    params: [family.param, clock.now() - REMEMBERED_MS],
  })
  // What helped with another fault says nothing about this one.
  const fitting = found.filter(entry => entry.kind === 'asked' || entry.ticketId === ticketId)
  return withNames(db, fitting)
}

/** Looks from afar of a ticket, the newest first. */
export const listRemote = ({ db }: QueryContext, ticketId: string): readonly RemoteLine[] =>
  withNames(
    db,
    selectRows(db, 'remoteSessions', {
      tail: 'WHERE ticket_id = ? ORDER BY started_at_ms DESC, id DESC',
      params: [ticketId],
    }),
  )
