import { z } from 'zod'
import { AgentId, RowId, TeamId } from '../domain/ids.ts'
import { Priority } from '../domain/values.ts'
import { Line, Moment, Prose, TagList } from '../mutations/parts/args.ts'
import { LONGEST_LEASE_MS, SHORTEST_LEASE_MS } from './leases.ts'
import { TICKET_KINDS } from './work-kind.ts'

/** At a moment, or so long after it is done; a macro is written once and run on any day. */
const When = z.union([
  z.strictObject({ atMs: Moment }),
  z.strictObject({ inMinutes: z.int().min(1).max(600_000) }),
])
export type When = z.infer<typeof When>

/** One thing to do with a ticket whose rows are not at hand yet: what bulk and macros are made of. */
export const TicketAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('state'), state: z.enum(['open', 'pending', 'solved']) }),
  z.strictObject({ type: z.literal('assign'), to: z.union([z.literal('me'), AgentId]).nullable() }),
  z.strictObject({ type: z.literal('team'), teamId: TeamId.nullable() }),
  z.strictObject({ type: z.literal('priority'), priority: Priority }),
  z.strictObject({ type: z.literal('tag'), tags: TagList }),
  z.strictObject({ type: z.literal('untag'), tags: TagList }),
  z.strictObject({ type: z.literal('kind'), kind: z.enum(TICKET_KINDS) }),
  z.strictObject({ type: z.literal('snooze'), until: When }),
  /** The tickets have this known issue. */
  z.strictObject({ type: z.literal('linkIssue'), issueId: RowId }),
  /** Held by the agent while nobody can see them. */
  z.strictObject({
    type: z.literal('lease'),
    forMs: z.int().min(SHORTEST_LEASE_MS).max(LONGEST_LEASE_MS),
  }),
  z.strictObject({ type: z.literal('note'), body: Prose }),
  z.strictObject({ type: z.literal('followUp'), title: Line, due: When }),
  z.strictObject({
    type: z.literal('reply'),
    body: Prose,
    /** The same in other languages: the customer's own is taken, else `body`. */
    variants: z
      .array(z.strictObject({ language: z.string().max(40), body: Prose }))
      .max(100)
      .default([]),
  }),
])
export type TicketAction = z.infer<typeof TicketAction>
export type ActionType = TicketAction['type']

export const whenMs = (when: When, nowMs: number): number =>
  'atMs' in when ? when.atMs : nowMs + when.inMinutes * 60_000
