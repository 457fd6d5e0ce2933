import type { Lease } from '../../domain/tickets.ts'
import { isOpenEnded } from '../../rules/leases.ts'
import { authorOf } from '../define.ts'
import type { Change, MutationContext } from '../define.ts'
import { patchChanged } from './changes.ts'
import { FIRST_EVENT, onCustomer, recordEvent } from './events.ts'

type Ending = { readonly type: 'ticket.lease-released' | 'ticket.lease-broken'; readonly index?: number }

/** Ends a lease before its time and says who held it; nothing when somebody has ended it already. */
export function endLease(
  lease: Lease,
  { type, index = FIRST_EVENT }: Ending,
  context: MutationContext,
): readonly Change[] {
  if (!isOpenEnded(lease)) return []
  return [
    ...patchChanged('leases', lease, { endedAtMs: context.nowMs, endedBy: authorOf(context) }),
    recordEvent(context, {
      place: onCustomer(lease.customerId, lease.ticketId),
      type,
      facts: { holderId: lease.agentId, untilMs: lease.untilMs },
      index,
    }),
  ]
}
