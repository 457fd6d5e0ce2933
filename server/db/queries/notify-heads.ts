import type { Pool } from 'pg'

/** Copies of the hub listen on it; the payload is JSON, feed number by workspace. */
export const FEED_CHANNEL = 'tandem_feed'

export async function notifyHeads(app: Pool, payload: string): Promise<void> {
  await app.query('SELECT pg_notify($1, $2)', [FEED_CHANNEL, payload])
}
