import { teamRuleId } from '../../shared/domain/between.ts'
import { newId } from '../../shared/domain/ids.ts'
import { idOfBoth } from '../../shared/rules/named-id.ts'
import { LINK_LASTS_MS } from '../../shared/rules/surveys/survey-link.ts'
import { surveyRule } from '../../shared/rules/surveys/survey-rule.ts'
import type { SurveyRule } from '../../shared/rules/surveys/survey-rule.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import {
  ensureSurveyKey,
  readDoubtAtMs,
  readNpsDue,
  readSurveysToSend,
  readTeamRule,
  readWorkspaceName,
} from '../db/queries/surveys.ts'
import type { NpsCandidate, SurveyToSend } from '../db/queries/surveys.ts'
import { mailIntents } from '../surveys/survey-mail.ts'
import type { MailFacts } from '../surveys/survey-mail.ts'
import { signSurveyToken } from '../surveys/survey-token.ts'
import { applyAsHub } from '../sync/apply-as-hub.ts'
import type { HubIntent } from '../sync/apply-as-hub.ts'
import type { Job, JobContext } from './job.ts'

/** Mails of one run: a whole workspace that becomes due at once is asked over days, not in a minute. */
const BATCH = 25
/** An agent who asks on the phone writes the answer down at once: then there is nothing to mail. */
const AFTER_MS = 2 * 60_000
/** Whoever turned the links on yesterday does not want last month's questions mailed. */
const WITHIN_MS = 2 * 86_400_000

type Sender = { readonly secret: string; readonly workspaceName: string; readonly publicUrl: string }

function factsOf(
  { workspaceId }: JobContext,
  { secret, workspaceName, publicUrl }: Sender,
  survey: Omit<MailFacts, 'workspaceName' | 'link' | 'expiresAtMs'> & { readonly askedAtMs: number },
): MailFacts {
  const expiresAtMs = survey.askedAtMs + LINK_LASTS_MS
  const token = signSurveyToken(secret, { workspaceId, surveyId: survey.surveyId, expiresAtMs })
  const link = `${publicUrl.replace(/\/+$/u, '')}/survey/${token}`
  return { ...survey, workspaceName, link, expiresAtMs }
}

/** One survey a transaction: what is refused, because somebody has asked meanwhile, leaves the others alone. */
async function sendAll(
  { workspaceId, store, clock, announce, signal }: JobContext,
  groups: readonly (readonly HubIntent[])[],
): Promise<number> {
  let sent = 0
  for (const intents of groups) {
    if (signal.aborted) break
    if ((await applyAsHub({ store, clock, announce }, workspaceId, intents)) === null) sent += 1
  }
  return sent
}

const askNps = (
  { clock, random }: JobContext,
  { customerId }: NpsCandidate,
  surveyId: string,
): HubIntent => ({
  name: 'survey.ask',
  args: { surveyId, customerId, ticketId: null, kind: 'nps', seen: [] },
  mutationId: newId(clock.now(), random),
})

/** Everybody who is due is asked how they see us: a survey and its mail, or neither. */
function npsGroups(
  context: JobContext,
  sender: Sender,
  { due, rule, doubtAtMs }: Pick<Waiting, 'due' | 'doubtAtMs'> & { readonly rule: SurveyRule },
): readonly (readonly HubIntent[])[] {
  const nowMs = context.clock.now()
  return due.map(customer => {
    // A run that is done twice names the same survey; so does one that another history may have done: its link works.
    const period = Math.floor((customer.mayHaveLeft ? doubtAtMs : nowMs) / rule.npsEveryMs)
    const surveyId = idOfBoth(customer.customerId, `nps ${rule.npsEveryMs} ${period}`)
    const survey = { ...customer, surveyId, kind: 'nps' as const, ticketId: null, threadId: null }
    const facts = factsOf(context, sender, { ...survey, askedAtMs: nowMs })
    return [askNps(context, customer, surveyId), ...mailIntents(facts, { nowMs, random: context.random })]
  })
}

function askedGroups(
  context: JobContext,
  sender: Sender,
  asked: readonly SurveyToSend[],
): readonly (readonly HubIntent[])[] {
  const nowMs = context.clock.now()
  return asked.map(survey =>
    mailIntents(factsOf(context, sender, { ...survey, askedAtMs: nowMs }), {
      nowMs,
      random: context.random,
    }),
  )
}

type Waiting = {
  readonly sender: Omit<Sender, 'publicUrl'>
  readonly asked: readonly SurveyToSend[]
  readonly due: readonly NpsCandidate[]
  readonly doubtAtMs: number
}

/** Who is due at a moment, but for what they wait for. */
const npsBounds = (rule: SurveyRule, atMs: number) => ({
  sinceMs: atMs - rule.npsAfterMs,
  anyAfterMs: atMs - rule.gapMs,
  npsAfterMs: atMs - rule.npsEveryMs,
})

async function readWaiting({ workspaceId, app, clock }: JobContext, rule: SurveyRule): Promise<Waiting> {
  const nowMs = clock.now()
  const asked = { fromMs: nowMs - WITHIN_MS, toMs: nowMs - AFTER_MS, limit: BATCH }
  return inWorkspace(app, { workspaceId }, async client => {
    const session = { client, workspaceId }
    const doubtAtMs = await readDoubtAtMs(session)
    const isInDoubt = doubtAtMs > nowMs - rule.npsEveryMs
    const before = isInDoubt ? { ...npsBounds(rule, doubtAtMs), atMs: doubtAtMs } : null
    const nps = { ...npsBounds(rule, nowMs), before, limit: BATCH }
    return {
      doubtAtMs,
      asked: rule.sendsLinks ? await readSurveysToSend(session, asked) : [],
      due: rule.asksNps ? await readNpsDue(session, nps) : [],
      sender: {
        secret: await ensureSurveyKey(session),
        workspaceName: await readWorkspaceName(session),
      },
    }
  })
}

/**
 * Mails customers a link to what agents have asked them, and asks everybody in turn how they see us, both only where a
 * supervisor has said so. Without an address customers can reach the hub at nothing is mailed.
 */
export const surveyMailsJob: Job = {
  kind: 'survey-mails',
  everyMs: 60_000,
  run: async context => {
    const { workspaceId, app, log, publicUrl } = context
    const content = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
      readTeamRule({ client, workspaceId }, teamRuleId('surveys')),
    )
    const rule = surveyRule(content)
    if (!rule.sendsLinks && !rule.asksNps) return
    if (publicUrl === null || publicUrl === undefined) {
      log.warn('surveys.no-address', { workspaceId })
      return
    }
    const { sender, asked, ...nps } = await readWaiting(context, rule)
    const known = { ...sender, publicUrl }
    const groups = [...askedGroups(context, known, asked), ...npsGroups(context, known, { ...nps, rule })]
    const sent = await sendAll(context, groups)
    if (groups.length > 0) log.info('surveys.sent', { workspaceId, sent, of: groups.length })
  },
}
