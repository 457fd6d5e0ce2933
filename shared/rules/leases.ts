import type { Lease } from '../domain/tickets.ts'

/** Shorter is not worth a word to colleagues; longer is no absence but another owner. */
export const SHORTEST_LEASE_MS = 15 * 60_000
export const LONGEST_LEASE_MS = 7 * 86_400_000

type Span = Pick<Lease, 'untilMs' | 'endedAtMs'>
type Held = Span & Pick<Lease, 'id' | 'agentId'>

/** Whether a lease holds at `nowMs`, a moment of the hub's clock, ms. */
export const isRunning = ({ untilMs, endedAtMs }: Span, nowMs: number): boolean =>
  endedAtMs === null && untilMs > nowMs

/** Nobody has ended it; its time may be over all the same. */
export const isOpenEnded = ({ endedAtMs }: Pick<Lease, 'endedAtMs'>): boolean => endedAtMs === null

const later = <L extends Held>(left: L, right: L): L =>
  left.untilMs > right.untilMs || (left.untilMs === right.untilMs && left.id > right.id) ? left : right

/** The one that ends last; null of none. Of leases nobody has ended it is the one that runs, if any does. */
export const latestLease = <L extends Held>(leases: readonly L[]): L | null =>
  leases.reduce<L | null>((found, lease) => (found ? later(found, lease) : lease), null)

/** Leases of somebody else that hold at `nowMs` of the hub's clock. */
export const leasesOfOthers = <L extends Held>(
  leases: readonly L[],
  { agentId, nowMs }: { readonly agentId: string; readonly nowMs: number },
): readonly L[] => leases.filter(lease => lease.agentId !== agentId && isRunning(lease, nowMs))
