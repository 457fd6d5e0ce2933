import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import type { WorkKind } from '../domain/values.ts'
import type { PrioritySuggestion } from '../rules/impact/suggest-priority.ts'
import { method, returns } from './define.ts'

export type PriorityView = PrioritySuggestion & {
  readonly threadId: string
  readonly kind: WorkKind
  /** What stands now. */
  readonly standing: string
}

export const priorityMethods = {
  /** Another priority that fits impact and urgency better; null where the one that stands fits or was kept. */
  'tickets.priority': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<PriorityView | null>(),
  }),
} as const
