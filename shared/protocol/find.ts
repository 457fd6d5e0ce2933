import { z } from 'zod'

/** Query: `text`, 2 to 200 characters. A ticket on the hub, named only as far as is needed to know it again. */
export const FindAnswer = z.object({
  hits: z.array(
    z.object({
      customerId: z.string(),
      customerName: z.string(),
      /** Null: the customer was found, and has no ticket. */
      ticketId: z.string().nullable(),
      number: z.int().nullable(),
      subject: z.string(),
      lastActivityAtMs: z.int(),
    }),
  ),
})
export type FindAnswer = z.infer<typeof FindAnswer>
export type FoundOnHub = FindAnswer['hits'][number]

export const FIND_LEAST_CHARS = 2
export const FIND_MOST_CHARS = 200
export const FIND_LIMIT = 20
