import { z } from 'zod'
import type { Approval, ApprovalSubject } from '../../domain/cases.ts'
import type { LoyaltyEntry } from '../../domain/cases.ts'
import type { Goodwill } from '../../domain/cases.ts'
import { pointsOf } from '../../rules/cases/loyalty.ts'
import { authorOf, insert, isAutomation, patch } from '../define.ts'
import type { Actor, Change, MutationContext } from '../define.ts'
import { onCustomer } from './events.ts'

/** Minor units of a currency. */
export const Minor = z.int().min(0)
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'not an ISO 4217 code')

/** Places of rows these mutations make, behind their event. */
const APPROVAL_ROW = 30
const LOYALTY_ROW = 31

type Place = { readonly customerId: string; readonly ticketId: string | null }
/** An event of the service pane. */
export const onCase = ({ customerId, ticketId }: Place) =>
  ({ ...onCustomer(customerId, ticketId), kind: 'service' }) as const

/** The role limits are looked up by: the hub's own work has those of administrators. */
export const limitRole = (actor: Actor): string => (isAutomation(actor) ? 'admin' : actor.role)

type Ask = Place & {
  readonly subjectKind: ApprovalSubject
  readonly subjectId: string
  readonly chargeId?: string | null
  readonly amountMinor: number
  readonly currency: string
  readonly reason: string | null
}

/** Asks somebody who may; nothing when it has been asked already. */
export function askApproval(
  context: MutationContext,
  ask: Ask,
  standing: readonly Approval[],
): readonly Change[] {
  if (standing.some(({ state }) => state === 'requested')) return []
  return [
    insert('approvals', {
      chargeId: null,
      ...ask,
      id: context.derivedId(APPROVAL_ROW),
      state: 'requested',
      requestedBy: authorOf(context),
      requestedAtMs: context.nowMs,
      decidedBy: null,
      decidedAtMs: null,
      decision: null,
    }),
  ]
}

/** Nobody needs to decide any more. */
export const withdrawApprovals = (
  context: MutationContext,
  standing: readonly Approval[],
): readonly Change[] =>
  standing
    .filter(({ state }) => state === 'requested')
    .map(({ id }) => patch('approvals', id, { state: 'withdrawn', decidedAtMs: context.nowMs }))

type Points = Place & Pick<LoyaltyEntry, 'points' | 'reason' | 'sourceId' | 'note'>

const bookPoints = (context: MutationContext, entry: Points): Change =>
  insert('loyaltyEntries', {
    ...entry,
    id: context.derivedId(LOYALTY_ROW),
    byId: authorOf(context),
    atMs: context.nowMs,
  })

/** What a gesture means once it is given: points go into the ledger; vouchers and refunds stand for themselves. */
export const giveGoodwill = (context: MutationContext, goodwill: Goodwill): readonly Change[] =>
  goodwill.kind === 'points' ? [bookPoints(context, pointsOfGesture(goodwill, 1))] : []
/** The points of a gesture leave again. */
export const takeGoodwillBack = (context: MutationContext, goodwill: Goodwill): readonly Change[] =>
  goodwill.kind === 'points' && goodwill.state === 'given'
    ? [bookPoints(context, pointsOfGesture(goodwill, -1))]
    : []

const pointsOfGesture = ({ id, customerId, ticketId, amountMinor }: Goodwill, sign: 1 | -1): Points => ({
  customerId,
  ticketId,
  points: sign * pointsOf(amountMinor),
  reason: 'goodwill',
  sourceId: id,
  note: null,
})
