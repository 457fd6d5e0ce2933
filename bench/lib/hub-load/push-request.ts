import { PROTOCOL_HEADER } from '../../../shared/protocol/routes.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import type { CrowdSession } from './crowd-orders.ts'

type Intent = {
  readonly session: CrowdSession
  readonly epoch: string
  readonly mutationId: string
  readonly name: string
  readonly args: object
}

/** Headers and body of a push of one intent, as a laptop sends it. */
export function pushRequest({ session, epoch, mutationId, name, args }: Intent): {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
} {
  const nowMs = Date.now()
  const entry = { mutationId, groupId: null, name, args, nowMs, replayed: false }
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${session.accessToken}`,
      [PROTOCOL_HEADER]: String(PROTOCOL),
    },
    body: JSON.stringify({
      protocol: PROTOCOL,
      clientId: session.clientId,
      epoch,
      sentAtMs: nowMs,
      entries: [entry],
    }),
  }
}
