import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import type { PersonExportAnswer } from '../protocol/erase.ts'
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
  /**
   * Everything the hub holds about a person, as it stands there; that it was handed out is on record there. Throws
   * `not-allowed`, `not-found`, `offline` …
   */
  'customers.export': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<PersonExportAnswer>(),
  }),
} as const
