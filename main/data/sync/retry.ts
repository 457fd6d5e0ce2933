import { assertNever } from '../../../shared/assert.ts'
import type { Random } from '../../../shared/clock.ts'
import { ErrorCode } from '../../../shared/errors.ts'
import type { Failure } from '../remote/remote.ts'

/** What the loop does about a failure. 'signed-in': only the agent can cure it. */
export type Step =
  | { readonly type: 'pause'; readonly until: 'signed-in' }
  | { readonly type: 'retry'; readonly inMs: number }

const FIRST_MS = 500
const LONGEST_MS = 60_000
/** Without a network nothing is lost by looking again soon; the answer costs nothing. */
const LONGEST_OFFLINE_MS = 20_000
/** What a person has to change (certificate, proxy, version) is looked at again in this time. */
const CURED_BY_PEOPLE_MS = 60_000

/** Doubles with every attempt up to `longest`; anything between half and all of it, so that clients do not come together. */
export function backoffMs(attempts: number, random: Random, longest = LONGEST_MS): number {
  const full = Math.min(longest, FIRST_MS * 2 ** Math.min(attempts, 20))
  return Math.round(full / 2 + (full / 2) * random())
}

/** Pure and total. `attempts` counts failures in a row before this one. */
export function nextStep(failure: Failure, attempts: number, random: Random): Step {
  switch (failure.kind) {
    case 'signed-out':
      return { type: 'pause', until: 'signed-in' }
    case 'offline':
      return { type: 'retry', inMs: backoffMs(attempts, random, LONGEST_OFFLINE_MS) }
    case 'throttled':
      return { type: 'retry', inMs: Math.max(failure.retryAfterMs, FIRST_MS) }
    case 'timeout':
    case 'server-error':
    case 'bad-answer':
      return { type: 'retry', inMs: backoffMs(attempts, random) }
    case 'refused':
    case 'certificate-untrusted':
    case 'proxy-refused':
    case 'hub-too-old':
    case 'hub-too-new':
      return { type: 'retry', inMs: CURED_BY_PEOPLE_MS }
    default:
      return assertNever(failure, 'failure')
  }
}

/** The code people are told. Null for what is no trouble: offline is a state, not a fault. */
export function troubleCode(failure: Failure): ErrorCode | null {
  switch (failure.kind) {
    case 'offline':
    case 'signed-out':
      return null
    case 'timeout':
    case 'server-error':
      return ErrorCode.HubUnreachable
    case 'throttled':
      return ErrorCode.Throttled
    case 'bad-answer':
      return ErrorCode.BadAnswer
    case 'refused':
      return ErrorCode.HubRefused
    case 'certificate-untrusted':
      return ErrorCode.CertificateUntrusted
    case 'proxy-refused':
      return ErrorCode.ProxyRefused
    case 'hub-too-old':
      return ErrorCode.HubTooOld
    case 'hub-too-new':
      return ErrorCode.HubTooNew
    default:
      return assertNever(failure, 'failure')
  }
}
