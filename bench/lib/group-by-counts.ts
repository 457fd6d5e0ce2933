import type { Connection } from '../../main/data/db/types.ts'
import type { CountedView } from '../../main/data/queries/count-views.ts'

/** Counting as one does without counters: every thread by everything views ask, and every pair of two. */
const LATE = (row: string): string =>
  `coalesce(CASE ${row}.state WHEN 'snoozed' THEN ${row}.snoozed_until_ms WHEN 'open' THEN ${row}.due_at_ms WHEN 'pending' THEN ${row}.due_at_ms END <= :now, 0)`
const owned = (column: string, row: string): string =>
  `CASE WHEN ${row}.state NOT IN ('solved', 'closed') THEN ${row}.${column} END`

const SINGLE = `SELECT t.state, t.kind, t.is_paired, ${owned('assignee_id', 't')}, ${owned('team_id', 't')}, ${LATE('t')}, count(*)
  FROM threads t GROUP BY 1, 2, 3, 4, 5, 6`
const PAIRS = `SELECT t.state, ${owned('assignee_id', 't')}, ${owned('assignee_id', 'o')}, ${owned('team_id', 't')}, ${owned('team_id', 'o')},
    ${LATE('t')} AND ${LATE('o')}, count(*)
  FROM threads t CROSS JOIN threads o ON o.ticket_id = t.ticket_id AND o.kind = 'service' AND o.state = t.state
  WHERE t.is_paired = 1 AND t.kind = 'support' GROUP BY 1, 2, 3, 4, 5, 6`

export const groupBySql = `${SINGLE}; ${PAIRS}`.replace(/\s+/g, ' ')

type Values = readonly unknown[]
export type Grouped = { readonly single: readonly Values[]; readonly pairs: readonly Values[] }

export function groupByCounts({ handle }: Connection): (nowMs: number) => Grouped {
  const [single, pairs] = [handle.prepare(SINGLE).raw(true), handle.prepare(PAIRS).raw(true)]
  return nowMs => ({
    single: single.all({ now: nowMs }) as Values[],
    pairs: pairs.all({ now: nowMs }) as Values[],
  })
}

const isOwner = ({ owner }: CountedView, assigneeId: unknown, teamId: unknown): boolean => {
  if (owner === 'anybody') return true
  return 'agentId' in owner ? assigneeId === owner.agentId : owner.teamIds.includes(String(teamId))
}

const isKind = ({ kind }: CountedView, of: unknown, isPaired: unknown): boolean =>
  kind === 'all' || (kind === 'both' ? isPaired === 1 : of === kind)

/** What the groups say about a view; made after the clock stopped. */
export function countInGroups({ single, pairs }: Grouped, view: CountedView): number {
  let sum = 0
  for (const [state, kind, isPaired, assigneeId, teamId, isLate, count] of single) {
    if (state !== view.state || (view.isLate && isLate !== 1)) continue
    if (isOwner(view, assigneeId, teamId) && isKind(view, kind, isPaired)) sum += Number(count)
  }
  if (view.kind === 'service' || view.kind === 'support') return sum
  for (const [state, mine, theirs, myTeam, theirTeam, isLate, count] of pairs) {
    if (state !== view.state || (view.isLate && isLate !== 1)) continue
    if (isOwner(view, mine, myTeam) && isOwner(view, theirs, theirTeam)) sum -= Number(count)
  }
  return sum
}
