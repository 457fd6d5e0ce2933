import type { ScopePolicyRow } from '../domain/scope.ts'

const DAY_MS = 86_400_000

/** The ages history can be cut at. Few, so that a day moves few customers from one to the next. */
export const HISTORY_DAYS = [7, 14, 30, 60, 90, 180, 365] as const
/** Work that is younger is always on the laptops that it is for, open or not. */
export const FRESH_DAYS = HISTORY_DAYS[0]

export const LEAST_MEGABYTES = 10
export const MOST_MEGABYTES = 100_000

/** How long a fetched customer stays, and at most. */
export const KEEP_MS = 7 * DAY_MS
export const LONGEST_KEEP_MS = 30 * DAY_MS

export type ScopeContent = Pick<
  ScopePolicyRow,
  'queues' | 'alsoTeamIds' | 'withoutTeamIds' | 'days' | 'megabytes' | 'mayFetch'
>

/** What holds where nobody has said anything. */
export const EVERYTHING: ScopeContent = {
  queues: 'all',
  alsoTeamIds: [],
  withoutTeamIds: [],
  days: null,
  megabytes: null,
  mayFetch: 'own',
}

export const contentOf = (row: ScopePolicyRow | null): ScopeContent => {
  if (!row) return EVERYTHING
  const { queues, alsoTeamIds, withoutTeamIds, days, megabytes, mayFetch } = row
  return { queues, alsoTeamIds, withoutTeamIds, days, megabytes, mayFetch }
}

/** The smaller of limits; null: no limit. */
export function tightest(...limits: readonly (number | null)[]): number | null {
  const set = limits.flatMap(limit => limit ?? [])
  return set.length === 0 ? null : Math.min(...set)
}

/** The age class of something last touched then: the first of `HISTORY_DAYS` it is within; null: older than all. */
export function ageClass(lastTouchedMs: number, asOfMs: number): number | null {
  const days = (asOfMs - lastTouchedMs) / DAY_MS
  return HISTORY_DAYS.find(limit => days <= limit) ?? null
}
