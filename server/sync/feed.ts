import type { Clock } from '../../shared/clock.ts'

/** Tells that the feed of a workspace has reached a number. Never inside a transaction: only what is committed counts. */
export type Announce = (workspaceId: string, seq: number) => void

const EVERY_MS = 10

export type AnnouncerDeps = {
  readonly clock: Clock
  /** Sends the numbers to every copy of the hub. A failure is the channel's to mend: the next number covers it. */
  readonly send: (heads: ReadonlyMap<string, number>) => void
}

/**
 * Announces the highest number of each workspace: the first at once, then at most one message in 10 ms, however many
 * transactions commit meanwhile. NOTIFY inside of each would make them queue for one lock.
 */
export function createAnnouncer({ clock, send }: AnnouncerDeps): Announce {
  let waiting = new Map<string, number>()
  let isResting = false

  function sendWaiting(): void {
    if (waiting.size === 0) {
      isResting = false
      return
    }
    const heads = waiting
    waiting = new Map()
    isResting = true
    clock.after(EVERY_MS, sendWaiting)
    send(heads)
  }

  return (workspaceId, seq) => {
    waiting.set(workspaceId, Math.max(seq, waiting.get(workspaceId) ?? 0))
    if (!isResting) sendWaiting()
  }
}

export type FeedSubscriber = (seq: number) => void
export type FeedFanOut = {
  /** Calls back with each number heard for the workspace; the returned function ends it. */
  readonly subscribe: (workspaceId: string, callback: FeedSubscriber) => () => void
  readonly heard: Announce
  /** Workspaces somebody listens to. */
  readonly workspaceIds: () => readonly string[]
}

/** Hands numbers that arrived to those who wait for them on this copy of the hub. */
export function createFanOut(): FeedFanOut {
  const subscribers = new Map<string, Set<FeedSubscriber>>()
  return {
    subscribe: (workspaceId, callback) => {
      const all = subscribers.get(workspaceId) ?? new Set()
      subscribers.set(workspaceId, all.add(callback))
      return () => {
        all.delete(callback)
        if (all.size === 0 && subscribers.get(workspaceId) === all) subscribers.delete(workspaceId)
      }
    },
    heard: (workspaceId, seq) => {
      for (const callback of subscribers.get(workspaceId) ?? []) callback(seq)
    },
    workspaceIds: () => [...subscribers.keys()],
  }
}
