import type { Complaint, RecoveryStep } from '../../domain/cases.ts'
import type { Recovery } from './experience-alert.ts'

type OfComplaint = Pick<Complaint, 'id' | 'title' | 'state' | 'ownerId' | 'closedAtMs'>
type OfStep = Pick<RecoveryStep, 'dueAtMs' | 'doneAtMs'>

/**
 * The recovery a complaint is: somebody owns it and has planned steps. Open until the next step is done, made up for
 * when the last is or the complaint is resolved. Null: nobody owns it, nothing is planned, or it was withdrawn.
 */
export function complaintRecovery(complaint: OfComplaint, steps: readonly OfStep[]): Recovery | null {
  const { id, title, state, ownerId, closedAtMs } = complaint
  if (ownerId === null || steps.length === 0 || state === 'withdrawn') return null
  const left = steps.flatMap(({ dueAtMs, doneAtMs }) => (doneAtMs === null ? [dueAtMs] : []))
  const lastDueMs = Math.max(...steps.map(({ dueAtMs }) => dueAtMs))
  if (state !== 'resolved' && left.length > 0)
    return { id, title, state: 'open', dueAtMs: Math.min(...left), completedAtMs: null }
  const completedAtMs = closedAtMs ?? Math.max(...steps.map(({ doneAtMs }) => doneAtMs ?? 0))
  return { id, title, state: 'done', dueAtMs: lastDueMs, completedAtMs }
}
