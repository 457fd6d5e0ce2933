import { feedbackDigest } from '../../shared/rules/recurrence/feedback-digest.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readProductFeedback } from '../db/queries/product-feedback.ts'
import { markSent, readWebhook } from '../db/queries/webhooks.ts'
import { postSigned } from '../webhook.ts'
import type { Job } from './job.ts'

export const DIGEST_EVERY_MS = 7 * 86_400_000
export const DIGEST_KIND = 'product-feedback.digest'
/** Weeks sent at once after the hub was away; older ones wait for the next run. */
const MOST_AT_ONCE = 4

/**
 * Sends what customers want of the products to the product team's address, week by week. A week counts as sent once the
 * address took it; until then the same delivery is tried again. A week without a word is not sent.
 */
export const productDigestJob: Job = {
  kind: 'product-digest',
  everyMs: 15 * 60_000,
  run: async ({ workspaceId, app, clock, signal, log }) => {
    const within = { workspaceId } as const
    const hook = await inWorkspace(app, { ...within, mode: 'read' }, client =>
      readWebhook({ client, workspaceId }, 'product'),
    )
    if (hook === null) return
    let fromMs = hook.sentUpToMs
    for (let week = 0; week < MOST_AT_ONCE && !signal.aborted; week += 1) {
      const toMs = fromMs + DIGEST_EVERY_MS
      if (toMs > clock.now()) return
      const period = { fromMs, toMs }
      const facts = await inWorkspace(app, { ...within, mode: 'read' }, client =>
        readProductFeedback({ client, workspaceId }, period),
      )
      const delivery = {
        id: `${workspaceId}-${toMs}`,
        workspaceId,
        ...period,
        entries: feedbackDigest(facts),
      }
      if (facts.length > 0) {
        const { url, secret } = hook
        const body = { kind: DIGEST_KIND, ...delivery }
        await postSigned(body, { url, secret, nowMs: clock.now(), signal })
        log.info('product-digest.sent', { workspaceId, wishes: delivery.entries.length })
      }
      await inWorkspace(app, within, client => markSent({ client, workspaceId }, 'product', toMs))
      fromMs = toMs
    }
  },
}
