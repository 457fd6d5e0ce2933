import type { Clock } from '../../shared/clock.ts'
import type { FeedPart } from './feed-part.ts'

/**
 * Tells that the feed of a workspace has reached a number. Never inside a transaction: only what is committed counts.
 * `part`: what was published up to there, so that this copy need not read it.
 */
export type Announce = (workspaceId: string, seq: number, part?: FeedPart | null) => void

/** How far a feed has come, and what is known of the way there. */
export type Reached = { readonly seq: number; readonly parts: readonly FeedPart[] }

const EVERY_MS = 10

export type AnnouncerDeps = {
  readonly clock: Clock
  /** Sends the numbers to every copy of the hub. A failure is the channel's to mend: the next number covers it. */
  readonly send: (heads: ReadonlyMap<string, Reached>) => void
}

/**
 * Announces the highest number of each workspace: the first at once, then at most one message in 10 ms, however many
 * transactions commit meanwhile. NOTIFY inside of each would make them queue for one lock.
 */
export function createAnnouncer({ clock, send }: AnnouncerDeps): Announce {
  let waiting = new Map<string, Reached>()
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

  return (workspaceId, seq, part) => {
    const known = waiting.get(workspaceId) ?? { seq: 0, parts: [] }
    const parts = part ? [...known.parts, part] : known.parts
    waiting.set(workspaceId, { seq: Math.max(seq, known.seq), parts })
    if (!isResting) sendWaiting()
  }
}

export type FeedSubscriber = (seq: number, parts: readonly FeedPart[]) => void
export type FeedFanOut = {
  /** Calls back with each number heard for the workspace; the returned function ends it. */
  readonly subscribe: (workspaceId: string, callback: FeedSubscriber) => () => void
  readonly heard: (workspaceId: string, seq: number, parts?: readonly FeedPart[]) => void
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
    heard: (workspaceId, seq, parts = []) => {
      for (const callback of subscribers.get(workspaceId) ?? []) callback(seq, parts)
    },
    workspaceIds: () => [...subscribers.keys()],
  }
}
