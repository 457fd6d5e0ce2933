import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Pool } from 'pg'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { withSetting } from '../db/in-workspace.ts'
import { countAttempt, forgiveAttempt } from '../db/queries/sign-in-attempts.ts'

export type ThrottleLimits = {
  readonly windowMs: number
  /** Wrong passwords in one window for one account, and from one network. */
  readonly perAccount: number
  readonly perNetwork: number
}
export const SIGN_IN_LIMITS: ThrottleLimits = { windowMs: 15 * 60_000, perAccount: 10, perNetwork: 100 }

const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** An IPv6 subscriber owns a whole /64 and could use a new address for every guess. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const front = head.split(':').filter(Boolean)
  const back = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  const groups = tail === undefined ? front : [...front, ...zeros, ...back]
  return groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/**
 * Keys under which attempts count; hashes, because what people type as an address is theirs. A laptop the agent signed
 * in from before has a count of its own: guessing from elsewhere cannot lock its owner out.
 */
export const accountKey = (email: string, knownClientId: string | null): string =>
  knownClientId === null ? `account:${hashed(email)}` : `laptop:${hashed(`${email} ${knownClientId}`)}`
export const networkKey = (address: string): string => `network:${hashed(networkOf(address))}`

export type Throttle = {
  /** Counts an attempt before the password is looked at. Throws `throttled` with the time to wait. */
  readonly count: (keys: ThrottleKeys, nowMs: number) => Promise<void>
  /** The password was right: the attempt does not count. */
  readonly forgive: (keys: ThrottleKeys, nowMs: number) => Promise<void>
}
export type ThrottleKeys = { readonly account: string; readonly network: string }

/** Limits on sign-in, counted in the database, so that they hold over all copies of the hub. */
export function createThrottle(pool: Pool, limits: ThrottleLimits): Throttle {
  const windowOf = (nowMs: number): number => nowMs - (nowMs % limits.windowMs)
  const each = ({ account, network }: ThrottleKeys) =>
    [
      { key: network, limit: limits.perNetwork },
      { key: account, limit: limits.perAccount },
    ] as const

  return {
    count: async (keys, nowMs) => {
      const windowStartMs = windowOf(nowMs)
      const counts = await withSetting(pool, { opening: 'BEGIN' }, async client => {
        const found: boolean[] = []
        for (const { key, limit } of each(keys))
          found.push((await countAttempt(client, { key, windowStartMs, windowMs: limits.windowMs })) > limit)
        return found
      })
      if (!counts.includes(true)) return
      const retryAfterMs = windowStartMs + limits.windowMs - nowMs
      throw new AppError(ErrorCode.Throttled, 'Too many attempts to sign in', { retryAfterMs })
    },
    forgive: async (keys, nowMs) => {
      const windowStartMs = windowOf(nowMs)
      await withSetting(pool, { opening: 'BEGIN' }, async client => {
        for (const { key } of each(keys)) await forgiveAttempt(client, { key, windowStartMs })
      })
    },
  }
}
