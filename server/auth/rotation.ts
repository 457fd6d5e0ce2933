/** How long the token before the newest one is still taken, when it seems that the answer with the newest was lost. */
export const LOST_ANSWER_MS = 5 * 60_000

export type RefreshState = {
  readonly expiresAtMs: number
  readonly usedAtMs: number | null
  readonly revokedAtMs: number | null
  readonly successor: { readonly wasUsed: boolean } | null
}

/**
 * 'rotate': the newest token, the usual case. 'again': spent, but nobody ever used what it was exchanged for, so the
 * answer was lost; what was given out then is withdrawn. 'refuse': over. 'reuse': somebody else has it too, and which
 * of the two is the thief cannot be told: the whole family ends.
 */
export type Rotation = 'rotate' | 'again' | 'refuse' | 'reuse'

/** Decides what the use of a refresh token means. Pure. */
export function rotationOf(token: RefreshState, nowMs: number): Rotation {
  if (token.revokedAtMs !== null || token.expiresAtMs <= nowMs) return 'refuse'
  if (token.usedAtMs === null) return 'rotate'
  const isFresh = nowMs - token.usedAtMs <= LOST_ANSWER_MS
  return isFresh && token.successor !== null && !token.successor.wasUsed ? 'again' : 'reuse'
}
