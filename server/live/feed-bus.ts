import type { Pool } from 'pg'
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { codeOf } from '../db/pool.ts'
import { notifyHeads } from '../db/queries/notify-heads.ts'
import type { Announce, FeedFanOut } from '../sync/feed.ts'
import { createAnnouncer, createFanOut } from '../sync/feed.ts'

const Heads = z.record(z.string(), z.int())

export type FeedBus = {
  /** Tells every copy of the hub, this one included, that the feed of a workspace has reached a number. */
  readonly announce: Announce
  readonly subscribe: FeedFanOut['subscribe']
  /** What came in on the channel of the database. */
  readonly received: (payload: string) => void
  /** Numbers may have been missed while the channel was away: reads where the feeds stand. */
  readonly catchUp: (readHead: (workspaceId: string) => Promise<number>) => Promise<void>
}

/** Feed numbers between the copies of the hub, over NOTIFY. The own copy hears them at once, without the detour. */
export function createFeedBus({ app, clock, log }: { app: Pool; clock: Clock; log: Log }): FeedBus {
  const fanOut = createFanOut()
  const warn = (error: unknown): void => log.warn('feed.announce-failed', { code: codeOf(error) })
  const announce = createAnnouncer({
    clock,
    send: heads => {
      for (const [workspaceId, { seq, parts }] of heads) fanOut.heard(workspaceId, seq, parts)
      const numbers = [...heads].map(([workspaceId, { seq }]) => [workspaceId, seq])
      // A number that is lost is covered by the next one, and by the timer of every laptop.
      notifyHeads(app, JSON.stringify(Object.fromEntries(numbers))).catch(warn)
    },
  })
  return {
    // A turn later: telling a thousand readers takes a while, and whoever wrote is to have the answer first.
    announce: (...reached) => void setImmediate(announce, ...reached),
    subscribe: fanOut.subscribe,
    received: payload => {
      const heads = Heads.safeParse(JSON.parse(payload))
      for (const [workspaceId, seq] of Object.entries(heads.data ?? {})) fanOut.heard(workspaceId, seq)
    },
    catchUp: async readHead => {
      await Promise.all(fanOut.workspaceIds().map(async id => fanOut.heard(id, await readHead(id)))).catch(
        warn,
      )
    },
  }
}
