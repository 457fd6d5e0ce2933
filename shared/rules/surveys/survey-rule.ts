import type { Fields } from '../../domain/values.ts'
import { readRule } from '../team-rule.ts'
import type { RuleLimits } from '../team-rule.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** When customers are asked, and who asks: what a supervisor has not set is as it comes. */
export const SURVEY_DEFAULTS = {
  /** Nobody is asked twice within this time, whatever for. */
  gapDays: 14,
  /** How they see us as a whole is asked once in so long. */
  npsEveryDays: 90,
  /** Whoever is a customer for less has no opinion to give yet. */
  npsAfterDays: 30,
  /** How much effort it took is asked when it has settled, not while they try it out. */
  cesAfterHours: 24,
  /** Later than this nobody remembers. */
  askWithinDays: 7,
  /** The hub mails a link for what agents ask, and takes the answer itself. */
  sendsLinks: false,
  /** The hub asks every customer how they see us, in turn. It mails as well. */
  asksNps: false,
}

export const SURVEY_LIMITS: RuleLimits = {
  gapDays: [1, 365],
  npsEveryDays: [30, 730],
  npsAfterDays: [0, 365],
  cesAfterHours: [0, 168],
  askWithinDays: [1, 60],
}

export type SurveyRule = {
  readonly gapMs: number
  readonly npsEveryMs: number
  readonly npsAfterMs: number
  readonly cesAfterMs: number
  readonly askWithinMs: number
  readonly sendsLinks: boolean
  readonly asksNps: boolean
}

/** The workspace's own, in ms; null: nothing is set. */
export function surveyRule(content: Fields | null): SurveyRule {
  const { gapDays, npsEveryDays, npsAfterDays, cesAfterHours, askWithinDays, ...switches } = readRule(
    content,
    SURVEY_DEFAULTS,
    SURVEY_LIMITS,
  )
  return {
    ...switches,
    gapMs: gapDays * DAY_MS,
    npsEveryMs: npsEveryDays * DAY_MS,
    npsAfterMs: npsAfterDays * DAY_MS,
    cesAfterMs: cesAfterHours * HOUR_MS,
    askWithinMs: askWithinDays * DAY_MS,
  }
}
