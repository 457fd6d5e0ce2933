import type { FeedbackKind } from '../../../shared/domain/feedback.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** What leaves the hub for an address of its own: what customers say week by week, opportunities one by one. */
export type WebhookTopic = FeedbackKind | 'opportunities'

export type Webhook = {
  readonly url: string
  /** Signs what is sent; the receiver has the same. */
  readonly secret: string
  /** End of the period that was sent last, ms; of what goes one by one nothing depends on it. */
  readonly sentUpToMs: number
}

export async function readWebhook(session: Session, topic: WebhookTopic): Promise<Webhook | null> {
  const rows = await all<Webhook>(
    session,
    `SELECT url, secret, sent_up_to_ms AS "sentUpToMs" FROM tandem.product_webhooks
     WHERE workspace_id = $1 AND topic = $2`,
    [topic],
  )
  return rows[0] ?? null
}

/** One for each topic of a workspace: another address takes the place of the last. */
export async function putWebhook(
  session: Session,
  topic: WebhookTopic,
  { url, secret, sentUpToMs }: Webhook,
): Promise<void> {
  await run(
    session,
    `INSERT INTO tandem.product_webhooks (workspace_id, topic, url, secret, sent_up_to_ms)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (workspace_id, topic) DO UPDATE SET url = $3, secret = $4, sent_up_to_ms = $5`,
    [topic, url, secret, sentUpToMs],
  )
}

export async function markSent(session: Session, topic: WebhookTopic, sentUpToMs: number): Promise<void> {
  await run(
    session,
    'UPDATE tandem.product_webhooks SET sent_up_to_ms = $3 WHERE workspace_id = $1 AND topic = $2',
    [topic, sentUpToMs],
  )
}

export const removeWebhook = (session: Session, topic: WebhookTopic): Promise<number> =>
  run(session, 'DELETE FROM tandem.product_webhooks WHERE workspace_id = $1 AND topic = $2', [topic])
