import { newId } from '../../shared/domain/ids.ts'
import { silenceOf } from '../../shared/rules/experience/silence.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readOpportunitiesToSend, readSilenceFacts } from '../db/queries/opportunities.ts'
import type { LeavingOpportunity } from '../db/queries/opportunities.ts'
import { readWebhook } from '../db/queries/webhooks.ts'
import type { Webhook } from '../db/queries/webhooks.ts'
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
    const { threads, down } = await readSilenceFacts(session, [
      ...new Set(waiting.map(({ customerId }) => customerId)),
    ])
    return waiting.filter(({ customerId }) => {
      const own = <T extends { readonly customerId: string }>(rows: readonly T[]): readonly T[] =>
        rows.filter(row => row.customerId === customerId)
      return silenceOf({ threads: own(threads), down: own(down) }) === null
    })
  })
}

async function send(
  { workspaceId, store, clock, random, announce, signal }: JobContext,
  { url, secret }: Webhook,
  opportunity: LeavingOpportunity,
): Promise<void> {
  const { id, address, ...rest } = opportunity
  const body = { kind: 'opportunity.passed-on', id, workspaceId, to: address, opportunity: rest }
  await postSigned(body, { url, secret, nowMs: clock.now(), signal })
  const mutationId = newId(clock.now(), random)
  // Taken back at this very moment: it is out, and the next look at it says so.
  await applyAsHub({ store, clock, announce }, workspaceId, [
    { name: 'opportunity.sent', args: { opportunityId: id }, mutationId },
  ])
}

/**
 * Sends what agents passed on to an address outside, one delivery each, as soon as nothing of the customer's is broken. A
 * delivery nobody took is tried again under the same id.
 */
export const passOnJob: Job = {
  kind: 'pass-on',
  everyMs: 60_000,
  run: async context => {
    const { workspaceId, app, log, signal } = context
    const hook = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
      readWebhook({ client, workspaceId }, 'opportunities'),
    )
    if (hook === null) return
    const leaving = await readLeaving(context)
    for (const opportunity of leaving) {
      if (signal.aborted) return
      await send(context, hook, opportunity)
    }
    if (leaving.length > 0) log.info('opportunities.sent', { workspaceId, count: leaving.length })
  },
}
