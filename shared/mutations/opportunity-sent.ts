import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { recordEvent } from './parts/events.ts'

/**
 * It has left the hub for its address: from here on nobody takes it back. Only the hub says so. Beside its own mail it
 * is refused once it may not leave any more, and the mail with it; what somebody else took is out, whatever came since.
 */
export const opportunitySent = defineMutation({
  name: 'opportunity.sent',
  decidedBy: 'hub',
  args: z.strictObject({ opportunityId: RowId, isMailed: z.boolean().default(false) }),
  reads: ({ opportunityId }) => ({ opportunity: one('opportunities', opportunityId) }),
  may: (actor, { opportunity: { state, consent, sentAtMs } }, { isMailed }) =>
    isAutomation(actor) && (!isMailed || (state === 'passed-on' && consent === 'given' && sentAtMs === null)),
  plan: ({ opportunity }, _args, context) =>
    opportunity.state !== 'passed-on' || opportunity.sentAtMs !== null
      ? []
      : [
          ...patchChanged('opportunities', opportunity, { sentAtMs: context.nowMs }),
          recordEvent(context, {
            place: onCase(opportunity),
            type: 'opportunity.sent',
            facts: {
              opportunityId: opportunity.id,
              opportunityKind: opportunity.kind,
              address: opportunity.address,
            },
          }),
        ],
  describe: () => ({ key: 'describe.opportunitySent', values: {} }),
})
