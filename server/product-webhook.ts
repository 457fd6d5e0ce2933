import { createHmac } from 'node:crypto'
import { AppError, ErrorCode } from '../shared/errors.ts'
import type { DigestEntry } from '../shared/rules/recurrence/feedback-digest.ts'

const WITHIN_MS = 15_000

export type Delivery = {
  /** The same in every attempt: a receiver that had it already can tell. */
  readonly id: string
  readonly workspaceId: string
  readonly fromMs: number
  readonly toMs: number
  readonly entries: readonly DigestEntry[]
}

/** `t=…,v1=…`: HMAC-SHA-256 of "t.body", hex. The time is signed too, so that nobody sends an old one again. */
export const signatureOf = (secret: string, body: string, nowMs: number): string =>
  `t=${nowMs},v1=${createHmac('sha256', secret).update(`${nowMs}.${body}`).digest('hex')}`

type Post = {
  readonly url: string
  readonly secret: string
  readonly nowMs: number
  readonly signal: AbortSignal
}

/** Sends a digest. Throws `hub-unreachable` when nobody takes it: it is sent again later. */
export async function postDigest(delivery: Delivery, { url, secret, nowMs, signal }: Post): Promise<void> {
  const body = JSON.stringify({ kind: 'product-feedback.digest', ...delivery })
  const headers = {
    'content-type': 'application/json',
    'tandem-delivery': delivery.id,
    'tandem-signature': signatureOf(secret, body, nowMs),
  }
  const end = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)])
  const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: end }).catch(
    () => null,
  )
  await answer?.body?.cancel()
  if (answer?.ok !== true)
    throw new AppError(ErrorCode.HubUnreachable, 'The product team’s address did not take the digest', {
      status: answer?.status ?? 0,
    })
}
