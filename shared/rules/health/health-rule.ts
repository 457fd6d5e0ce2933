import type { Fields } from '../../domain/values.ts'
import { readRule } from '../team-rule.ts'
import type { RuleLimits } from '../team-rule.ts'

/** What speaks against the health of a relationship, in the order in which points are taken. */
export const HEALTH_SIGNALS = [
  'experience',
  'complaint',
  'promise',
  'survey',
  'issue',
  'return',
  'silence',
  'renewal',
] as const
export type HealthSignal = (typeof HEALTH_SIGNALS)[number]

/** Points of one row of each kind, 0 to 100, and where the bands begin. A team changes them in Settings. */
export const HEALTH_DEFAULTS = {
  experiencePoints: 12,
  complaintPoints: 14,
  promisePoints: 10,
  surveyPoints: 10,
  issuePoints: 6,
  returnPoints: 4,
  silencePoints: 10,
  renewalPoints: 4,
  /** Given back for each good answer. */
  praisePoints: 3,
  /** Rows of one kind that count at most. */
  mostRows: 3,
  /** Answers and returns count for so many days. */
  windowDays: 180,
  /** Without a word for longer than so many days. */
  quietDays: 120,
  /** A renewal within so many days is near. */
  renewalDays: 60,
  /** Below: fair. */
  goodFrom: 70,
  /** Below: poor, and at risk. */
  fairFrom: 40,
}
export type HealthRule = typeof HEALTH_DEFAULTS

const POINTS = [0, 100] as const
const DAYS = [1, 730] as const
export const HEALTH_LIMITS: RuleLimits = {
  ...Object.fromEntries([...HEALTH_SIGNALS, 'praise'].map(signal => [`${signal}Points`, POINTS])),
  mostRows: [1, 20],
  windowDays: DAYS,
  quietDays: DAYS,
  renewalDays: DAYS,
  goodFrom: POINTS,
  fairFrom: POINTS,
}

export const healthRule = (content: Fields | null): HealthRule =>
  readRule(content, HEALTH_DEFAULTS, HEALTH_LIMITS)
