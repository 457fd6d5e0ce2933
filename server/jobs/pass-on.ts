import { newId } from '../../shared/domain/ids.ts'
import { silenceOf } from '../../shared/rules/experience/silence.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readOpportunitiesToSend, readSilenceFacts } from '../db/queries/opportunities.ts'
import type { LeavingOpportunity } from '../db/queries/opportunities.ts'
import { readFamilies } from '../db/queries/families.ts'
import { readWorkspaceName } from '../db/queries/surveys.ts'
import { readWebhook } from '../db/queries/webhooks.ts'
import type { Webhook } from '../db/queries/webhooks.ts'
import { isMailAddress, opportunityIntents } from '../opportunities/opportunity-mail.ts'
import { applyAsHub } from '../sync/apply-as-hub.ts'
import { postSigned } from '../webhook.ts'
import type { Job, JobContext } from './job.ts'

/** Looked at in one run. Those that rest over an incident are among them, and few. */
const BATCH = 200

/** What waits and may leave: nothing of whoever has something that does not work. */
async function readLeaving({ workspaceId, app }: JobContext): Promise<readonly LeavingOpportunity[]> {
  return inWorkspace(app, { workspaceId, mode: 'read' }, async client => {
    const session = { client, workspaceId }
    const waiting = await readOpportunitiesToSend(session, BATCH)
    if (waiting.length === 0) return []
    const families = await readFamilies(session, [...new Set(waiting.map(({ customerId }) => customerId))])
    const { threads, down } = await readSilenceFacts(session, [...new Set([...families.values()].flat())])
    return waiting.filter(({ customerId }) => {
      const records = families.get(customerId) ?? [customerId]
      const own = <T extends { readonly customerId: string }>(rows: readonly T[]): readonly T[] =>
        rows.filter(row => records.includes(row.customerId))
      return silenceOf({ threads: own(threads), down: own(down) }) === null
    })
  })
}

/** What can leave as a mail: addresses that are of mail. Others wait for somebody to connect what they mean. */
async function mailAll(context: JobContext, leaving: readonly LeavingOpportunity[]): Promise<number> {
  const { workspaceId, app, store, clock, random, announce, signal } = context
  const mails = leaving.filter(({ address }) => isMailAddress(address))
  if (mails.length === 0) return 0
  const workspaceName = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
    readWorkspaceName({ client, workspaceId }),
  )
  let sent = 0
  for (const opportunity of mails) {
    if (signal.aborted) break
    const intents = opportunityIntents(opportunity, { workspaceName }, { nowMs: clock.now(), random })
    // Both or neither: what was taken back at this very moment is not mailed.
    if ((await applyAsHub({ store, clock, announce }, workspaceId, intents)) === null) sent += 1
  }
  return sent
}

async function send(
  { workspaceId, store, clock, random, announce, signal }: JobContext,
  { url, secret }: Webhook,
  opportunity: LeavingOpportunity,
): Promise<void> {
  const { id, address, passingId: _passing, mayHaveLeft: _left, ...rest } = opportunity
  const body = { kind: 'opportunity.passed-on', id, workspaceId, to: address, opportunity: rest }
  await postSigned(body, { url, secret, nowMs: clock.now(), signal })
  const mutationId = newId(clock.now(), random)
  // Taken back at this very moment: it is out, and the next look at it says so.
  await applyAsHub({ store, clock, announce }, workspaceId, [
    { name: 'opportunity.sent', args: { opportunityId: id }, mutationId },
  ])
}

async function postAll(
  context: JobContext,
  hook: Webhook,
  leaving: readonly LeavingOpportunity[],
): Promise<number> {
  let sent = 0
  for (const opportunity of leaving) {
    if (context.signal.aborted) break
    await send(context, hook, opportunity)
    sent += 1
  }
  return sent
}

/**
 * Sends what agents passed on to an address outside as soon as nothing of the customer's is broken: to what IT has
 * connected, one delivery each, else as a mail that shows with the customer. A delivery nobody took is tried again under
 * the same id.
 */
export const passOnJob: Job = {
  kind: 'pass-on',
  everyMs: 60_000,
  run: async context => {
    const { workspaceId, app, log } = context
    const leaving = await readLeaving(context)
    if (leaving.length === 0) return
    const hook = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
      readWebhook({ client, workspaceId }, 'opportunities'),
    )
    const count = hook === null ? await mailAll(context, leaving) : await postAll(context, hook, leaving)
    if (count > 0) log.info('opportunities.sent', { workspaceId, count })
  },
}
