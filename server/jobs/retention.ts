import { inWorkspace } from '../db/in-workspace.ts'
import { purgeUnnamedBlobs } from '../db/queries/blob-content.ts'
import { purgePresence } from '../db/queries/presence.ts'
import { purgeAttempts, purgeReceipts, purgeTokens, RETENTION_BATCH } from '../db/queries/retention.ts'
import { purgeShelves } from '../db/queries/snapshot-shelf.ts'
import type { Session } from '../db/queries/session.ts'
import { BACKUP_HORIZON_MS } from '../../shared/protocol/version.ts'
import type { Job } from './job.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A laptop away for longer takes a fresh snapshot instead of a list of what went. */
export const FEED_HORIZON_MS = 60 * DAY_MS
/** A laptop away for longer could have a change taken twice; nobody keeps unsent work for half a year. */
export const RECEIPT_HORIZON_MS = 180 * DAY_MS
/** A stolen refresh token that comes back within this time still ends its family. */
export const SPENT_TOKEN_MS = 7 * DAY_MS

/** Removes what only the past needs: tombstones, receipts, tokens, uploads nobody named, counts of attempts. */
export const retention: Job = {
  kind: 'retention',
  everyMs: HOUR_MS,
  run: async ({ workspaceId, app, owner, store, clock, log, signal }) => {
    const nowMs = clock.now()
    const within = <T>(fn: (session: Session) => Promise<T>): Promise<T> =>
      inWorkspace(app, { workspaceId }, client => fn({ client, workspaceId }))

    const feed = await store.write(workspaceId, tx => tx.purgeFeed(nowMs - FEED_HORIZON_MS))
    let receipts = 0
    for (let last = RETENTION_BATCH; last === RETENTION_BATCH && !signal.aborted; receipts += last) {
      last = await within(session => purgeReceipts(session, nowMs - RECEIPT_HORIZON_MS))
    }
    const tokens = await within(session =>
      // An hour more than their life: the grace for a lost answer looks at the access token that came with it.
      purgeTokens(session, { expiredBeforeMs: nowMs - HOUR_MS, usedBeforeMs: nowMs - SPENT_TOKEN_MS }),
    )
    const blobs = await within(session => purgeUnnamedBlobs(session, nowMs - BACKUP_HORIZON_MS))
    await within(session => purgePresence(session, nowMs))
    await within(purgeShelves)
    await purgeAttempts(owner, nowMs - DAY_MS)
    log.info('retention.done', { workspaceId, feed, receipts, tokens, blobs })
  },
}
