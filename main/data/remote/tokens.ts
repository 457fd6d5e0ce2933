import type { Clock } from '../../../shared/clock.ts'
import type { Tokens } from '../../../shared/contract/internal.ts'
import { answered, failed } from './remote.ts'
import type { Answered } from './remote.ts'

export type Refreshed = {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresInMs: number
}

export type TokenKeeper = {
  /** An access token that is valid for a while; 'signed-out' when there is none to be had. */
  readonly access: () => Promise<Answered<string>>
  /** The hub did not take this one, whatever its lifetime says. */
  readonly refuse: (accessToken: string) => void
  readonly set: (tokens: Tokens) => void
}

type KeeperDeps = {
  readonly clock: Pick<Clock, 'now'>
  readonly refresh: (refreshToken: string) => Promise<Answered<Refreshed>>
  /** Rotated tokens are to be kept before they are lost with the process; without any the session is over. */
  readonly onChange: (tokens: Tokens) => void
}

/** A token that would expire on its way is not used. */
const MARGIN_MS = 30_000
const NONE: Tokens = { accessToken: null, refreshToken: null, expiresAtMs: 0 }

/**
 * Keeps the tokens of one session, in memory only. A refresh token works once: two refreshes at a time would look like
 * theft to the hub, so there is never more than one under way.
 */
export function createTokenKeeper({ clock, refresh, onChange }: KeeperDeps, first: Tokens): TokenKeeper {
  let tokens = first
  let refreshing: Promise<Answered<string>> | null = null

  async function rotate(refreshToken: string): Promise<Answered<string>> {
    const answer = await refresh(refreshToken)
    // Signed in again meanwhile: what came for the old session is of no use.
    if (tokens.refreshToken !== refreshToken) return access()
    if (answer.ok) {
      const { accessToken, expiresInMs } = answer.value
      tokens = {
        accessToken,
        refreshToken: answer.value.refreshToken,
        expiresAtMs: clock.now() + expiresInMs,
      }
      onChange(tokens)
      return answered(accessToken)
    }
    if (answer.failure.kind !== 'signed-out') return answer
    tokens = NONE
    onChange(tokens)
    return answer
  }

  function access(): Promise<Answered<string>> {
    const { accessToken, refreshToken, expiresAtMs } = tokens
    if (accessToken !== null && expiresAtMs - MARGIN_MS > clock.now())
      return Promise.resolve(answered(accessToken))
    if (refreshToken === null) return Promise.resolve(failed({ kind: 'signed-out' }))
    refreshing ??= rotate(refreshToken).finally(() => {
      refreshing = null
    })
    return refreshing
  }

  return {
    access,
    refuse: accessToken => {
      if (tokens.accessToken === accessToken) tokens = { ...tokens, accessToken: null }
    },
    set: next => {
      tokens = next
    },
  }
}
