import { createHmac } from 'node:crypto'
import { AppError, ErrorCode } from '../shared/errors.ts'

const WITHIN_MS = 15_000

/** What leaves the hub: what it is, and its own id, the same in every attempt, so that a receiver can tell. */
export type Delivery = { readonly kind: string; readonly id: string; readonly workspaceId: string }

/** `t=…,v1=…`: HMAC-SHA-256 of "t.body", hex. The time is signed too, so that nobody sends an old one again. */
export const signatureOf = (secret: string, body: string, nowMs: number): string =>
  `t=${nowMs},v1=${createHmac('sha256', secret).update(`${nowMs}.${body}`).digest('hex')}`

type Post = {
  readonly url: string
  readonly secret: string
  readonly nowMs: number
  readonly signal: AbortSignal
}

/** Sends a delivery, signed. Throws `hub-unreachable` when nobody takes it: it is sent again later. */
export async function postSigned(
  delivery: Delivery & Readonly<Record<string, unknown>>,
  { url, secret, nowMs, signal }: Post,
): Promise<void> {
  const body = JSON.stringify(delivery)
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
    throw new AppError(ErrorCode.HubUnreachable, 'The address did not take the delivery', {
      status: answer?.status ?? 0,
    })
}
