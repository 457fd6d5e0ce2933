import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import type { PersonalFinding } from '../rules/personal-data/find-personal.ts'
import { TicketAction } from '../rules/ticket-actions.ts'
import { OwnUndoChoice } from './settings.ts'
import { Filter, KindFilter, SortName, ViewRef } from './threads.ts'
import { method, returns } from './define.ts'

/** What became of one ticket of many. 'unchanged': it was so already. */
export type BulkResult = {
  readonly ticketId: string
  readonly outcome: 'done' | 'unchanged' | 'failed'
  /** Why it failed: a problem of plan-actions.ts, or an error code; else null. */
  readonly reason: string | null
  /** For undo. */
  readonly mutationIds: readonly string[]
}

/** What is personal in the reply to one ticket of many. */
export type BulkPersonal = {
  readonly ticketId: string
  readonly findings: readonly PersonalFinding[]
}

/** More are never picked at once. */
export const MOST_PICKED = 5_000

export const bulkMethods = {
  /** Does the same to many tickets; a ticket is done whole or not at all. Callers send chunks, to show how far it is. */
  'bulk.run': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({
      ticketIds: z.array(TicketId).min(1).max(100),
      actions: z.array(TicketAction).min(1).max(20),
      /** Threads of this kind only; null: all of the ticket. */
      kind: z.enum(['service', 'support']).nullable().default(null),
      /** The agent's own choice for replies; left out: as the team has it. */
      undo: OwnUndoChoice.default({ seconds: null, byChannel: {} }),
    }),
    output: returns<readonly BulkResult[]>(),
  }),
  /** Replies these actions would send, looked through for what is personal; tickets where nothing is are left out. */
  'bulk.personal': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      ticketIds: z.array(TicketId).min(1).max(100),
      actions: z.array(TicketAction).min(1).max(20),
      kind: z.enum(['service', 'support']).nullable(),
    }),
    output: returns<readonly BulkPersonal[]>(),
  }),
  /** Tickets of a view in its order, up to what can be picked at once. */
  'threads.ids': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ view: ViewRef, filter: Filter.optional(), kind: KindFilter, sort: SortName }),
    output: returns<readonly string[]>(),
  }),
  /** How tickets are called, for lists of what could not be done. */
  'tickets.names': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketIds: z.array(TicketId).max(500) }),
    output: returns<
      readonly {
        ticketId: string
        number: number | null
        localNumber: number | null
        subject: string
        customerName: string
      }[]
    >(),
  }),
} as const
