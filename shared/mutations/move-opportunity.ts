import { z } from 'zod'
import { OPPORTUNITY_STATES } from '../domain/growth.ts'
import type { Opportunity, OpportunityState } from '../domain/growth.ts'
import { RowId } from '../domain/ids.ts'
import { isEnded, mayMove } from '../rules/growth/passing-on.ts'
import { authorOf, defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

/** Whoever takes it on makes it theirs; undone, it is the team's again. */
function ownerAfter(
  { ownerId, teamId }: Opportunity,
  state: OpportunityState,
  actorId: string | null,
): Pick<Opportunity, 'ownerId'> {
  if (state === 'accepted') return { ownerId: ownerId ?? actorId }
  return { ownerId: state === 'passed-on' && teamId !== null ? null : ownerId }
}

/** What became of an opportunity: taken on, declined, won, lost, or nothing. Asks when it has moved since. */
export const moveOpportunity = defineMutation({
  name: 'opportunity.move',
  args: z.strictObject({ opportunityId: RowId, state: z.enum(OPPORTUNITY_STATES), seen: SeenValue }),
  reads: ({ opportunityId }) => ({ opportunity: one('opportunities', opportunityId) }),
  may: (_actor, { opportunity }, { state, seen }) =>
    // From another state than the one that was seen it is a question, not a refusal.
    opportunity.state !== seen || mayMove(opportunity.state, state),
  plan: ({ opportunity }, { state }, context) =>
    !mayMove(opportunity.state, state) || opportunity.state === state
      ? []
      : [
          ...patchChanged('opportunities', opportunity, {
            state,
            closedAtMs: isEnded({ state }) ? context.nowMs : null,
            ...ownerAfter(opportunity, state, authorOf(context)),
          }),
          recordEvent(context, {
            place: onCase(opportunity),
            type: 'opportunity.moved',
            facts: {
              opportunityId: opportunity.id,
              opportunityKind: opportunity.kind,
              before: opportunity.state,
              after: state,
            },
          }),
        ],
  conflict: ({ opportunity }, { opportunityId, state, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'opportunities',
        id: opportunityId,
        field: 'state',
        seen,
        mine: state,
        theirs: opportunity.state,
      },
    ]),
  describe: ({ state }) => ({ key: 'describe.moveOpportunity', values: { opportunityState: state } }),
  insist: ({ opportunity }, args) => ({ ...args, seen: opportunity.state }),
  invert: ({ opportunity }, { opportunityId, state }) => {
    const before = OPPORTUNITY_STATES.find(known => known === opportunity.state)
    return before && before !== state && mayMove(state, before)
      ? { name: 'opportunity.move', args: { opportunityId, state: before, seen: state } }
      : null
  },
})
