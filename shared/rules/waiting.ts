import type { Channel } from '../domain/values.ts'

/** Channels where the customer stands in front of the agent: what was said is answered at once. */
const LIVE_CHANNELS: ReadonlySet<string> = new Set(['phone', 'walk-in'])
export const isLive = (channel: Channel | 'other'): boolean => LIVE_CHANNELS.has(channel)

/**
 * Since when the customer waits after a message of theirs at `atMs`. Several messages in a row are one wait, so an
 * earlier start stands; a call or a walk-in starts none.
 */
export function waitingAfterCustomer(
  sinceMs: number | null,
  channel: Channel | 'other',
  atMs: number,
): number | null {
  if (isLive(channel)) return sinceMs
  return sinceMs ?? atMs
}

/** How long the customer has been waiting, ms; null when nobody waits. A clock that jumped back gives 0. */
export const waitedMs = (sinceMs: number | null, nowMs: number): number | null =>
  sinceMs === null ? null : Math.max(0, nowMs - sinceMs)
