import { toDomain } from '../../../shared/domain/codec.ts'
import { isStayOver } from '../../../shared/rules/guests/what-guests-may.ts'
import { isSeenAfterStay } from '../../../shared/rules/guests/what-guests-see.ts'
import type { PullDeps } from './pull.ts'
import { sweep } from './sweep.ts'

/** What this laptop knows of the hub's clock; null: the hub has never said. */
export type HubClock = { readonly skewMs: number | null; readonly lastPulledAtMs: number | null }

type Stay = {
  readonly untilMs: number
  /** The hub's time by this laptop's clock, never earlier than what the hub said last. */
  readonly hubNowMs: number
  /** What the hub said last. */
  readonly heardAtMs: number
}

/** The stay of the guest whose laptop this is; null: they are none, have no last day, or the hub has never said its time. */
export function stayHere(
  { store, actor, clock }: Pick<PullDeps, 'store' | 'actor' | 'clock'>,
  { skewMs, lastPulledAtMs }: HubClock,
): Stay | null {
  const row = store.rows.get('agents', actor().id)?.row
  if (!row || skewMs === null) return null
  const { role, guestUntilMs } = toDomain('agents', row)
  if (role !== 'guest' || guestUntilMs === null) return null
  const heardAtMs = (lastPulledAtMs ?? 0) - skewMs
  return { untilMs: guestUntilMs, hubNowMs: Math.max(clock.now() - skewMs, heardAtMs), heardAtMs }
}

/**
 * Empties the laptop of a guest whose time ended while it was away from the hub: everything goes but people, teams and
 * what unsent work holds. Where the hub spoke after the end it has done so itself. The place to pull from goes too: should
 * the hub say that the time goes on, everything comes again. Once for each end; where the process ends in the middle, it
 * begins again.
 */
export async function endStay(deps: PullDeps, hubClock: HubClock): Promise<void> {
  const { state, transaction } = deps.store
  const stay = stayHere(deps, hubClock)
  if (!stay) return
  const { untilMs, hubNowMs, heardAtMs } = stay
  const isDone = state.get('stayEnded') === String(untilMs)
  if (!isStayOver({ role: 'guest', guestUntilMs: untilMs }, hubNowMs)) {
    // The clock here was put forward, and back again: the real end is still to come.
    if (isDone) transaction('relaxed', () => state.set('stayEnded', null))
    return
  }
  if (isDone || heardAtMs >= untilMs) return
  await sweep(deps, Number.MAX_SAFE_INTEGER, isSeenAfterStay)
  transaction('durable', () => {
    state.set('cursor', null)
    state.set('fill', null)
    state.set('stayEnded', String(untilMs))
  })
}
