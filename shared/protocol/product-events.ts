import { z } from 'zod'

/** What happened to a thing a customer has, as the thing or its maker's systems say it. */
export const ProductEvent = z.object({
  /** The sender's own name of it: the same again changes nothing. */
  id: z.string().trim().min(1).max(200),
  /** Serial number of the thing; case does not count. */
  serial: z.string().trim().min(1).max(300),
  /** What happened in a word, for example 'crashed', 'update-failed'; shown as it is where there is no word for it. */
  event: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/u),
  /** What the thing says about it, for example an error code. No personal data belongs here. */
  detail: z.string().trim().max(300).nullable().default(null),
  /** What it runs now; noted on the thing when it is newer than what is known. */
  version: z.string().trim().min(1).max(300).nullable().default(null),
  /** When it happened, ms since 1970; left out: now. */
  atMs: z.int().min(0).nullable().default(null),
})
export type ProductEvent = z.infer<typeof ProductEvent>

export const MOST_PRODUCT_EVENTS = 50
export const ProductEvents = z.object({ events: z.array(ProductEvent).min(1).max(MOST_PRODUCT_EVENTS) })

export const ProductEventsAnswer = z.object({
  /** How many were taken, those that were known already among them. */
  taken: z.int(),
  /** Serial numbers nobody here has. */
  unknown: z.array(z.string()),
})
export type ProductEventsAnswer = z.infer<typeof ProductEventsAnswer>
