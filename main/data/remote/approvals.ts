import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { ApprovalOutcome } from '../../../shared/contract/cases.ts'
import { ApprovalsAnswer } from '../../../shared/protocol/approvals.ts'
import type { PushEntry, Verdict } from '../../../shared/protocol/push.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import { askedFailure, askHub } from './ask-hub.ts'
import type { Hub } from './hub.ts'

const ASK_MS = 20_000

/** What waits for a supervisor in the whole workspace. Throws as `askedFailure` says. */
export const approvalsOnHub = (hub: Hub): Promise<ApprovalsAnswer> =>
  askHub(hub, { method: 'GET', path: routes.approvals, timeoutMs: ASK_MS }, ApprovalsAnswer)

export type Pushing = {
  readonly clientId: string
  /** Null: this laptop has not heard of the hub yet. */
  readonly epoch: string | null
  readonly nowMs: number
}

function outcomeOf(verdict: Verdict | undefined): ApprovalOutcome {
  switch (verdict?.kind) {
    case 'done':
      return 'done'
    case 'conflict':
    case 'gone':
      return 'changed'
    case 'rejected':
      throw new AppError(ErrorCode.NotAllowed, 'The hub refused the decision')
    case 'waitsFor':
    case 'retry':
    case undefined:
      throw new AppError(ErrorCode.HubUnreachable, 'The hub has not decided')
  }
}

/**
 * Sends one intent about rows this laptop does not hold. It never enters the outbox: without a line nothing happens,
 * and whoever sends it is told so. Throws as `askedFailure` says, `not-allowed` when the hub refuses.
 */
export async function decideOnHub(
  hub: Hub,
  entry: Pick<PushEntry, 'mutationId' | 'name' | 'args'>,
  { clientId, epoch, nowMs }: Pushing,
): Promise<ApprovalOutcome> {
  if (epoch === null) throw new AppError(ErrorCode.Offline, 'The hub is not known yet')
  const answer = await hub.push({
    protocol: PROTOCOL,
    clientId,
    epoch,
    sentAtMs: nowMs,
    entries: [{ ...entry, groupId: null, nowMs, replayed: false }],
  })
  if (!answer.ok) throw askedFailure(answer.failure)
  return outcomeOf(answer.value.verdicts[0])
}
