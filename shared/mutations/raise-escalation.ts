import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { ESCALATION_TIERS, OPEN_ESCALATION_STATES } from '../domain/incidents.ts'
import type { BugReport, Escalation } from '../domain/incidents.ts'
import { missingOf } from '../rules/escalation/missing-parts.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import { Line, Prose } from './parts/args.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { EngineeringKey } from './parts/issue-args.ts'

const MOST_TRIED = 200

const Report = z.strictObject({
  steps: Prose,
  expected: Prose,
  actual: Prose,
  version: Line,
  environment: Prose,
  logs: Prose,
  tried: z.array(z.strictObject({ what: Line, result: Line })).max(MOST_TRIED),
}) satisfies z.ZodType<BugReport>

const RaiseArgs = z.strictObject({
  escalationId: RowId,
  ticketId: TicketId,
  tier: z.enum(ESCALATION_TIERS),
  summary: Line,
  report: Report,
  assetId: RowId.nullable(),
  engineeringKey: EngineeringKey.nullable(),
  /** Escalations of the ticket that were on the screen. */
  seen: z.array(RowId).max(1_000),
})
type RaiseArgs = z.infer<typeof RaiseArgs>

/** Open ones of the same tier that the agent did not know of: the question has been asked already. */
const unseen = (escalations: readonly Escalation[], { tier, seen, escalationId }: RaiseArgs) =>
  escalations.filter(
    each =>
      each.tier === tier &&
      OPEN_ESCALATION_STATES.includes(each.state) &&
      !seen.includes(each.id) &&
      each.id !== escalationId,
  )

/** Hands a ticket to the second line or to engineering, with all they need. A report that lacks something is refused. */
export const raiseEscalation = defineMutation({
  name: 'escalation.raise',
  args: RaiseArgs,
  reads: ({ ticketId, escalationId }) => ({
    ticket: one('tickets', ticketId),
    existing: maybe('escalations', escalationId),
    escalations: many('escalations', { ticketId }),
  }),
  may: (_actor, _rows, { tier, report, summary }) =>
    summary.trim() !== '' && missingOf(tier, report).length === 0,
  plan: ({ ticket, existing }, args, context) => {
    if (existing) return []
    const { escalationId, tier, summary, report, assetId, engineeringKey } = args
    return [
      insert('escalations', {
        id: escalationId,
        customerId: ticket.customerId,
        ticketId: ticket.id,
        tier,
        state: 'requested',
        summary,
        report,
        assetId,
        engineeringKey,
        outcome: null,
        createdBy: authorOf(context),
        createdAtMs: context.nowMs,
        updatedAtMs: context.nowMs,
        closedAtMs: null,
      }),
      recordEvent(context, {
        place: onTicket(ticket),
        type: 'escalation.raised',
        facts: { escalationId, tier, engineeringKey },
      }),
    ]
  },
  conflict: ({ existing, escalations }, args) => {
    const fields = existing
      ? []
      : unseen(escalations, args).map(({ id }) => ({
          table: 'escalations' as const,
          id,
          field: 'id',
          seen: null,
          mine: null,
          theirs: id,
        }))
    return fields.length === 0 ? null : { reason: 'taken', fields }
  },
  describe: ({ summary }) => ({ key: 'describe.raiseEscalation', values: { summary } }),
  insist: ({ escalations }, args) => ({
    ...args,
    seen: [...new Set([...args.seen, ...unseen(escalations, args).map(({ id }) => id)])].slice(-1_000),
  }),
  invert: ({ existing }, { escalationId }) =>
    existing
      ? null
      : {
          name: 'escalation.edit',
          args: { escalationId, fields: [{ field: 'state', seen: 'requested', value: 'withdrawn' }] },
        },
})
