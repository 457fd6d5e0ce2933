import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { OUTREACH_REASONS, OUTREACH_STATES } from '../domain/outreach.ts'
import type { Outreach } from '../domain/outreach.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import { Line, Moment, Prose, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const DecideOutreachArgs = z.strictObject({
  outreachId: RowId,
  customerId: CustomerId,
  reason: z.enum(OUTREACH_REASONS),
  occasion: Line,
  state: z.enum(OUTREACH_STATES),
  /** With 'snoozed': until when. */
  untilMs: Moment.nullable(),
  note: Prose.nullable(),
  /** What had been decided when the agent looked; 'open': nothing. */
  seen: SeenValue,
})
type DecideOutreachArgs = z.infer<typeof DecideOutreachArgs>

/** What stands about this occasion, whoever wrote it down under whatever id. */
const standing = (
  existing: Outreach | null,
  all: readonly Outreach[],
  { customerId, reason, occasion }: DecideOutreachArgs,
): Outreach | null =>
  (existing?.customerId === customerId ? existing : null) ??
  all.find(row => row.reason === reason && row.occasion === occasion) ??
  null

/** Reached out, left alone, or put off: one decision for each occasion. Asks when a colleague has decided since. */
export const decideOutreach = defineMutation({
  name: 'outreach.decide',
  args: DecideOutreachArgs,
  reads: ({ outreachId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('outreach', outreachId),
    all: many('outreach', { customerId }),
  }),
  // A made-up id of another customer's row is nobody's to change.
  may: (_actor, { existing }, { customerId }) => existing === null || existing.customerId === customerId,
  plan: ({ existing, all }, args, context) => {
    const { outreachId, customerId, reason, occasion, state, note } = args
    const row = standing(existing, all, args)
    const untilMs = state === 'snoozed' ? args.untilMs : null
    const decided = { state, untilMs, note, agentId: authorOf(context) }
    const changes = row
      ? patchChanged('outreach', row, decided)
      : [
          insert('outreach', {
            ...decided,
            id: outreachId,
            customerId,
            reason,
            occasion,
            atMs: context.nowMs,
          }),
        ]
    if (changes.length === 0) return []
    return [
      ...(row ? patchChanged('outreach', row, { ...decided, atMs: context.nowMs }) : changes),
      recordEvent(context, {
        place: { ...onCustomer(customerId), kind: 'service' },
        type: 'outreach.decided',
        facts: { outreachReason: reason, after: state, untilMs },
      }),
    ]
  },
  conflict: ({ existing, all }, args) => {
    const row = standing(existing, all, args)
    if (!row) return null
    const { state: mine, seen } = args
    return conflictOf('changed-since', [
      { table: 'outreach', id: row.id, field: 'state', seen, mine, theirs: row.state },
    ])
  },
  describe: ({ state, reason }) => ({
    key: 'describe.decideOutreach',
    values: { outreachState: state, outreachReason: reason },
  }),
  insist: ({ existing, all }, args) => ({
    ...args,
    seen: standing(existing, all, args)?.state ?? 'open',
  }),
  invert: ({ existing, all }, args) => {
    const row = standing(existing, all, args)
    const before = OUTREACH_STATES.find(known => known === (row?.state ?? 'open'))
    return before && before !== args.state
      ? {
          name: 'outreach.decide',
          args: {
            ...args,
            state: before,
            untilMs: row?.untilMs ?? null,
            note: row?.note ?? null,
            seen: args.state,
          },
        }
      : null
  },
})
