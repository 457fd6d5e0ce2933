import type { Severity } from '../../domain/cases.ts'

export const RECOVERY_KEYS = ['call', 'own', 'fix', 'gesture', 'confirm'] as const
export type RecoveryKey = (typeof RECOVERY_KEYS)[number]
export type PlannedStep = { readonly key: RecoveryKey; readonly dueAtMs: number }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What is usually done, and how soon after the complaint, by how bad it is. */
const PLANS: Readonly<Record<Severity, readonly (readonly [RecoveryKey, number])[]>> = {
  low: [
    ['own', DAY_MS],
    ['fix', 3 * DAY_MS],
  ],
  medium: [
    ['own', 8 * HOUR_MS],
    ['fix', 2 * DAY_MS],
    ['confirm', 5 * DAY_MS],
  ],
  high: [
    ['call', 4 * HOUR_MS],
    ['fix', DAY_MS],
    ['gesture', 2 * DAY_MS],
    ['confirm', 5 * DAY_MS],
  ],
  critical: [
    ['call', HOUR_MS],
    ['own', 4 * HOUR_MS],
    ['fix', DAY_MS],
    ['gesture', 2 * DAY_MS],
    ['confirm', 4 * DAY_MS],
  ],
}

/** A plan to begin with, in order of time; people change it. The worse, the sooner the first step. */
export const suggestedPlan = (severity: Severity, nowMs: number): readonly PlannedStep[] =>
  PLANS[severity].map(([key, afterMs]) => ({ key, dueAtMs: nowMs + afterMs }))
