import { z } from 'zod'
import { CONSENT_WAYS } from '../domain/diagnosis.ts'
import { PASSING_CONSENTS } from '../domain/growth.ts'
import { RowId } from '../domain/ids.ts'
import { isEnded } from '../rules/growth/passing-on.ts'
import { defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

/** What the customer said to its being passed on. A refusal takes back what has not left; nobody asks over it. */
export const consentOpportunity = defineMutation({
  name: 'opportunity.consent',
  args: z.strictObject({
    opportunityId: RowId,
    consent: z.enum(PASSING_CONSENTS),
    /** How they said it; null with 'not-asked'. */
    via: z.enum(CONSENT_WAYS).nullable(),
    seen: SeenValue,
  }),
  reads: ({ opportunityId }) => ({ opportunity: one('opportunities', opportunityId) }),
  may: (_actor, { opportunity }, { consent, via }) =>
    !isEnded(opportunity) && (consent === 'not-asked') === (via === null),
  plan: ({ opportunity }, { consent, via }, context) => {
    if (opportunity.consent === consent && opportunity.consentVia === via) return []
    const isTakenBack =
      consent !== 'given' && opportunity.state === 'passed-on' && opportunity.sentAtMs === null
    return [
      ...patchChanged('opportunities', opportunity, {
        consent,
        consentVia: via,
        consentAtMs: via === null ? null : context.nowMs,
        ...(isTakenBack ? { state: 'noted' as const, teamId: null, address: null, passedOnAtMs: null } : {}),
      }),
      recordEvent(context, {
        place: onCase(opportunity),
        type: 'opportunity.consent',
        facts: {
          opportunityId: opportunity.id,
          opportunityKind: opportunity.kind,
          before: opportunity.consent,
          after: consent,
        },
      }),
    ]
  },
  conflict: ({ opportunity }, { opportunityId, consent, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'opportunities',
        id: opportunityId,
        field: 'consent',
        seen,
        mine: consent,
        theirs: opportunity.consent,
      },
    ]),
  describe: ({ consent }) => ({ key: 'describe.consentOpportunity', values: { passingConsent: consent } }),
  insist: ({ opportunity }, args) => ({ ...args, seen: opportunity.consent }),
  invert: ({ opportunity }, { opportunityId, consent }) => {
    const before = PASSING_CONSENTS.find(known => known === opportunity.consent)
    const via = CONSENT_WAYS.find(known => known === opportunity.consentVia) ?? null
    // What was taken back with a refusal is passed on anew, not by an undo.
    return before && before !== consent && opportunity.state === 'noted'
      ? { name: 'opportunity.consent', args: { opportunityId, consent: before, via, seen: consent } }
      : null
  },
})
