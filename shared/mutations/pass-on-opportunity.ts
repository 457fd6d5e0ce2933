import { z } from 'zod'
import { RowId, TeamId } from '../domain/ids.ts'
import { mayPassOn } from '../rules/growth/passing-on.ts'
import { defineMutation, maybe, one } from './define.ts'
import { PersonName, SeenValue } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

/**
 * Gives an opportunity to a team, or to an address outside. Only with the customer's consent, which the hub looks at
 * again: a refusal a colleague has written down meanwhile stops it.
 */
export const passOnOpportunity = defineMutation({
  name: 'opportunity.passOn',
  args: z
    .strictObject({
      opportunityId: RowId,
      teamId: TeamId.nullable(),
      /** Where whoever takes what leaves the hub is to give it to, for example "sales@partner.example". */
      address: PersonName.nullable(),
      seen: SeenValue,
    })
    .refine(({ teamId, address }) => (teamId === null) !== (address === null), {
      error: 'a team or an address',
    }),
  reads: ({ opportunityId, teamId }) => ({
    opportunity: one('opportunities', opportunityId),
    team: maybe('teams', teamId ?? NO_ROW),
  }),
  may: (_actor, { opportunity, team }, { teamId, address }) =>
    (mayPassOn(opportunity) || (opportunity.state !== 'noted' && opportunity.consent === 'given')) &&
    (teamId === null || team !== null) &&
    address?.trim() !== '',
  plan: ({ opportunity }, { teamId, address }, context) =>
    opportunity.state !== 'noted'
      ? []
      : [
          ...patchChanged('opportunities', opportunity, {
            state: 'passed-on',
            teamId,
            address,
            passedOnAtMs: context.nowMs,
            sentAtMs: null,
            // Whoever takes it on makes it theirs.
            ownerId: teamId === null ? opportunity.ownerId : null,
          }),
          recordEvent(context, {
            place: onCase(opportunity),
            type: 'opportunity.passed-on',
            facts: {
              opportunityId: opportunity.id,
              opportunityKind: opportunity.kind,
              teamAfter: teamId,
              address,
              // Whoever it was given to may have it already.
              ...(context.mayHaveLeft ? { mayHaveLeft: true } : {}),
            },
          }),
        ],
  conflict: ({ opportunity }, { opportunityId, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'opportunities',
        id: opportunityId,
        field: 'state',
        seen,
        mine: 'passed-on',
        theirs: opportunity.state,
      },
    ]),
  describe: ({ address }) => ({ key: 'describe.passOnOpportunity', values: { address: address ?? '' } }),
  insist: ({ opportunity }, args) => ({ ...args, seen: opportunity.state }),
  invert: ({ opportunity }, { opportunityId }) =>
    opportunity.state === 'noted'
      ? { name: 'opportunity.takeBack', args: { opportunityId, seen: 'passed-on' } }
      : null,
})
