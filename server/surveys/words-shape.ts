import type { SurveyKind } from '../../shared/rules/surveys/survey-guard.ts'

type Ask = { readonly question: string; readonly least: string; readonly most: string }
/** Everything customers read of a survey, in one language. */
export type SurveyWords = {
  readonly ask: Readonly<Record<SurveyKind, Ask>>
  readonly subject: string
  readonly greeting: string
  readonly mail: Readonly<Record<SurveyKind, string>>
  readonly answerHere: string
  readonly oneClick: string
  readonly comment: string
  readonly send: string
  readonly change: string
  readonly thanks: string
  readonly mayChange: string
  readonly choose: string
  readonly gone: string
  readonly goneMore: string
  readonly busy: string
  readonly busyMore: string
}
