import { z } from 'zod'
import { ErrorCode } from '../../../shared/errors.ts'
import { ErrorBody } from '../../../shared/protocol/error-body.ts'
import type { Failure, Leaving } from './remote.ts'

/** A proxy answered CONNECT with 407; carried as a code through the library's own errors. */
export const PROXY_REFUSED = 'TANDEM_PROXY_REFUSED'

const TIMEOUTS: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])

/** Codes of OpenSSL's verification and of Node's check of the name. */
const CERTIFICATES: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_UNTRUSTED',
  'CERT_CHAIN_TOO_LONG',
  'CERT_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UND_ERR_PRX_TLS',
])

/** The error and its causes, outermost first; of several addresses tried, those of each. */
function chainOf(error: unknown): readonly Error[] {
  const queue: unknown[] = [error]
  const seen = new Set<Error>()
  while (queue.length > 0) {
    const next = queue.shift()
    if (!(next instanceof Error) || seen.has(next)) continue
    seen.add(next)
    queue.push(next.cause, ...(next instanceof AggregateError ? next.errors : []))
  }
  return [...seen]
}

const codesOf = (error: unknown): readonly string[] =>
  chainOf(error).flatMap(each => [
    ...('code' in each && typeof each.code === 'string' ? [each.code] : []),
    ...(each.name === 'TimeoutError' ? ['ETIMEDOUT'] : []),
  ])

/** What fails before there is a connection; on one that stood, the same codes say nothing about what went over it. */
const CONNECTING: ReadonlySet<string> = new Set(['connect', 'getaddrinfo'])

function hasNeverLeft(error: unknown): Leaving {
  const isConnecting = chainOf(error).some(
    each =>
      ('syscall' in each && typeof each.syscall === 'string' && CONNECTING.has(each.syscall)) ||
      ('code' in each && each.code === 'UND_ERR_CONNECT_TIMEOUT'),
  )
  return isConnecting ? { neverLeft: true } : {}
}

/** Why a request did not come to an answer. Everything without a better name is "no way there". */
export function failureOfError(error: unknown): Failure {
  const codes = codesOf(error)
  if (codes.includes(PROXY_REFUSED)) return { kind: 'proxy-refused' }
  if (codes.some(code => CERTIFICATES.has(code))) return { kind: 'certificate-untrusted' }
  if (codes.some(code => TIMEOUTS.has(code))) return { kind: 'timeout', ...hasNeverLeft(error) }
  return { kind: 'offline', ...hasNeverLeft(error) }
}

export type AnswerFacts = {
  readonly status: number
  /** Of the Retry-After header, or null. */
  readonly retryAfter: string | null
  /** Null: there can be none. */
  readonly body: string | null
}

const DEFAULT_RETRY_AFTER_MS = 5_000
const LONGEST_RETRY_AFTER_MS = 600_000

function retryAfterMs(header: string | null): number {
  const seconds = Number(header)
  if (header === null || !Number.isFinite(seconds) || seconds < 0) return DEFAULT_RETRY_AFTER_MS
  return Math.min(seconds * 1000, LONGEST_RETRY_AFTER_MS)
}

/** The hub's own code for a refusal; null when the answer is not the hub's: a gateway, a captive portal. */
export function codeIn(body: string): string | null {
  try {
    const parsed = z.safeParse(ErrorBody, JSON.parse(body))
    return parsed.success ? parsed.data.error.code : null
  } catch {
    return null
  }
}

/** What a status means where no body may say it. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: ErrorCode.SignedOut,
  403: ErrorCode.NotAllowed,
  404: ErrorCode.NotFound,
  409: ErrorCode.Conflict,
  413: ErrorCode.TooLarge,
}

/** Why an answer is none: by status and by the hub's code. An answer to HEAD has no body to hold one. */
export function failureOfAnswer({ status, retryAfter, body }: AnswerFacts): Failure {
  const code = body === null ? (BY_STATUS[status] ?? null) : codeIn(body)
  if (status === 407) return { kind: 'proxy-refused' }
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs(retryAfter) }
  if (code === ErrorCode.HubTooOld) return { kind: 'hub-too-old' }
  if (code === ErrorCode.HubTooNew) return { kind: 'hub-too-new' }
  if (code === ErrorCode.SignedOut) return { kind: 'signed-out' }
  if (status >= 500) return { kind: 'server-error', status }
  // Not in the hub's words: somebody in between answered.
  if (code === null) return { kind: 'bad-answer' }
  return { kind: 'refused', code }
}
