import type { Fields } from '../../domain/values.ts'
import { readRule } from '../team-rule.ts'
import type { RuleLimits } from '../team-rule.ts'

/** Whether closing is guided, per kind. It is never in the way: what is not answered is not asked again. */
export const CLOSING_DEFAULTS = {
  service: true,
  support: true,
  /** Ask whether to ask the customer. */
  survey: true,
  /** Days until a follow-up that is suggested as next step. */
  nextDays: 3,
}
export type ClosingRule = typeof CLOSING_DEFAULTS

export const CLOSING_LIMITS: RuleLimits = { nextDays: [1, 90] }

export const closingRule = (content: Fields | null): ClosingRule =>
  readRule(content, CLOSING_DEFAULTS, CLOSING_LIMITS)
