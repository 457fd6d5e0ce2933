import { z } from 'zod'

const WireError = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
})
export const ErrorBody = z.object({ error: WireError })
export type ErrorBody = z.infer<typeof ErrorBody>
