import { z } from 'zod'
import { CustomerId, MutationId, RowId } from '../domain/ids.ts'
import type {
  Allowance,
  Approval,
  Complaint,
  Dispute,
  Goodwill,
  LoyaltyEntry,
  Need,
  RecoveryStep,
} from '../domain/cases.ts'
import { Line } from '../mutations/parts/args.ts'
import type { ApprovalsAnswer } from '../protocol/approvals.ts'
import { method, returns } from './define.ts'

export type ComplaintView = Complaint & { readonly steps: readonly RecoveryStep[] }
/** What of the own allowance is used up in the last thirty days, by currency, minor units. */
export type SpentLine = { readonly currency: string; readonly minor: number }

/** Money and cases of one customer: newest first, what is settled only as far as it fits. */
export type CustomerCases = {
  readonly approvals: readonly Approval[]
  readonly disputes: readonly Dispute[]
  readonly goodwills: readonly Goodwill[]
  readonly complaints: readonly ComplaintView[]
  readonly needs: readonly Need[]
  readonly loyalty: {
    readonly balance: number
    /** By buying, within a year. */
    readonly earned: number
    readonly entries: readonly LoyaltyEntry[]
  }
  /** Of all roles and currencies. */
  readonly allowances: readonly Allowance[]
  readonly spent: readonly SpentLine[]
}

/** An amount somebody asks a supervisor for, with what it is about. */
export type ApprovalLine = Approval & {
  readonly customerName: string
  readonly subject: string | null
  readonly number: number | null
  readonly requestedByName: string | null
}

/** 'changed': somebody else has decided, or it is gone; nothing was done. */
export type ApprovalOutcome = 'done' | 'changed'

export const caseMethods = {
  'cases.ofCustomer': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<CustomerCases>(),
  }),
  /** Approvals that wait on this laptop, the oldest first; at most 200. */
  'approvals.waiting': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly ApprovalLine[]>(),
  }),
  /** What waits in the whole workspace, as the hub knows it. Throws `offline` and other ways it cannot be asked. */
  'approvals.onHub': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({}),
    output: returns<ApprovalsAnswer>(),
  }),
  /** Decides about a customer this laptop does not hold, at once or not at all. Throws as above, `not-allowed` too. */
  'approvals.decideOnHub': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({
      mutationId: MutationId,
      approvalId: RowId,
      outcome: z.enum(['approved', 'refused']),
      words: Line.nullable(),
    }),
    output: returns<{ readonly outcome: ApprovalOutcome }>(),
  }),
  /** What people of each role may give away alone. */
  'allowances.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly Allowance[]>(),
  }),
} as const
