import type { Input, Output } from '../../../shared/contract/index.ts'
import { SURVEY_KINDS } from '../../../shared/domain/values.ts'
import { refusesSurveys } from '../../../shared/rules/portrait/preferences.ts'
import { surveyRefusal, surveyToAsk } from '../../../shared/rules/surveys/survey-guard.ts'
import { familyOf } from './family.ts'
import { surveyRule } from '../../../shared/rules/surveys/survey-rule.ts'
import type { ReadableDb } from '../db/types.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { silenceAbout } from './silence.ts'
import { teamRule } from './team-rules.ts'

const DAY_MS = 86_400_000
/** An answer that has not come by then does not come. */
const WAITED_FOR_MS = 30 * DAY_MS

/** The hub can mail them. */
const hasAddress = (db: ReadableDb, customerId: string): boolean =>
  selectRow(db, 'contactPoints', {
    tail: `WHERE customer_id = ? AND kind = 'email' LIMIT 1`,
    params: [customerId],
  }) !== null

/** Which survey the customer may be asked now, and which answers are waited for. */
export function getSurveyState(
  { db, clock }: QueryContext,
  { customerId, ticketId }: Input<'surveys.state'>,
): Output<'surveys.state'> {
  const nowMs = clock.now()
  const family = familyOf(db, customerId)
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [family.rootId] })
  const asked = selectRows(db, 'surveys', {
    tail: `WHERE ${family.is} ORDER BY asked_at_ms DESC`,
    params: [family.param],
  })
  const preferences = selectRows(db, 'preferences', {
    tail: `WHERE ${family.is}`,
    params: [family.param],
  })
  const threads = selectRows(db, 'threads', { tail: 'WHERE ticket_id = ?', params: [ticketId ?? ''] })
  const rule = surveyRule(teamRule(db, 'surveys'))
  const facts = {
    asked,
    rule,
    ticket: ticketId === null ? null : { id: ticketId, threads },
    hasIncident: silenceAbout(db, customerId) !== null,
    hasRefused: refusesSurveys(preferences),
    customerSinceMs: customer?.customerSinceMs ?? null,
    nowMs,
  }
  return {
    toAsk: customer ? surveyToAsk(facts) : null,
    refusals: SURVEY_KINDS.flatMap(kind => {
      const reason = surveyRefusal(kind, facts)
      return reason === null ? [] : [{ kind, reason }]
    }),
    waiting: asked.filter(({ score, askedAtMs }) => score === null && nowMs - askedAtMs < WAITED_FOR_MS),
    goesByMail: rule.sendsLinks && hasAddress(db, family.rootId),
    askedIds: asked.map(({ id }) => id),
  }
}
