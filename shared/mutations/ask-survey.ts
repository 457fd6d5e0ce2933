import { z } from 'zod'
import { teamRuleId } from '../domain/between.ts'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import type { Survey } from '../domain/commerce.ts'
import { SURVEY_KINDS } from '../domain/values.ts'
import { refusesSurveys } from '../rules/portrait/preferences.ts'
import { isAskedLately } from '../rules/surveys/survey-guard.ts'
import { surveyRule } from '../rules/surveys/survey-rule.ts'
import type { SurveyRule } from '../rules/surveys/survey-rule.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { personReads, rowsOfPerson } from './parts/person-reads.ts'

const AskSurveyArgs = z.strictObject({
  surveyId: RowId,
  customerId: CustomerId,
  /** The contact it is about; NPS is about none. */
  ticketId: TicketId.nullable(),
  kind: z.enum(SURVEY_KINDS),
  /** Surveys of the customer the agent saw. */
  seen: z.array(RowId).max(10_000),
})
type AskSurveyArgs = z.infer<typeof AskSurveyArgs>

/** Asked by somebody else, and too lately to ask again, or about the same contact. */
const inTheWay = (
  surveys: readonly Survey[],
  { surveyId, ticketId, kind, seen }: AskSurveyArgs,
  { nowMs, rule }: { readonly nowMs: number; readonly rule: SurveyRule },
): readonly Survey[] =>
  surveys.filter(
    survey =>
      survey.id !== surveyId &&
      !seen.includes(survey.id) &&
      ((ticketId !== null && survey.ticketId === ticketId) ||
        isAskedLately(
          [survey],
          nowMs,
          kind === 'nps' && survey.kind === 'nps' ? rule.npsEveryMs : rule.gapMs,
        )),
  )

/**
 * A customer is asked for an opinion. Asks back when a colleague has asked meanwhile: nobody is asked twice, whichever of
 * several records of theirs it was.
 */
export const askSurvey = defineMutation({
  name: 'survey.ask',
  args: AskSurveyArgs,
  reads: ({ surveyId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('surveys', surveyId),
    rule: maybe('teamRules', teamRuleId('surveys')),
  }),
  alsoReads: (rows, { customerId }) => personReads(rows, customerId, ['surveys', 'preferences']),
  // Whoever does not want to be asked is not asked, whatever a laptop has heard of it.
  may: (_actor, rows, { kind, ticketId }) =>
    (kind === 'nps') === (ticketId === null) && !refusesSurveys(rowsOfPerson(rows, 'preferences')),
  plan: ({ existing }, { surveyId, customerId, ticketId, kind }, context) =>
    existing
      ? []
      : [
          insert('surveys', {
            id: surveyId,
            customerId,
            ticketId,
            kind,
            score: null,
            comment: null,
            askedAtMs: context.nowMs,
            answeredAtMs: null,
            agentId: authorOf(context),
            sentAtMs: null,
          }),
          recordEvent(context, {
            place: onCustomer(customerId, ticketId),
            type: 'survey.asked',
            // A link to answer by may be out already.
            facts: { surveyId, survey: kind, ...(context.mayHaveLeft ? { mayHaveLeft: true } : {}) },
          }),
        ],
  conflict: (rows, args, { nowMs }) => {
    if (rows.existing) return null
    const rule = surveyRule(rows.rule?.content ?? null)
    const fields = inTheWay(rowsOfPerson(rows, 'surveys'), args, { nowMs, rule }).map(survey => ({
      table: 'surveys' as const,
      id: survey.id,
      field: 'kind',
      seen: null,
      mine: args.kind,
      theirs: survey.kind,
    }))
    return fields.length === 0 ? null : { reason: 'taken', fields }
  },
  describe: ({ kind }) => ({ key: 'describe.askSurvey', values: { survey: kind.toUpperCase() } }),
  insist: (rows, args) => ({
    ...args,
    seen: rowsOfPerson(rows, 'surveys')
      .map(({ id }) => id)
      .slice(-10_000),
  }),
})
