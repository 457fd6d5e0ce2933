import { z } from 'zod'
import { CustomerId, RowId, ThreadId, TicketId } from '../domain/ids.ts'
import type { Fields } from '../domain/values.ts'
import { authorOf, defineMutation, insert, maybe } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { NO_ROW } from './parts/changes.ts'

/** What was done about it: fields one by one, or the whole of what an agent wrote. */
export const DECISIONS = ['mine', 'theirs', 'merged', 'again', 'edited', 'note', 'discarded'] as const
export type Decided = (typeof DECISIONS)[number]

const Code = z.string().max(100)
/** Values of closed sets and ids only: the record names a field of free text without its words. */
const Value = z.union([Code, z.number(), z.boolean(), z.null()])
const FieldDecision = z.strictObject({
  table: Code,
  id: RowId,
  field: Code,
  base: Value,
  mine: Value,
  theirs: Value,
  taken: z.enum(DECISIONS),
})
export type FieldDecision = z.infer<typeof FieldDecision>

const RecordDecisionArgs = z.strictObject({
  customerId: CustomerId,
  ticketId: TicketId.nullable(),
  threadId: ThreadId.nullable(),
  /** Name of the mutation that was not taken. */
  intent: Code,
  /** Why it was not: the reason of the conflict. */
  reason: Code,
  taken: z.enum(DECISIONS),
  /** Newer messages the agent was shown; 0 when it was not about messages. */
  messages: z.int().min(0),
  fields: z.array(FieldDecision).max(20),
})
type RecordDecisionArgs = z.infer<typeof RecordDecisionArgs>

/** One line per field, or one for the whole. */
function factsOf({ intent, reason, messages, taken, fields }: RecordDecisionArgs): readonly Fields[] {
  if (fields.length === 0) return [{ intent, reason, messages, taken }]
  return fields.map(({ field, base, mine, theirs, taken: each }) => ({
    intent,
    reason,
    field,
    base,
    mine,
    theirs,
    taken: each,
  }))
}

type Place = {
  readonly customerId: string
  readonly ticketId: string | null
  readonly threadId: string | null
}

const lineOf = (facts: Fields, index: number, on: Place & { readonly context: MutationContext }): Change => {
  const { context, ...place } = on
  return insert('events', {
    ...place,
    id: context.derivedId(index),
    type: 'conflict.decided',
    kind: null,
    actorId: authorOf(context),
    facts,
    atMs: context.nowMs,
  })
}

/** Writes down who decided what about work that met somebody else's: on the ticket, for everybody. Append-only. */
export const recordDecision = defineMutation({
  name: 'conflict.record',
  args: RecordDecisionArgs,
  reads: ({ customerId, ticketId, threadId }) => ({
    customer: maybe('customers', customerId),
    ticket: maybe('tickets', ticketId ?? NO_ROW),
    thread: maybe('threads', threadId ?? NO_ROW),
  }),
  may: () => true,
  plan: ({ customer, ticket, thread }, args, context) => {
    const isOwn = customer !== null && ticket?.customerId === customer.id
    // The person or the ticket is gone meanwhile: there is nothing left to write it on, and nobody to ask.
    if (customer === null || (args.ticketId !== null && !isOwn)) return []
    const threadId = isOwn && thread?.ticketId === ticket.id ? thread.id : null
    const place = { customerId: customer.id, ticketId: isOwn ? ticket.id : null, threadId }
    return factsOf(args).map((facts, index) => lineOf(facts, index, { ...place, context }))
  },
  describe: ({ taken }) => ({ key: 'describe.recordDecision', values: { decision: taken } }),
})
