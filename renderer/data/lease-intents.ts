import type { ShownLease } from '../../shared/contract/tickets.ts'
import { describeAction } from '../lib/describe-action.ts'
import { makeId } from '../lib/make-id.ts'
import { openSession } from '../stores/session-store.ts'
import { runBulk } from './run-bulk.ts'
import { act } from './use-action.ts'

export type LeaseWish = { readonly ticketIds: readonly string[]; readonly forMs: number }

/** Holds one ticket. `seen`: the colleague's lease on the screen, which ends with it. */
export async function takeLease(ticketId: string, forMs: number, seen: string | null): Promise<boolean> {
  const agentId = openSession()?.place.agent.id
  if (agentId === undefined) return false
  return (await act('lease.take', { leaseId: makeId(), ticketId, agentId, forMs, seen })) !== null
}

/** Holds many; what a colleague holds is left alone and told. */
export function takeLeases({ ticketIds, forMs }: LeaseWish): void {
  const action = { type: 'lease', forMs } as const
  void runBulk({ ticketIds, actions: [action], description: describeAction(action) })
}

type Held = Pick<ShownLease, 'id' | 'untilMs'>

export const releaseLease = (ticketId: string, { id }: Held) =>
  act('lease.release', { leaseId: id, ticketId })
export const breakLease = (ticketId: string, { id, untilMs }: Held) =>
  act('lease.break', { leaseId: id, ticketId, seen: untilMs })
