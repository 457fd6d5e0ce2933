import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import { EraseReason } from '../protocol/erase.ts'
import { method, returns } from './define.ts'

export const eraseMethods = {
  /** Erases a person on the hub, for good; laptops follow. Throws `not-allowed`, `not-found`, `offline` … */
  'customers.erase': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ customerId: CustomerId, reason: EraseReason }),
    output: returns<{ readonly erased: true }>(),
  }),
} as const
