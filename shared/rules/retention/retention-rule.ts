import type { Fields } from '../../domain/values.ts'
import { readRule } from '../team-rule.ts'
import type { RuleLimits } from '../team-rule.ts'

/** How long what is over is kept. Months of 0: for ever. */
export const RETENTION_DEFAULTS = {
  /** The hub removes by itself what is older. */
  removesByItself: false,
  /** Closed tickets of service; one of both kinds is kept as long as the longer of the two says. */
  serviceMonths: 0,
  supportMonths: 0,
  /** People nobody was in contact with. */
  customerMonths: 0,
  /** Reviews and posts whose customer nobody found: the words of somebody nobody can ask. */
  postMonths: 24,
}
export type RetentionMonths = Omit<typeof RETENTION_DEFAULTS, 'removesByItself'>

const MOST_MONTHS = 240
export const RETENTION_LIMITS: RuleLimits = {
  serviceMonths: [0, MOST_MONTHS],
  supportMonths: [0, MOST_MONTHS],
  customerMonths: [0, MOST_MONTHS],
  postMonths: [0, MOST_MONTHS],
}

export const retentionRuleOf = (content: Fields | null): typeof RETENTION_DEFAULTS =>
  readRule(content, RETENTION_DEFAULTS, RETENTION_LIMITS)

/** What is older than this goes, ms; 0: nothing does. */
export type CutOffs = {
  readonly service: number
  readonly support: number
  readonly customer: number
  readonly post: number
}

/** The same moment so many months before; the last day of a month that has no such day. For ever is 0. */
export function monthsBefore(nowMs: number, months: number): number {
  if (months === 0) return 0
  const now = new Date(nowMs)
  const then = new Date(nowMs)
  then.setUTCDate(1)
  then.setUTCMonth(now.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(now.getUTCDate(), lastDay))
  return Math.max(0, then.getTime())
}

export const cutOffsAt = (nowMs: number, months: RetentionMonths): CutOffs => ({
  service: monthsBefore(nowMs, months.serviceMonths),
  support: monthsBefore(nowMs, months.supportMonths),
  customer: monthsBefore(nowMs, months.customerMonths),
  post: monthsBefore(nowMs, months.postMonths),
})
