import type { AdministrationDeps } from '../auth/administration.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { txOf } from '../db/postgres-store.ts'
import { moveTimes, readMoment } from '../db/queries/demo-times.ts'

/** A restart during the same half day finds the demo as it was left. */
const STALE_AFTER_MS = 6 * 3_600_000

/**
 * Brings a demo that was left alone back to the present: what was nine minutes old is nine minutes old again, with
 * everything people did in it. Laptops take a fresh snapshot, because no row passes through the feed. Answers whether
 * anything was moved.
 */
export function moveToNow(
  { database, clock }: AdministrationDeps,
  workspaceId: string,
  epoch: string,
): Promise<boolean> {
  return inWorkspace(database.app, { workspaceId }, async client => {
    const session = { client, workspaceId }
    const byMs = clock.now() - (await readMoment(session))
    if (byMs < STALE_AFTER_MS) return false
    await moveTimes(session, byMs)
    await txOf(session).setEpoch(epoch)
    return true
  })
}
