import { z } from 'zod'
import { isTableName, tableNames } from '../../../shared/domain/tables.ts'
import { splitWireRow } from '../../../shared/domain/codec.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Failure, SnapshotPart } from '../remote/remote.ts'
import { isGuest } from '../../../shared/rules/guests/what-guests-may.ts'
import { changeEpoch } from './epoch.ts'
import { indexedColumns } from '../../../shared/mutations/look-ups.ts'
import { eraseMissed } from './erase-missed.ts'
import { lookupId } from './outbox-store.ts'
import { takeInTurns } from './pace.ts'
import type { PullDeps } from './pull.ts'
import { rebase } from './rebase.ts'
import type { Incoming } from './rebase.ts'
import { arrive, arriveRow, settleDepartures } from './scope.ts'
import type { FillPart, LaptopStore } from './store.ts'
import { sweep } from './sweep.ts'

/** A fill under way, kept beside its rows so that it goes on after any cut. */
const FillState = z.object({
  position: z.string(),
  /** Of the first part: what is pulled after the last one. */
  cursor: z.string(),
  asOf: z.int(),
  rows: z.int(),
  expectedRows: z.int(),
  /** There were rows before: those the snapshot does not name go at the end. */
  isAgain: z.boolean(),
  /** The number everything here was known up to: the hub names at the end who was erased since. */
  since: z.int().nullable().default(0),
})
type FillState = z.infer<typeof FillState>

export type FillOutcome =
  | { readonly kind: 'part'; readonly rows: number; readonly expectedRows: number; readonly isLast: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure }

export function fillState(store: LaptopStore): FillState | null {
  const text = store.state.get('fill')
  return text === null ? null : FillState.parse(JSON.parse(text))
}

/** Asks for the next part of the snapshot and takes it. The first one begins a fill, after the last one pulling goes on. */
export async function fillOnce(deps: PullDeps): Promise<FillOutcome> {
  const { store, remote } = deps
  const before = fillState(store)
  const since = before ? before.since : sinceHere(store)
  const answer = await remote.snapshot({ position: before?.position ?? null, since })
  if (!answer.ok) return beginAgainOn(deps, before, answer.failure)
  const part = answer.value
  const state = store.transaction('relaxed', () => beginPart(deps, before, part))
  // The epoch changed in the middle: what was taken so far is swept with the rest.
  if (!state) return { kind: 'part', rows: 0, expectedRows: part.head.expectedRows, isLast: false }
  if (!before && state.isAgain) await forgetNames(deps, state.asOf)
  try {
    await takePart(deps, part)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== ErrorCode.BadAnswer) throw error
    return { kind: 'failed', failure: { kind: 'bad-answer' } }
  }
  const rows = state.rows + part.rows.length
  if (part.head.next === null) await finish(deps, state, part.head.erased ?? [])
  else saveState(store, { ...state, position: part.head.next, rows })
  return { kind: 'part', rows, expectedRows: state.expectedRows, isLast: part.head.next === null }
}

/** Codes that say something about the position, not about the way: without one the hub answers. */
const ABOUT_POSITION: ReadonlySet<string> = new Set([ErrorCode.Conflict, ErrorCode.BadRequest])
export const isAboutPosition = (failure: Failure): boolean =>
  failure.kind === 'refused' && ABOUT_POSITION.has(failure.code)

/**
 * Scope or epoch changed since the first part, so the parts do not fit together any more ('conflict'), or another release
 * of the hub cannot read the position ('bad-request'). That is no trouble: the fill begins again at once, without one.
 */
function beginAgainOn({ store }: PullDeps, before: FillState | null, failure: Failure): FillOutcome {
  if (!before || !isAboutPosition(failure)) return { kind: 'failed', failure }
  store.transaction('relaxed', () => store.state.set('fill', null))
  return { kind: 'part', rows: 0, expectedRows: before.expectedRows, isLast: false }
}

function beginPart(deps: PullDeps, before: FillState | null, { head }: SnapshotPart): FillState | null {
  const { store } = deps
  const epochHere = store.state.get('epoch')
  if (head.epoch !== epochHere) {
    changeEpoch(deps, head.epoch)
    if (before) return null
  }
  if (before) return before
  // Rows of a fill that was begun and given up count as well: without a sweep they would stay for ever.
  const isAgain = epochHere !== null
  return {
    position: '',
    cursor: head.cursor,
    asOf: head.asOf,
    rows: 0,
    expectedRows: head.expectedRows,
    isAgain,
    // Numbers of another epoch mean nothing: then everybody who was ever erased is named.
    since: isAgain ? sinceHere(store) : null,
  }
}

/**
 * What a snapshot of this number names has its version. Rows here may have it without being named: the one that changed
 * last, or all of a snapshot that was given up when rights changed and nothing else. Until they are named they are older.
 */
async function forgetNames({ store, yieldTurn }: PullDeps, asOf: number): Promise<void> {
  // Before the first number there is nothing that could be known.
  if (asOf < 2) return
  store.transaction('relaxed', () => store.shadows.lower(asOf))
  for (const table of tableNames) {
    for (let after: string | null = ''; after !== null;) {
      const from: string = after
      after = store.transaction('relaxed', () => store.rows.lower({ table, version: asOf, after: from }))
      if (after !== null) await yieldTurn()
    }
  }
}

/** Null where nothing can be about anybody: nothing was ever synced here. */
const sinceHere = ({ state }: LaptopStore): number | null =>
  state.get('epoch') === null ? null : Number(state.get('upToSeq') ?? 0)

function saveState({ state, transaction }: LaptopStore, fill: FillState): void {
  transaction('relaxed', () => state.set('fill', JSON.stringify(fill)))
}

async function finish(
  deps: PullDeps,
  { isAgain, asOf, cursor }: FillState,
  erased: readonly string[],
): Promise<void> {
  const { store } = deps
  // Before the sweep, which lets stay what unsent work and drafts hold.
  await eraseMissed(deps, { erased, asOf })
  if (isAgain) {
    // What somebody chose to take along before they were a guest holds no customer here.
    if (isGuest(deps.actor().role)) store.transaction('relaxed', () => store.state.set('dayPack', null))
    await sweep(deps, asOf)
  }
  store.transaction('relaxed', () => {
    store.state.set('fill', null)
    store.state.set('cursor', cursor)
    store.state.set('upToSeq', String(asOf))
    // All tables came.
    store.state.set('missing', null)
    store.state.set('topUp', null)
    settleDepartures(store)
  })
}

/** Puts the rows of a part away. Throws `bad-answer`. */
export async function takePart(deps: PullDeps, { head, rows }: SnapshotPart): Promise<void> {
  const { store, actor } = deps
  const { table } = head
  if (!isTableName(table)) return
  await takeInTurns(deps, rows.length, (from, to) => {
    const part = { table, columns: head.columns, rows: rows.slice(from, to), version: head.asOf }
    const { plain, linked } = store.outbox.isEmpty() ? { plain: part.rows, linked: [] } : divide(deps, part)
    if (plain.length > 0) store.rows.fill({ ...part, rows: plain })
    if (linked.length > 0) rebase({ store, actor }, { incoming: linked, touched: [], source: 'feed' })
    if (store.departures.list().length > 0) arriveAll(store, part)
  })
}

/** What waited to leave and is named by a snapshot stays. */
function arriveAll(store: LaptopStore, { table, columns, rows }: FillPart): void {
  const at = columns.indexOf('id')
  for (const row of rows) {
    const id = String(row[at])
    if (table === 'customers') arrive(store, id)
    arriveRow(store, { table, id })
  }
}

type Divided = { readonly plain: FillPart['rows']; readonly linked: readonly Incoming[] }

/**
 * Rows that pending work touches or looks for go through the rebase, as does the agent's own, which says what they may
 * do; all others straight into their table.
 */
function divide({ store, actor }: PullDeps, part: FillPart): Divided {
  const { table, columns, rows, version } = part
  const links = store.outbox.linkedIn(table)
  if (table === 'agents') links.add(actor().id)
  if (links.size === 0) return { plain: rows, linked: [] }
  const idAt = columns.indexOf('id')
  const lookups = indexedColumns(table).map(column => ({ column, at: columns.indexOf(column) }))
  const isLinked = (row: readonly unknown[]): boolean =>
    links.has(String(row[idAt])) ||
    lookups.some(({ column, at }) => links.has(lookupId(column, String(row[at]))))
  return {
    plain: rows.filter(row => !isLinked(row)),
    linked: rows.filter(isLinked).map(values => {
      const row = Object.fromEntries(columns.map((key, index) => [key, values[index]]))
      return { table, id: String(row['id']), version, row: splitWireRow(table, row).row }
    }),
  }
}
