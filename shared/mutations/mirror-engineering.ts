import { z } from 'zod'
import { ENGINEERING_STATES } from '../domain/incidents.ts'
import type { EngineeringIssue, Escalation } from '../domain/incidents.ts'
import { engineeringIssueId } from '../rules/named-id.ts'
import { defineMutation, insert, isAutomation, many, maybe } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { Line, Moment, PersonName } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { EngineeringKey, WebAddress } from './parts/issue-args.ts'

const MirrorArgs = z.strictObject({
  key: EngineeringKey,
  url: WebAddress.nullable(),
  title: Line,
  status: Line,
  state: z.enum(ENGINEERING_STATES),
  fixedInVersion: PersonName.nullable(),
  saidAtMs: Moment,
})
type MirrorArgs = z.infer<typeof MirrorArgs>

/** What was asked counts as taken once engineering moves it; what engineering has ended goes on with the customer. */
const stateAfter = ({ state }: MirrorArgs, escalation: Escalation): Escalation['state'] => {
  if (escalation.state !== 'requested' && escalation.state !== 'accepted') return escalation.state
  if (state === 'declined') return 'returned'
  return state === 'released' ? 'resolved' : 'accepted'
}

/** Each ticket that waits for it is told, once for each move. */
function told(
  escalation: Escalation,
  { args, index, context }: { args: MirrorArgs; index: number; context: MutationContext },
): readonly Change[] {
  const state = stateAfter(args, escalation)
  const isClosing = state !== escalation.state && state !== 'accepted'
  return [
    ...patchChanged('escalations', escalation, {
      state,
      updatedAtMs: Math.max(escalation.updatedAtMs, context.nowMs),
      closedAtMs: isClosing ? context.nowMs : escalation.closedAtMs,
    }),
    recordEvent(context, {
      place: onCustomer(escalation.customerId, escalation.ticketId),
      type: 'escalation.mirrored',
      facts: { engineeringKey: args.key, status: args.status, tier: escalation.tier },
      index,
    }),
  ]
}

const isNews = (known: EngineeringIssue | null, args: MirrorArgs): boolean =>
  known === null || known.status !== args.status || known.state !== args.state

/** What engineering's tracker says of one of its issues; news that is older than what is known is passed over. */
export const mirrorEngineering = defineMutation({
  name: 'engineering.mirror',
  decidedBy: 'hub',
  args: MirrorArgs,
  reads: ({ key }) => ({
    known: maybe('engineeringIssues', engineeringIssueId(key)),
    escalations: many('escalations', { engineeringKey: key }),
  }),
  may: actor => isAutomation(actor),
  plan: ({ known, escalations }, args, context) => {
    if (known !== null && known.saidAtMs > args.saidAtMs) return []
    const row =
      known === null
        ? [insert('engineeringIssues', { ...args, id: engineeringIssueId(args.key) })]
        : patchChanged('engineeringIssues', known, args)
    if (row.length === 0 || !isNews(known, args)) return row
    const open = escalations.filter(({ closedAtMs }) => closedAtMs === null)
    return [...row, ...open.flatMap((each, index) => told(each, { args, index, context }))]
  },
  describe: ({ key, status }) => ({ key: 'describe.mirrorEngineering', values: { key, status } }),
})
