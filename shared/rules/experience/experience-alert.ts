import type { FollowUp } from '../../domain/people.ts'
import type { BadMoment } from './bad-moments.ts'

/** A recovery somebody has planned: the follow-up or the complaint it is, and its next moment. */
export type Recovery = Pick<FollowUp, 'id' | 'title' | 'state' | 'dueAtMs' | 'completedAtMs'>

/**
 * 'before-second': one, and nothing may go wrong now. 'again': it has happened again. 'planned': somebody makes up for
 * it. 'settled': somebody has, and nothing bad came after.
 */
export type ExperienceLevel = 'none' | 'before-second' | 'again' | 'planned' | 'settled'

export type ExperienceAlert = {
  readonly level: ExperienceLevel
  /** Experiences nobody has made up for yet; these are what the list counts. */
  readonly count: number
  readonly newest: BadMoment | null
}

/** What went wrong on one ticket is one experience, however many moments it has. */
const experiences = (moments: readonly BadMoment[]): number =>
  new Set(moments.map(({ ticketId, id }) => ticketId ?? id)).size

/** What is to be said about a customer after these moments (newest first) and these recoveries. */
export function experienceAlert(
  moments: readonly BadMoment[],
  recoveries: readonly Recovery[],
): ExperienceAlert {
  const [newest = null] = moments
  if (!newest) return { level: 'none', count: 0, newest: null }
  const settledMs = Math.max(
    ...recoveries.map(({ state, completedAtMs }) => (state === 'done' ? (completedAtMs ?? 0) : 0)),
    0,
  )
  const open = moments.filter(({ atMs }) => atMs > settledMs)
  if (open.length === 0) return { level: 'settled', count: 0, newest }
  if (recoveries.some(({ state }) => state === 'open'))
    return { level: 'planned', count: experiences(open), newest }
  // One that was made up for is still the first: what comes after it is the second.
  return { level: experiences(moments) === 1 ? 'before-second' : 'again', count: experiences(open), newest }
}
