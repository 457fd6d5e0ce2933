import { OUTREACH_REASONS } from '../../domain/outreach.ts'
import type { OutreachReason, OutreachRule, OutreachSegment } from '../../domain/outreach.ts'
import { statedSegment } from './segment.ts'

export const MOST_OUTREACH_DAYS = 730

export type OutreachSetting = {
  readonly reason: OutreachReason
  readonly days: number
  readonly isActive: boolean
  /** Null: it is about everybody. */
  readonly segment: OutreachSegment | null
  /** 0: nobody has set it. */
  readonly version: number
}

/** What holds until a supervisor says otherwise. */
const DAYS: Readonly<Record<OutreachReason, number>> = {
  'no-contact': 120,
  'after-incident': 3,
  'after-delivery': 5,
  'renewal-near': 45,
  'upgrade-due': 14,
}

/** The rule of one reason: the workspace's, or the product's own. */
export function ruleFor(
  reason: OutreachReason,
  rows: readonly Pick<OutreachRule, 'reason' | 'days' | 'isActive' | 'segment' | 'version'>[],
): OutreachSetting {
  const row = rows.find(each => each.reason === reason)
  if (!row) return { reason, days: DAYS[reason], isActive: true, segment: null, version: 0 }
  const { days, isActive, version } = row
  const segment = statedSegment(row.segment)
  return { reason, days: Math.min(Math.max(days, 1), MOST_OUTREACH_DAYS), isActive, segment, version }
}

export const rulesFor = (rows: readonly OutreachRule[]): readonly OutreachSetting[] =>
  OUTREACH_REASONS.map(reason => ruleFor(reason, rows))
