import type { ListRow, ListThread } from '../../../shared/contract/threads.ts'
import type { MarkKind } from '../../components/kind-mark.tsx'
import { mostUrgent } from '../../../shared/rules/sla/shown-clock.ts'
import type { ShownClock } from '../../../shared/rules/sla/shown-clock.ts'

/** Kinds of a row, service first. A kind of a newer hub has no mark. */
export function kindsOf(row: ListRow): readonly MarkKind[] {
  const kinds = new Set(row.threads.map(thread => thread.kind))
  return (['service', 'support'] as const).filter(kind => kinds.has(kind))
}

const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter(time => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** What is due next on any thread of the row; a clock that stands still only when none runs. */
export const rowClock = (threads: readonly ListThread[]): ShownClock | null =>
  mostUrgent(threads.map(({ clock }) => clock))

export const snoozedUntil = (threads: readonly ListThread[]): number | null =>
  threads.every(({ state }) => state === 'snoozed')
    ? earliest(threads.map(({ snoozedUntilMs }) => snoozedUntilMs))
    : null

const RANK = ['low', 'normal', 'high', 'urgent'] as const
/** The highest priority of the row when it is worth a word. */
export function loudPriority(row: ListRow): 'high' | 'urgent' | null {
  const highest = Math.max(
    ...row.threads.map(({ priority }) => RANK.indexOf(priority === 'other' ? 'normal' : priority)),
  )
  const priority = RANK[highest]
  return priority === 'high' || priority === 'urgent' ? priority : null
}

/** How long somebody has waited for a person, ms; null when nobody does. */
export const waitedMs = (row: ListRow, nowMs: number): number | null =>
  row.waitingSinceMs === null ? null : Math.max(0, nowMs - row.waitingSinceMs)
