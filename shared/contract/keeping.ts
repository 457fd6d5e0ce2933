import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import type { Hold } from '../domain/keeping.ts'
import type { KeepingAnswer } from '../protocol/keeping.ts'
import { KeepingRequest } from '../protocol/keeping.ts'
import { method, returns } from './define.ts'

export const keepingMethods = {
  /** What the hub would remove for its age, and what it has removed. Throws `not-allowed`, `offline` … */
  'keeping.preview': method({
    owner: 'data',
    kind: 'command',
    input: KeepingRequest,
    output: returns<KeepingAnswer>(),
  }),
  /** Legal holds on a person and on their tickets, the newest first. */
  'holds.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<readonly Hold[]>(),
  }),
} as const
