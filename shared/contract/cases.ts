import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
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
  /** What people of each role may give away alone. */
  'allowances.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly Allowance[]>(),
  }),
} as const
