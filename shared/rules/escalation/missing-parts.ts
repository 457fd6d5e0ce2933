import type { BugReport, EscalationTier } from '../../domain/incidents.ts'

export const REPORT_PARTS = ['steps', 'expected', 'actual', 'version', 'environment', 'logs'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

/** What a tier cannot begin without. The second line can look for itself; engineering cannot ask the customer. */
const NEEDED: Readonly<Record<EscalationTier, readonly ReportPart[]>> = {
  'second-line': ['actual'],
  engineering: ['steps', 'expected', 'actual', 'version', 'logs'],
}

export const isNeeded = (tier: EscalationTier, part: ReportPart): boolean => NEEDED[tier].includes(part)

/** Parts of a report a tier needs and does not have, in the order of the form. White space is nothing. */
export const missingOf = (tier: EscalationTier, report: Pick<BugReport, ReportPart>): readonly ReportPart[] =>
  REPORT_PARTS.filter(part => isNeeded(tier, part) && report[part].trim() === '')
