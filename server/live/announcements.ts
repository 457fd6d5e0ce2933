import type { Pool } from 'pg'
import type { Log } from '../../shared/log.ts'
import { codeOf } from '../db/pool.ts'
import { notifyHeads } from '../db/queries/notify-heads.ts'
import type { Announce } from '../sync/feed.ts'

/** Announcements of a process that does not serve laptops: a command. */
export type Announcements = {
  readonly announce: Announce
  /** Resolves when all have left, or failed: the next change of a running hub covers those. */
  readonly settled: () => Promise<void>
}

export function createAnnouncements(app: Pool, log: Log): Announcements {
  let chain: Promise<void> = Promise.resolve()
  let waiting = new Map<string, number>()

  async function send(): Promise<void> {
    const heads = waiting
    waiting = new Map()
    // An import announces thousands of times: those that wait for the one on its way leave as one.
    if (heads.size > 0) await notifyHeads(app, JSON.stringify(Object.fromEntries(heads)))
  }

  return {
    announce: (workspaceId, seq) => {
      waiting.set(workspaceId, Math.max(seq, waiting.get(workspaceId) ?? 0))
      chain = chain
        .then(send)
        .catch((error: unknown) => log.warn('feed.announce-failed', { code: codeOf(error) }))
    },
    settled: () => chain,
  }
}
