import i18next from 'i18next'
import type {
  Approval,
  Complaint,
  Dispute,
  Need,
  PurchaseStep,
  RecoveryStep,
} from '../../shared/domain/cases.ts'
import type { ReturnCase } from '../../shared/domain/commerce.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import type { ReturnState } from '../../shared/rules/cases/return-moves.ts'
import { makeId } from '../lib/make-id.ts'
import { noteDecided } from '../stores/approvals-store.ts'
import { showNotice } from './toasts.ts'
import { act } from './use-action.ts'

export const moveReturn = ({ id, state: seen }: ReturnCase, to: ReturnState, words: string | null = null) =>
  act('return.move', { returnId: id, to, words, seen })

export async function decideApproval(
  { id, state: seen }: Pick<Approval, 'id' | 'state'>,
  outcome: 'approved' | 'refused',
  words: string | null,
) {
  const done = await act('approval.decide', { approvalId: id, outcome, words, seen })
  if (done !== null) noteDecided(id)
  return done
}

/** About a customer this laptop does not hold: the hub decides at once, or nothing happens. True: it is decided. */
export async function decideBeyond(
  approvalId: string,
  outcome: 'approved' | 'refused',
  words: string | null,
): Promise<boolean> {
  const done = await act('approvals.decideOnHub', { mutationId: makeId(), approvalId, outcome, words })
  if (done?.outcome === 'changed') showNotice(i18next.t('approvals.decidedElsewhere'))
  if (done !== null) noteDecided(approvalId)
  return done !== null
}

export const dismissDispute = ({ id, state: seen }: Dispute) =>
  act('dispute.dismiss', { disputeId: id, reason: null, seen })

export const withdrawGoodwill = (goodwillId: string) => act('goodwill.withdraw', { goodwillId })

type ComplaintEdits = MutationArgs<'complaint.edit'>['fields']
export const editComplaint = ({ id }: Complaint, fields: ComplaintEdits) =>
  act('complaint.edit', { complaintId: id, fields })

export const tickStep = ({ id }: RecoveryStep, isDone: boolean) =>
  act('complaint.tickStep', { stepId: id, isDone })

export const stepNeed = ({ id }: Need, step: PurchaseStep, isDone: boolean) =>
  act('need.step', { needId: id, step, isDone })
