import { isTableName } from '../../../shared/domain/tables.ts'
import type { AnyRow } from '../../../shared/domain/tables.ts'
import { groupOf, splitWireRow } from '../../../shared/domain/codec.ts'
import type { FeedEntry } from '../../../shared/protocol/pull.ts'
import { isGuest } from '../../../shared/rules/guests/what-guests-may.ts'
import { letOrganisationsGo } from './let-organisations-go.ts'
import { keyText } from './links.ts'
import { erasePerson } from './erase-person.ts'
import {
  arrive,
  arriveRow,
  departCustomers,
  departRow,
  forgottenOf,
  settleDepartures,
  unnamedOf,
  waitingCustomers,
} from './scope.ts'
import type { Entered } from './scope.ts'
import { rebase, takeIncoming } from './rebase.ts'
import type { Incoming, RebaseDeps } from './rebase.ts'
import type { Departure, LaptopStore } from './store.ts'

/** A feed entry cut into steps that can be taken in transactions of their own: taking one again changes nothing. */
export type FeedStep =
  | { readonly kind: 'row'; readonly row: Incoming }
  | { readonly kind: 'arrive'; readonly entered: Entered }
  | { readonly kind: 'depart'; readonly departure: Departure }

/** A customer who leaves takes all their rows along. */
const CUSTOMER_WEIGHT = 16

/** About how many rows a step is. */
export const weightOf = (step: FeedStep | undefined): number =>
  step?.kind === 'depart' && step.departure.kind === 'customer' ? CUSTOMER_WEIGHT : 1

/**
 * Steps of a page in order. All rows are checked before the first step is taken; tables this version does not know are
 * passed over. Throws `bad-answer`.
 */
export function stepsOf(entries: readonly FeedEntry[]): readonly FeedStep[] {
  return entries.flatMap(stepsOfEntry)
}

type WireEntry = {
  readonly table: string
  readonly id: string
  readonly row: Readonly<Record<string, unknown>> | null
}

type RowStep = Extract<FeedStep, { kind: 'row' }>

function rowStep({ table, id, row }: WireEntry, version: number): readonly RowStep[] {
  if (!isTableName(table)) return []
  return [{ kind: 'row', row: { table, id, version, row: row && splitWireRow(table, row).row } }]
}

function stepsOfEntry(entry: FeedEntry): readonly FeedStep[] {
  switch (entry.kind) {
    case 'row':
      return rowStep(entry, entry.seq)
    case 'tombstone':
      return rowStep({ ...entry, row: null }, entry.seq)
    case 'evict':
      return isTableName(entry.table)
        ? [{ kind: 'depart', departure: { kind: 'row', table: entry.table, id: entry.id } }]
        : []
    case 'enter': {
      const { customerId, seq } = entry
      const rows = entry.rows.flatMap(row => rowStep(row, seq))
      const named = new Set(rows.map(({ row }) => keyText(row)))
      return [{ kind: 'arrive', entered: { customerId, seq, named } }, ...rows]
    }
    case 'leave':
      return [{ kind: 'depart', departure: { kind: 'customer', id: entry.customerId } }]
  }
}

/**
 * Nobody says that somebody enters whom a restored hub did not know and was given again since: their rows do, and who
 * waited to leave stays. Answers what is here of them from the history that is over.
 */
function welcome(
  store: LaptopStore,
  { table, id, version, row }: Incoming,
  waiting: Set<string>,
): readonly Incoming[] {
  const customerId = row && groupOf(table, row as AnyRow)
  if (customerId === null || !waiting.delete(customerId)) return []
  arrive(store, customerId)
  return forgottenOf(store, { customerId, seq: version, named: new Set([keyText({ table, id })]) })
}

/** Takes steps in order. Call inside a transaction. */
export function takeSteps(deps: RebaseDeps, steps: readonly FeedStep[]): void {
  const { store } = deps
  const mayLeave = store.departures.list().length > 0
  const waiting = waitingCustomers(store)
  let rows: Incoming[] = []
  const takeRows = (): void => {
    if (rows.length === 0) return
    if (store.outbox.isEmpty()) takeIncoming(store, rows, 'feed')
    else rebase(deps, { incoming: rows, touched: [], source: 'feed' })
    if (mayLeave) for (const row of rows) arriveRow(store, { table: row.table, id: row.id })
    rows = []
  }
  let leaving: string[] = []
  const letLeave = (): void => {
    departCustomers(store, leaving)
    leaving = []
  }
  for (const step of steps) {
    if (step.kind !== 'row') takeRows()
    if (step.kind === 'depart' && step.departure.kind === 'customer') {
      leaving.push(step.departure.id)
      continue
    }
    letLeave()
    if (step.kind === 'row') {
      if (waiting.size > 0) rows.push(...welcome(store, step.row, waiting))
      rows.push(step.row)
    } else if (step.kind === 'arrive') {
      rows.push(...unnamedOf(store, step.entered))
      arrive(store, step.entered.customerId)
      waiting.delete(step.entered.customerId)
    } else if (step.departure.kind === 'row') departRow(store, step.departure)
  }
  takeRows()
  letLeave()
  // Customers are removed only when the person is erased.
  for (const step of steps)
    if (step.kind === 'row' && step.row.table === 'customers' && step.row.row === null)
      erasePerson(deps, step.row.id)
  // A draft or the last row of somebody's work may have gone with these steps.
  if (mayLeave) settleDepartures(store)
  if (isGuest(deps.actor().role) && steps.some(isOfCustomers)) letOrganisationsGo(store)
}

/** A customer comes, changes or goes. */
const isOfCustomers = (step: FeedStep): boolean =>
  step.kind === 'row' ? step.row.table === 'customers' : step.kind === 'depart'
