import type { FeedbackKind } from '../../shared/domain/feedback.ts'
import { feedbackDigest } from '../../shared/rules/recurrence/feedback-digest.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readFeedback } from '../db/queries/feedback.ts'
import { markSent, readWebhook } from '../db/queries/webhooks.ts'
import { postSigned } from '../webhook.ts'
import type { Job } from './job.ts'

export const DIGEST_EVERY_MS = 7 * 86_400_000
export const digestKind = (kind: FeedbackKind): string => `${kind}-feedback.digest`
/** Weeks sent at once after the hub was away; older ones wait for the next run. */
const MOST_AT_ONCE = 4

/**
 * Sends what customers said to the address of those it is meant for, week by week: wishes to the product team, how it
 * felt to whoever leads the service. A week counts as sent once the address took it; until then the same delivery is
 * tried again. A week without a word is not sent.
 */
const digestJob = (kind: FeedbackKind): Job => ({
  kind: `${kind}-digest`,
  everyMs: 15 * 60_000,
  run: async ({ workspaceId, app, clock, signal, log }) => {
    const within = { workspaceId } as const
    const hook = await inWorkspace(app, { ...within, mode: 'read' }, client =>
      readWebhook({ client, workspaceId }, kind),
    )
    if (hook === null) return
    let fromMs = hook.sentUpToMs
    for (let week = 0; week < MOST_AT_ONCE && !signal.aborted; week += 1) {
      const toMs = fromMs + DIGEST_EVERY_MS
      if (toMs > clock.now()) return
      const period = { fromMs, toMs }
      const facts = await inWorkspace(app, { ...within, mode: 'read' }, client =>
        readFeedback({ client, workspaceId }, { kind, ...period }),
      )
      const delivery = {
        id: deliveryId(kind, workspaceId, toMs),
        workspaceId,
        ...period,
        entries: feedbackDigest(facts),
      }
      if (facts.length > 0) {
        const { url, secret } = hook
        const body = { kind: digestKind(kind), ...delivery }
        await postSigned(body, { url, secret, nowMs: clock.now(), signal })
        log.info(`${kind}-digest.sent`, { workspaceId, areas: delivery.entries.length })
      }
      await inWorkspace(app, within, client => markSent({ client, workspaceId }, kind, toMs))
      fromMs = toMs
    }
  },
})

/** The same in every attempt, and another for each of the two. */
const deliveryId = (kind: FeedbackKind, workspaceId: string, toMs: number): string =>
  kind === 'product' ? `${workspaceId}-${toMs}` : `${workspaceId}-${kind}-${toMs}`

export const productDigestJob = digestJob('product')
export const experienceDigestJob = digestJob('experience')
