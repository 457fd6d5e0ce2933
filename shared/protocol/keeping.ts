import { z } from 'zod'
import { RETENTION_DEFAULTS, RETENTION_LIMITS } from '../rules/retention/retention-rule.ts'

const months = (name: string) => {
  const [least, most] = RETENTION_LIMITS[name] ?? [0, 0]
  return z.number().int().min(least).max(most)
}

/** What would go if things were kept for so many months; 0: for ever. */
export const KeepingRequest = z.strictObject({
  serviceMonths: months('serviceMonths'),
  supportMonths: months('supportMonths'),
  customerMonths: months('customerMonths'),
  /** Left out by laptops that do not know of it. */
  postMonths: months('postMonths').default(RETENTION_DEFAULTS.postMonths),
})
export type KeepingRequest = z.infer<typeof KeepingRequest>

/** What was removed on a day (UTC): numbers and nothing about anybody. */
export const RemovalRecord = z.object({
  day: z.string(),
  tickets: z.number(),
  customers: z.number(),
  /** Reviews and posts without a customer. */
  posts: z.number().default(0),
})
export type RemovalRecord = z.infer<typeof RemovalRecord>

export const KeepingAnswer = z.object({
  tickets: z.number(),
  /** Whose tickets they are. */
  ofCustomers: z.number(),
  /** Who would be erased with all that is kept about them. */
  customers: z.number(),
  /** Reviews and posts nobody found the customer of. */
  posts: z.number().default(0),
  /** Legal holds that stand. */
  holds: z.number(),
  /** The newest first. */
  removed: z.array(RemovalRecord),
})
export type KeepingAnswer = z.infer<typeof KeepingAnswer>
