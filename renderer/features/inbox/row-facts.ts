import type { ListRow, ListThread } from '../../../shared/contract/threads.ts'
import type { MarkKind } from '../../components/kind-mark.tsx'
import type { Tone } from '../../components/chip.tsx'

const SOON_MS = 30 * 60_000

/** Kinds of a row, service first. A kind of a newer hub has no mark. */
export function kindsOf(row: ListRow): readonly MarkKind[] {
  const kinds = new Set(row.threads.map(thread => thread.kind))
  return (['service', 'support'] as const).filter(kind => kinds.has(kind))
}

const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter(time => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** The clock that runs out next on any thread of the row. */
export const dueOf = (threads: readonly ListThread[]): number | null =>
  earliest(
    threads.filter(({ state }) => state !== 'solved' && state !== 'closed').map(({ dueAtMs }) => dueAtMs),
  )

export const snoozedUntil = (threads: readonly ListThread[]): number | null =>
  threads.every(({ state }) => state === 'snoozed')
    ? earliest(threads.map(({ snoozedUntilMs }) => snoozedUntilMs))
    : null

/** Amber in the last half hour, red after it. */
export function dueTone(dueAtMs: number, nowMs: number): Tone {
  if (dueAtMs < nowMs) return 'bad'
  return dueAtMs - nowMs < SOON_MS ? 'warning' : 'plain'
}

const RANK = ['low', 'normal', 'high', 'urgent'] as const
/** The highest priority of the row when it is worth a word. */
export function loudPriority(row: ListRow): 'high' | 'urgent' | null {
  const highest = Math.max(
    ...row.threads.map(({ priority }) => RANK.indexOf(priority === 'other' ? 'normal' : priority)),
  )
  const priority = RANK[highest]
  return priority === 'high' || priority === 'urgent' ? priority : null
}

/** Somebody waits for a person: the row is set in ink and weight. */
export const isUnanswered = (row: ListRow): boolean => row.waitingSinceMs !== null
