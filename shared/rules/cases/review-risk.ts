import type { Complaint, RecoveryStep } from '../../domain/cases.ts'

export const RISK_REASONS = ['says-so', 'severe', 'late-step', 'waits-long', 'no-plan'] as const
export type RiskReason = (typeof RISK_REASONS)[number]

type Facts = {
  readonly complaint: Pick<Complaint, 'state' | 'severity' | 'mentionsReview' | 'openedAtMs'>
  readonly steps: readonly Pick<RecoveryStep, 'dueAtMs' | 'doneAtMs'>[]
  readonly nowMs: number
}

const LONG_MS = 7 * 86_400_000
const WITHOUT_PLAN_MS = 86_400_000

export const isUnresolved = ({ state }: Pick<Complaint, 'state'>): boolean =>
  state !== 'resolved' && state !== 'withdrawn'

/**
 * Why a complaint may end in a bad review, the strongest reason first; empty: no risk. Source: one bad review needs
 * about forty good ones to be made up for, so a risk stands until the complaint is resolved.
 */
export function reviewRisk({ complaint, steps, nowMs }: Facts): readonly RiskReason[] {
  if (!isUnresolved(complaint)) return []
  const { mentionsReview, severity, openedAtMs } = complaint
  const isLate = steps.some(({ dueAtMs, doneAtMs }) => doneAtMs === null && dueAtMs < nowMs)
  const holds: Readonly<Record<RiskReason, boolean>> = {
    'says-so': mentionsReview,
    severe: severity === 'high' || severity === 'critical',
    'late-step': isLate,
    'waits-long': nowMs - openedAtMs > LONG_MS,
    'no-plan': steps.length === 0 && nowMs - openedAtMs > WITHOUT_PLAN_MS,
  }
  return RISK_REASONS.filter(reason => holds[reason])
}
