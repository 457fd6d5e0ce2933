import { z } from 'zod'
import { WireErrorSchema } from '../errors.ts'

export const ErrorBody = z.object({ error: WireErrorSchema })
export type ErrorBody = z.infer<typeof ErrorBody>
