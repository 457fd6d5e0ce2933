import { PURCHASE_STEPS } from '../../../shared/domain/cases.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import type { MutationInput } from '../../../shared/mutations/index.ts'
import { nextReturnStates } from '../../../shared/rules/cases/return-moves.ts'
import { pick } from './choices.ts'
import { anyOf, fresh, intend, later, oneOf, rowsOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Act = (desk: Desk) => Intent | null
const on =
  <Name extends TableName>(table: Name, make: (row: Row<Name>, desk: Desk) => Intent | null): Act =>
  desk => {
    const row = anyOf(desk, table)
    return row ? make(row, desk) : null
  }

const amount = (desk: Desk): number => 100 + Math.floor(desk.random() * 4_000)

const move = on('returnCases', ({ id, kind, state }, desk) => {
  const next = nextReturnStates(kind, state)
  const to = pick(desk.random, next)
  return to ? intend('return.move', { returnId: id, to, words: null, seen: state }) : null
})

type ComplaintEdit = MutationInput<'complaint.edit'>['fields'][number]
const editComplaint = on('complaints', ({ id, severity, ownerId }, desk) => {
  const field: ComplaintEdit =
    desk.random() < 0.5
      ? { field: 'severity', seen: severity, value: oneOf<'low' | 'high'>(desk, ['low', 'high']) }
      : { field: 'ownerId', seen: ownerId, value: desk.agentId }
  return intend('complaint.edit', { complaintId: id, fields: [field] })
})

const limits = (returnMinor: number) => ({
  returnMinor,
  correctionMinor: 2_000,
  goodwillMinor: 3_000,
  goodwillMonthMinor: 9_000,
})

/** Money and cases: limits are met now and then, so that some of it waits for others. */
export const caseActs = {
  'return.move': { weight: 3, act: move },
  'approval.decide': {
    weight: 4,
    act: (desk: Desk) => {
      const waiting = rowsOf(desk, 'approvals').filter(({ state }) => state === 'requested')
      const approval = pick(desk.random, waiting)
      const outcome = oneOf<'approved' | 'refused'>(desk, ['approved', 'refused'])
      return approval
        ? intend('approval.decide', { approvalId: approval.id, outcome, words: null, seen: 'requested' })
        : null
    },
  },
  'allowance.set': {
    weight: 0.6,
    act: (desk: Desk) => {
      const row = rowsOf(desk, 'allowances').find(({ role }) => role === 'agent')
      const nothing = { returnMinor: 0, correctionMinor: 0, goodwillMinor: 0, goodwillMonthMinor: 0 }
      const { returnMinor, correctionMinor, goodwillMinor, goodwillMonthMinor } = row ?? nothing
      return intend('allowance.set', {
        role: 'agent',
        currency: 'EUR',
        limits: limits(amount(desk)),
        seen: { returnMinor, correctionMinor, goodwillMinor, goodwillMonthMinor },
      })
    },
  },
  'dispute.open': {
    weight: 2,
    act: on('charges', ({ id }, desk) =>
      intend('dispute.open', {
        disputeId: fresh(desk),
        chargeId: id,
        ticketId: null,
        cause: 'duplicate',
        note: words(desk),
        seen: rowsOf(desk, 'disputes')
          .filter(({ chargeId }) => chargeId === id)
          .map(row => row.id),
      }),
    ),
  },
  'dispute.correct': {
    weight: 2,
    act: on('disputes', ({ id, beforeMinor, state }, desk) =>
      intend('dispute.correct', {
        disputeId: id,
        afterMinor: Math.floor(beforeMinor * desk.random()),
        reason: words(desk),
        seen: state,
      }),
    ),
  },
  'dispute.dismiss': {
    weight: 2,
    act: on('disputes', ({ id, state }, desk) =>
      intend('dispute.dismiss', { disputeId: id, reason: words(desk), seen: state }),
    ),
  },
  'goodwill.give': {
    weight: 3,
    act: on('customers', ({ id }, desk) =>
      intend('goodwill.give', {
        goodwillId: fresh(desk),
        customerId: id,
        ticketId: null,
        agentId: desk.agentId,
        kind: oneOf<'voucher' | 'points' | 'refund'>(desk, ['voucher', 'points', 'refund']),
        amountMinor: amount(desk),
        currency: 'EUR',
        reason: words(desk),
      }),
    ),
  },
  'goodwill.withdraw': {
    weight: 1,
    act: on('goodwills', ({ id }) => intend('goodwill.withdraw', { goodwillId: id })),
  },
  'loyalty.book': {
    weight: 2,
    act: on('customers', ({ id }, desk) =>
      intend('loyalty.book', {
        entryId: fresh(desk),
        customerId: id,
        ticketId: null,
        points: -amount(desk),
        reason: 'redeemed',
        note: null,
      }),
    ),
  },
  'complaint.open': {
    weight: 2,
    act: on('customers', ({ id }, desk) =>
      intend('complaint.open', {
        complaintId: fresh(desk),
        customerId: id,
        ticketId: null,
        title: words(desk),
        severity: 'medium',
        ownerId: desk.agentId,
        mentionsReview: desk.random() < 0.3,
        steps: [{ stepId: fresh(desk), title: words(desk), dueAtMs: later(desk, 86_400_000) }],
      }),
    ),
  },
  'complaint.edit': { weight: 2, act: editComplaint },
  'complaint.addStep': {
    weight: 2,
    act: on('complaints', ({ id }, desk) =>
      intend('complaint.addStep', {
        stepId: fresh(desk),
        complaintId: id,
        title: words(desk),
        dueAtMs: later(desk, 86_400_000),
      }),
    ),
  },
  'complaint.tickStep': {
    weight: 2,
    act: on('recoverySteps', ({ id, doneAtMs }) =>
      intend('complaint.tickStep', { stepId: id, isDone: doneAtMs === null }),
    ),
  },
  'need.capture': {
    weight: 2,
    act: on('customers', (customer, desk) => {
      const known = rowsOf(desk, 'needs').find(({ customerId }) => customerId === customer.id)
      return intend('need.capture', {
        needId: known?.id ?? fresh(desk),
        customerId: customer.id,
        ticketId: null,
        occasion: words(desk),
        budgetMinor: amount(desk),
        currency: 'EUR',
        wishes: [],
        productIds: [],
        seen: known?.updatedAtMs ?? null,
      })
    }),
  },
  'need.step': {
    weight: 1,
    act: on('needs', ({ id, steps }, desk) => {
      const step = oneOf(desk, PURCHASE_STEPS)
      return intend('need.step', { needId: id, step, isDone: !steps.includes(step) })
    }),
  },
} as const
