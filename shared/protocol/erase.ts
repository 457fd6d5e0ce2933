import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'

/** Why a person was erased: a word from a list, so that no record of it says anything about them. */
export const ERASE_REASONS = ['asked', 'ended', 'duplicate', 'test'] as const
export const EraseReason = z.enum(ERASE_REASONS)
export type EraseReason = z.infer<typeof EraseReason>

export const EraseRequest = z.object({ customerId: CustomerId, reason: EraseReason })
/** Everything the hub holds about a person is asked for, to be handed to them. */
export const PersonExportRequest = z.object({ customerId: CustomerId })

/** Whole rows by table; files are named by their content and not inside. */
export const PersonExportAnswer = z.object({
  customerId: z.string(),
  exportedAtMs: z.number().int(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
export type PersonExportAnswer = z.infer<typeof PersonExportAnswer>

export const EraseAnswer = z.object({ erased: z.boolean() })
