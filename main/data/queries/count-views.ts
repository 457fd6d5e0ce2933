import type { ViewCounts } from '../../../shared/contract/threads.ts'
import type { ThreadState } from '../../../shared/domain/values.ts'
import { KIND_FILTERS, viewRules, VIEWS } from '../../../shared/rules/views.ts'
import type { KindFilter, Me, ViewName } from '../../../shared/rules/views.ts'
import type { ReadableDb } from '../db/types.ts'
import { readCells } from './count-cells.ts'
import type { Cell, Cells } from './count-cells.ts'
import { whoAmI } from './me.ts'
import type { QueryContext } from './query-context.ts'

/** What is counted: tickets whose threads are in a state, of an owner, of a kind, and, where asked, late by now. */
export type CountedView = {
  readonly state: ThreadState
  /** Of any owner; of one agent (null: of nobody); of any of these teams. */
  readonly owner: 'anybody' | { readonly agentId: string | null } | { readonly teamIds: readonly string[] }
  readonly kind: KindFilter
  readonly isLate: boolean
}

/** A pair over two teams stands under both. */
const pairOfTeams = (teamIds: readonly string[]): readonly string[] =>
  teamIds.flatMap((left, index) =>
    teamIds.slice(index + 1).map(right => (left < right ? `t:${left} ${right}` : `t:${right} ${left}`)),
  )

/** Owners in the counts that add up to the owner of a view. */
function ownersOf({ owner }: CountedView): readonly string[] {
  if (owner === 'anybody') return ['']
  if ('agentId' in owner) return [`a:${owner.agentId ?? ''}`]
  const teamIds = [...new Set(owner.teamIds)]
  return [...teamIds.map(teamId => `t:${teamId}`), ...pairOfTeams(teamIds)]
}

/** Threads that a kind lists; a ticket of which it lists both is counted once. */
function amountOf(cell: Cell, { kind, isLate }: CountedView): number {
  const amount = isLate ? cell.late : cell.total
  if (kind === 'service' || kind === 'support') return cell.kind === kind ? amount : 0
  if (cell.kind === 'pair') return -amount
  return kind === 'all' || cell.isPaired ? amount : 0
}

const countIn = (cells: Cells, view: CountedView): number =>
  ownersOf(view).reduce((sum, owner) => {
    for (const cell of cells.get(`${owner}/${view.state}`) ?? []) sum += amountOf(cell, view)
    return sum
  }, 0)

/** Counts of any views, in their order. Late is told by `nowMs`. */
export function countMany(db: ReadableDb, views: readonly CountedView[], nowMs: number): readonly number[] {
  const owners = new Set(views.flatMap(ownersOf))
  const cells = readCells(db, {
    owners: [...owners],
    lateAtMs: views.some(view => view.isLate) ? nowMs : null,
  })
  return views.map(view => countIn(cells, view))
}

type OfferedView = { readonly view: ViewName; readonly kind: KindFilter }

/** A view that every agent is offered, as it is counted for one. */
export function countedView({ view, kind }: OfferedView, me: Me, isLate = false): CountedView {
  const { state, owner } = viewRules[view]
  switch (owner) {
    case 'anybody':
      return { state, kind, isLate, owner }
    case 'me':
      return { state, kind, isLate, owner: { agentId: me.id } }
    case 'nobody':
      return { state, kind, isLate, owner: { agentId: null } }
    case 'teams':
      return { state, kind, isLate, owner: { teamIds: me.teamIds } }
  }
}

/** Tickets a view lists under a kind, folded as the list folds them. */
export const countView = (db: ReadableDb, { me, ...of }: OfferedView & { readonly me: Me }): number =>
  countMany(db, [countedView(of, me)], 0)[0] ?? 0

const OFFERED: readonly OfferedView[] = VIEWS.flatMap(view => KIND_FILTERS.map(kind => ({ view, kind })))

function countOffered({ db, clock, ...who }: QueryContext, isLate: boolean): ViewCounts {
  const me = whoAmI({ db, clock, ...who })
  const counts = countMany(
    db,
    OFFERED.map(of => countedView(of, me, isLate)),
    clock.now(),
  )
  const found = new Map(OFFERED.map(({ view, kind }, index) => [`${view}/${kind}`, counts[index] ?? 0]))
  const count = (view: ViewName, kind: KindFilter): number => found.get(`${view}/${kind}`) ?? 0
  const ofView = (view: ViewName): Record<KindFilter, number> => ({
    all: count(view, 'all'),
    service: count(view, 'service'),
    support: count(view, 'support'),
    both: count(view, 'both'),
  })
  return Object.fromEntries(VIEWS.map(view => [view, ofView(view)])) as Record<
    ViewName,
    Record<KindFilter, number>
  >
}

/** Counts of every view under every kind. */
export const countViews = (context: QueryContext): ViewCounts => countOffered(context, false)

/** How many of them are late now: past their due time, or, of the snoozed, past the end of the snooze. */
export const countLate = (context: QueryContext): ViewCounts => countOffered(context, true)
