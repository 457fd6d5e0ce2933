import type { Fields } from '../../domain/values.ts'
import { readRule } from '../team-rule.ts'
import type { RuleLimits } from '../team-rule.ts'

/** What counts as a bad moment, and for how long. Thresholds are data: a team changes them in Settings. */
export const EXPERIENCE_DEFAULTS = {
  /** A bad moment counts for so many days. */
  windowDays: 30,
  /** Hand-overs to somebody else on one ticket from which on it counts. */
  transfers: 2,
  /** A rating of 1 to 5 that is not better than this counts. */
  ratingAtMost: 2,
  /** Down for longer than so many minutes counts. */
  downMinutes: 240,
  /** Working days until a recovery is due. */
  recoveryDays: 1,
  countsMissed: true,
  countsReopened: true,
  countsBroken: true,
}
export type ExperienceRule = typeof EXPERIENCE_DEFAULTS

export const EXPERIENCE_LIMITS: RuleLimits = {
  windowDays: [1, 365],
  transfers: [1, 20],
  ratingAtMost: [1, 4],
  downMinutes: [1, 10_080],
  recoveryDays: [0, 14],
}

export const experienceRule = (content: Fields | null): ExperienceRule =>
  readRule(content, EXPERIENCE_DEFAULTS, EXPERIENCE_LIMITS)
