import type { Pool } from 'pg'
import type { Random } from '../../shared/clock.ts'
import { newId } from '../../shared/domain/ids.ts'
import { SURVEY_KINDS } from '../../shared/domain/values.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { isScore } from '../../shared/rules/surveys/survey-guard.ts'
import { isAnswerable } from '../../shared/rules/surveys/survey-link.ts'
import type { Throttle, ThrottleLimits } from '../auth/throttle.ts'
import { createThrottle, networkKey } from '../auth/throttle.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readAskedSurvey, readSurveyKey, readWorkspaceName } from '../db/queries/surveys.ts'
import type { AskedBack } from '../db/queries/surveys.ts'
import { applyAsHub } from '../sync/apply-as-hub.ts'
import type { HubDeps } from '../sync/apply-as-hub.ts'
import type { OpenSurvey, SurveyPage } from './survey-page.ts'
import { isGoodToken, readSurveyToken } from './survey-token.ts'
import type { SurveyToken } from './survey-token.ts'

/** Looks and answers in one window for one link, and from one network: an office may share an address. */
export const SURVEY_LIMITS: ThrottleLimits = { windowMs: 15 * 60_000, perAccount: 30, perNetwork: 300 }
/** Somebody else has written an answer down at the same moment: the second attempt has seen it. */
const ATTEMPTS = 2

export type SurveyAnswer = { readonly score: number | null; readonly comment: string | null }
export type Surveys = {
  /** The question, or that the link is no good: expired, forged, used up or erased, which looks the same. */
  readonly open: (token: string, address: string) => Promise<SurveyPage>
  /** Takes an answer, and shows the page again with it. */
  readonly answer: (token: string, answer: SurveyAnswer, address: string) => Promise<SurveyPage>
}

type Deps = HubDeps & { readonly app: Pool; readonly random: Random; readonly limits?: ThrottleLimits }
type Found = { readonly token: SurveyToken; readonly row: AskedBack; readonly survey: OpenSurvey }

const GONE: SurveyPage = { page: 'gone' }

/** Counts before anything is looked at; links that are none share one small count for their network. */
async function isTooOften(
  throttle: Throttle,
  { text, address, nowMs }: { readonly text: string; readonly address: string; readonly nowMs: number },
): Promise<boolean> {
  const network = networkKey(address)
  const id = readSurveyToken(text)?.surveyId ?? `none ${network}`
  try {
    await throttle.count({ account: `survey:${id}`, network: `survey ${network}` }, nowMs)
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === ErrorCode.Throttled) return true
    throw error
  }
}

/** The survey of a link that is good now; null for every other link. */
async function find({ app, clock }: Deps, text: string): Promise<Found | null> {
  const token = readSurveyToken(text)
  if (token === null) return null
  const { workspaceId, surveyId } = token
  return inWorkspace(app, { workspaceId, mode: 'read' }, async client => {
    const session = { client, workspaceId }
    const secret = await readSurveyKey(session)
    const nowMs = clock.now()
    if (secret === null || !isGoodToken(secret, token, nowMs)) return null
    const row = await readAskedSurvey(session, surveyId)
    const kind = SURVEY_KINDS.find(known => known === row?.kind)
    if (row === null || kind === undefined || !isAnswerable(row, nowMs)) return null
    const { score, comment } = row
    const workspaceName = await readWorkspaceName(session)
    return { token, row, survey: { kind, score, comment, workspaceName } }
  })
}

async function write(
  { random, ...deps }: Deps,
  { token, row }: Found,
  { score, comment }: SurveyAnswer,
): Promise<boolean> {
  const args = { surveyId: row.id, score, comment, seen: row.score, via: 'link' as const }
  const mutationId = newId(deps.clock.now(), random)
  return (await applyAsHub(deps, token.workspaceId, [{ name: 'survey.answer', args, mutationId }])) === null
}

async function take(deps: Deps, text: string, answer: SurveyAnswer): Promise<SurveyPage> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await find(deps, text)
    if (!found) return GONE
    const survey = { ...found.survey, comment: answer.comment ?? found.survey.comment }
    if (answer.score === null || !isScore(survey.kind, answer.score))
      return { page: 'question', survey, isIncomplete: true }
    if (await write(deps, found, answer))
      return { page: 'question', survey: { ...survey, ...answer }, isIncomplete: false }
  }
  return GONE
}

/** Customers answer here by the link of their mail, signed in or not: the link is all there is to know. */
export function createSurveys(deps: Deps): Surveys {
  const { app, clock, limits = SURVEY_LIMITS } = deps
  const throttle = createThrottle(app, limits)
  return {
    open: async (text, address) => {
      if (await isTooOften(throttle, { text, address, nowMs: clock.now() })) return { page: 'busy' }
      const found = await find(deps, text)
      return found ? { page: 'question', survey: found.survey, isIncomplete: false } : GONE
    },
    answer: async (text, answer, address) =>
      (await isTooOften(throttle, { text, address, nowMs: clock.now() }))
        ? { page: 'busy' }
        : take(deps, text, answer),
  }
}
