import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** The hub has mailed the customer a link to answer by. */
export const surveySent = defineMutation({
  name: 'survey.sent',
  decidedBy: 'hub',
  args: z.strictObject({ surveyId: RowId }),
  reads: ({ surveyId }) => ({ survey: one('surveys', surveyId) }),
  may: actor => isAutomation(actor),
  plan: ({ survey }, _args, context) =>
    survey.sentAtMs !== null
      ? []
      : [
          ...patchChanged('surveys', survey, { sentAtMs: context.nowMs }),
          recordEvent(context, {
            place: onCustomer(survey.customerId, survey.ticketId),
            type: 'survey.sent',
            facts: { surveyId: survey.id, survey: survey.kind },
          }),
        ],
  describe: () => ({ key: 'describe.surveySent', values: {} }),
})
