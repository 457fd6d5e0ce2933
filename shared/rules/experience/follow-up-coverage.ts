import type { FollowUp } from '../../domain/people.ts'
import { groupBy } from '../group-by.ts'
import { inWorkingDays } from './in-working-days.ts'

/** Working days within which service comes back to somebody who had a painful incident. */
export const COVER_DAYS = 3

/** A painful incident that ended. Times in ms. */
export type PainfulIncident = {
  /** Whose it was: one id for all records of a person. */
  readonly personId: string
  readonly atMs: number
  /** When service first came back to them after it; null: not yet. */
  readonly followedAtMs: number | null
}

type Own<T> = T & { readonly personId: string }

/** When service first came back to each after their incident: by any follow-up of theirs that was done since. */
export function followedUp<Pain extends { readonly atMs: number }>(
  pains: readonly Own<Pain>[],
  followUps: readonly Own<Pick<FollowUp, 'state' | 'completedAtMs'>>[],
): readonly (Own<Pain> & PainfulIncident)[] {
  const done = groupBy(
    followUps.filter(({ state }) => state === 'done'),
    ({ personId }) => personId,
  )
  return pains.map(pain => {
    const since = (done.get(pain.personId) ?? []).flatMap(({ completedAtMs: atMs }) =>
      atMs !== null && atMs >= pain.atMs ? [atMs] : [],
    )
    return { ...pain, followedAtMs: since.length === 0 ? null : Math.min(...since) }
  })
}

/** What went wrong first. 'open': there is still time. */
export const COVER_STANDINGS = ['missed', 'open', 'covered'] as const
export type CoverStanding = (typeof COVER_STANDINGS)[number]

export function coverStanding(
  { atMs, followedAtMs }: Omit<PainfulIncident, 'personId'>,
  nowMs: number,
): CoverStanding {
  const untilMs = inWorkingDays(atMs, COVER_DAYS)
  if (followedAtMs !== null && followedAtMs <= untilMs) return 'covered'
  return nowMs <= untilMs ? 'open' : 'missed'
}

export type Coverage = {
  /** Who got a follow-up in time after each of their incidents. */
  readonly covered: number
  readonly missed: number
  /** Nothing is missed yet, but something is still to be done. */
  readonly open: number
  /** 0 to 1; null while nobody is either covered or missed. */
  readonly share: number | null
}

/**
 * Follow-up coverage: of the customers who had a painful incident, those whom service came back to within three
 * working days. The measure both panes share. Who can still be reached in time counts neither way.
 */
export function coverageOf(incidents: readonly PainfulIncident[], nowMs: number): Coverage {
  const count = { covered: 0, missed: 0, open: 0 }
  for (const own of groupBy(incidents, ({ personId }) => personId).values()) {
    const standings = new Set(own.map(each => coverStanding(each, nowMs)))
    count[COVER_STANDINGS.find(standing => standings.has(standing)) ?? 'open'] += 1
  }
  const decided = count.covered + count.missed
  return { ...count, share: decided === 0 ? null : count.covered / decided }
}
