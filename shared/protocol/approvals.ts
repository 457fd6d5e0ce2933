import { z } from 'zod'

/** Amounts of the whole workspace that wait for a supervisor, the oldest first. */
export const ApprovalsAnswer = z.object({
  approvals: z.array(
    z.object({
      id: z.string(),
      customerId: z.string(),
      customerName: z.string(),
      ticketId: z.string().nullable(),
      number: z.int().nullable(),
      subject: z.string().nullable(),
      /** 'return', 'correction', 'goodwill'; a newer hub may know more. */
      subjectKind: z.string(),
      /** Minor units of `currency`. */
      amountMinor: z.int(),
      currency: z.string(),
      /** Words of whoever asked. */
      reason: z.string().nullable(),
      requestedBy: z.string().nullable(),
      requestedAtMs: z.int(),
    }),
  ),
  /** Waiting ones that are not named: of customers the asker may not fetch, or beyond the first 200. */
  others: z.int(),
})
export type ApprovalsAnswer = z.infer<typeof ApprovalsAnswer>
export type WaitingOnHub = ApprovalsAnswer['approvals'][number]

export const APPROVALS_LIMIT = 200
