import { z } from 'zod'
import { AgentId, RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

/** Takes back what was passed on, as long as it has not left the hub and nobody has taken it on. */
export const takeBackOpportunity = defineMutation({
  name: 'opportunity.takeBack',
  args: z.strictObject({ opportunityId: RowId, seen: SeenValue }),
  reads: ({ opportunityId }) => ({ opportunity: one('opportunities', opportunityId) }),
  may: (_actor, { opportunity }) => opportunity.sentAtMs === null,
  plan: ({ opportunity }, _args, context) =>
    opportunity.state !== 'passed-on'
      ? []
      : [
          ...patchChanged('opportunities', opportunity, {
            state: 'noted',
            teamId: null,
            address: null,
            passedOnAtMs: null,
            ownerId: opportunity.ownerId ?? AgentId.safeParse(opportunity.createdBy).data ?? null,
          }),
          recordEvent(context, {
            place: onCase(opportunity),
            type: 'opportunity.taken-back',
            facts: { opportunityId: opportunity.id, opportunityKind: opportunity.kind },
          }),
        ],
  conflict: ({ opportunity }, { opportunityId, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'opportunities',
        id: opportunityId,
        field: 'state',
        seen,
        mine: 'noted',
        theirs: opportunity.state,
      },
    ]),
  describe: () => ({ key: 'describe.takeBackOpportunity', values: {} }),
  insist: ({ opportunity }, args) => ({ ...args, seen: opportunity.state }),
})
