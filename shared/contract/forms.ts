import { z } from 'zod'
import type { TicketFormRow } from '../domain/forms.ts'
import { method, returns } from './define.ts'

export const formMethods = {
  /** Which fields tickets have, a form for each kind of work. */
  'ticketForms.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly TicketFormRow[]>(),
  }),
} as const
