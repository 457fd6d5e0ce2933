import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'

/** Why a person was erased: a word from a list, so that no record of it says anything about them. */
export const ERASE_REASONS = ['asked', 'ended', 'duplicate', 'test'] as const
export const EraseReason = z.enum(ERASE_REASONS)
export type EraseReason = z.infer<typeof EraseReason>

export const EraseRequest = z.object({ customerId: CustomerId, reason: EraseReason })
export const EraseAnswer = z.object({ erased: z.boolean() })
