import { z } from 'zod'
import type { Calendar, SlaPolicy } from '../domain/service-levels.ts'
import { method, returns } from './define.ts'

export const serviceLevelMethods = {
  /** All versions of what is promised, and the calendars it counts in: small enough to hold whole. */
  'serviceLevels.get': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<{ policies: readonly SlaPolicy[]; calendars: readonly Calendar[] }>(),
  }),
} as const
